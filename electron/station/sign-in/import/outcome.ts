/** What an import of a list would do: what is read of each row, and what becomes of it. Changes nothing. */
import type { ImportCounts } from '../../../../shared/contract/import.ts'
import { type ImportDecisions, stillAsked } from '../../../../shared/domain/import-decisions.ts'
import type { Table } from '../../../files/tables/index.ts'
import { type Mapping, mappingByContents, recogniseMapping } from './mapping.ts'
import { matchImport, type MatchedImport } from './match.ts'
import { type Missed, missedNotices } from './missed.ts'
import type { Notice, RowError } from './notices.ts'
import type { EventNames } from './one-of.ts'
import { type DelegatesRead, readingDelegates } from './read-delegates.ts'

/** `decisions`: without the choices that are about nothing. */
export type Outcome = {
  table: Table
  mapping: Mapping
  read: DelegatesRead
  matched: MatchedImport
  decisions: ImportDecisions
}

/** What the list is compared with. */
export type Against = { event: EventNames } & Pick<
  Parameters<typeof matchImport>[1],
  'listed' | 'similar' | 'corrected'
>

/**
 * First what each row says, then who each row is about, in small steps. Pure but for what `against` reads: whoever shows an outcome and whoever
 * writes it have it from here.
 */
export function* workingOut(table: Table, decisions: ImportDecisions, against: Against): Generator<void, Outcome> {
  const sample = table.rows.slice(0, 50).map((row) => row.cells)
  const guessed =
    table.top === 'people'
      ? mappingByContents(table.headings, sample, against.event)
      : recogniseMapping(table.headings, sample)
  const mapping: Mapping = { ...guessed, fields: { ...guessed.fields, ...decisions.mapping } }
  const read = yield* readingDelegates(table, mapping, against.event, decisions.fixes)
  const matched = yield* matchImport(read.candidates, { ...against, choices: decisions.choices })
  const choices = stillAsked(decisions.choices, matched.conflicts)
  return { table, mapping, read, matched, decisions: { ...decisions, choices } }
}

/** How many people of two outcomes are compared at once. */
const COMPARED = 500

/** Answers true where both write the same of everybody, leave the same rows, and find the same to choose. Yields between pieces. */
export function* comparing(one: Outcome, other: Outcome): Generator<void, boolean> {
  if (one === other) return true
  const isAlike = (first: unknown, second: unknown) => JSON.stringify(first) === JSON.stringify(second)
  const { adds, updates, ...rest } = one.matched
  const { adds: otherAdds, updates: otherUpdates, ...others } = other.matched
  if (adds.length !== otherAdds.length || updates.length !== otherUpdates.length) return false
  if (!isAlike([countsOf(one), rest], [countsOf(other), others])) return false
  for (let from = 0; from < Math.max(adds.length, updates.length); from += COMPARED) {
    const piece = [from, from + COMPARED] as const
    if (!isAlike(adds.slice(...piece), otherAdds.slice(...piece))) return false
    if (!isAlike(updates.slice(...piece), otherUpdates.slice(...piece))) return false
    yield
  }
  return true
}

const NONE: Missed = { adds: [], updates: [] }

/** `missed`: rows that were left as they are while the others were written. */
export const countsOf = ({ read, matched }: Outcome, missed = NONE): ImportCounts => ({
  rows: read.rows,
  added: matched.added - missed.adds.length,
  updated: matched.updated - missed.updates.length,
  unchanged: matched.unchanged + missed.updates.length,
  repeated: matched.repeated,
  duplicates: matched.duplicates + missed.adds.length,
  faulty: read.faulty,
  leftOut: read.leftOut,
})

type Told = Pick<RowError, 'row' | 'column' | 'value' | 'reason'>

/** Everything there is to say of the rows, for whoever reads it from a terminal. */
export const toldOf = (
  { read, matched }: Outcome,
  missed = NONE,
): { errors: (Told & { person?: string })[]; notices: (Told & Pick<Notice, 'mark'>)[] } => ({
  // `person`: what makes somebody of the row where it is written into the cell.
  errors: read.errors.map(({ row, column, value, reason, field, instead }) => {
    const isOfName = field === 'name' || field === 'firstName' || field === 'lastName'
    return { row, column, value, reason, ...(isOfName && instead !== undefined ? { person: instead } : {}) }
  }),
  notices: [
    ...read.notices.map((notice) => ({
      row: notice.row,
      column: notice.column,
      value: notice.value,
      reason: withRows(notice),
      ...(notice.mark === undefined ? {} : { mark: notice.mark }),
    })),
    ...matched.notices,
    ...missedNotices(missed),
  ],
})

const withRows = ({ reason, rows }: Notice) => (rows > 1 ? `${reason} (${rows} rows)` : reason)
