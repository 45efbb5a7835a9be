/** Backups: a whole encrypted copy, synced, checked, renamed into place, the oldest let go. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database, { type Database as Db } from 'better-sqlite3'
import { syncFolder } from '../sync-folder.ts'
import { StorageRefused } from './refusal.ts'
import { unlockWith } from './unlock.ts'

export type Backup = { name: string; taken: string; bytes: number }

const NAME = /^station-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.db$/
const folderOf = (folder: string) => join(folder, 'backups')

const syncFile = (path: string) => {
  // Open for writing: Windows syncs no file that is only read.
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** True where a copy opens with the key and SQLite finds no fault in it. */
export function isSoundCopy(path: string, key: string): boolean {
  let copy: Db | null = null
  try {
    copy = new Database(path, { readonly: true, fileMustExist: true })
    unlockWith(copy, key)
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  } finally {
    copy?.close()
  }
}

/**
 * Copies the open database to `path`, still encrypted. It appears there only once it is whole, synced and checked;
 * a fault leaves nothing behind. Throws StorageRefused.
 */
export function copyTo(db: Db, key: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const growing = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    db.prepare('VACUUM INTO ?').run(growing)
    syncFile(growing)
    if (!isSoundCopy(growing, key))
      throw new StorageRefused(
        'damaged',
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
  const name = `station-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.db`
  copyTo(db, key, join(folderOf(folder), name))
  for (const old of listBackups(folder).slice(keep)) rmSync(join(folderOf(folder), old.name), { force: true })
  return { name, taken: new Date(now).toISOString(), bytes: statSync(join(folderOf(folder), name)).size }
}

/** The backups of a station, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folderOf(folder))) return []
  return readdirSync(folderOf(folder))
    .flatMap((name) => {
      const stamp = NAME.exec(name)?.[1]
      if (stamp === undefined) return []
      const taken = stamp.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z')
      return [{ name, taken, bytes: statSync(join(folderOf(folder), name)).size }]
    })
    .toSorted((a, b) => (a.taken < b.taken ? 1 : -1))
}

/** The full path of a backup by its name; throws where there is none, so a name never reaches outside the folder. */
export function pathOfBackup(folder: string, name: string): string {
  const found = listBackups(folder).find((backup) => backup.name === name)
  if (found === undefined)
    throw new StorageRefused('damaged', 'There is no backup of that name on this tablet.', 'Choose one from the list.')
  return join(folderOf(folder), found.name)
}
