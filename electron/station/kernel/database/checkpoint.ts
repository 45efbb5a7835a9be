/** Brings what is in the write-ahead log into the main file. */
import type { Database } from 'better-sqlite3'
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

/**
 * The same, and nothing stays in the log: what stood there before was only to be written over some day. False where it is not so, for
 * somebody reads or writes at the moment; it waits for them as long as the connection does. Throws what SQLite says.
 */
export function emptyLog(db: Database): boolean {
  const [told] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return told?.busy === 0
}
