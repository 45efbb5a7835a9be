/** Finds which of an event's own sectors or tables a list means, however it is written there. */

/** What the event calls its sectors and, as they are shown, its tables. */
export type EventNames = { sectors: { id: string; name: string; aliases?: string[] }[]; tables?: string[] }

type Known = { id: string; names: string[] }
type Match = { id: string; sure: boolean } | null

const key = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
// Small words that sectors' names share, and that tell none of them apart.
const SMALL = new Set([
  'and',
  'the',
  'of',
  'for',
  'in',
  'a',
  'or',
  'other',
  'sector',
  'service',
  'services',
  'organisation',
  'organization',
])

/**
 * A function from what a list says to the one it means, or null. It is sure where the id, the name or an alias is the
 * same but for case, accents and punctuation; else it takes the only one all of whose words stand in the value, or the
 * only one in whose name all words of the value stand. Two that fit equally well are as good as none.
 */
export function createMatcher(known: Known[]): (value: string) => Match {
  const exact = new Map<string, string>()
  const spoken = known.flatMap(({ id, names }) => [id, ...names].map((name) => ({ id, words: wordsOf(name) })))
  for (const { id, names } of known.toReversed()) for (const name of [id, ...names]) exact.set(key(name), id)
  const cache = new Map<string, Match>()
  return (value) => {
    const seen = cache.get(value)
    if (seen !== undefined) return seen
    const found = match(value)
    // Lists hold few different values; a wrong column holds as many as rows, and is not worth remembering.
    if (cache.size < 1000) cache.set(value, found)
    return found
  }

  function match(value: string): Match {
    const same = exact.get(key(value))
    if (same !== undefined) return { id: same, sure: true }
    const words = wordsOf(value)
    if (words.size === 0) return null
    const inside = new Set(spoken.filter((one) => one.words.size > 0 && within(one.words, words)).map((one) => one.id))
    const around =
      inside.size > 0 ? inside : new Set(spoken.filter((one) => within(words, one.words)).map((one) => one.id))
    const [only] = around
    return around.size === 1 && only !== undefined ? { id: only, sure: false } : null
  }
}

const wordsOf = (text: string) =>
  new Set(
    key(text)
      .split(' ')
      .filter((word) => word !== '' && !SMALL.has(word)),
  )
const within = (some: Set<string>, all: Set<string>) => [...some].every((word) => all.has(word))
