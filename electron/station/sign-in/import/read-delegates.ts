/** Reads delegates from a table: every row becomes a candidate, or is told as faulty with what to do about it. */
import type { ImportFixes } from '../../../../shared/domain/import-decisions.ts'
import { columnsOf } from './columns.ts'
import { createFixer } from './fixes.ts'
import type { Mapping } from './mapping.ts'
import { createNotices, type Notice, type RowError } from './notices.ts'
import { createRowReader, type DelegateCandidate } from './row-reader.ts'
import { noteNeedsLeft } from './needs-left.ts'
import { noteSecondTickets } from './second-tickets.ts'
import { leaveOutShared } from './shared-codes.ts'
import { createStatusReader } from './status-columns.ts'
import type { EventNames } from './one-of.ts'
import { createCompany } from './who-comes-along.ts'
import type { Table } from '../../../files/tables/index.ts'

export type DelegatesRead = {
  candidates: DelegateCandidate[]
  /** At least one for every row that cannot be used, and none for the others. */
  errors: RowError[]
  /** What an organiser should look at, though no row was lost by it; each says of how many rows it is true. */
  notices: Notice[]
  /** The headings whose columns were not read. */
  leftBehind: string[]
  /** Rows that cannot be used. */
  faulty: number
  /** Rows left out on purpose. */
  leftOut: number
  /** Rows read: candidates, faulty rows and those left out together. */
  rows: number
}

/**
 * Candidates, faults and notices from a table, a few hundred rows at a time. Pure: the same table, mapping, event and
 * corrections give the same answer.
 */
export function* readingDelegates(
  table: Table,
  mapping: Mapping,
  event: EventNames,
  fixes: ImportFixes,
): Generator<void, DelegatesRead> {
  const notices = createNotices()
  const columns = columnsOf(table, mapping, notices)
  const statuses = createStatusReader(table, new Set([...columns.list, columns.quantity]), columns.status)
  const company = createCompany(
    table,
    new Set([...columns.list, ...columns.further, ...statuses.list, columns.quantity]),
  )
  const readRow = createRowReader({ table, mapping, columns, statuses, company, notices, event })
  const fix = createFixer(table, fixes)
  const candidates: DelegateCandidate[] = []
  const errors: RowError[] = []
  let leftOut = 0
  let faulty = 0
  for (const [index, given] of table.rows.entries()) {
    if (index % 256 === 0) yield
    const row = fix === null ? given : fix(given)
    if (row === null) {
      leftOut += 1
      continue
    }
    const found = readRow(row)
    if (Array.isArray(found)) {
      notices.drop()
      errors.push(...found)
      faulty += 1
    } else {
      notices.keep()
      candidates.push(found)
    }
  }
  const { kinds = [], fields } = mapping
  yield* leaveOutShared(candidates, {
    kinds: kinds.filter((heading) => !Object.values(fields).includes(heading)),
    heading: fields.badge ?? '',
    headingRow: table.headingRow,
    notices,
  })
  yield* noteSecondTickets(table, candidates, notices)
  noteNeedsLeft(table, new Set(columns.list), notices)
  const read = new Set([...columns.list, ...statuses.list, ...company.list, columns.quantity])
  return {
    candidates,
    errors,
    // What is left out needs no look any more.
    notices: [
      ...table.notices.filter(({ mark }) => mark === undefined || !fixes.withoutMarked.includes(mark)),
      ...notices.list(),
    ],
    leftBehind: table.headings.filter((_, index) => !read.has(index)),
    faulty,
    leftOut,
    rows: table.rows.length,
  }
}
