/** What changed lately on this station, so that a screen which holds five thousand people asks only for those who did. */
import type { Database } from 'better-sqlite3'
import type { ChangeKind } from '../../../shared/contract/station.ts'
import { createDataVersion } from '../kernel/database/index.ts'
import { type Journal, makeId, type Random } from '../kernel/journal/index.ts'

/** Longer than this, and reading everything again is no more work. */
const MOST = 5000

const WATCHED: readonly ChangeKind[] = ['delegates', 'attendance', 'roll-calls']

/** Kept in memory only, and written after each commit: a cursor from before this station was opened is not known any more. */
export function createChangeLog({
  db,
  journal,
  random,
  now,
}: {
  db: Database
  journal: Journal
  random: Random
  now: () => number
}) {
  /** Moves when another program, as the terminal is, has written to this data. */
  const version = createDataVersion(db)
  let log: string[] = []
  let epoch = ''
  let seen = -1
  const begin = () => {
    log = []
    epoch = makeId(now(), random)
    seen = version()
  }
  begin()
  journal.onCommit(({ changes, subjects }) => {
    // A station's name stands in every line.
    if (changes.has('station') || log.length + subjects.size > MOST) begin()
    else if (WATCHED.some((change) => changes.has(change))) log.push(...subjects)
  })
  return {
    /** Where the log ends now. */
    cursor(): string {
      if (seen !== version()) begin()
      return `${epoch}.${log.length}`
    },
    /** The subjects of every change since `cursor`; null where that is not known. */
    since(cursor: string): ReadonlySet<string> | null {
      const [of, count] = cursor.split('.')
      if (seen !== version()) begin()
      return of === epoch && /^\d+$/.test(count ?? '') ? new Set(log.slice(Number(count))) : null
    },
  }
}
