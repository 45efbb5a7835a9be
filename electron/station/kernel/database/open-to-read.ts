/** Opening a station's database for reading alone: also on a disk that is full, or where nothing may be written. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database, { type Database as Db } from 'better-sqlite3'
import { clearHalfMade, growingPath } from '../../../files/half-made.ts'
import { hasTable } from './has-table.ts'
import type { KeyStore } from './key.ts'
import type { Migration } from './migrate.ts'
import { databasePath, PATIENCE } from './open.ts'
import { storageErrorOf } from './storage-error.ts'
import { unlockWith } from './unlock.ts'
import { isThere, readSetting, refuseIfWentBack } from './went-back.ts'

/** `home`: the folder it was opened in. `done` takes away what was made for reading, after the database is closed. */
type Opened = { db: Db; key: string; home: string; done: () => void }

/**
 * `folded`: by which folds the records of this version are made. Null where it has to be opened as usual first: there is none yet,
 * or it has to be brought up to date. Where not even SQLite's own
 * file beside the data can be made, the data is read in an encrypted copy in the system's temporary folder. Throws StorageError.
 */
export function openToRead(
  folder: string,
  keyStore: KeyStore,
  migrations: readonly Migration[],
  folded: string,
): Opened | null {
  if (!isThere(databasePath(folder))) return null
  const key = keyStore.read(folder)
  if (key === null) return null
  const wanted = { schema: migrations.at(-1)?.number ?? 0, folded }
  try {
    const here = openAt(databasePath(folder), folder, key, wanted)
    return here === null ? null : { db: here, key, home: folder, done: () => undefined }
  } catch (error) {
    const code = storageErrorOf(error)?.code
    if (code !== 'read-only' && code !== 'full') throw storageErrorOf(error) ?? error
  }
  clearHalfMade(tmpdir())
  const aside = growingPath(join(tmpdir(), 'pledge-kiosk-reading'))
  mkdirSync(aside, { mode: 0o700 })
  const done = () => rmSync(aside, { recursive: true, force: true })
  try {
    for (const suffix of ['', '-wal']) {
      const from = databasePath(folder) + suffix
      if (existsSync(from)) copyFileSync(from, databasePath(aside) + suffix)
    }
    const copy = openAt(databasePath(aside), folder, key, wanted)
    if (copy !== null) return { db: copy, key, home: aside, done }
  } catch (error) {
    done()
    throw storageErrorOf(error) ?? error
  }
  done()
  return null
}

/** Null where its schema or its records are not the newest, or it has yet to be given its id. */
function openAt(path: string, folder: string, key: string, wanted: { schema: number; folded: string }): Db | null {
  const db = new Database(path, { readonly: true, timeout: PATIENCE })
  try {
    unlockWith(db, key)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    const isNewest = Number(db.pragma('user_version', { simple: true })) === wanted.schema && hasTable(db, 'setting')
    if (isNewest && readSetting(db, 'folded') === wanted.folded && readSetting(db, 'station') !== null) {
      refuseIfWentBack(db, folder, key)
      db.pragma('temp_store = MEMORY')
      return db
    }
  } catch (error) {
    db.close()
    throw error
  }
  db.close()
  return null
}
