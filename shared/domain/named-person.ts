/** Finding one person in what others wrote: by their whole name, by a part of it, or by a mark that only they have. */

/** What a person is known by. `marks` are their e-mail addresses, their badge and ticket codes, and their id. */
export type KnownBy = { names: readonly string[]; marks: readonly string[] }

/** Stands where a name was taken out of somebody’s words. */
const TAKEN_OUT = '…'
/** A ticket code of two or three signs stands in every other text by chance. */
const SHORTEST_MARK = 5

const escaped = (word: string): string => word.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')
/** As words of their own, in any case, with any white space between them; also as JSON writes them. */
function patternOf(texts: readonly string[]): RegExp | null {
  const all = new Set(texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]).filter((text) => text !== ''))
  // The longest first: “Ewa Kaur-Nowak” is one name, and not “Ewa Kaur” with something behind it.
  const either = [...all]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => escaped(text).replace(/\s+/g, '(?:\\s|\\\\n)+'))
    .join('|')
  return either === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu')
}

export type NamedPerson = ReturnType<typeof namedPerson>

/** `whole` knows them by whole names and marks; `part` also by one word of a name, which may be another person’s as well. */
export function namedPerson({ names, marks }: KnownBy) {
  const tidy = names.map((name) => name.trim()).filter((name) => name !== '')
  const whole = [...tidy, ...marks.filter((mark) => mark.length >= SHORTEST_MARK)]
  const words = tidy.flatMap((name) => name.split(/\s+/)).filter((word) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(word))
  const finder = (pattern: RegExp | null) => ({
    isIn: (text: string): boolean => pattern !== null && text.search(pattern) !== -1,
    /** The text without them; empty where nothing else was said. */
    takeOut(text: string): string {
      const left = pattern === null ? text : text.replaceAll(pattern, TAKEN_OUT)
      return left !== text && !/[\p{L}\p{N}]/u.test(left) ? '' : left
    },
  })
  return { whole: finder(patternOf(whole)), part: finder(patternOf([...whole, ...words])) }
}
