/** How much room a text takes on paper, in letters: near enough to lay out a page before any browser has drawn it. Pure. */

export type Column = { letters: number; line: number }

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}WM@%]/u
// Marks stand over their letter, and joiners are not seen: neither takes room of its own.
const NO_ROOM = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\p{Cc}\u{1f3fb}-\u{1f3ff}]/u
const JOINED_PICTURES = /\u200d\p{Extended_Pictographic}/gu

/** In letters: capitals count for more, a Chinese character or an M for two, and what nobody sees for nothing. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text.replaceAll(JOINED_PICTURES, ''))
    width += NO_ROOM.test(character) ? 0 : WIDE.test(character) ? 2 : /\p{Lu}/u.test(character) ? 1.3 : 1
  return width
}

/** How many lines a text takes in a column: broken between words, and inside those that are too long for a line of their own. */
export function linesOf(text: string, letters: number): number {
  let lines = 0
  let used = letters
  for (const word of text.split(/\s+|(?<=-)/u)) {
    const width = widthOf(word)
    if (width === 0) continue
    if (used + 1 + width <= letters) used += 1 + width
    else {
      lines += Math.ceil(width / letters)
      used = width % letters
    }
  }
  return lines
}

/** How high a text is in its column, in millimetres. */
export const heightOf = (text: string, { letters, line }: Column): number => linesOf(text, letters) * line
