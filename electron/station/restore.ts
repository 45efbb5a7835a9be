/** Starting again from a backup: the damaged files are put aside whole, and the station takes a new id. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import {
  databasePath,
  isSoundCopy,
  keyFile,
  type KeyKeeper,
  pathOfBackup,
  StorageRefused,
  unlockWith,
} from './database/index.ts'

/**
 * Answers with the folder the old files were put into. Throws StorageRefused where the backup is not sound; then
 * nothing has been moved. Facts after the backup are not in it, so the station must not go on under the same id: its next
 * fact would take the number of one that other stations may hold already.
 */
export function restoreBackup(folder: string, name: string, now: number, keeper: KeyKeeper = keyFile()): string {
  const backup = pathOfBackup(folder, name)
  const key = keeper.read(folder)
  if (key === null)
    throw new StorageRefused(
      'key',
      'The key file of this tablet’s data (station.key) is missing.',
      'Put back the key file that belongs to this data, then try again.',
    )
  if (!isSoundCopy(backup, key))
    throw new StorageRefused('damaged', 'That backup is damaged too, so nothing was changed.', 'Choose an older one.')
  const aside = join(folder, `set-aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`)
  const ready = join(folder, '.station.db.restoring')
  copyFileSync(backup, ready)
  const copy = new Database(ready)
  try {
    unlockWith(copy, key)
    copy.prepare("DELETE FROM setting WHERE key IN ('station', 'open')").run()
  } finally {
    copy.close()
  }
  mkdirSync(aside)
  for (const suffix of ['-wal', '-shm', '']) {
    const path = databasePath(folder) + suffix
    if (existsSync(path)) renameSync(path, join(aside, `station.db${suffix}`))
  }
  renameSync(ready, databasePath(folder))
  return aside
}
