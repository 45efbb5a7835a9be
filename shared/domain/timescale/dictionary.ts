/** Finds the words of by when in what was said. */
import type { Token } from './token.ts'
import { VOCABULARY } from './vocabulary.ts'

type Known = { words: readonly string[]; token: Token }

/** By their first word, the longest first; of two for the same words the first of the tables. */
function byFirstWord(): ReadonlyMap<string, readonly Known[]> {
  const known = new Map<string, Known[]>()
  for (const [phrase, token] of VOCABULARY) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    known.set(first, [...(known.get(first) ?? []), { words, token }])
  }
  for (const list of known.values()) list.sort((one, other) => other.words.length - one.words.length)
  return known
}
const KNOWN = byFirstWord()
const WORDS: ReadonlySet<string> = new Set(VOCABULARY.flatMap(([phrase]) => phrase.split(' ')))

/** The longest of the known that these words go on with at `index`; null for none. */
export function knownAt(words: readonly string[], index: number): Known | null {
  for (const entry of KNOWN.get(words[index] ?? '') ?? []) {
    let same = 1
    while (same < entry.words.length && words[index + same] === entry.words[same]) same++
    if (same === entry.words.length) return entry
  }
  return null
}
export const isWord = (word: string): boolean => WORDS.has(word)
