/** Reads one sheet of an Excel workbook as text: what a cell shows, never what a formula would do. */
import { zipSync, type Zippable } from 'fflate'
import * as xlsx from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { unpack, type Part } from './archive.ts'
import { knownHeadings } from './headings.ts'
import { headedRows, type RawRow } from './headed-rows.ts'
import {
  columnLetters,
  LIMITS,
  type Reading,
  tableError,
  tooLarge,
  type Table,
  type TableError,
  type TableNotice,
} from './table.ts'
import type { Vocabulary } from './vocabulary.ts'
import { xmlError } from './whole-xml.ts'

// Only these are needed to read cells, and the parser asks for the metadata of new formulas where they are listed. Macros, links to other files, pictures, comments and charts are never unpacked.
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|(xl\/)?(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|metadata\.xml|persons\/person\.xml|worksheets\/[^/]+\.xml))$/i

/** A table from the sheet called `sheet`, or from the visible sheet that looks most like a list of people. */
export function readWorkbook(name: string, bytes: Uint8Array, parts: Part[], reading: Reading): Table | TableError {
  if (bytes.length > LIMITS.workbookBytes) return tooLarge(name, 'any list of delegates')
  const small = onlyCells(name, bytes, parts)
  if ('kind' in small) return small
  try {
    return readSheets(name, small, reading)
  } catch {
    // The parser throws on workbooks whose parts contradict one another; it has not touched anything of ours.
    return damaged(name)
  }
}

const damaged = (name: string) =>
  tableError(
    'damaged',
    `“${name}” is damaged and cannot be read as a workbook.`,
    'Open it in Excel or LibreOffice, save it again as an Excel workbook (.xlsx), and import that.',
  )

/** The bytes of a workbook with nothing in it but cells, and the part that lists its sheets. */
type Cells = { bytes: Uint8Array; index: string }

/** The same workbook with nothing in it but cells, every part unpacked within bounds and stored as it is. */
function onlyCells(name: string, bytes: Uint8Array, parts: Part[]): Cells | TableError {
  const needed = parts.filter((part) => NEEDED.test(part.name))
  const unpacked = needed.reduce((sum, part) => sum + part.size, 0)
  if (unpacked > LIMITS.unpackedBytes || unpacked > LIMITS.unpackedFreely + bytes.length * LIMITS.unfolding)
    return tooLarge(name, 'any list of delegates')
  const whole: Zippable = {}
  let index = ''
  for (const part of needed) {
    const content = unpack(bytes, part)
    if (content === null) return damaged(name)
    const wrong = xmlError(content)
    if (wrong !== null) return wrong === 'damaged' ? damaged(name) : tooLarge(name, 'any list of delegates')
    whole[part.name] = [content, { level: 0 }]
    if (/(^|\/)workbook\.xml$/i.test(part.name)) index = new TextDecoder().decode(content)
  }
  return { bytes: zipSync(whole), index }
}

function readSheets(name: string, { bytes, index }: Cells, { sheet: wanted, ...reading }: Reading): Table | TableError {
  const book = xlsx.read(bytes, { type: 'array', bookSheets: true })
  const sheets = book.SheetNames
  const first = sheets[0]
  if (first === undefined) return damaged(name)
  if (wanted !== null && !sheets.includes(wanted))
    return tableError(
      'no-such-sheet',
      `“${name}” has no sheet called “${wanted}”.`,
      `Choose one of its sheets: ${sheets.join(', ')}.`,
    )
  const visible = visibleSheets(index, sheets)
  const sheet =
    wanted ?? (visible.length > 1 ? mostLikeAList(bytes, visible, reading.vocabulary) : (visible[0] ?? first))
  const cells = open(bytes, sheet, 0).Sheets[sheet]
  if (cells === undefined) return damaged(name)
  const odd: OddCells = { empty: [], far: [] }
  const rows = rawRows(cells, odd)
  const far = odd.far[0]
  if (far !== undefined)
    return tableError(
      'too-many-columns',
      `Cell ${far} of “${name}” stands far to the right of any list of delegates.`,
      'Delete it, or the columns that are not about delegates, and import the file again.',
    )
  const headed = headedRows(name, rows, reading)
  if ('kind' in headed) return headed
  const notices = [
    ...headed.notices,
    ...mergedNotice(cells, headed.headingRow, headed.headings),
    ...formulaNotice(odd.empty),
  ]
  return {
    kind: 'xlsx',
    encoding: 'utf-8',
    encodingGuessed: false,
    delimiter: '',
    sheets: visible.includes(sheet) ? visible : sheets,
    sheet,
    ...headed,
    notices,
  }
}

/** `cellFormula` only keeps the text of formulas, so that those without a worked-out value can be told from empty cells. */
const open = (bytes: Uint8Array, sheet: string, rows: number): WorkBook =>
  xlsx.read(bytes, {
    type: 'array',
    dense: true,
    sheets: sheet,
    sheetRows: rows,
    cellFormula: true,
    cellHTML: false,
    cellDates: true,
    cellText: true,
    sheetStubs: true,
  })

/** Sheets that Excel shows. Asking the parser would have it read every cell's text again only for this. */
function visibleSheets(contents: string, sheets: string[]): string[] {
  const entries = contents.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []
  const visible = sheets.filter((_, index) => !/\sstate\s*=\s*["'](very)?hidden["']/i.test(entries[index] ?? ''))
  return visible.length === 0 ? sheets : visible
}

/** pretix puts orders and people on different sheets, and others put a note to the reader first. */
function mostLikeAList(bytes: Uint8Array, sheets: string[], vocabulary: Vocabulary): string {
  let best = { sheet: sheets[0] ?? '', known: -1 }
  // Each look parses the shared strings again; a list of people stands in front.
  for (const sheet of sheets.slice(0, 8)) {
    const cells = open(bytes, sheet, 12).Sheets[sheet]
    const rows =
      cells === undefined
        ? []
        : rawRows(cells, { empty: [], far: [] }).filter((row) => row.cells.some((cell) => cell !== ''))
    const known = rows.length < 2 ? 0 : Math.max(...rows.map((row) => knownHeadings(vocabulary, row.cells)))
    if (known > best.known) best = { sheet, known }
  }
  return best.sheet
}

/** Cells, by name, that an organiser should hear of: formulas that give nothing, and text where no list reaches. */
type OddCells = { empty: string[]; far: string[] }

/** The items that a list has, by their places. Walking from one to the next takes minutes where a billionth is the second. */
const thoseThere = <T>(list: readonly T[]): [number, T][] =>
  Object.entries(list).map(([place, item]) => [Number(place), item])

function rawRows(sheet: WorkSheet, odd: OddCells): RawRow[] {
  const raw: RawRow[] = []
  for (const [index, row] of thoseThere(sheet['!data'] ?? [])) {
    const cells: string[] = []
    for (const [column, cell] of thoseThere(row ?? [])) {
      const text = shown(cell)
      if (cell.f !== undefined && givesNothing(cell)) odd.empty.push(`${columnLetters(column)}${index + 1}`)
      if (column <= LIMITS.columns) cells[column] = text
      else if (text.trim() !== '') odd.far.push(`${columnLetters(column)}${index + 1}`)
    }
    raw.push({ number: index + 1, cells: Array.from(cells, (cell) => cell ?? '') })
  }
  return raw
}

/** A formula that was never worked out, or that looks at an empty cell: both read as 0, and nobody is called that. */
const givesNothing = (cell: CellObject) => cell.v === undefined || cell.t === 'z' || (cell.t === 'n' && cell.v === 0)

/** What a person sees in the cell, except that dates are written year first and long numbers in full. */
function shown(cell: CellObject): string {
  const { v } = cell
  if (v === undefined || v === null || (cell.f !== undefined && givesNothing(cell))) return ''
  if (v instanceof Date) {
    const iso = v.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
  }
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (typeof v !== 'number') return typeof v === 'boolean' ? (v ? 'Yes' : 'No') : v
  // Excel keeps 15 digits of a number: a longer ticket code has lost its end, and is written so that it shows.
  if (Math.abs(v) >= 1e15) return v.toExponential().toUpperCase()
  const plain = String(v)
  // A format such as 00000 shows noughts in front that belong to the code.
  return cell.w !== undefined && /^0\d+$/.test(cell.w) && Number(cell.w) === v ? cell.w : plain
}

function mergedNotice(sheet: WorkSheet, headingRow: number, headings: string[]): TableNotice[] {
  const merges = (sheet['!merges'] ?? []).filter((range) => range.e.r >= headingRow)
  const first = merges[0]
  if (first === undefined) return []
  const where = `${columnLetters(first.s.c)}${first.s.r + 1}:${columnLetters(first.e.c)}${first.e.r + 1}`
  const reason = `Cells ${where} are merged. Only the first of them has a value; the others were read as empty. Unmerge them and fill in each row if they should all have it.`
  return [{ row: first.s.r + 1, column: headings[first.s.c] ?? '', value: where, reason, rows: merges.length }]
}

function formulaNotice(empty: string[]): TableNotice[] {
  const first = empty[0]
  if (first === undefined) return []
  const reason = `Cell ${first} holds a formula that gives nothing, or has not been worked out, and was read as empty. If it should hold something, open the workbook in Excel, save it, and import it again.`
  return [{ row: Number(/\d+/.exec(first)?.[0] ?? 0), column: '', value: first, reason, rows: empty.length }]
}
