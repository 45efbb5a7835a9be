/** Is there such a table? Asked of data that another version of the app may have written. */
import type { Database } from 'better-sqlite3'

export const hasTable = (db: Database, name: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
