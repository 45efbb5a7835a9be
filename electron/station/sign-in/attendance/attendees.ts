/** Everybody on the list with their coming and going, read from the records as the numbers and the list need them. */
import type { Database, Statement } from 'better-sqlite3'
import type { CameHow } from '../../../../shared/contract/attendance.ts'
import { type DelegateDetails, delegateRecord, type StoredDelegate } from '../../../../shared/domain/delegate.ts'
import { changesIn, stepsIn } from '../facts.ts'

/** Stays in the building, oldest first; `out` is null while somebody is still in. ISO instants. */
export type Stay = { in: string; out: string | null }

export type Attendee = DelegateDetails & {
  area: string
  walkIn: boolean
  stays: readonly Stay[]
  /** Of the first stay: how they came in, and the id of the station that signed them in. */
  how: CameHow
  station: string
}

type SourceRow = Omit<DelegateDetails, 'table'> &
  Pick<StoredDelegate, 'area' | 'tableName' | 'walkIn' | 'status'> & { trail: string | null }

const SOURCE = `SELECT d.name, d.role, d.organisation, d.area, d.sector, d.email, d.tableName, d.walkIn, d.status, a.trail
  FROM delegate d LEFT JOIN attendance a ON a.id = d.id ORDER BY d.name COLLATE NOCASE, d.id`

/**
 * Reads everybody, in the order of their names. Whoever does not count is null: taken off the list, or a walk-in whose sign-in
 * was undone, whom nobody had expected either.
 */
export function createAttendees(db: Database): () => Generator<Attendee | null> {
  const source: Statement<[], SourceRow> = db.prepare(SOURCE)
  return function* () {
    for (const row of source.iterate()) yield attendeeOf(row)
  }
}

function attendeeOf(source: SourceRow): Attendee | null {
  const { tableName: table, status, trail, ...row } = delegateRecord.read(source)
  if (status === 'withdrawn') return null
  const changes = trail === null ? [] : changesIn(stepsIn(trail))
  const first = changes[0]
  if (first === undefined && row.walkIn) return null
  const stays: { in: string; out: string | null }[] = []
  for (const { kind, at } of changes) {
    const last = stays.at(-1)
    if (kind === 'in') stays.push({ in: at, out: null })
    else if (last !== undefined) last.out = at
  }
  return {
    ...row,
    table,
    stays,
    how: howOf(first?.how),
    station: first?.station ?? '',
  }
}

const howOf = (how: string | undefined): CameHow =>
  how === 'scanned' || how === 'self' || how === 'walk-in' || how === 'paper' ? how : 'found'
