/** The database's key: 32 random bytes, in a file only its owner may read, or wrapped by whoever opens the station. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StorageRefused } from './refusal.ts'

/** Where a station's key is kept. The desktop shell keeps it wrapped by the system's keychain. Keys are 64 hex digits. */
export type KeyKeeper = {
  read(folder: string): string | null
  keep(folder: string, key: string): void
}

const HEX_KEY = /^[0-9a-f]{64}$/

/** A key file beside the database, readable by its owner alone. */
export function keyFile(): KeyKeeper {
  const path = (folder: string) => join(folder, 'station.key')
  return {
    read(folder) {
      if (!existsSync(path(folder))) return null
      const key = readFileSync(path(folder), 'utf8').trim()
      if (!HEX_KEY.test(key))
        throw new StorageRefused(
          'key',
          'The key file of this tablet’s data (station.key) is damaged.',
          'Put back the key file that belongs to this data. Without it the data cannot be read by anyone.',
        )
      return key
    },
    keep(folder, key) {
      const file = openSync(path(folder), 'wx', 0o600)
      try {
        writeSync(file, `${key}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
  }
}
