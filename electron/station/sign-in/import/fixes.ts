/** Corrections made on screen: rows are read as if the file had said so. The file itself is never touched. */
import type { ImportFixes } from '../../../../shared/domain/import-decisions.ts'
import { type Table, type TableRow, tidy } from '../../../files/tables/index.ts'

/**
 * A function that corrects one row of this table, or answers null for a row that is left out. Null where there is nothing
 * to correct. A correction of one row goes before one that is made everywhere; a torn row with corrections consists of them.
 */
export function createFixer(
  { headings }: Pick<Table, 'headings'>,
  { cells, everywhere, without, withoutMarked }: ImportFixes,
): ((row: TableRow) => TableRow | null) | null {
  if ([cells, everywhere, without, withoutMarked].every((made) => made.length === 0)) return null
  const columnOf = new Map(headings.map((heading, index) => [heading, index]))
  const out = new Set(without)
  const byRow = new Map<number, Map<number, string>>()
  for (const { row, heading, value } of cells) {
    const index = columnOf.get(heading)
    if (index !== undefined) byRow.set(row, (byRow.get(row) ?? new Map<number, string>()).set(index, value))
  }
  const byColumn = new Map<number, Map<string, string | null>>()
  for (const { heading, from, to } of everywhere) {
    const index = columnOf.get(heading)
    if (index !== undefined)
      byColumn.set(index, (byColumn.get(index) ?? new Map<string, string | null>()).set(from, to))
  }

  return (row) => {
    if (out.has(row.number) || (row.mark !== undefined && withoutMarked.includes(row.mark))) return null
    const own = byRow.get(row.number)
    if (own !== undefined && (row.torn === true || row.cells.length > headings.length))
      return { number: row.number, cells: headings.map((_, index) => own.get(index) ?? '') }
    let corrected: string[] | null = null
    const write = (index: number, value: string) => {
      corrected ??= Array.from(
        { length: Math.max(row.cells.length, index + 1) },
        (_, column) => row.cells[column] ?? '',
      )
      while (corrected.length <= index) corrected.push('')
      corrected[index] = value
    }
    for (const [index, instead] of byColumn) {
      if (own?.has(index) === true) continue
      const said = cellText(row.cells[index] ?? '')
      const to = instead.get(said) ?? (instead.has(said) ? null : undefined)
      if (to === null) return null
      if (to !== undefined) write(index, to)
    }
    if (own !== undefined) for (const [index, value] of own) write(index, value)
    return corrected === null ? row : { ...row, cells: corrected, isWritten: true }
  }
}

/** A cell as it is compared and shown: tidy, and without the semicolon that Microsoft Forms ends its answers with. */
export const cellText = (cell: string): string => tidy(cell).replace(/(?<=[^;]);$/, '')
