/** The data as it is at one moment, for reading at leisure while others go on writing. */
import Database, { type Database as Db } from 'better-sqlite3'
import { databasePath, PATIENCE } from './open.ts'
import { unlockWith } from './unlock.ts'

/** A connection of its own that can only read; whoever opens it closes it. SQLite keeps what it sees until then. */
export function openSnapshot(folder: string, key: string): Db {
  const db = new Database(databasePath(folder), { readonly: true, timeout: PATIENCE })
  try {
    unlockWith(db, key)
    db.exec('BEGIN')
    // The first read is the moment.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
