/** Catches the same person twice: who on the list may already be somebody who walks in or stands in an import. */
import { hashText, createKeyTable } from './key-table.ts'
import { compareNames, type NameLikeness, type Reason, SHORTEST_SLIP } from './likeness.ts'
import { wordsOfName } from './name-words.ts'
import { kinOf } from './nicknames.ts'
import { createOrganisationLikeness } from './organisation-likeness.ts'
import type { PeopleStore, Place } from './people-store.ts'

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
const MOST_REMEMBERED = 20_000
const MOST_COLLEAGUES = 500

/** Another way to write a word of the newcomer's name. Only one slip is believed in a name. */
type Other = { hash: number; slip: boolean }

const mainWords = (name: string): string[] =>
  wordsOfName(name)
    .filter((word) => !word.alias)
    .map((word) => word.text)

/**
 * Compares newcomers with the people of a store. Names are kept as sums of their words' hashes, which are the same in any
 * order; a newcomer's name is looked up as it is, with each word as a short form, another spelling or a slip of it, and
 * with a word left out or two joined. So nobody is compared who could not be found alike.
 */
export function createLikeness(store: PeopleStore) {
  const { vocabulary } = store
  const names = createKeyTable()
  const hashes: number[] = []
  const slips = new Map<string, { of: number; words: number[] }>()
  const organisationLikeness = createOrganisationLikeness(store)
  const seen: number[] = []
  let round = 0

  const hashOf = (word: number): number => (hashes[word] ??= hashText(vocabulary.word(word)))

  /** The sums under which names with these words are kept: all of them, and without one or with two joined. */
  function keysOf(words: readonly string[], hashOfWord: (at: number) => number): number[] {
    const sum = words.reduce((total, _, at) => (total + hashOfWord(at)) | 0, 0)
    const keys = [sum]
    if (words.length < 3) return keys
    for (let at = 0; at < words.length; at++) {
      keys.push((sum - hashOfWord(at)) | 0)
      if (at + 1 < words.length)
        keys.push((sum - hashOfWord(at) - hashOfWord(at + 1) + hashText(`${words[at]}${words[at + 1]}`)) | 0)
    }
    return keys
  }
  function eachKeyOf(place: Place, visit: (key: number) => void): void {
    const start = store.starts[place] ?? 0
    const count = store.mains[place] ?? 0
    if (count === 2)
      return visit((hashOf((store.pool[start] ?? 0) >> 1) + hashOf((store.pool[start + 1] ?? 0) >> 1)) | 0)
    keysOf(store.wordsOf(place), (at) => hashOf((store.pool[start + at] ?? 0) >> 1)).forEach(visit)
  }

  /** Known words one slip from this one. The list is kept until new words have come. */
  function slipsOf(word: string): readonly number[] {
    const kept = slips.get(word)
    if (kept?.of === vocabulary.size) return kept.words
    const found = new Set<number>()
    vocabulary.withinOneSlip(
      word,
      false,
      (number) =>
        vocabulary.word(number).length >= SHORTEST_SLIP && vocabulary.word(number) !== word && found.add(number),
    )
    if (slips.size >= MOST_REMEMBERED) slips.clear()
    slips.set(word, { of: vocabulary.size, words: [...found] })
    return [...found]
  }
  function othersFor(word: string): Other[] {
    const others: Other[] = []
    for (const kin of kinOf(word).keys()) {
      const number = vocabulary.numberOf(kin)
      if (number !== undefined) others.push({ hash: hashOf(number), slip: false })
    }
    const initial = word.length > 1 ? vocabulary.numberOf(word.charAt(0)) : undefined
    if (initial !== undefined) others.push({ hash: hashOf(initial), slip: false })
    if (word.length >= SHORTEST_SLIP)
      for (const number of slipsOf(word)) others.push({ hash: hashOf(number), slip: true })
    return others
  }

  /** Calls `visit` for everyone whose name may be this one. Some are there twice, and some only share a hash. */
  function eachNameLike(words: readonly string[], visit: (place: Place) => void): void {
    const own = words.map(hashText)
    const others = words.map(othersFor)
    for (const key of keysOf(words, (at) => own[at] ?? 0)) names.each(key, visit)
    const sum = own.reduce((total, hash) => (total + hash) | 0, 0)
    for (let i = 0; i < words.length; i++) {
      for (const other of others[i] ?? []) {
        const changed = (sum - (own[i] ?? 0) + other.hash) | 0
        names.each(changed, visit)
        for (let j = 0; j < words.length; j++) {
          if (j === i) continue
          if (words.length > 2) names.each((changed - (own[j] ?? 0)) | 0, visit)
          else if (j > i)
            for (const second of others[j] ?? [])
              if (!other.slip || !second.slip) names.each((changed - (own[j] ?? 0) + second.hash) | 0, visit)
        }
      }
    }
  }

  const peopleCalled = (word: string) => {
    const number = vocabulary.numberOf(word)
    return number === undefined ? 0 : store.peopleWith(number).length
  }
  /** Names that everybody knows are usual ones even where nobody here has them yet. */
  const isCommon = (word: string) => kinOf(word).size > 0 || peopleCalled(word) >= Math.max(3, store.size / 5000)
  /** Whether nobody else here is likely to bear a name by chance, going by how common its words are. */
  const isRare = (words: readonly string[]) =>
    words.length > 1 &&
    words.reduce((product, word) => (product * peopleCalled(word)) / store.size, store.size) < NAMESAKES

  store.listen({
    learn: (place) => eachKeyOf(place, (key) => names.add(key, place)),
    forget: (place) => eachKeyOf(place, (key) => names.remove(key, place)),
  })

  return (newcomer: Newcomer, limit: number): (Likeness & { place: Place })[] => {
    const words = mainWords(newcomer.name)
    const email = (newcomer.email ?? '').trim().toLowerCase()
    const domain = email.split('@')[1]
    const organisation = organisationLikeness(newcomer.organisation.trim())
    const rare = isRare(words)
    const byName = new Map<string, NameLikeness & { rare: boolean }>()
    const found: (Likeness & { place: Place })[] = []

    const compare = (place: Place, sameEmail: boolean): void => {
      if (seen[place] === round) return
      seen[place] = round
      const where = organisation.likenessTo(store.organisationOf(place))
      // A usual name from somewhere else is somebody else.
      if (where === 0 && !rare && !sameEmail) return
      const name = store.nameOf(place)
      let alike = byName.get(name)
      if (alike === undefined) {
        const theirs = store.wordsOf(place)
        alike = { ...compareNames(words, theirs, isCommon), rare: rare && isRare(theirs) }
        byName.set(name, alike)
      }
      const { likeness, why } = alike
      let score = likeness * (where > 0 ? where : alike.rare ? OTHER_ORGANISATION.rare : OTHER_ORGANISATION.common)
      const theirEmail = store.emailOf(place)
      // Couples and teams share mailboxes, so the names still have a say.
      if (sameEmail) score = likeness > 0.6 ? 0.9 + likeness / 10 : 0.65
      else if (email !== '' && theirEmail !== '')
        score *= domain === theirEmail.split('@')[1] ? OTHER_MAILBOX.sameDomain : OTHER_MAILBOX.otherDomain
      if (score >= WORTH_A_LOOK)
        found.push({ place, score, likely: score >= LIKELY, why: sameEmail ? ['same-email', ...why] : why })
    }
    const compareName = (place: Place) => compare(place, false)

    round++
    while (seen.length < store.end) seen.push(0)
    if (email !== '') store.withEmail(email, (place) => store.emailOf(place) === email && compare(place, true))
    eachNameLike(words, compareName)
    // J Smith could be half the telephone book, so only colleagues are looked through.
    if (words.some((word) => word.length === 1)) organisation.colleagues.slice(0, MOST_COLLEAGUES).forEach(compareName)
    found.sort(
      (one, other) => other.score - one.score || (store.nameOf(one.place) < store.nameOf(other.place) ? -1 : 1),
    )
    return found.slice(0, limit)
  }
}
