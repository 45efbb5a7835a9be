/** A sheet that is read like a page: lines of a few cells each, titles and sections, no table. */
import { blankCell, columnLetters, fitCell, formulaCell, numberCell, serialOf, textCell } from './cells.ts'
import { type Page, pageXml } from './page.ts'
import { linesOf, rowHeight, textRoom } from './row-height.ts'
import { styleIndex, type StyleName } from './styles.ts'

export type PlainCell =
  | { style: StyleName; value: string }
  | { style: StyleName; count: number; formula?: string }
  | { style: StyleName; instant: string }
/** `height` in points, or as tall as its text needs. */
export type PlainRow = { cells: readonly PlainCell[]; height?: number }

export type PlainSheet = {
  tabColour: string
  /** Of its columns, in characters. */
  widths: readonly number[]
  rows: readonly PlainRow[]
  page: Page
  /** A new printed page begins after so many rows. */
  breakAfter?: number
}

export const textOf = (style: StyleName, value: string): PlainCell => ({ style, value })
export const GAP: PlainRow = { cells: [] }

/** The sheet's XML in one piece. */
export function plainSheetXml({ tabColour, widths, rows, page, breakAfter }: PlainSheet): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetPr><tabColor rgb="FF${tabColour}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1, widths)).join('')}</sheetData>${pageXml(page)}` +
    (breakAfter === undefined
      ? ''
      : `<rowBreaks count="1" manualBreakCount="1"><brk id="${breakAfter}" max="16383" man="1"/></rowBreaks>`) +
    '</worksheet>'
  )
}

function rowXml({ cells, height }: PlainRow, line: number, widths: readonly number[]): string {
  const size = height === undefined ? ` ht="${heightOf(cells, widths)}"` : ` ht="${height}" customHeight="1"`
  return `<row r="${line}"${size}>${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${line}`)).join('')}</row>`
}

function heightOf(cells: readonly PlainCell[], widths: readonly number[]): number {
  return rowHeight(
    Math.max(
      1,
      ...cells.map((cell, column) => ('value' in cell ? linesOf(cell.value, textRoom(widths[column] ?? 0)) : 1)),
    ),
  )
}

function cellXml(cell: PlainCell, ref: string): string {
  const style = styleIndex(cell.style)
  if ('value' in cell) return cell.value === '' ? blankCell(ref, style) : textCell(ref, style, fitCell(cell.value))
  if ('instant' in cell) return numberCell(ref, style, serialOf(cell.instant) ?? 0)
  return cell.formula === undefined
    ? numberCell(ref, style, cell.count)
    : formulaCell(ref, style, cell.formula, cell.count)
}
