/** Finds people as their names are typed: what was typed is believed first, and guessed at only where little is found. */
import { type BestFew, createBestFew, type Ranked, type Reading } from './best-few.ts'
import { lettersIn } from './fold-letters.ts'
import { wordsOfQuery } from './name-words.ts'
import type { PeopleStore, Place } from './people-store.ts'
import { ALIAS_LESS, createMeaning, type Meaning, readWord, WORTH_OF_ORGANISATION } from './typed-word.ts'

export type FindOptions = {
  /** How many at most; 10 if not said, and never more than 100. */
  limit?: number
  /** Whether words of the organisation's name count too; they do if not said. */
  organisations?: boolean
}

export type Match = {
  place: Place
  score: number
  /** For each word as it was read: which of the person's words it stands for, by its place among them; -1 for none. */
  words: { typed: string; at: number }[]
}

// Nothing is listed before this many letters have been typed, so that nobody can leaf through who is coming.
const LETTERS_FIRST = 3
// With fewer than this many found, typing slips and the like are looked for too.
const FEW = 5
const LONGEST = 200
const BONUS = { covers: 0.04, first: 0.02, inOrder: 0.01 }
const MOST_BONUS = BONUS.covers + BONUS.first + BONUS.inOrder
// Words that people say between a name and a place, or write as a sign: they need not be anywhere.
const LITTLE: ReadonlySet<string> = new Set(['and', 'at', 'for', 'from', 'in', 'of', 'the', 'with'])
const PENALTY = { joined: 0.02, split: 0.06, leftOut: 0.3 }

/** Searches the people of one store. */
export function createSearch(store: PeopleStore) {
  const { starts, counts, mains, pool } = store
  const room: Meaning[] = []
  const seen: number[] = []
  let round = 0
  // Where the last `fit` found each typed word; -1 for the organisation.
  const spots: number[] = []

  /** What a typed word is worth for a word as the pool has it. */
  const worthOf = (meaning: Meaning, entry: number): number => {
    const worth = meaning.worth[entry >> 1] ?? 0
    return worth > ALIAS_LESS && (entry & 1) === 1 ? worth - ALIAS_LESS : worth
  }

  /**
   * The best way to give each typed word a word of this person, no word to two: how much that is worth in all, and 0 where
   * one is left over. Leaves in `spots` which words they were.
   */
  function fit(meanings: readonly Meaning[], place: Place): number {
    const start = starts[place] ?? 0
    const end = start + (counts[place] ?? 0)
    const organisation = store.organisationOf(place)
    // Nearly always each word's own best is free, so that is tried before every combination.
    let sum = 0
    let taken = 0
    let clash = false
    for (let next = 0; next < meanings.length; next++) {
      const meaning = meanings[next]
      if (meaning === undefined) break
      let best = meaning.organisationWorth[organisation] ?? 0
      let spot = -1
      for (let i = start; i < end; i++) {
        const worth = worthOf(meaning, pool[i] ?? 0)
        if (worth > best) {
          best = worth
          spot = i - start
        }
      }
      if (best === 0) return 0
      if (spot >= 0) {
        if (taken & (1 << spot)) clash = true
        taken |= 1 << spot
      }
      sum += best
      spots[next] = spot
    }
    return clash ? fitApart(meanings, place) : sum
  }

  /** `fit` where two typed words want the same word: tries every way to share them out. */
  function fitApart(meanings: readonly Meaning[], place: Place): number {
    const start = starts[place] ?? 0
    const count = counts[place] ?? 0
    const organisation = store.organisationOf(place)
    type Sharing = { sum: number; spots: number[] }
    const share = (next: number, used: number): Sharing | null => {
      const meaning = meanings[next]
      if (meaning === undefined) return { sum: 0, spots: [] }
      let best: Sharing | null = null
      for (let spot = -1; spot < count; spot++) {
        if (spot >= 0 && used & (1 << spot)) continue
        const worth =
          spot < 0 ? (meaning.organisationWorth[organisation] ?? 0) : worthOf(meaning, pool[start + spot] ?? 0)
        if (worth === 0) continue
        const rest = share(next + 1, spot < 0 ? used : used | (1 << spot))
        if (rest !== null && (best === null || worth + rest.sum > best.sum))
          best = { sum: worth + rest.sum, spots: [spot, ...rest.spots] }
      }
      return best
    }
    const best = share(0, 0)
    best?.spots.forEach((spot, next) => (spots[next] = spot))
    return best?.sum ?? 0
  }

  /** 0 to 1, of the last fit. Beyond how well the words fit: how much of the name they cover, and whether in its order. */
  function scoreOf(sum: number, words: number, place: Place): number {
    const main = mains[place] ?? 0
    let covered = 0
    let inOrder = true
    let before = 0
    for (let next = 0; next < words; next++) {
      const spot = spots[next] ?? -1
      if (spot >= 0 && spot < main) covered++
      if (spot < before) inOrder = false
      before = spot
    }
    const bonus =
      (main === 0 ? 0 : BONUS.covers * (covered / main)) +
      (spots[0] === 0 ? BONUS.first : 0) +
      (inOrder ? BONUS.inOrder : 0)
    return (sum / (100 * words) + bonus) / (1 + MOST_BONUS)
  }

  function understand({ words, slips }: Reading, organisations: boolean): Meaning[] {
    return words.map((word, at) => {
      const meaning = (room[at] ??= createMeaning())
      readWord(meaning, word, { slips, organisations, alone: words.length === 1 }, store)
      return meaning
    })
  }

  /** Offers everyone whom all these words fit. Starts from the word that fits the fewest. */
  function gather(reading: Reading, organisations: boolean, penalty: number, best: BestFew): void {
    const meanings = understand(reading, organisations)
    let [pivot] = meanings
    for (const meaning of meanings) if (pivot === undefined || meaning.people < pivot.people) pivot = meaning
    if (pivot === undefined || pivot.people === 0) return
    round++
    while (seen.length < store.end) seen.push(0)
    const consider = (place: Place): void => {
      if (seen[place] === round) return
      seen[place] = round
      const sum = fit(meanings, place)
      if (sum > 0) best.offer(place, scoreOf(sum, meanings.length, place) - penalty, reading)
    }
    // The best that can still come, where the pivot is worth so much: once a full list is better, nobody else can enter.
    const others = meanings.reduce((sum, meaning) => sum + (meaning === pivot ? 0 : meaning.most), 0)
    const atMost = (worth: number) =>
      ((worth + others) / (100 * meanings.length) + MOST_BONUS) / (1 + MOST_BONUS) - penalty
    const { worth } = pivot
    for (const word of pivot.words.toSorted((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0))) {
      if (atMost(worth[word] ?? 0) < best.least) break
      for (const place of store.peopleWith(word)) consider(place)
    }
    for (const organisation of pivot.organisations) {
      if (atMost(WORTH_OF_ORGANISATION) < best.least) break
      for (const place of store.organisations.peopleIn(organisation)) consider(place)
    }
  }

  /** Ways to cut a word in two where the first half is a name or an initial: “maryjane”, “jsmith”. */
  function* splits(words: readonly string[]): Generator<string[]> {
    for (const [at, word] of words.entries()) {
      for (let cut = 1; cut <= word.length - 2; cut++) {
        const [left, right] = [word.slice(0, cut), word.slice(cut)]
        if ((cut === 1 || store.vocabulary.numberOf(left) !== undefined) && store.vocabulary.hasStart(right))
          yield [...words.slice(0, at), left, right, ...words.slice(at + 1)]
      }
    }
  }

  function run(
    words: readonly string[],
    spare: readonly string[],
    organisations: boolean,
    few: number,
    best: BestFew,
  ): void {
    if (spare.length > 0) gather({ words: [...spare, ...words], slips: false }, organisations, 0, best)
    gather({ words, slips: false }, organisations, spare.length > 0 ? PENALTY.joined : 0, best)
    for (let i = 0; i + 1 < words.length; i++) {
      const joined = [...words.slice(0, i), `${words[i]}${words[i + 1]}`, ...words.slice(i + 2)]
      gather({ words: joined, slips: false }, organisations, PENALTY.joined, best)
    }
    if (best.list.length >= few) return
    gather({ words, slips: true }, organisations, 0, best)
    if (best.list.length >= few) return
    for (const split of splits(words)) gather({ words: split, slips: false }, false, PENALTY.split, best)
    const telling = words.filter((word) => !LITTLE.has(word))
    if (best.list.length === 0 && telling.length > 0 && telling.length < words.length)
      gather({ words: telling, slips: true }, organisations, PENALTY.split, best)
    if (best.list.length > 0 || words.length < 3) return
    // A middle name that is not on the list, or a name before marriage.
    for (let i = 0; i < words.length; i++)
      gather({ words: words.filter((_, at) => at !== i), slips: false }, false, PENALTY.leftOut, best)
  }

  /** Which of a person's words each word of the reading stands for. The people come in runs found by the same reading. */
  function explain(ranked: readonly Ranked[], organisations: boolean): Match[] {
    let read: Reading | null = null
    let meanings: Meaning[] = []
    return ranked.map(({ place, score, reading }) => {
      if (reading !== read) meanings = understand(reading, organisations)
      read = reading
      fit(meanings, place)
      return { place, score, words: reading.words.map((typed, at) => ({ typed, at: spots[at] ?? -1 })) }
    })
  }

  return (query: string, { limit = 10, organisations = true }: FindOptions = {}): Match[] => {
    const most = Math.max(1, Math.min(limit, 100))
    const best = createBestFew(store, most)
    const typed = query.trim().slice(0, LONGEST)
    if (typed.includes('@')) {
      const email = typed.toLowerCase()
      store.withEmail(
        email,
        (place) => store.emailOf(place) === email && best.offer(place, 1, { words: [], slips: false }),
      )
      if (best.list.length > 0) return explain(best.list, false)
    }
    const all = wordsOfQuery(typed.split('@', 1)[0] ?? '')
    const words = all.filter((word) => !word.spare).map((word) => word.text)
    const spare = all.filter((word) => word.spare).map((word) => word.text)
    if (words.reduce((letters, word) => letters + lettersIn(word), 0) < LETTERS_FIRST) return []
    run(words, spare, organisations, Math.min(FEW, most), best)
    return explain(best.list, organisations)
  }
}
