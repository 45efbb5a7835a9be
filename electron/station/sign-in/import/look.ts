/** Looks at a list: what is read of it, and what an import of it would do. Changes nothing. */
import type { ImportCounts, ImportOptions } from '../../../../shared/contract/import.ts'
import { NO_CHOICES } from './choosing.ts'
import { NO_FIXES } from './fixes.ts'
import { type Mapping, mappingByContents, recogniseMapping } from './mapping.ts'
import { matchImport, type MatchedImport } from './match.ts'
import { type DelegatesRead, readingDelegates } from './read-delegates.ts'
import type { Steps } from './steps.ts'
import type { EventNames } from './one-of.ts'
import type { Notice, RowFault } from './notices.ts'
import type { Table } from '../../../files/tables/index.ts'

export type Looked = {
  table: Table
  mapping: Mapping
  read: DelegatesRead
  matched: MatchedImport
  options: Partial<ImportOptions>
}

/** What the list is compared with. */
export type Against = { event: EventNames } & Pick<
  Parameters<typeof matchImport>[1],
  'listed' | 'similar' | 'corrected'
>

/** First what each row says, then who each row is about. Counts its steps over both. */
export function* looking(table: Table, options: Partial<ImportOptions>, against: Against): Steps<Looked> {
  const sample = table.rows.slice(0, 50).map((row) => row.cells)
  const guessed =
    table.top === 'people'
      ? mappingByContents(table.headings, sample, against.event)
      : recogniseMapping(table.headings, sample)
  const asked = options.mapping ?? null
  const mapping: Mapping = asked === null ? guessed : { ...guessed, fields: { ...guessed.fields, ...asked } }
  const of = table.rows.length * 3
  const read = yield* counted(readingDelegates(table, mapping, against.event, options.fixes ?? NO_FIXES), 0, of)
  const matched = yield* counted(
    matchImport(read.candidates, { ...against, choices: options.choices ?? NO_CHOICES }),
    table.rows.length,
    of,
  )
  return { table, mapping, read, matched, options }
}

function* counted<T>(steps: Steps<T>, from: number, of: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield { done: from + step.value.done, of }
  }
}

export const countsOf = ({ read, matched }: Looked): ImportCounts => ({
  rows: read.rows,
  added: matched.added,
  updated: matched.updated,
  unchanged: matched.unchanged,
  repeated: matched.repeated,
  duplicates: matched.duplicates,
  faulty: read.faulty,
  leftOut: read.leftOut,
})

type Told = Pick<RowFault, 'row' | 'column' | 'value' | 'reason'>

/** Everything there is to say of the rows, for whoever reads it from a terminal. */
export const toldOf = ({ read, matched }: Looked): { faults: Told[]; notices: Told[] } => ({
  faults: read.faults.map(({ row, column, value, reason }) => ({ row, column, value, reason })),
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
