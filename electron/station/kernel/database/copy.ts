/** A database that is only looked at: a backup, or what is left of a station's own. */
import Database, { type Database as Db } from 'better-sqlite3'
import type { Answered } from './answered.ts'
import { unlockWith } from './unlock.ts'

/** In a folder that remembers no answer. */
export const NOTHING_GIVEN_UP = 'null'

/** For reading alone; throws what SQLite says. Whoever opens it closes it. */
export function openCopy(path: string, key: string): Db {
  const copy = new Database(path, { readonly: true, fileMustExist: true })
  try {
    unlockWith(copy, key)
    copy.prepare('SELECT count(*) FROM sqlite_schema').get()
    return copy
  } catch (error) {
    copy.close()
    throw error
  }
}

/** The newest fact that a copy holds of one station's chain. */
export const headIn = (copy: Db, station: string): Answered | null =>
  copy.prepare<[string], Answered>('SELECT station, seq, hash FROM chain WHERE station = ?').get(station) ?? null

/** What a copy holds, where SQLite finds no fault in it and each chain ends in the fact that its head names. */
export type Held = { facts: number; latest: string | null }

/** Null where it is not sound. `latest` is a time as facts have it. */
export function whatIsIn(copy: Db): Held | null {
  try {
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') return null
    const broken = copy
      .prepare<[], { n: number }>(
        'SELECT count(*) AS n FROM chain LEFT JOIN fact ON fact.station = chain.station AND fact.seq = chain.seq AND fact.hash = chain.hash WHERE chain.seq > 0 AND fact.hash IS NULL',
      )
      .get()
    if (broken === undefined || broken.n > 0) return null
    return copy.prepare<[], Held>('SELECT coalesce(sum(seq), 0) AS facts, max(at) AS latest FROM chain').get() ?? null
  } catch {
    return null
  }
}

/**
 * Whoever opens this copy as a station's data goes on under a new id, and knows what was given up: `givenUp` is the answer that the
 * folder it stands in remembers (see went-back.ts). `before` it forgets who it was. A copy that is cut off here is to be thrown away.
 */
export function giveNewStart(
  path: string,
  key: string,
  givenUp: string,
  before: (copy: Db) => void = () => undefined,
): void {
  const copy = new Database(path, { fileMustExist: true })
  try {
    unlockWith(copy, key)
    // No journal beside it that could outlive a power cut and spoil the next one.
    copy.pragma('journal_mode = MEMORY')
    copy.transaction(() => {
      before(copy)
      // Without `folded` its records are made again from its facts: one that is damaged heals.
      copy
        .prepare(
          "DELETE FROM setting WHERE key IN ('station', 'stationKey', 'sealingKey', 'wentBy', 'open', 'noted', 'folded')",
        )
        .run()
      copy.prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('givenUp', ?)").run(givenUp)
    })()
  } finally {
    copy.close()
  }
}
