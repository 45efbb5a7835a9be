/** Does the data still hold what this station has answered? Asked at every opening, before anything is written. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database as Db } from 'better-sqlite3'
import { type Answered, readAnswered } from './answered.ts'
import { listBackups, pathOfBackup } from './backup.ts'
import { headIn, NOTHING_GIVEN_UP, openCopy } from './copy.ts'
import { hasTable } from './has-table.ts'
import { StorageError } from './storage-error.ts'

const hasAnswered = (folder: string): boolean => readAnswered(folder) !== null || listBackups(folder).length > 0

export const isThere = (path: string): boolean => existsSync(path) && statSync(path).size > 0

/** Only a folder that never answered anything is new. */
export const isNew = (folder: string): boolean => !isThere(join(folder, 'station.db')) && !hasAnswered(folder)

const lost = (what: string): StorageError =>
  new StorageError(
    'damaged',
    `${what} It has been left as it was found.`,
    'Somebody may have moved, lost or put back files of this tablet. If they are to hand, put all of them back and try again; otherwise start again from the newest of what is left.',
  )

export const missing = (): StorageError => lost('The data of this tablet is missing.')

/**
 * Throws StorageError where the data in `db` lacks what was answered, or where that cannot be told any more. Its tables may be
 * of any version of the app: only the numbers and hashes of the facts are read.
 */
export function refuseIfWentBack(db: Db, folder: string, key: string): void {
  const answered = readAnswered(folder)
  const setting = (name: string): string | null => readSetting(db, name)
  if (Number(db.pragma('user_version', { simple: true })) === 0) {
    if (hasAnswered(folder)) throw missing()
    return
  }
  const station = setting('station')
  // What was given up, knowingly, when the data was put back from a copy.
  if (setting('noted') === null && setting('givenUp') === textOf(answered)) return
  // It may have gone on under another id, and was cut off before that was noted, or noted what it had answered under the one before.
  const ids = [station, ...(setting('wentBy') ?? '').split(' ')]
  if (answered === null || answered === 'unreadable') {
    if (answered === 'unreadable' || setting('noted') !== null)
      throw lost('What this tablet last answered can no longer be told, so nobody knows whether its data is whole.')
  } else if (!ids.includes(answered.station) || !holds(db, answered))
    throw lost('This tablet has answered more than its data holds now.')
  if (station === null) return
  const head = headOfNewestBackup(folder, key, station)
  if (head !== null && !holds(db, head)) throw lost('A backup on this tablet holds more than its data does now.')
}

/** What a restore gives up: the answer that this folder remembers, as it is kept with the data that was put back. */
export const givenUpBy = (folder: string): string => textOf(readAnswered(folder))

const textOf = (answered: Answered | 'unreadable' | null): string =>
  answered === null
    ? NOTHING_GIVEN_UP
    : answered === 'unreadable'
      ? answered
      : `${answered.station} ${answered.seq} ${answered.hash}`

export const readSetting = (db: Db, name: string): string | null =>
  db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(name)?.value ?? null

/** Also where an update was cut off, and what the version before wrote still waits to be written anew. */
function holds(db: Db, { station, seq, hash }: Answered): boolean {
  return (
    db
      .prepare(`SELECT 1 FROM ${hasTable(db, 'fact1') ? 'fact1' : 'fact'} WHERE station = ? AND seq = ? AND hash = ?`)
      .get(station, seq, hash) !== undefined
  )
}

/** Null where there is none, or it cannot be read: then it proves nothing. */
function headOfNewestBackup(folder: string, key: string, station: string): Answered | null {
  const [newest] = listBackups(folder)
  if (newest === undefined) return null
  try {
    const copy = openCopy(pathOfBackup(folder, newest.name), key)
    try {
      return headIn(copy, station)
    } finally {
      copy.close()
    }
  } catch {
    return null
  }
}
