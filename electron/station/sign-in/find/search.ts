/** Finds people as their names are typed: what was typed is believed first, and guessed at only where little is found. */
import { fit, mostScore, scoreOf } from './fit.ts'
import { lettersIn } from '../../../../shared/domain/fold-letters.ts'
import { wordsOfQuery } from './name-words.ts'
import type { PeopleStore, Person } from './people-store.ts'
import { createReader, type HowToRead, type QueryTerm, WORTH_OF_ORGANISATION } from './query-term.ts'
import { createTopMatches, type Match, type TopMatches } from './top-matches.ts'

export type FindOptions = {
  /** How many at most; 10 if not said, and never more than 100. */
  limit?: number
  /** Whether words of the organisation's name count too; they do if not said. */
  organisations?: boolean
  /** Whether two letters find those who are called just so, such as Ng; they do not if not said. */
  shortNames?: boolean
}

/** One way to read what was typed. */
type Reading = {
  /** The words that are looked for, joined or cut apart as they may be. */
  words: readonly string[]
  /** Whether edits are forgiven, and whether the words may be of an organisation. */
  edits: boolean
  organisations: boolean
  /** How much less is scored by who is found in this way, 0 to 1. */
  penalty: number
}

/** One search under way: what its words may mean, each read once, and who was found. */
type Query = { read: (word: string, how: HowToRead) => QueryTerm; top: TopMatches }

// Nothing is listed before this many letters have been typed, so that nobody can leaf through who is coming.
const LETTERS_FIRST = 3
// But somebody may be called no longer than this.
const SHORT_NAME = 2
// With fewer than this many found, slips of the fingers and the like are looked for too.
const FEW = 5
const LONGEST = 200
// Words that people say between a name and a place, or write as a sign: they need not be anywhere.
const LITTLE: ReadonlySet<string> = new Set(['and', 'at', 'for', 'from', 'in', 'of', 'the', 'with'])
const PENALTY = { joined: 0.02, split: 0.06, leftOut: 0.3 }

/** Searches the people of one store: gives a function from what was typed to at most `limit` matches, best first. */
export function createSearch(store: PeopleStore) {
  /** Offers everyone whom all these words fit. Starts from the word that fits the fewest. */
  function gather({ read, top }: Query, { words, edits, organisations, penalty }: Reading): void {
    const terms = words.map((word) => read(word, { edits, organisations, alone: words.length === 1 }))
    const [rarest] = terms.toSorted((one, other) => one.people - other.people)
    if (rarest === undefined || rarest.people === 0) return
    const seen = new Set<Person>()
    const consider = (person: Person): void => {
      if (seen.has(person)) return
      seen.add(person)
      const found = fit(terms, person)
      if (found !== null)
        top.offer({ person, score: scoreOf(found, person) - penalty, typed: words, spots: found.spots })
    }
    // The best that can still come, where the rarest is worth so much: once a full list is better, nobody else can enter.
    const others = terms.reduce((sum, term) => sum + (term === rarest ? 0 : term.most), 0)
    const atMost = (worth: number) => mostScore(worth + others, terms.length) - penalty
    for (const [word, worth] of [...rarest.worth].toSorted(([, one], [, other]) => other - one)) {
      if (atMost(worth) < top.least) break
      store.nameWords.ownersOf(word).forEach(consider)
    }
    for (const { people } of rarest.organisationWorth.keys()) {
      if (atMost(WORTH_OF_ORGANISATION) < top.least) break
      people.forEach(consider)
    }
  }

  /** Offers those who have just this word in their name. */
  function calledJust(word: string, top: TopMatches): void {
    for (const person of store.nameWords.ownersOf(word)) {
      const spots = [person.words.indexOf(word)]
      top.offer({ person, score: scoreOf({ sum: 100, spots }, person), typed: [word], spots })
    }
  }

  /** Ways to cut a word in two where the first half is a name or an initial: “maryjane”, “jsmith”. */
  function* splits(words: readonly string[]): Generator<string[]> {
    for (const [index, word] of words.entries()) {
      for (let cut = 1; cut <= word.length - 2; cut++) {
        const [left, right] = [word.slice(0, cut), word.slice(cut)]
        if ((cut === 1 || store.nameWords.has(left)) && store.nameWords.hasPrefix(right))
          yield [...words.slice(0, index), left, right, ...words.slice(index + 1)]
      }
    }
  }

  /** Looks in one way after the other, until `few` are found. Words of `spare` need not be in a name. */
  function run(query: Query, words: readonly string[], spare: readonly string[], organisations: boolean, few: number) {
    const { list } = query.top
    const asTyped = { words, edits: false, organisations, penalty: 0 }
    if (spare.length > 0) gather(query, { ...asTyped, words: [...spare, ...words] })
    gather(query, { ...asTyped, penalty: spare.length > 0 ? PENALTY.joined : 0 })
    for (const [index, word] of words.slice(1).entries())
      gather(query, { ...asTyped, words: words.toSpliced(index, 2, `${words[index]}${word}`), penalty: PENALTY.joined })
    if (list.length >= few) return
    gather(query, { ...asTyped, edits: true })
    if (list.length >= few) return
    for (const split of splits(words))
      gather(query, { words: split, edits: false, organisations: false, penalty: PENALTY.split })
    const telling = words.filter((word) => !LITTLE.has(word))
    if (list.length === 0 && telling.length > 0 && telling.length < words.length)
      gather(query, { words: telling, edits: true, organisations, penalty: PENALTY.split })
    if (list.length > 0 || words.length < 3) return
    // A middle name that is not on the list, or a name before marriage.
    for (const index of words.keys())
      gather(query, { words: words.toSpliced(index, 1), edits: false, organisations: false, penalty: PENALTY.leftOut })
  }

  return (
    query: string,
    { limit = 10, organisations = true, shortNames = false }: FindOptions = {},
  ): readonly Match[] => {
    const most = Math.max(1, Math.min(limit, 100))
    const top = createTopMatches(most)
    const typed = query.trim().slice(0, LONGEST)
    if (typed.includes('@')) {
      for (const person of store.emails.of(typed.toLowerCase())) top.offer({ person, score: 1, typed: [], spots: [] })
      if (top.list.length > 0) return top.list
    }
    const all = wordsOfQuery(typed.split('@', 1)[0] ?? '')
    const words = all.filter((word) => !word.spare).map((word) => word.text)
    const spare = all.filter((word) => word.spare).map((word) => word.text)
    const letters = words.reduce((sum, word) => sum + lettersIn(word), 0)
    if (letters < LETTERS_FIRST) {
      const [whole, more] = words
      if (shortNames && whole !== undefined && more === undefined && letters === SHORT_NAME) calledJust(whole, top)
      return top.list
    }
    run({ read: createReader(store), top }, words, spare, organisations, Math.min(FEW, most))
    return top.list
  }
}
