/** Opening a station's database: its key, its pragmas, its schema; refused in words where that cannot be done. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database, { type Database as Db } from 'better-sqlite3'
import { takeBackup } from './backup.ts'
import type { KeyKeeper } from './key.ts'
import { type Migration, migrate } from './migrate.ts'
import { refusalOf, StorageRefused } from './refusal.ts'
import { unlockWith } from './unlock.ts'

export const databasePath = (folder: string): string => join(folder, 'station.db')

/** How long each step waits for another program that is writing at the moment. Milliseconds. */
export const PATIENCE = 5000

/**
 * Opens (or makes) the database of a station folder. Throws StorageRefused; a database it refuses is left as it was. It waits
 * for other programs for `patience` milliseconds, until `waitFor` says otherwise.
 */
export function openDatabase(
  folder: string,
  keeper: KeyKeeper,
  migrations: readonly Migration[],
  now: () => number,
  patience = PATIENCE,
): { db: Db; key: string } {
  const path = databasePath(folder)
  let db: Db | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const existed = existsSync(path)
    let key = keeper.read(folder)
    if (key === null) {
      if (existed)
        throw new StorageRefused(
          'key',
          'The key file of this tablet’s data (station.key) is missing.',
          'Put back the key file that belongs to this data. Without it the data cannot be read by anyone.',
        )
      key = randomBytes(32).toString('hex')
      keeper.keep(folder, key)
    }
    const opened = new Database(path, { timeout: patience })
    db = opened
    unlockWith(opened, key)
    // The first read tells whether the key fits and the file is a database at all, before anything is written.
    opened.prepare('SELECT count(*) FROM sqlite_schema').get()
    const held = Number(opened.pragma('user_version', { simple: true }))
    if (held > (migrations.at(-1)?.number ?? 0)) migrate(opened, migrations, () => undefined)
    opened.pragma('journal_mode = WAL')
    opened.pragma('synchronous = FULL')
    opened.pragma('foreign_keys = ON')
    opened.pragma('temp_store = MEMORY')
    const unlocked = key
    migrate(opened, migrations, () => void takeBackup(opened, unlocked, folder, now()))
    return { db: opened, key }
  } catch (error) {
    db?.close()
    throw refusalOf(error) ?? error
  }
}

/** How long each step waits for other programs from now on. Milliseconds. */
export const waitFor = (db: Db, patience: number): void => void db.pragma(`busy_timeout = ${patience}`)
