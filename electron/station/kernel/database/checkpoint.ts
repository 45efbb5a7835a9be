/** Brings what is in the write-ahead log into the main file. */
import type { Database } from 'better-sqlite3'
import { createMeasuredSteps, type Stopwatch } from '../../../slices.ts'
import { isPassing, storageErrorOf } from './storage-error.ts'

/**
 * As far as it goes just now: whoever reads or writes at the moment is not waited for. What was answered is safe in the log, so a disk
 * that is full or may not be written makes nothing undone that is done; whatever else is wrong is thrown.
 */
export function checkpoint(db: Database): void {
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch (error) {
    const code = storageErrorOf(error)?.code
    if (code === undefined || !isPassing(code)) throw error
  }
}

/** After how many pages of the log a commit brings them into the main file: usually, as SQLite does, and while that is done between commits. */
const [USUAL, SELDOM] = [1000, 8000]
/** How many commits of long work come before the first checkpoint. */
const COMMITS = 4

/**
 * The work’s commits, of which some would take three times as long as others: what is in the log is brought into the main file in
 * steps of its own between them, by what such a step takes. Nobody else’s commit has to do it meanwhile. `work` yields after each commit.
 */
export function* withOwnCheckpoints<Step, T>(
  db: Database,
  stopwatch: Stopwatch,
  work: Generator<Step, T>,
): Generator<Step, T> {
  const commits = createMeasuredSteps(COMMITS, 1, stopwatch)
  let since = 0
  db.pragma(`wal_autocheckpoint = ${SELDOM}`)
  try {
    for (;;) {
      const step = work.next()
      if (step.done === true) return step.value
      yield step.value
      since += 1
      if (since < commits.size()) continue
      since = 0
      commits.measured(() => checkpoint(db))
      yield step.value
    }
  } finally {
    if (db.open) db.pragma(`wal_autocheckpoint = ${USUAL}`)
  }
}

/**
 * The same, and nothing stays in the log: what stood there before was only to be written over some day. False where it is not so, for
 * somebody reads or writes at the moment; it waits for them as long as the connection does. Throws what SQLite says.
 */
export function emptyLog(db: Database): boolean {
  const [told] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return told?.busy === 0
}
