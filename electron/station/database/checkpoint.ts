/** Brings what is in the write-ahead log into the main file. */
import type { Database } from 'better-sqlite3'
import { refusalOf } from './refusal.ts'

/**
 * As far as it goes just now: whoever reads or writes at the moment is not waited for. What was answered is safe in the log, so a disk
 * that is full or may not be written makes nothing undone that is done; whatever else is wrong is thrown.
 */
export function checkpoint(db: Database): void {
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch (error) {
    const code = refusalOf(error)?.code
    if (code !== 'full' && code !== 'read-only' && code !== 'in-use') throw error
  }
}
