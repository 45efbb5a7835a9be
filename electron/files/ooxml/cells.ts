/** One cell's XML: text as text, numbers as numbers, dates as the serial numbers that spreadsheets count days by. */
import type { SheetColumn } from './columns.ts'
import type { StyleName } from './styles.ts'
import { styleIndex } from './styles.ts'
import type { SharedStrings } from './shared-strings.ts'
import { createColumnStrings, textXml } from './shared-strings.ts'
import { xmlText } from './xml.ts'

export type CellValue = string | number | boolean | null

/** Characters (UTF-16 units) that a cell can hold: Excel's limit. */
export const CELL_LIMIT = 32_767
const CUT_MARK = ' … [continues on the sheet Long texts]'

const MS_PER_DAY = 86_400_000
/** Days from 30 December 1899, the spreadsheet's day 0, to 1 January 1970. */
const EPOCH_SERIAL = 25_569
/** 1 March 1900: before it, Excel counts a 29 February that never was. */
const FIRST_SERIAL = 61
/** The day after 31 December 9999, the last that Excel knows. */
const END_SERIAL = 2_958_466

/** The serial number of an ISO date or instant (UTC), or null where a spreadsheet has none for it, or it is none but words. */
export function serialOf(iso: string): number | null {
  if (iso.includes(' ')) return null
  const serial = Date.parse(iso) / MS_PER_DAY + EPOCH_SERIAL
  return serial >= FIRST_SERIAL && serial < END_SERIAL ? serial : null
}

/** Column letters: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** Text that fits a cell, cut between characters and marked where it does not. */
export function fitCell(text: string): string {
  return text.length <= CELL_LIMIT ? text : cleanCut(text, 0, CELL_LIMIT - CUT_MARK.length) + CUT_MARK
}

/** The piece of at most `length` UTF-16 units from `from`, never ending inside a pair of surrogates. */
export function cleanCut(text: string, from: number, length: number): string {
  const end = from + length
  const splitsPair = end < text.length && isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end))
  return text.slice(from, splitsPair ? end - 1 : end)
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** A cell of text at `at` (`B7`), written out in its place; as text, so nothing in it is ever taken for a formula. */
export function textCell(ref: string, style: number, text: string): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is>${textXml(text)}</is></c>`
}

const sharedTextCell = (ref: string, style: number, index: number) =>
  `<c r="${ref}" s="${style}" t="s"><v>${index}</v></c>`
export const numberCell = (ref: string, style: number, value: number) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`
export const blankCell = (ref: string, style: number) => `<c r="${ref}" s="${style}"/>`

/** A cell that counts for itself, with the answer it had when the file was made. */
export function formulaCell(ref: string, style: number, formula: string, value: number): string {
  return `<c r="${ref}" s="${style}"><f>${xmlText(formula)}</f><v>${value}</v></c>`
}

/** Turns one column's values into cells. `isReference` marks the column that names the row. */
export function createCellWriter(
  column: SheetColumn,
  isReference: boolean,
  shared: SharedStrings,
): (ref: string, value: CellValue) => string {
  // A day or a number in the first column is shown as what it is, like anywhere else.
  const isName = isReference && STYLE_OF_KIND[column.kind] === 'text'
  const text = styleIndex(isName ? 'reference' : 'text')
  const guarded = styleIndex(isName ? 'reference-guarded' : 'text-guarded')
  const own = isName ? text : styleIndex(STYLE_OF_KIND[column.kind])
  const isDay = column.kind === 'date' || column.kind === 'instant'
  const sharedIndex = createColumnStrings(shared)
  const words = (ref: string, style: number, value: string) => {
    const index = sharedIndex(value)
    return index === null ? textCell(ref, style, value) : sharedTextCell(ref, style, index)
  }
  return (ref, value) => {
    if (value === null || value === '') return blankCell(ref, own)
    if (typeof value === 'number')
      return Number.isFinite(value) ? numberCell(ref, own, value) : words(ref, text, String(value))
    if (typeof value === 'boolean') return words(ref, own, value ? 'Yes' : 'No')
    if (isDay) {
      const serial = serialOf(value)
      if (serial !== null) return numberCell(ref, own, serial)
    }
    return words(ref, MAY_BECOME_FORMULA.test(value) ? guarded : text, fitCell(value))
  }
}

// Such text stays text when the cell is opened and closed again only where its style says so (quotePrefix).
const MAY_BECOME_FORMULA = /^[=+\-@']/

const STYLE_OF_KIND = {
  text: 'text',
  long: 'text',
  choice: 'text',
  flag: 'text',
  date: 'date',
  instant: 'instant',
  number: 'number',
} as const satisfies Record<SheetColumn['kind'], StyleName>
