/** Faults as they are put right: row by row, and at once where many rows say the same. Pure. */
import type { ImportFault } from '../../../../shared/contract/import.ts'

export type FaultyRow = { row: number; faults: ImportFault[] }

export function rowsOf(faults: readonly ImportFault[]): FaultyRow[] {
  const rows = new Map<number, FaultyRow>()
  for (const fault of faults) {
    const known = rows.get(fault.row)
    if (known === undefined) rows.set(fault.row, { row: fault.row, faults: [fault] })
    else known.faults.push(fault)
  }
  return [...rows.values()]
}

/** One fault that several rows have, and can have corrected in the same way: the commonest first. */
export function alikeOf(faults: readonly ImportFault[], most: number): (ImportFault & { cell: string })[] {
  const groups = new Map<string, ImportFault & { cell: string }>()
  for (const fault of faults) {
    const { cell, column, rows } = fault
    if (cell === null || column === '' || rows < 2) continue
    const key = `${column}\n${cell}`
    if (!groups.has(key)) groups.set(key, { ...fault, cell })
  }
  return [...groups.values()].toSorted((a, b) => b.rows - a.rows).slice(0, most)
}

/** What stands in each field of a row before anything is written there, by heading. */
export const startOf = ({ faults }: FaultyRow): Record<string, string> =>
  Object.fromEntries(
    faults.flatMap(({ column, cell, cells }) => [
      ...(cell === null || column === '' ? [] : [[column, cell] as const]),
      ...cells.map(({ heading, value }) => [heading, value] as const),
    ]),
  )
