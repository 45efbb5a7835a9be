/** Reads one sheet of an Excel workbook as text: what a cell shows, never what a formula would do. */
import { zipSync, type Zippable } from 'fflate'
import * as xlsx from '@e965/xlsx'
import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { unpack, type Part } from './archive.ts'
import { headedRows } from './headed-rows.ts'
import { formulaNotice, mergedNotice, type OddCells, rawRows, shownNotices } from './sheet-cells.ts'
import { mostLikeAList, peopleIn, peopleInRows } from './sheet-people.ts'
import { shownIn } from './shown-in-sheet.ts'
import { LIMITS, type Reading, tableError, tooLarge, type Table, type TableError, type TableRow } from './table.ts'
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

/**
 * The bytes of a workbook with nothing in it but cells, and some of its parts: what lists its sheets, what says which part each is, how cells look,
 * and the sheets themselves by the end of their name.
 */
type Cells = {
  bytes: Uint8Array
  index: string
  links: string
  styles: Uint8Array | null
  sheets: Map<string, Uint8Array>
}

/** The same workbook with nothing in it but cells, every part unpacked within bounds and stored as it is. */
function onlyCells(name: string, bytes: Uint8Array, parts: Part[]): Cells | TableError {
  const needed = parts.filter((part) => NEEDED.test(part.name))
  const unpacked = needed.reduce((sum, part) => sum + part.size, 0)
  if (unpacked > LIMITS.unpackedBytes || unpacked > LIMITS.unpackedFreely + bytes.length * LIMITS.unfolding)
    return tooLarge(name, 'any list of delegates')
  const whole: Zippable = {}
  let [index, links] = ['', '']
  let styles: Uint8Array | null = null
  const sheets = new Map<string, Uint8Array>()
  for (const part of needed) {
    const content = unpack(bytes, part)
    if (content === null) return damaged(name)
    const wrong = xmlError(content)
    if (wrong !== null) return wrong === 'damaged' ? damaged(name) : tooLarge(name, 'any list of delegates')
    whole[part.name] = [content, { level: 0 }]
    const last = part.name.slice(part.name.lastIndexOf('/') + 1).toLowerCase()
    if (last === 'workbook.xml') index = new TextDecoder().decode(content)
    else if (last === 'workbook.xml.rels') links = new TextDecoder().decode(content)
    else if (last === 'styles.xml') styles = content
    else if (/worksheets\/[^/]+$/i.test(part.name)) sheets.set(last, content)
  }
  return { bytes: zipSync(whole), index, links, styles, sheets }
}

function readSheets(name: string, cells: Cells, { sheet: wanted, ...reading }: Reading): Table | TableError {
  const book = xlsx.read(cells.bytes, { type: 'array', bookSheets: true })
  const sheets = book.SheetNames
  const first = sheets[0]
  if (first === undefined) return damaged(name)
  if (wanted !== null && !sheets.includes(wanted))
    return tableError(
      'no-such-sheet',
      `“${name}” has no sheet called “${wanted}”.`,
      `Choose one of its sheets: ${sheets.join(', ')}.`,
    )
  const visible = visibleSheets(cells.index, sheets)
  const offered = wanted === null || visible.includes(wanted) ? visible : sheets
  const read = readAll(cells.bytes, offered.slice(0, MOST_SHEETS), wanted)
  const sheet = wanted ?? mostLikeAList(read, reading.vocabulary) ?? first
  const chosen = read.get(sheet)
  if (chosen === undefined) return damaged(name)
  const far = chosen.odd.far[0]
  if (far !== undefined)
    return tableError(
      'too-many-columns',
      `Cell ${far} of “${name}” stands far to the right of any list of delegates.`,
      'Delete it, or the columns that are not about delegates, and import the file again.',
    )
  const shown = shownIn({ sheet: partOf(cells, sheets.indexOf(sheet)), styles: cells.styles })
  for (const row of chosen.rows) {
    const mark = shown.rows.get(row.number)
    if (mark !== undefined) row.mark = mark
  }
  const headed = headedRows(name, chosen.rows, reading)
  if ('kind' in headed) return headed
  const people = (one: string): number =>
    one === sheet ? peopleIn(headed, reading.vocabulary) : peopleInRows(read.get(one)?.rows ?? [], reading)
  return {
    kind: 'xlsx',
    encoding: 'utf-8',
    encodingGuessed: false,
    delimiter: '',
    sheets: offered.map((one) => ({ name: one, people: people(one) })),
    sheet,
    ...headed,
    notices: [
      ...headed.notices,
      ...shownNotices(headed.rows, shown.columns, headed.headings),
      ...mergedNotice(chosen.cells, headed.headingRow, headed.headings),
      ...formulaNotice(chosen.odd.empty),
    ],
  }
}

/** More sheets than these are offered, and not looked into. */
const MOST_SHEETS = 30

type SheetRead = { cells: WorkSheet; rows: TableRow[]; odd: OddCells }

/** Each of these sheets, in one go: to open one by one would read the words that they share again each time. */
function readAll(bytes: Uint8Array, sheets: string[], wanted: string | null): Map<string, SheetRead> {
  const all = wanted === null || sheets.includes(wanted) ? sheets : [...sheets, wanted]
  const opened = open(bytes, all).Sheets
  return new Map(
    all.flatMap((sheet): [string, SheetRead][] => {
      const cells = opened[sheet]
      if (cells === undefined) return []
      const odd: OddCells = { empty: [], far: [] }
      return [[sheet, { cells, rows: rawRows(cells, odd), odd }]]
    }),
  )
}

/** `cellFormula` only keeps the text of formulas, so that those without a worked-out value can be told from empty cells. */
const open = (bytes: Uint8Array, sheets: string[]): WorkBook =>
  xlsx.read(bytes, {
    type: 'array',
    dense: true,
    sheets,
    cellFormula: true,
    cellHTML: false,
    cellDates: true,
    cellText: true,
    sheetStubs: true,
  })

const entriesOf = (contents: string): string[] => contents.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []

/** The XML of the sheet that is listed at this place; empty where its part cannot be told. */
function partOf({ index, links, sheets }: Cells, place: number): Uint8Array {
  const id = /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/.exec(entriesOf(index)[place] ?? '')?.[1]
  const link = links
    .match(/<(?:\w+:)?Relationship\s[^>]*>/g)
    ?.find((one) => one.match(/\sId\s*=\s*["']([^"']*)["']/)?.[1] === id)
  const target = link?.match(/\sTarget\s*=\s*["']([^"']*)["']/)?.[1] ?? ''
  return sheets.get(target.slice(target.lastIndexOf('/') + 1).toLowerCase()) ?? new Uint8Array()
}

/** Sheets that Excel shows. Asking the parser would have it read every cell's text again only for this. */
function visibleSheets(contents: string, sheets: string[]): string[] {
  const entries = entriesOf(contents)
  const visible = sheets.filter((_, index) => !/\sstate\s*=\s*["'](very)?hidden["']/i.test(entries[index] ?? ''))
  return visible.length === 0 ? sheets : visible
}
