/** The words of an index: numbered, in order, and found by how they start, with one slip of the fingers forgiven. */
import { isTwoSlips } from './slips.ts'

// A word this long has one first letter, and what is two slips away from it is still no other name.
const LONG = 8

/** A word with every doubled letter once: who hears a name seldom hears which of its letters are doubled. */
const squeeze = (word: string): string => word.replace(/(.)\1+/gu, '$1')

// Up to here, putting a word in its place is cheaper than sorting again.
const FEW = 24

/** Words get the numbers 0, 1, 2 … and keep them. Letters are compared by code unit. */
export function createVocabulary() {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const squeezed = new Map<string, number[]>()
  let order: number[] = []
  let fresh: number[] = []

  const wordAt = (rank: number): string => words[order[rank] ?? -1] ?? ''

  /** The first rank in the order whose word is not before `word`. */
  function rankOf(word: string): number {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (wordAt(middle) < word) low = middle + 1
      else high = middle
    }
    return low
  }

  function settle(): void {
    if (fresh.length === 0) return
    if (fresh.length <= FEW) {
      for (const number of fresh) order.splice(rankOf(words[number] ?? ''), 0, number)
    } else {
      const isBefore = (one: number, other: number) => (words[one] ?? '') < (words[other] ?? '')
      fresh.sort((one, other) => (isBefore(one, other) ? -1 : 1))
      const merged: number[] = []
      let next = 0
      for (const number of order) {
        for (
          let candidate = fresh[next];
          candidate !== undefined && isBefore(candidate, number);
          candidate = fresh[++next]
        )
          merged.push(candidate)
        merged.push(number)
      }
      order = merged.concat(fresh.slice(next))
    }
    fresh = []
  }

  /** The rank, from `low` up to `high`, where words with a later letter than `letter` at `depth` begin. */
  function endOf(letter: number, low: number, high: number, depth: number): number {
    let [from, to] = [low, high]
    while (from < to) {
      const middle = (from + to) >> 1
      const word = wordAt(middle)
      if (word.length > depth && word.charCodeAt(depth) > letter) to = middle
      else from = middle + 1
    }
    return from
  }

  return {
    get size(): number {
      return words.length
    },
    word: (number: number): string => words[number] ?? '',
    numberOf: (word: string): number | undefined => numbers.get(word),
    add(word: string): number {
      const known = numbers.get(word)
      if (known !== undefined) return known
      const number = words.push(word) - 1
      numbers.set(word, number)
      fresh.push(number)
      const key = squeeze(word)
      const alike = squeezed.get(key)
      if (alike === undefined) squeezed.set(key, [number])
      else alike.push(number)
      return number
    },
    /** Calls `visit` with the number of every word that starts so. */
    starting(start: string, visit: (number: number) => void): void {
      settle()
      for (let rank = rankOf(start); rank < order.length && wordAt(rank).startsWith(start); rank++)
        visit(order[rank] ?? -1)
    },
    /** Calls `visit` with every word that only doubles other letters than `typed`: Lewelyn and Llewellyn. */
    doubled: (typed: string, visit: (number: number) => void): void => squeezed.get(squeeze(typed))?.forEach(visit),
    /** Calls `visit` with every word up to two slips from a long one that begins with the same letter; looks at them all. */
    withinTwoSlips(typed: string, visit: (number: number) => void): void {
      if (typed.length < LONG) return
      const first = typed.charCodeAt(0)
      for (const [number, word] of words.entries())
        if (word.charCodeAt(0) === first && Math.abs(word.length - typed.length) <= 2 && isTwoSlips(typed, word))
          visit(number)
    },
    hasStart(start: string): boolean {
      settle()
      return wordAt(rankOf(start)).startsWith(start)
    },
    /**
     * Calls `visit` with every word one slip away from `typed`: a letter too many, too few, another, or two that changed
     * places (Damerau, “A technique for computer detection and correction of spelling errors”, 1964). With `unfinished`,
     * also with words that only start so (`whole` is false); the slip is then not at the end of a short start, which would
     * be any word at all. Walks down the ordered words as if they were a tree, so it costs about as much as the few
     * branches that are left after one wrong turn. May visit a word twice, and `typed` itself.
     */
    withinOneSlip(typed: string, unfinished: boolean, visit: (number: number, whole: boolean) => void): void {
      settle()
      const length = typed.length
      const letterAt = (at: number) => typed.charCodeAt(at)

      /** Follows the rest of what was typed, from letter `at`, without any more slips. */
      const follow = (low: number, high: number, depth: number, at: number, visitStarts: boolean): void => {
        let [from, to, deep] = [low, high, depth]
        for (let i = at; i < length && from < to; i++, deep++) {
          const letter = letterAt(i)
          from = endOf(letter - 1, from, to, deep)
          to = endOf(letter, from, to, deep)
        }
        if (from >= to) return
        if (wordAt(from).length === deep) visit(order[from] ?? -1, true)
        if (!visitStarts) return
        for (let rank = from; rank < to; rank++) if (wordAt(rank).length > deep) visit(order[rank] ?? -1, false)
      }

      let low = 0
      let high = order.length
      for (let depth = 0; depth <= length && low < high; depth++) {
        const here = letterAt(depth)
        const starts = unfinished && (depth < length - 1 || length > 5) && depth < length
        // Every letter that comes next: an extra one, or one instead of the typed one. Words that end here come first.
        let from = endOf(-1, low, high, depth)
        while (from < high) {
          const letter = wordAt(from).charCodeAt(depth)
          const to = endOf(letter, from, high, depth)
          follow(from, to, depth + 1, depth, starts)
          if (letter !== here && depth < length) follow(from, to, depth + 1, depth + 1, starts)
          from = to
        }
        if (depth === length) break
        // One typed that should not be there, and two that changed places.
        follow(low, high, depth, depth + 1, starts)
        if (depth + 1 < length) {
          const first = letterAt(depth + 1)
          let swapLow = endOf(first - 1, low, high, depth)
          let swapHigh = endOf(first, swapLow, high, depth)
          swapLow = endOf(here - 1, swapLow, swapHigh, depth + 1)
          swapHigh = endOf(here, swapLow, swapHigh, depth + 1)
          follow(swapLow, swapHigh, depth + 2, depth + 2, starts)
        }
        low = endOf(here - 1, low, high, depth)
        high = endOf(here, low, high, depth)
      }
    },
  }
}
