/** Whether another program has written to the same data. */
import type { Database, Statement } from 'better-sqlite3'

/** Another number as soon as another program has written. Made ready once: an import asks for each person. */
export function createDataVersion(db: Database): () => number {
  const version: Statement<[], number> = db.prepare<[], number>('PRAGMA data_version').pluck()
  return () => version.get() ?? 0
}
