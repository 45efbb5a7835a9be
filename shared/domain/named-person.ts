/** Finding one person in what others wrote: by their whole name, by a part of it, or by a mark that only they have. */

/** What a person is known by. `marks` are their e-mail addresses, their badge and ticket codes, and their id. */
export type KnownBy = { names: readonly string[]; marks: readonly string[] }

/** Stands where a name was taken out of somebody’s words. */
const TAKEN_OUT = '…'
/** A ticket code of two or three signs stands in every other text by chance. */
const SHORTEST_MARK = 5

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&').replace(/\s+/g, '(?:\\s|\\\\n)+')
/** In any case, with any white space in it; also as JSON writes it. The longest first: “Ewa Kaur-Nowak” holds “Ewa Kaur”. */
const eitherOf = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
/** `words` as words of their own, `alone` only where a text says nothing else. Null where there are none of either. */
function patternOf(words: readonly string[], alone: readonly string[]): RegExp | null {
  const either = [
    ...(words.length === 0 ? [] : [`(?<![\\p{L}\\p{N}])(?:${eitherOf(words)})(?![\\p{L}\\p{N}])`]),
    ...(alone.length === 0 ? [] : [`(?<=^|")(?:${eitherOf(alone)})(?=$|")`]),
  ]
  return either.length === 0 ? null : new RegExp(either.join('|'), 'giu')
}

export type NamedPerson = ReturnType<typeof namedPerson>

/**
 * `whole` knows them by whole names and marks; a name of one word, such as Rose or Will, only where it stands alone. `part` knows
 * them also by one word of a name, which may be another person’s as well.
 */
export function namedPerson({ names, marks }: KnownBy) {
  const tidy = names.map((name) => name.trim()).filter((name) => name !== '')
  const whole = [...tidy.filter((name) => /\s/.test(name)), ...marks.filter((mark) => mark.length >= SHORTEST_MARK)]
  const alone = tidy.filter((name) => !/\s/.test(name))
  const words = tidy.flatMap((name) => name.split(/\s+/)).filter((word) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(word))
  const finder = (pattern: RegExp | null) => ({
    isIn: (text: string): boolean => pattern !== null && text.search(pattern) !== -1,
    /** The text without them; empty where nothing else was said. */
    takeOut(text: string): string {
      const left = pattern === null ? text : text.replaceAll(pattern, TAKEN_OUT)
      return left !== text && !/[\p{L}\p{N}]/u.test(left) ? '' : left
    },
  })
  return { whole: finder(patternOf(whole, alone)), part: finder(patternOf([...whole, ...words], alone)) }
}
