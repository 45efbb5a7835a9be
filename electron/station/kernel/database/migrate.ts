/** Numbered, additive migrations: each in a transaction of its own, with a backup first where there is data to lose. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { StorageError } from './storage-error.ts'

export type Migration = { number: number; name: string; sql: string }

/** The migrations that ship beside this file, `0001-name.sql` upwards, in order. */
export function shippedMigrations(): Migration[] {
  const folder = fileURLToPath(new URL('./migrations/', import.meta.url))
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/**
 * Brings the schema up to date. `backUpFirst` runs before the first change to a database that holds something.
 * A database from a newer version of the app is refused and left alone.
 */
export function migrate(db: Database, migrations: readonly Migration[], backUpFirst: () => void): void {
  const held = Number(db.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.number ?? 0
  if (held > newest) {
    throw new StorageError(
      'newer',
      'The data on this tablet was written by a newer version of Pledge Kiosk and has been left untouched.',
      'Install the newer version on this tablet, then open it again.',
    )
  }
  const due = migrations.filter((migration) => migration.number > held)
  if (due.length > 0 && held > 0) backUpFirst()
  for (const migration of due) {
    db.transaction(() => {
      // Another program may have opened the same data meanwhile, and been quicker.
      if (Number(db.pragma('user_version', { simple: true })) >= migration.number) return
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.number}`)
    }).immediate()
  }
}
