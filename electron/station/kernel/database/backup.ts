/** Backups: a whole encrypted copy, synced, checked, renamed into place, the oldest let go. In the order they were made: clocks are wrong. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database as Db } from 'better-sqlite3'
import { clearHalfMade, growingPath } from '../../../files/half-made.ts'
import { keepToOwner } from '../../../files/own-files.ts'
import { syncFolder } from '../../../files/sync-folder.ts'
import { giveNewStart, NOTHING_GIVEN_UP, openCopy } from './copy.ts'
import { StorageError } from './storage-error.ts'
import { syncFile } from './safe-file.ts'

export type Backup = { name: string; taken: string; bytes: number }

/** A running number, and when the tablet’s clock said it was made. Those of older versions have no number. */
const NAME = /^station-(?:(\d{6})-)?(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.db$/
const folderOf = (folder: string) => join(folder, 'backups')

/** True where a copy opens with the key and SQLite finds no fault in it. */
export function isSoundCopy(path: string, key: string): boolean {
  let copy: Db | null = null
  try {
    copy = openCopy(path, key)
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  } finally {
    copy?.close()
  }
}

/**
 * Copies the open database to `path`, still encrypted. It appears there only once it is whole, synced and checked;
 * a fault leaves nothing behind, and what was cut off goes with the next one. Throws StorageError.
 */
export function copyTo(db: Db, key: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  clearHalfMade(dirname(path))
  const growing = growingPath(path)
  try {
    db.prepare('VACUUM INTO ?').run(growing)
    keepToOwner(growing)
    // In a folder of its own, where nothing was answered yet, it opens as it is.
    giveNewStart(growing, key, NOTHING_GIVEN_UP)
    syncFile(growing)
    if (!isSoundCopy(growing, key))
      throw new StorageError(
        'copy',
        'The backup did not come out whole, so it was not kept.',
        'Try again; if it happens twice, export the action plan now and look at the disk.',
      )
    renameSync(growing, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(growing, { force: true })
    throw error
  }
}

/** Takes a backup into the station's own folder and keeps the newest `keep` of them. `now` in milliseconds. */
export function takeBackup(db: Db, key: string, folder: string, now: number, keep = 12): Backup {
  const number = (numbered(folder)[0]?.number ?? 0) + 1
  const taken = new Date(now).toISOString()
  const name = `station-${String(number).padStart(6, '0')}-${taken.replaceAll(/[:.]/g, '-')}.db`
  const path = join(folderOf(folder), name)
  copyTo(db, key, path)
  for (const old of listBackups(folder).slice(keep)) letGo(folder, old.name)
  return { name, taken, bytes: statSync(path).size }
}

/** The backups of a station, in the order they were made, newest first. */
export const listBackups = (folder: string): Backup[] => numbered(folder).map(({ number: _, ...backup }) => backup)

/** Takes one of them away; nothing happens where it is gone already. */
export const letGo = (folder: string, name: string): void => rmSync(join(folderOf(folder), name), { force: true })

function numbered(folder: string): (Backup & { number: number })[] {
  if (!existsSync(folderOf(folder))) return []
  return readdirSync(folderOf(folder))
    .flatMap((name) => {
      const [, number, stamp] = NAME.exec(name) ?? []
      if (stamp === undefined) return []
      const taken = stamp.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z')
      return [{ name, taken, bytes: statSync(join(folderOf(folder), name)).size, number: Number(number ?? 0) }]
    })
    .toSorted((a, b) => b.number - a.number || (a.taken < b.taken ? 1 : -1))
}

/** The full path of a backup by its name; throws where there is none, so a name never reaches outside the folder. */
export function pathOfBackup(folder: string, name: string): string {
  const found = listBackups(folder).find((backup) => backup.name === name)
  if (found === undefined)
    throw new StorageError('copy', 'There is no backup of that name on this tablet.', 'Choose one from the list.')
  return join(folderOf(folder), found.name)
}
