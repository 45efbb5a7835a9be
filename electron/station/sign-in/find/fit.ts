/** How well typed words fit one person: which of their words each stands for, and what that is worth. Pure. */
import type { Person } from './people-store.ts'
import { ALIAS_LESS, type QueryTerm } from './query-term.ts'

const BONUS = { covers: 0.04, first: 0.02, inOrder: 0.01 }
const MOST_BONUS = BONUS.covers + BONUS.first + BONUS.inOrder

/** How typed words stand for a person: what that is worth in all, and for each of them which of the person's words, -1 for the organisation. */
export type Fit = { sum: number; spots: number[] }

/** What a typed word is worth for the person's word at `spot`; for their organisation at -1. 0 where it does not stand for it. */
function worthAt(
  { worth, organisationWorth }: QueryTerm,
  { words, mainWords, organisation }: Person,
  spot: number,
): number {
  const word = words[spot]
  if (word === undefined) return organisationWorth.get(organisation) ?? 0
  const full = worth.get(word) ?? 0
  return spot >= mainWords.length && full > ALIAS_LESS ? full - ALIAS_LESS : full
}

/** The best way to give each typed word a word of this person, no word to two; null where one is left over. */
export function fit(terms: readonly QueryTerm[], person: Person): Fit | null {
  // Nearly always each word's own best is free, so that is tried before every combination.
  const spots: number[] = []
  let sum = 0
  let clash = false
  for (const term of terms) {
    let spot = -1
    let best = worthAt(term, person, spot)
    for (let index = 0; index < person.words.length; index++) {
      const worth = worthAt(term, person, index)
      if (worth > best) [best, spot] = [worth, index]
    }
    if (best === 0) return null
    if (spot >= 0 && spots.includes(spot)) clash = true
    sum += best
    spots.push(spot)
  }
  return clash ? fitApart(terms, person, []) : { sum, spots }
}

/** `fit` where two typed words want the same word: tries every way to share out those that are not `used`. */
function fitApart([term, ...others]: readonly QueryTerm[], person: Person, used: readonly number[]): Fit | null {
  if (term === undefined) return { sum: 0, spots: [] }
  let best: Fit | null = null
  for (let spot = -1; spot < person.words.length; spot++) {
    const worth = used.includes(spot) ? 0 : worthAt(term, person, spot)
    if (worth === 0) continue
    const rest = fitApart(others, person, spot < 0 ? used : [...used, spot])
    if (rest !== null && (best === null || worth + rest.sum > best.sum))
      best = { sum: worth + rest.sum, spots: [spot, ...rest.spots] }
  }
  return best
}

/** 0 to 1, of words that are found in this way. Beyond how well the words fit: how much of the name they cover, and whether in its order. */
export function scoreOf({ sum, spots }: Fit, { mainWords: { length: main } }: Person): number {
  const covered = spots.filter((spot) => spot >= 0 && spot < main).length
  const inOrder = spots.every((spot, index) => spot >= (index === 0 ? 0 : (spots[index - 1] ?? 0)))
  const bonus =
    (main === 0 ? 0 : BONUS.covers * (covered / main)) +
    (spots[0] === 0 ? BONUS.first : 0) +
    (inOrder ? BONUS.inOrder : 0)
  return withBonus(sum / (100 * spots.length), bonus)
}

const withBonus = (share: number, bonus: number): number => (share + bonus) / (1 + MOST_BONUS)

/** The best score that `words` typed words can have that are worth `sum` in all. */
export const mostScore = (sum: number, words: number): number => withBonus(sum / (100 * words), MOST_BONUS)
