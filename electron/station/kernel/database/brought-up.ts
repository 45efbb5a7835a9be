/** Whether data that is in use is just being brought up to date, so that whoever has to wait is told what for. */
import type { Database } from 'better-sqlite3'
import { storageErrorOf, StorageError } from './storage-error.ts'
import { readSetting } from './went-back.ts'

/** Of which schema data is, and by which folds its records are made, where nothing is left to do; what is not given is not compared. */
type UpToDate = { schema?: number; folded?: string }

/**
 * What to say of an error that opening this data met, as a refusal; null where it is a bug. Another program that keeps data to itself which
 * is not up to date yet is at work on just that: until it is done, this one reads the data as it was.
 */
export function whyNotOpened(error: unknown, db: Database | null, { schema, folded }: UpToDate): StorageError | null {
  const why = storageErrorOf(error)
  if (why?.code !== 'in-use' || db === null) return why
  try {
    const held = Number(db.pragma('user_version', { simple: true }))
    const isNewest = schema === undefined || held === schema
    const isFolded = folded === undefined || readSetting(db, 'folded') === folded
    if (held === 0 || (isNewest && isFolded)) return why
  } catch {
    return why
  }
  return new StorageError(
    'in-use',
    'This tablet’s data is being brought up to date by another window or command.',
    'Let it finish, and try again in a minute. Nothing is lost.',
    error,
  )
}
