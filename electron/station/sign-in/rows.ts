/** Reading delegates from the database, each beside their attendance, and what a steward sees of one. */
import type { Database, Statement } from 'better-sqlite3'
import { delegateRecord, type DelegateView, type StoredDelegate } from '../../../shared/domain/delegate.ts'
import { createBadgeCodes } from './badge-codes.ts'
import type { AttendanceRow } from './facts.ts'

/** A delegate beside their attendance, as one row. */
export type SignInRow = StoredDelegate & {
  presence: AttendanceRow['presence'] | null
  since: string | null
  atStation: string | null
}

/** A delegate beside their attendance, as SQL reads them. */
export const DESK =
  'SELECT d.*, a.presence, a.since, a.station AS atStation FROM delegate d LEFT JOIN attendance a ON a.id = d.id'

/** `leaderOf`: of those who are one person the id that stands in the records. */
export function createSignInRows(db: Database, stationName: (id: string) => string, leaderOf: (id: string) => string) {
  const one: Statement<[string], SignInRow> = db.prepare(`${DESK} WHERE d.id = ?`)
  const whoseCode = createBadgeCodes(db)

  const viewOf = (row: SignInRow): DelegateView => ({
    ...delegateRecord.viewOf(row),
    withdrawn: row.status === 'withdrawn',
    presence: row.presence ?? 'expected',
    since: row.since === null || row.since === '' ? null : row.since,
    atStation: row.atStation === null || row.atStation === '' ? '' : stationName(row.atStation),
  })
  return {
    viewOf,
    get: (id: string): SignInRow | null => one.get(leaderOf(id)) ?? null,
    /** Throws where nobody is: for ids that were read in the same call. */
    must(id: string): SignInRow {
      const row = one.get(leaderOf(id))
      if (row === undefined) throw new Error(`The delegate ${id} is gone`)
      return row
    },
    byBadge: (badge: string): SignInRow | null => one.get(whoseCode(badge) ?? '') ?? null,
  }
}
