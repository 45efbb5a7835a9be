/** Reads delegates from a table: every row becomes a candidate, or is told as faulty with what to do about it. */
import { columnsOf } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { createNotices } from './notices.ts'
import { createRowReader, type DelegateCandidate, type EventNames } from './row-reader.ts'
import type { Notice, RowFault, Table } from './table.ts'

export type DelegatesRead = {
  candidates: DelegateCandidate[]
  /** At least one for every row that is not among the candidates, and none for the others. */
  faults: RowFault[]
  /** What an organiser should look at, though no row was lost by it; each says of how many rows it is true. */
  notices: Notice[]
  /** The headings whose columns were not read. */
  leftBehind: string[]
  /** Rows that are not candidates. */
  faulty: number
  /** Rows read: candidates and faulty rows together. */
  rows: number
}

/** Candidates, faults and notices from a table. Pure: the same table, mapping and event always give the same answer. */
export function readDelegates(table: Table, mapping: Mapping, event: EventNames): DelegatesRead {
  const notices = createNotices()
  const columns = columnsOf(table, mapping, notices)
  const readRow = createRowReader({ table, mapping, columns, notices, event })
  const candidates: DelegateCandidate[] = []
  const faults: RowFault[] = []
  for (const row of table.rows) {
    const found = readRow(row)
    if (Array.isArray(found)) {
      notices.drop()
      faults.push(...found)
    } else {
      notices.keep()
      candidates.push(found)
    }
  }
  const read = new Set([...columns.list, columns.status, columns.quantity])
  return {
    candidates,
    faults,
    notices: [...table.notices, ...notices.list()],
    leftBehind: table.headings.filter((_, index) => !read.has(index)),
    faulty: table.rows.length - candidates.length,
    rows: table.rows.length,
  }
}
