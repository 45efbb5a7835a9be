/** A sheet that is read like a page: lines of a few cells each, titles and sections, no table. */
import { blankCell, columnLetters, fitCell, formulaCell, numberCell, serialOf, textCell } from './cells.ts'
import { type Page, pageXml } from './page.ts'
import { linesOf, rowHeight, textRoom } from './row-height.ts'
import { styleIndex, type StyleName } from './styles.ts'

/** `across`: it stands over so many columns, usually one. */
export type PlainCell = { style: StyleName; across?: number } & (
  | { value: string }
  | { count: number; formula?: string }
  | { instant: string }
)
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

export const textOf = (style: StyleName, value: string, across = 1): PlainCell => ({ style, value, across })
export const GAP: PlainRow = { cells: [] }

/** The sheet's XML in one piece. */
export function plainSheetXml({ tabColour, widths, rows, page, breakAfter }: PlainSheet): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetPr><tabColor rgb="FF${tabColour}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1, widths)).join('')}</sheetData>${mergesXml(rows)}${pageXml(page)}` +
    (breakAfter === undefined
      ? ''
      : `<rowBreaks count="1" manualBreakCount="1"><brk id="${breakAfter}" max="16383" man="1"/></rowBreaks>`) +
    '</worksheet>'
  )
}

/** Points from its first row to its last. */
export const heightOfRows = (rows: readonly PlainRow[], widths: readonly number[]): number =>
  rows.reduce((sum, { cells, height }) => sum + (height ?? heightOf(cells, widths)), 0)

/** Each cell with the first of its columns. */
function placed(cells: readonly PlainCell[]): { cell: PlainCell; from: number; across: number }[] {
  let next = 0
  return cells.map((cell) => {
    const from = next
    const { across = 1 } = cell
    next += across
    return { cell, from, across }
  })
}

function rowXml({ cells, height }: PlainRow, line: number, widths: readonly number[]): string {
  const size = height === undefined ? ` ht="${heightOf(cells, widths)}"` : ` ht="${height}" customHeight="1"`
  const written = placed(cells).map(
    ({ cell, from, across }) =>
      cellXml(cell, columnLetters(from) + line) +
      Array.from({ length: across - 1 }, (_, more) =>
        blankCell(columnLetters(from + more + 1) + line, styleIndex(cell.style)),
      ).join(''),
  )
  return `<row r="${line}"${size}>${written.join('')}</row>`
}

function mergesXml(rows: readonly PlainRow[]): string {
  const merges = rows.flatMap(({ cells }, index) =>
    placed(cells).flatMap(({ from, across }) =>
      across === 1
        ? []
        : [`<mergeCell ref="${columnLetters(from)}${index + 1}:${columnLetters(from + across - 1)}${index + 1}"/>`],
    ),
  )
  return merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
}

function heightOf(cells: readonly PlainCell[], widths: readonly number[]): number {
  const lines = placed(cells).map(({ cell, from, across }) => {
    const width = widths.slice(from, from + across).reduce((sum, one) => sum + one, 0)
    return 'value' in cell ? linesOf(cell.value, textRoom(width)) : 1
  })
  return rowHeight(Math.max(1, ...lines))
}

function cellXml(cell: PlainCell, ref: string): string {
  const style = styleIndex(cell.style)
  if ('value' in cell) return cell.value === '' ? blankCell(ref, style) : textCell(ref, style, fitCell(cell.value))
  if ('instant' in cell) return numberCell(ref, style, serialOf(cell.instant) ?? 0)
  return cell.formula === undefined
    ? numberCell(ref, style, cell.count)
    : formulaCell(ref, style, cell.formula, cell.count)
}
