/** Tells which sheets of a workbook hold people, and how many: those that are not chosen are easily forgotten. */
import { beginningOf, looksLikeName } from './guess-top.ts'
import { headedRows, type HeadedRows } from './headed-rows.ts'
import { isNaming, knownHeadings } from './headings.ts'
import type { Reading, TableRow } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The sheet that looks most like a list of people: pretix puts orders and people on different ones, and others put a note to the reader first. */
export function mostLikeAList(
  sheets: ReadonlyMap<string, { rows: TableRow[] }>,
  vocabulary: Vocabulary,
): string | null {
  let best: { sheet: string | null; known: number } = { sheet: null, known: -1 }
  for (const [sheet, { rows: all }] of sheets) {
    const rows = all.slice(0, 12).filter((row) => row.cells.some((cell) => cell !== ''))
    const known = rows.length < 2 ? 0 : Math.max(...rows.map((row) => knownHeadings(vocabulary, row.cells)))
    if (known > best.known) best = { sheet, known }
  }
  return best.sheet
}

/** How many rows of a sheet seem to be about somebody, as it would be read if it were chosen. */
export function peopleInRows(rows: TableRow[], reading: Pick<Reading, 'top' | 'vocabulary'>): number {
  const headed = headedRows('', rows, reading)
  return 'kind' in headed ? 0 : peopleIn(headed, reading.vocabulary)
}

/** How many rows say something where names stand: by the headings, or by what most cells of a column are. */
export function peopleIn({ top, headings, rows }: HeadedRows, vocabulary: Vocabulary): number {
  const columns = headings.flatMap((heading, column) =>
    (top === 'headings' ? isNaming(vocabulary, heading) : isOfNames(vocabulary, rows, column)) ? [column] : [],
  )
  return rows.filter(({ cells }) => columns.some((column) => beginningOf(cells[column]) !== '')).length
}

function isOfNames(vocabulary: Vocabulary, rows: readonly TableRow[], column: number): boolean {
  const said = rows
    .slice(0, 50)
    .map(({ cells }) => beginningOf(cells[column]))
    .filter((text) => text !== '')
  return said.length > 0 && said.filter((text) => looksLikeName(vocabulary, text)).length >= said.length * 0.6
}
