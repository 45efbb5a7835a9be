/** A copy that leaves the tablet in one file: everything, encrypted, and the key to it sealed with the organiser's passphrase. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import {
  giveNewStart,
  givenUpBy,
  openCopy,
  openSealed,
  sealKey,
  shippedMigrations,
  StorageError,
  syncFile,
  unlockWith,
  whatIsIn,
} from '../kernel/database/index.ts'
import { safeName } from '../../files/file-names.ts'
import { growingPath } from '../../files/half-made.ts'

/** The first line; the sealed key is the second, and the database all the rest. */
const FORMAT = 'pledge-kiosk-copy 1\n'
const NEWER = /^pledge-kiosk-copy \d+\n/

type Copied = { copyTo: (path: string) => void; folder: string; key: string }

/** `name` and `day` (YYYY-MM-DD) are for its file name. It is made beside the data first; throws StorageError. */
export async function makeCopy(
  { copyTo, folder, key }: Copied,
  { passphrase, name, day, cost }: { passphrase: string; name: string; day: string; cost?: number },
): Promise<File> {
  const path = growingPath(join(folder, 'copy'))
  try {
    copyTo(path)
    const sealed = await sealKey(key, passphrase, cost)
    return new File([FORMAT, sealed, readFileSync(path)], safeName(`pledge-kiosk ${name} ${day}.pledges`), {
      type: 'application/octet-stream',
    })
  } finally {
    rmSync(path, { force: true })
  }
}

/** A copy in its parts; a sentence where it is none that this app can read. */
type Parts = { sealed: string; database: Buffer }

export function partsOf(bytes: Buffer): Parts | { sentence: string } {
  const first = bytes.subarray(0, 40).toString('latin1')
  if (!first.startsWith(FORMAT))
    return {
      sentence: NEWER.test(first)
        ? 'That copy was made by a newer version of Pledge Kiosk. Install the newer version on this tablet, then try again.'
        : 'That is not a copy of a tablet. Its name ends in “.pledges”, and it was saved under Event & tablet.',
    }
  const end = bytes.indexOf('\n', FORMAT.length)
  if (end < 0) return { sentence: CUT }
  return { sealed: bytes.subarray(FORMAT.length, end + 1).toString('utf8'), database: bytes.subarray(end + 1) }
}

const CUT = 'That copy is damaged or was cut off when it was saved. Nothing was changed: try another one.'

/** The key to the database in it; null where it is another passphrase. Throws StorageError where the sealed key is damaged. */
export async function keyOfCopy({ sealed }: Parts, passphrase: string): Promise<string | null> {
  try {
    return await openSealed(sealed, passphrase)
  } catch (error) {
    throw error instanceof StorageError && error.code === 'key' ? new StorageError('copy', CUT, '', error) : error
  }
}

/**
 * Writes its database to `path`, locked with the key of this tablet's own folder and ready to be its data. Throws StorageError where
 * it is not sound or from a newer version; then nothing is left at `path`.
 */
export function writeDatabase(
  { database }: Parts,
  { path, folder, theirKey, ownKey }: { path: string; folder: string; theirKey: string; ownKey: string },
): void {
  writeFileSync(path, database, { mode: 0o600 })
  try {
    const copy = openCopy(path, theirKey)
    try {
      if (Number(copy.pragma('user_version', { simple: true })) > (shippedMigrations().at(-1)?.number ?? 0))
        throw new StorageError(
          'copy',
          'That copy was made by a newer version of Pledge Kiosk.',
          'Install the newer version on this tablet, then try again.',
        )
      if (whatIsIn(copy) === null) throw new StorageError('copy', CUT, '')
    } finally {
      copy.close()
    }
    changeKey(path, theirKey, ownKey)
    giveNewStart(path, ownKey, givenUpBy(folder))
    syncFile(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error instanceof StorageError ? error : new StorageError('copy', CUT, '', error)
  }
}

function changeKey(path: string, from: string, to: string): void {
  const copy = new Database(path, { fileMustExist: true })
  try {
    unlockWith(copy, from)
    copy.pragma('journal_mode = MEMORY')
    copy.pragma(`rekey = "x'${to}'"`)
  } finally {
    copy.close()
  }
}
