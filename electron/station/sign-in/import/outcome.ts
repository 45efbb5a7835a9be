/** What an import of a list would do: what is read of each row, and what becomes of it. Changes nothing. */
import type { ImportCounts } from '../../../../shared/contract/import.ts'
import { type ImportDecisions, stillAsked } from '../../../../shared/domain/import-decisions.ts'
import type { Table } from '../../../files/tables/index.ts'
import { type Mapping, mappingByContents, recogniseMapping } from './mapping.ts'
import { matchImport, type MatchedImport } from './match.ts'
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

/** True where both write the same of everybody, leave the same rows, and find the same to choose. */
export const isSameOutcome = (one: Outcome, other: Outcome): boolean =>
  one === other || JSON.stringify([countsOf(one), one.matched]) === JSON.stringify([countsOf(other), other.matched])

export const countsOf = ({ read, matched }: Outcome): ImportCounts => ({
  rows: read.rows,
  added: matched.added,
  updated: matched.updated,
  unchanged: matched.unchanged,
  repeated: matched.repeated,
  duplicates: matched.duplicates,
  faulty: read.faulty,
  leftOut: read.leftOut,
})

type Told = Pick<RowError, 'row' | 'column' | 'value' | 'reason'>

/** Everything there is to say of the rows, for whoever reads it from a terminal. */
export const toldOf = ({ read, matched }: Outcome): { errors: Told[]; notices: Told[] } => ({
  errors: read.errors.map(({ row, column, value, reason }) => ({ row, column, value, reason })),
  notices: [
    ...read.notices.map((notice) => ({
      row: notice.row,
      column: notice.column,
      value: notice.value,
      reason: withRows(notice),
    })),
    ...matched.notices,
  ],
})

const withRows = ({ reason, rows }: Notice) => (rows > 1 ? `${reason} (${rows} rows)` : reason)
