/** Opening a station's database: its key, its pragmas, its schema; refused in words where that cannot be done. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database, { type Database as Db } from 'better-sqlite3'
import { clearHalfMade } from '../../../files/half-made.ts'
import { keepToOwner } from '../../../files/own-files.ts'
import { listBackups, pathOfBackup, takeBackup } from './backup.ts'
import { whyNotOpened } from './brought-up.ts'
import type { KeyStore } from './key.ts'
import { type Migration, migrate } from './migrate.ts'
import { StorageError } from './storage-error.ts'
import { holdsTheSame } from './same-copy.ts'
import { unlockWith } from './unlock.ts'
import { isNew, isThere, missing, refuseIfWentBack } from './went-back.ts'

export const databasePath = (folder: string): string => join(folder, 'station.db')

/** How long each step waits for another program that is writing at the moment. Milliseconds. */
export const PATIENCE = 5000

/**
 * Opens the database of a station folder; makes it where nothing was ever answered from there. Throws StorageError, also where
 * it lacks what was answered; a database it refuses is left as it was. It waits for other programs for `patience` milliseconds,
 * until `waitFor` says otherwise.
 */
export function openDatabase(
  folder: string,
  keyStore: KeyStore,
  migrations: readonly Migration[],
  now: () => number,
  patience = PATIENCE,
): { db: Db; key: string } {
  const path = databasePath(folder)
  let db: Db | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const key = keyOf(folder, keyStore)
    if (!isThere(path) && !isNew(folder)) throw missing()
    const opened = new Database(path, { timeout: patience })
    db = opened
    unlockWith(opened, key)
    // The first read tells whether the key fits and the file is a database at all, before anything is written.
    opened.prepare('SELECT count(*) FROM sqlite_schema').get()
    const held = Number(opened.pragma('user_version', { simple: true }))
    if (held > (migrations.at(-1)?.number ?? 0)) migrate(opened, migrations, () => undefined)
    refuseIfWentBack(opened, folder, key)
    keepToOwner(path)
    opened.pragma('journal_mode = WAL')
    opened.pragma('synchronous = FULL')
    opened.pragma('foreign_keys = ON')
    opened.pragma('temp_store = MEMORY')
    migrate(opened, migrations, () => {
      // An update that was cut off after its backup, or had no room, is tried again and again, and would push out those of before.
      const [newest] = listBackups(folder)
      if (newest === undefined || !holdsTheSame(pathOfBackup(folder, newest.name), opened, key))
        takeBackup(opened, key, folder, now())
    })
    clearHalfMade(folder)
    return { db: opened, key }
  } catch (error) {
    const why = whyNotOpened(error, db, { schema: migrations.at(-1)?.number ?? 0 })
    db?.close()
    throw why ?? error
  }
}

/** The key of this folder; made where there is nothing yet that it could open. */
function keyOf(folder: string, keyStore: KeyStore): string {
  const kept = keyStore.read(folder)
  if (kept !== null) return kept
  if (!isNew(folder))
    throw new StorageError(
      'key',
      'The key file of this tablet’s data (station.key) is missing.',
      'Put back the key file that belongs to this data. Without it the data cannot be read by anyone.',
    )
  const key = randomBytes(32).toString('hex')
  keyStore.keep(folder, key)
  return key
}

/** How long each step waits for other programs from now on. Milliseconds. */
export const waitFor = (db: Db, patience: number): void => void db.pragma(`busy_timeout = ${patience}`)
