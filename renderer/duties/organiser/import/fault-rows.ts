/** Faults as they are put right: row by row, and at once where many rows say the same. Pure. */
import type { ImportRowError } from '../../../../shared/contract/import.ts'

export type FaultyRow = { row: number; errors: ImportRowError[] }

export function rowsOf(errors: readonly ImportRowError[]): FaultyRow[] {
  const rows = new Map<number, FaultyRow>()
  for (const error of errors) {
    const known = rows.get(error.row)
    if (known === undefined) rows.set(error.row, { row: error.row, errors: [error] })
    else known.errors.push(error)
  }
  return [...rows.values()]
}

/** One fault that several rows have, and can have corrected in the same way: the commonest first. */
export function alikeOf(errors: readonly ImportRowError[], most: number): (ImportRowError & { cell: string })[] {
  const groups = new Map<string, ImportRowError & { cell: string }>()
  for (const error of errors) {
    const { cell, column, rows } = error
    if (cell === null || column === '' || rows < 2) continue
    const key = `${column}\n${cell}`
    if (!groups.has(key)) groups.set(key, { ...error, cell })
  }
  return [...groups.values()].toSorted((a, b) => b.rows - a.rows).slice(0, most)
}

/** What stands in each field of a row before anything is written there, by heading. */
export const startOf = ({ errors }: FaultyRow): Record<string, string> =>
  Object.fromEntries(
    errors.flatMap(({ column, cell, cells }) => [
      ...(cell === null || column === '' ? [] : [[column, cell] as const]),
      ...cells.map(({ heading, value }) => [heading, value] as const),
    ]),
  )
