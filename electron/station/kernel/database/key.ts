/** The database's key: 32 random bytes, in a file only its owner may read, or wrapped by whoever opens the station. */
import { createHash } from 'node:crypto'
import { constants, copyFileSync, linkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { StationState } from '../../../../shared/contract/station.ts'
import { growingPath } from '../../../files/half-made.ts'
import { syncFolder } from '../../../files/sync-folder.ts'
import { inUse, StorageError } from './storage-error.ts'
import { syncFile, writeSynced } from './safe-file.ts'
import { copyKept, readKept } from './second-copy.ts'

/** Where a station's key is kept. The desktop shell keeps it wrapped by the system's keychain. Keys are 64 hex digits. */
export type KeyStore = {
  /** Throws StorageError: `sealed` where the key is there and waits for the passphrase. */
  read(folder: string): string | null
  keep(folder: string, key: string): void
  /** How the key of this folder is kept; in a plain file where a key store does not say. */
  kept?(folder: string): StationState['key']
  /** Seals the key with the passphrase and takes the plain file away. False where there is nothing to seal. */
  seal?(folder: string, passphrase: string): Promise<boolean>
  /** Opens a sealed key, so that `read` has it from now on. False where it is another passphrase. */
  unseal?(folder: string, passphrase: string): Promise<boolean>
  /** Seals the key with another passphrase, beside the sealed one. null where none is sealed. */
  reseal?(folder: string, passphrase: string): Promise<Resealing | null>
  /** Seals a second copy of the key with what stands on a recovery sheet. null where the key is not sealed here. */
  sealForSheet?(folder: string, sheet: string): Promise<Resealing | null>
  /** As `unseal`, with what stands on the recovery sheet. */
  unsealWithSheet?(folder: string, sheet: string): Promise<boolean>
  /** The sheet is void: its copy of the key goes. */
  dropSheet?(folder: string): void
  /** This passphrase is the one: what a change that was cut off has left beside the sealed key takes its place, or goes. */
  settle?(folder: string, passphrase: string): Promise<void>
}

/** A key that lies sealed anew beside the old one: `finish` puts it in its place, `undo` takes it away. */
export type Resealing = { finish(): void; undo(): void }

export const keyPath = (folder: string): string => join(folder, 'station.key')

/** 64 hex digits. */
export const isKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

const sumOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

/** The key twice and its sum: without it everything is lost, so no one byte of the file may matter. Nor may the file: there is a copy. */
const linesOf = (key: string): string => `${key}\n${key}\n${sumOf(key)}\n`

/** The key that two of the three lines agree on; an older version wrote one line. Null where nobody can tell. */
function keyIn(text: string): string | null {
  const [one = '', two = '', sum = ''] = text.trim().split('\n')
  if (two === '') return isKey(one) ? one : null
  return [one, two].find((key) => isKey(key) && (one === two || sumOf(key) === sum)) ?? null
}

/** A key file beside the database, readable by its owner alone. */
export function keyFile(): KeyStore {
  return {
    read(folder) {
      return readKept(keyPath(folder), (text) => {
        const key = keyIn(text)
        if (key !== null) return key
        throw new StorageError(
          'key',
          'The key file of this tablet’s data (station.key) is damaged.',
          'Put back the key file that belongs to this data. Without it the data cannot be read by anyone.',
        )
      })
    },
    keep(folder, key) {
      // Half a key would lock a tablet on which nothing was done yet.
      const growing = growingPath(keyPath(folder))
      try {
        writeSynced(growing, linesOf(key))
        nameFresh(growing, keyPath(folder))
      } finally {
        rmSync(growing, { force: true })
      }
      syncFolder(folder)
      copyKept(keyPath(folder))
    },
  }
}

/**
 * The file at `growing` has this name too, where none has it yet: a second key over the first, which a rename would be, would make what
 * the first one locked unreadable for good.
 */
function nameFresh(growing: string, path: string): void {
  try {
    linkSync(growing, path)
    return
  } catch {
    // There is one already, or no file has two names on this disk.
  }
  try {
    copyFileSync(growing, path, constants.COPYFILE_EXCL)
    syncFile(path)
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? inUse(error) : error
  }
}
