/** How alike two names are: words compared one by one, whatever their order. */
import type { LikenessReason as Reason } from '../../../../shared/contract/people.ts'
import { isOneEdit } from './edit-distance.ts'
import { kinOf } from './nicknames.ts'

export type NameLikeness = { likeness: number; why: Reason[] }

type Pair = { worth: number; why: Reason | null }

const DIFFERENT: Pair = { worth: 0, why: null }
const SAME: Pair = { worth: 1, why: null }
/** Words shorter than this are names of their own with one letter changed: Ann, Dan, Ian, Jan. */
export const SHORTEST_EDITED = 4
const JOINED = 0.97
const LEFT_OVER = [0, 0.06, 0.2]

/** `isCommon` tells whether a word is a usual one here: two usual names a letter apart are seldom a slip. */
function comparePair(one: string, other: string, isCommon: (word: string) => boolean): Pair {
  if (one === other) return SAME
  const kinship = kinOf(one).get(other)
  if (kinship === 'spelling') return { worth: 0.97, why: 'spelling' }
  if (kinship === 'short') return { worth: 0.94, why: 'short-form' }
  if (kinship === 'cousin') return { worth: 0.84, why: 'short-form' }
  if (one.length >= SHORTEST_EDITED && other.length >= SHORTEST_EDITED && isOneEdit(one, other)) {
    return { worth: isCommon(one) && isCommon(other) ? 0.5 : 0.88, why: 'slip' }
  }
  if ((one.length === 1 || other.length === 1) && one[0] === other[0]) return { worth: 0.72, why: 'initial' }
  return DIFFERENT
}

/** Whether one list becomes the other when two neighbours in it are written as one: Xiao Ming, Xiaoming. */
function isSameJoined(long: readonly string[], short: readonly string[]): boolean {
  const wanted = short.toSorted().join(' ')
  return (
    long.length === short.length + 1 &&
    long.some(
      (word, index) =>
        index + 1 < long.length &&
        [...long.slice(0, index), word + long[index + 1], ...long.slice(index + 2)].toSorted().join(' ') === wanted,
    )
  )
}

/**
 * How alike two names are, 0 to 1, given as their folded words. Every word of the shorter one must have its own word in
 * the longer one; a name of one word is only like another of one word.
 */
export function compareNames(
  one: readonly string[],
  other: readonly string[],
  isCommon: (word: string) => boolean,
): NameLikeness {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const none = { likeness: 0, why: [] }
  if (short.length === 0) return none
  if (isSameJoined(long, short)) return { likeness: JOINED, why: ['spelling'] }
  const leftOver = long.length - short.length
  if (leftOver > 2 || (short.length === 1 && leftOver > 0)) return none

  const pairs: { i: number; j: number; pair: Pair }[] = []
  short.forEach((word, i) =>
    long.forEach((candidate, j) => {
      const pair = comparePair(word, candidate, isCommon)
      if (pair.worth > 0) pairs.push({ i, j, pair })
    }),
  )
  // The surest pairs first; between equals, those in the same place.
  pairs.sort((a, b) => b.pair.worth - a.pair.worth || Math.abs(a.i - a.j) - Math.abs(b.i - b.j))
  const partner: number[] = []
  const why = new Set<Reason>()
  let sum = 0
  for (const { i, j, pair } of pairs) {
    if (partner[i] !== undefined || partner.includes(j)) continue
    partner[i] = j
    sum += pair.worth
    if (pair.why !== null) why.add(pair.why)
  }
  for (let i = 0; i < short.length; i++) if (partner[i] === undefined) return none
  if (partner.some((j, i) => i > 0 && j < (partner[i - 1] ?? 0))) why.add('order')
  if (leftOver > 0) why.add('part-of-name')
  if (why.size === 0) why.add('same-name')
  return { likeness: sum / short.length - (LEFT_OVER[leftOver] ?? 0), why: [...why] }
}
