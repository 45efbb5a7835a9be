/** A name cut into the parts that were typed and the parts that were not, for highlighting; and when typing is enough to look. */

export type Segment = { start: number; text: string; marked: boolean }

/** `marks` are [start, end] in UTF-16 code units. Marks that overlap or reach outside do no harm: the name stays whole. */
export function segmentsOf(name: string, marks: readonly (readonly [number, number])[]): Segment[] {
  const segments: Segment[] = []
  let position = 0
  const add = (to: number, marked: boolean) => {
    if (to > position) segments.push({ start: position, text: name.slice(position, to), marked })
    position = Math.max(position, to)
  }
  for (const [from, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    add(Math.min(from, name.length), false)
    add(Math.min(end, name.length), true)
  }
  add(name.length, false)
  return segments
}

/** Nobody is listed before this many letters, so that nobody can leaf through who is coming. */
export const LETTERS_FIRST = 3
/** But somebody may be called no longer than this: whoever is called just so is found. */
export const SHORT_NAME = 2

/** How many letters were typed, as the station counts them: a Chinese, Japanese or Korean one stands for two. */
export function lettersIn(text: string): number {
  let letters = 0
  for (const character of text) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) letters += 2
    else if (/\p{L}/u.test(character)) letters += 1
  }
  return letters
}
