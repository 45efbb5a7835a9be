/** Starting again from what is left or from a backup: in steps that can be cut anywhere, each of which leaves a way to try again. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RestoreAnswer } from '../../../shared/contract/station.ts'
import {
  databasePath,
  giveNewStart,
  givenUpBy,
  isSoundCopy,
  type KeyStore,
  openCopy,
  pathOfWay,
  storageErrorOf,
  StorageError,
  syncFile,
  whatIsIn,
} from '../kernel/database/index.ts'
import { growingPath } from '../../files/half-made.ts'
import { signOnceMore } from '../kernel/journal/index.ts'
import { keepToOwner } from '../../files/own-files.ts'
import { createSettings } from '../kernel/settings.ts'
import { isStaffSecret, PIN_PACE } from '../staff/index.ts'
import { syncFolder } from '../../files/sync-folder.ts'
import { tryOnce } from './tries.ts'

type Deps = { folder: string; keyStore: KeyStore; now: () => number }

/**
 * For staff of the event that the copy holds: the PIN or the passphrase is checked against the copy's own hashes, as slowly as
 * everywhere. Throws StorageError where the copy is not sound; then nothing was changed.
 */
export async function tryRestore(deps: Deps, name: string, secret: string): Promise<RestoreAnswer> {
  try {
    return await tryFrom(deps, name, secret)
  } catch (error) {
    throw storageErrorOf(error)?.code === 'damaged' ? unsound() : error
  }
}

const unsound = (): StorageError =>
  new StorageError('copy', 'That one is damaged too, so nothing was changed.', 'Choose another one.')

async function tryFrom({ folder, keyStore, now }: Deps, name: string, secret: string): Promise<RestoreAnswer> {
  const path = pathOfWay(folder, name)
  const key = neededKey(folder, keyStore)
  const copy = openCopy(path, key)
  try {
    // Before the try is counted: nobody pays for a copy that cannot be read.
    if (whatIsIn(copy) === null) throw unsound()
    const tried = await tryOnce(
      join(folder, 'station.restore.tries'),
      now,
      () => isStaffSecret(copy, secret),
      PIN_PACE.elsewhere,
    )
    if (tried.code !== 'right') return tried
  } finally {
    copy.close()
  }
  return { code: 'restored', keptIn: restoreFrom(folder, name, now(), key) }
}

function neededKey(folder: string, keyStore: KeyStore): string {
  const key = keyStore.read(folder)
  if (key !== null) return key
  throw new StorageError(
    'key',
    'The key file of this tablet’s data (station.key) is missing.',
    'Put back the key file that belongs to this data, then try again.',
  )
}

/**
 * Answers with the folder the old files were put into. Throws StorageError where the copy is not sound; then nothing has been
 * moved. Facts that were answered later are not in it, so the station does not go on under the same id: its next fact would take the
 * number of one that others may hold already. What it gave up is kept with it, so that the next opening knows of it.
 */
function restoreFrom(folder: string, name: string, now: number, key: string): string {
  const from = pathOfWay(folder, name)
  const ready = clearedPlace(folder)
  copyInto(ready, from, key)
  giveNewStart(ready, key, givenUpBy(folder), (copy) => {
    const { read } = createSettings(copy)
    signOnceMore(copy, read('station'), read('stationKey'))
  })
  if (!isSoundCopy(ready, key)) {
    rmSync(ready, { force: true })
    throw unsound()
  }
  syncFile(ready)

  return putInPlace(folder, ready, now)
}

/** Where data is made ready, without what an earlier try left there: its journal above all, which SQLite would roll into this one. */
export function clearedPlace(folder: string): string {
  // One at a time: this program makes no other.
  const ready = growingPath(databasePath(folder), '00000000')
  for (const suffix of ['-journal', '-wal', '-shm', '']) rmSync(ready + suffix, { force: true })
  return ready
}

/** `ready` becomes the data of this folder; answers with the folder that the old files were put into. Cut off anywhere, nothing opens as less than it is. */
export function putInPlace(folder: string, ready: string, now: number): string {
  const aside = join(folder, asideName(now))
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  // The data first: without it nothing opens, and once its log has gone before it, it would open as less than it is.
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    const path = databasePath(folder) + suffix
    if (existsSync(path)) renameSync(path, join(aside, `station.db${suffix}`))
  }
  syncFolder(aside)
  syncFolder(folder)
  renameSync(ready, databasePath(folder))
  syncFolder(folder)
  return aside
}

const asideName = (now: number): string => `set-aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`

/** How long damaged files are kept for whoever looks after the tablets: people may have asked to be forgotten since. Milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000

/** Takes away what was put aside longer ago than that. `now` in milliseconds. */
export function clearSetAside(folder: string, now: number): void {
  const newest = asideName(now - KEPT)
  for (const name of readdirSync(folder))
    if (/^set-aside-\d{4}-[0-9TZ-]+$/.test(name) && name < newest)
      rmSync(join(folder, name), { recursive: true, force: true })
}

/** Whole, whatever stands in the log beside it; throws where it cannot be read to its end. */
function copyInto(ready: string, from: string, key: string): void {
  const copy = openCopy(from, key)
  try {
    copy.prepare('VACUUM INTO ?').run(ready)
    keepToOwner(ready)
  } catch (error) {
    rmSync(ready, { force: true })
    throw error
  } finally {
    copy.close()
  }
}
