/** What the cells of a sheet show, row by row, and what of them an organiser should hear of. */
import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { Shown } from './shown-in-sheet.ts'
import { columnLetters, LIMITS, type TableNotice, type TableRow } from './table.ts'

/** Cells, by name, that an organiser should hear of: formulas that give nothing, and text where no list reaches. */
export type OddCells = { empty: string[]; far: string[] }

/** The items that a list has, by their places. Walking from one to the next takes minutes where a billionth is the second. */
const thoseThere = <T>(list: readonly T[]): [number, T][] =>
  Object.entries(list).map(([place, item]) => [Number(place), item])

/** The rows of a sheet as text. `odd`: what is found of odd cells is added to it. */
export function rawRows(sheet: WorkSheet, odd: OddCells): TableRow[] {
  const raw: TableRow[] = []
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

export function mergedNotice(sheet: WorkSheet, headingRow: number, headings: string[]): TableNotice[] {
  const merges = (sheet['!merges'] ?? []).filter((range) => range.e.r >= headingRow)
  const first = merges[0]
  if (first === undefined) return []
  const where = `${columnLetters(first.s.c)}${first.s.r + 1}:${columnLetters(first.e.c)}${first.e.r + 1}`
  const reason = `Cells ${where} are merged. Only the first of them has a value; the others were read as empty. Unmerge them and fill in each row if they should all have it.`
  return [{ row: first.s.r + 1, column: headings[first.s.c] ?? '', value: where, reason, rows: merges.length }]
}

export function formulaNotice(empty: string[]): TableNotice[] {
  const first = empty[0]
  if (first === undefined) return []
  const reason = `Cell ${first} holds a formula that gives nothing, or has not been worked out, and was read as empty. If it should hold something, open the workbook in Excel, save it, and import it again.`
  return [{ row: Number(/\d+/.exec(first)?.[0] ?? 0), column: '', value: first, reason, rows: empty.length }]
}

/** What is hidden or struck through of these rows and columns, all of which were read. */
export function shownNotices(
  rows: readonly TableRow[],
  columns: Shown['columns'],
  headings: readonly string[],
): TableNotice[] {
  const notices: TableNotice[] = []
  for (const [mark, reason] of Object.entries(MARKED) as [keyof typeof MARKED, string][]) {
    const numbers = rows.flatMap((row) => (row.mark === mark ? [row.number] : []))
    const [first] = numbers
    if (first !== undefined)
      notices.push({
        row: first,
        column: '',
        value: numbers.length === 1 ? '' : spansOf(numbers),
        reason,
        rows: numbers.length,
        mark,
      })
  }
  const hidden = columns.flatMap((column) => headings[column] ?? [])
  if (hidden.length > 0)
    notices.push({
      row: 0,
      column: '',
      value: hidden.slice(0, 10).join(', ').slice(0, 80),
      reason: 'The workbook hides these columns. They were read all the same where they say something of people.',
      rows: 1,
    })
  return notices
}

const MARKED = {
  hidden:
    'The workbook hides these rows, by a filter or by hand. They were read all the same: leave them out if these people are not meant.',
  struck:
    'These rows are struck through in the workbook. They were read all the same: leave them out if these people are not coming.',
} as const

/** “3, 7–9, …”: at most a few. */
function spansOf(numbers: readonly number[]): string {
  const spans: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last !== undefined && last.to === number - 1) last.to = number
    else spans.push({ from: number, to: number })
  }
  const said = spans.slice(0, 8).map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
  return `${said.join(', ')}${spans.length > 8 ? ', …' : ''}`
}
