/** Fits a text into a box of a badge: as large as it goes, on as many lines as there is room for, and never over the edge. Pure. */

/** The width of a text set one millimetre high, in millimetres. */
export type Measure = (text: string, weight: number) => number

type Box = { width: number; height: number }
export type Fitted = { size: number; lines: string[] }

type Wish = Box & {
  /** Font sizes to try, in millimetres: the largest, and the smallest at which it can still be read. */
  largest: number
  smallest: number
  /** From line to line, in font sizes. */
  leading: number
  weight: number
  /** A word is broken only where it would have to be much smaller than this to be whole; it is then set at most so large. */
  breakBelow: number
}

/** Each step is this much smaller than the one before. */
const STEP = 0.94
/** How much smaller than `breakBelow` a word may become rather than be broken. */
const WHOLE = 0.7
/** Letters are measured on the screen and drawn by the printer: this much is kept in hand. */
const SURE = 0.97

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** What a reader sees as one sign: an emoji of a family, a letter with its marks. */
const signsOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment)

// Chinese, Japanese and Korean are written without spaces and may go on in the next line after any sign.
const ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** The pieces of a text between which a line may end. A piece keeps its hyphen, and the space before it. */
function piecesOf(text: string): string[] {
  return text.split(/(?= )|(?<=[\p{L}\p{N}]-)(?=[\p{L}\p{N}])/u).flatMap((piece) => {
    if (!ANYWHERE.test(piece)) return [piece]
    return signsOf(piece).reduce<string[]>((pieces, sign) => {
      const last = pieces.at(-1)
      if (last === undefined || (ANYWHERE.test(sign) && last.trim() !== '')) pieces.push(sign)
      else pieces[pieces.length - 1] = last + sign
      return pieces
    }, [])
  })
}

/** The lines of a text at one font size, or null where a piece is too wide and may not be broken. */
function linesAt(text: string, width: number, mayBreak: boolean, widthOf: (text: string) => number): string[] | null {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (widthOf((line + piece).trim()) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trim())
    line = piece.trimStart()
    if (widthOf(line) <= width) continue
    if (!mayBreak) return null
    const signs = signsOf(line)
    line = ''
    for (const sign of signs) {
      if (line !== '' && widthOf(line + sign) > width) {
        lines.push(line)
        line = ''
      }
      line += sign
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

/** The same number of lines, of about the same length: “Kwame / Okonkwo-Bell”, not one word, or three letters, left over. */
function evened(lines: string[], share: (of: number) => string[] | null): string[] {
  for (let of = 0.5; lines.length > 1 && of < 1; of += 0.05) {
    const narrower = share(of)
    if (narrower?.length === lines.length) return narrower
  }
  return lines
}

/**
 * Never wider or higher than the box. A text too long even at the smallest size ends in “…”; with nothing to say there
 * are no lines.
 */
export function fitText(text: string, measure: Measure, wish: Wish): Fitted {
  const { width, height, largest, smallest, leading, weight, breakBelow } = wish
  const words = text.trim()
  if (words === '') return { size: smallest, lines: [] }
  const room = width * SURE
  const linesThatFit = (size: number) => Math.floor(height / (size * leading) + 1e-6)
  const at = (size: number, mayBreak: boolean): Fitted | null => {
    const widthOf = (part: string) => measure(part, weight) * size
    const lines = linesAt(words, room, mayBreak, widthOf)
    if (lines === null || lines.length > linesThatFit(size)) return null
    return { size, lines: evened(lines, (of) => linesAt(words, room * of, mayBreak, widthOf)) }
  }
  for (let size = largest; size >= Math.max(smallest, breakBelow * WHOLE); size *= STEP) {
    const whole = at(size, false)
    if (whole !== null) return whole
  }
  for (let size = Math.min(largest, breakBelow); size >= smallest; size *= STEP) {
    const broken = at(size, true)
    if (broken !== null) return broken
  }
  return cutShort(
    words,
    (part) => measure(part, weight) * smallest,
    room,
    smallest,
    Math.max(1, linesThatFit(smallest)),
  )
}

/** As much as there is room for at the smallest size, and “…”. */
function cutShort(words: string, widthOf: (text: string) => number, room: number, size: number, most: number): Fitted {
  const lines = linesAt(words, room, true, widthOf) ?? []
  const kept = lines.slice(0, most)
  if (lines.length > most) {
    const signs = signsOf(kept[most - 1] ?? '')
    while (signs.length > 0 && widthOf(`${signs.join('')}…`) > room) signs.pop()
    kept[most - 1] = `${signs.join('').trimEnd()}…`
  }
  return { size, lines: kept }
}
