/** Catches the same person twice: who on the list may already be somebody who walks in or stands in an import. */
import type { LikenessReason as Reason } from '../../../../shared/contract/people.ts'
import { compareNames, type NameLikeness, SHORTEST_EDITED } from './likeness.ts'
import { mainWordsOf } from './name-words.ts'
import { kinOf } from './nicknames.ts'
import { compareOrganisations } from './organisation-likeness.ts'
import type { PeopleStore, Person } from './people-store.ts'
import { createPostings } from './postings.ts'

/** Somebody to look for on the list. */
export type Newcomer = { name: string; organisation: string; email?: string }

export type Likeness = {
  /** 0 to 1. */
  score: number
  /** Probably the same person; otherwise only worth a look. */
  likely: boolean
  why: Reason[]
}

const LIKELY = 0.8
const WORTH_A_LOOK = 0.6
// How many namesakes chance would bring, at most, for a name to prove something by itself. Low, as names go together.
const NAMESAKES = 0.02
const OTHER_ORGANISATION = { rare: 0.82, common: 0.5 }
// Of two mailboxes in one place, each with a name that is nearly the other's, each is somebody's own: twins, cousins.
const OTHER_MAILBOX = { sameDomain: 0.84, otherDomain: 0.96 }
const MOST_COLLEAGUES = 500

/** Another way to write a word of the newcomer's name. Only one edit is believed in a name. */
type Variant = { word: string; edited: boolean }

/** The same for the same words in any order. */
const keyOf = (words: readonly string[]): string => words.toSorted().join(' ')

/** The keys that a name with these words is kept under: of all of them, and of three or more without one and with two joined. */
function keysOf(words: readonly string[]): string[] {
  if (words.length < 3) return [keyOf(words)]
  return [
    keyOf(words),
    ...words.map((_, index) => keyOf(words.toSpliced(index, 1))),
    ...words.slice(1).map((word, index) => keyOf(words.toSpliced(index, 2, `${words[index]}${word}`))),
  ]
}

const keysOfPerson = ({ mainWords, otherWords }: Person): Set<string> =>
  new Set([...keysOf(mainWords), ...(otherWords.length === 0 ? [] : keysOf(otherWords))])

/**
 * Compares newcomers with the people of a store. Names are kept under their words in sorted order; a newcomer's name is
 * looked up as it is, with each word as a short form, another spelling or an edit of it, and with a word left out or two
 * joined. So nobody is compared who could not be found alike.
 */
export function createDuplicateFinder(store: PeopleStore) {
  const names = createPostings<Person>()

  function variantsOf(word: string): Variant[] {
    const { whole } = word.length >= SHORTEST_EDITED ? store.nameWords.withinOneEdit(word, false) : { whole: [] }
    const near = new Set(whole.filter((other) => other.length >= SHORTEST_EDITED && other !== word))
    const others = [...kinOf(word).keys(), ...(word.length > 1 ? [word.charAt(0)] : [])].filter(store.nameWords.has)
    return [
      ...others.map((other) => ({ word: other, edited: false })),
      ...Array.from(near, (other) => ({ word: other, edited: true })),
    ]
  }

  /** The keys of every name that may be this one. */
  function keysLike(words: readonly string[]): Set<string> {
    const keys = new Set(keysOf(words))
    const variants = words.map(variantsOf)
    for (const [index, some] of variants.entries()) {
      for (const { word, edited } of some) {
        const changed = words.with(index, word)
        keys.add(keyOf(changed))
        if (words.length > 2) {
          for (const other of words.keys()) if (other !== index) keys.add(keyOf(changed.toSpliced(other, 1)))
        } else if (index === 0) {
          for (const second of variants[1] ?? []) if (!edited || !second.edited) keys.add(keyOf([word, second.word]))
        }
      }
    }
    return keys
  }

  /** By the name that they asked for, or by the one that a list has. */
  const likeliest = (words: readonly string[], { mainWords, otherWords }: Person): NameLikeness => {
    const own = compareNames(words, mainWords, isCommon)
    const other = otherWords.length === 0 ? own : compareNames(words, otherWords, isCommon)
    return other.likeness > own.likeness ? other : own
  }
  const peopleCalled = (word: string) => store.nameWords.ownersOf(word).length
  /** Names that everybody knows are usual ones even where nobody here has them yet. */
  const isCommon = (word: string) => kinOf(word).size > 0 || peopleCalled(word) >= Math.max(3, store.size / 5000)
  /** Whether nobody else here is likely to bear a name by chance, going by how common its words are. */
  const isRare = (words: readonly string[]) =>
    words.length > 1 &&
    words.reduce((product, word) => (product * peopleCalled(word)) / store.size, store.size) < NAMESAKES

  function find(newcomer: Newcomer, limit: number): (Likeness & { person: Person })[] {
    const words = mainWordsOf(newcomer.name)
    const email = (newcomer.email ?? '').trim().toLowerCase()
    const domain = email.split('@')[1]
    const organisation = compareOrganisations(store, newcomer.organisation.trim())
    const rare = isRare(words)
    const found: (Likeness & { person: Person })[] = []
    const seen = new Set<Person>()

    const compare = (person: Person, sameEmail: boolean): void => {
      if (seen.has(person)) return
      seen.add(person)
      const where = organisation.likenessTo(person.organisation)
      // A usual name from somewhere else is somebody else.
      if (where === 0 && !rare && !sameEmail) return
      const { likeness, why } = likeliest(words, person)
      const bothRare = rare && isRare(person.mainWords)
      let score = likeness * (where > 0 ? where : bothRare ? OTHER_ORGANISATION.rare : OTHER_ORGANISATION.common)
      // Couples and teams share mailboxes, so the names still have a say.
      if (sameEmail) score = likeness > 0.6 ? 0.9 + likeness / 10 : 0.65
      else if (email !== '' && person.email !== '')
        score *= domain === person.email.split('@')[1] ? OTHER_MAILBOX.sameDomain : OTHER_MAILBOX.otherDomain
      if (score >= WORTH_A_LOOK)
        found.push({ person, score, likely: score >= LIKELY, why: sameEmail ? ['same-email', ...why] : why })
    }

    // Of namesakes, who came last stands first.
    for (const person of store.emails.of(email).toReversed()) compare(person, true)
    for (const key of keysLike(words)) for (const person of names.of(key).toReversed()) compare(person, false)
    // J Smith could be half the telephone book, so only colleagues are looked through.
    if (words.some((word) => word.length === 1))
      for (const person of organisation.colleagues.slice(0, MOST_COLLEAGUES)) compare(person, false)
    return found
      .toSorted((one, other) => other.score - one.score || (one.person.name < other.person.name ? -1 : 1))
      .slice(0, limit)
  }

  return {
    /** Takes notice of somebody who was added to the store. */
    add(person: Person): void {
      for (const key of keysOfPerson(person)) names.add(key, person)
    },
    /** Forgets somebody who was taken out of it. */
    remove(person: Person): void {
      for (const key of keysOfPerson(person)) names.remove(key, person)
    },
    /** Who may already be this newcomer, likeliest first, at most `limit`; nobody with a score below 0.6. */
    find,
  }
}
