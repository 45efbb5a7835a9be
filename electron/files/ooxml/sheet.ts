/** A worksheet that holds one table: frozen headings, widths, the rows as they stream past, rules for what may be typed. */
import type { SheetColumn } from './columns.ts'
import { ExportError } from '../export/index.ts'
import type { CellValue } from './cells.ts'
import { blankCell, CELL_LIMIT, columnLetters, createCellWriter, textCell } from './cells.ts'
import type { Page } from './page.ts'
import { pageXml } from './page.ts'
import { type RowRange, validationsXml } from './rules.ts'
import { linesOf, rowHeight, textRoom } from './row-height.ts'
import type { SharedStrings } from './shared-strings.ts'
import { styleIndex } from './styles.ts'

/** A sheet with its table; `key` names it inside the file, `name` on its tab. */
export type TableSheet = {
  name: string
  tabColour: string
  tableName: string
  columns: readonly SheetColumn[]
  rows: Iterable<Readonly<Record<string, CellValue>>>
  /** A line across the top, above the headings, or null. */
  banner: string | null
  page: Page
  /** Rows below the table that its rules cover as well, for sheets that people add to. */
  spareRows: number
  /** The one column whose cells must name one of those in `cells`, and what is said to whoever types something else. */
  references?: { column: string; cells: () => string; advice: string }
  /** The XML of the rules by which cells colour by what they say. */
  conditions?: (columns: readonly SheetColumn[], rows: RowRange) => string
}

/** What a sheet held, filled in as its rows are written. */
export type SheetReport = {
  rows: number
  /** How often each answer was given in the columns that have a list of them: `counts['brag']['Red']`. */
  counts: Record<string, Record<string, number>>
  /** Texts longer than a cell holds; they go, whole, on a sheet of their own. */
  longTexts: LongText[]
}

/** A text that its cell could not hold: the row's reference, the sheet and heading it stands under, and all of it. */
export type LongText = { ref: string; sheet: string; heading: string; text: string }

export const emptyReport = (): SheetReport => ({ rows: 0, counts: {}, longTexts: [] })

/** Rows that a worksheet can have: Excel's limit. */
export const SHEET_ROWS = 1_048_576
/** Characters gathered before they are handed on. */
const PIECE = 128 * 1024

/** The worksheet's XML in pieces; `report` is complete once the last piece is out. */
export function* sheetPart(sheet: TableSheet, report: SheetReport, shared: SharedStrings): Generator<string> {
  yield openingXml(sheet)
  const heads = headingRow(sheet)
  const writers = sheet.columns.map((column, index) => ({
    column,
    letters: columnLetters(index),
    room: textRoom(column.width),
    write: createCellWriter(column, index === 0, shared),
    counts: column.choices.length > 0 ? (report.counts[column.key] ??= {}) : null,
  }))
  const keys = sheet.columns[0]?.key ?? ''
  let line = heads
  let xml = ''
  for (const row of sheet.rows) {
    line += 1
    if (line > SHEET_ROWS) throw tooManyRows()
    let cells = ''
    let lines = 1
    for (const { column, letters, room, write, counts } of writers) {
      const value = row[column.key] ?? null
      cells += write(letters + line, value)
      if (counts !== null) counts[String(value)] = (counts[String(value)] ?? 0) + 1
      if (typeof value !== 'string') continue
      // The board's columns set the height: rows as tall as their longest detail would print five to a page.
      if (column.group === 'board' && (value.length > room || value.includes('\n')))
        lines = Math.max(lines, linesOf(value, room))
      if (value.length > CELL_LIMIT)
        report.longTexts.push({ ref: String(row[keys]), sheet: sheet.name, heading: column.heading, text: value })
    }
    xml += `<row r="${line}" ht="${rowHeight(lines)}" customHeight="1">${cells}</row>`
    if (xml.length >= PIECE) {
      yield xml
      xml = ''
    }
  }
  report.rows = line - heads
  yield xml
  // A table has at least one row below its headings, so an empty one gets an empty row; without a cell, which would be printed as a line.
  if (report.rows === 0) yield `<row r="${heads + 1}" ht="${rowHeight(1)}"/>`
  yield closingXml(sheet, report)
}

/** The cells of a table, headings included: `A1:AM43`. */
export function tableRange(sheet: Pick<TableSheet, 'columns' | 'banner'>, report: SheetReport): string {
  const heads = headingRow(sheet)
  return `A${heads}:${columnLetters(sheet.columns.length - 1)}${lastRow(sheet, report)}`
}

/** The row of the headings. */
export const headingRow = (sheet: Pick<TableSheet, 'banner'>): number => (sheet.banner === null ? 1 : 2)
/** The last row of the table. */
export const lastRow = (sheet: Pick<TableSheet, 'banner'>, report: SheetReport): number =>
  headingRow(sheet) + Math.max(1, report.rows)

function openingXml(sheet: TableSheet): string {
  const heads = headingRow(sheet)
  const below = heads + 1
  // What people write into rows to come is wrapped, and a day is shown as one.
  const openStyle = (kind: SheetColumn['kind']) =>
    sheet.spareRows === 0 ? '' : ` style="${styleIndex(kind === 'date' ? 'open-date' : 'open')}"`
  const widths = sheet.columns.map(
    ({ width, kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}"${openStyle(kind)} customWidth="1"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetPr><tabColor rgb="FF${sheet.tabColour}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">' +
    `<pane xSplit="1" ySplit="${heads}" topLeftCell="B${below}" activePane="bottomRight" state="frozen"/>` +
    `<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="B${below}" sqref="B${below}"/>` +
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>` +
    bannerXml(sheet) +
    `<row r="${heads}" ht="34" customHeight="1">` +
    sheet.columns
      .map(({ heading, group }, index) =>
        textCell(`${columnLetters(index)}${heads}`, styleIndex(`heading-${group}`), heading),
      )
      .join('') +
    '</row>'
  )
}

function bannerXml({ banner, columns }: TableSheet): string {
  if (banner === null) return ''
  const style = styleIndex('banner')
  const rest = columns.slice(1).map((_, index) => blankCell(`${columnLetters(index + 1)}1`, style))
  return `<row r="1" ht="26" customHeight="1">${textCell('A1', style, banner)}${rest.join('')}</row>`
}

function closingXml(sheet: TableSheet, report: SheetReport): string {
  const rows = { first: headingRow(sheet) + 1, last: lastRow(sheet, report) + sheet.spareRows }
  return (
    '</sheetData>' +
    (sheet.conditions?.(sheet.columns, rows) ?? '') +
    validationsXml(sheet.columns, rows, sheet.references ?? null) +
    pageXml(sheet.page) +
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
  )
}

function tooManyRows(): ExportError {
  return new ExportError(
    'too-large',
    `A worksheet holds ${(SHEET_ROWS - 1).toLocaleString('en-GB')} rows and there are more. Export them in another format instead.`,
  )
}
