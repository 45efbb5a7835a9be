/** Keeps the key sealed with the organiser's passphrase, for a tablet whose system has no keychain: read once it was given. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../sync-folder.ts'
import { keyFile, type KeyKeeper, keyPath } from './key.ts'
import { StorageRefused } from './refusal.ts'
import { moveInto, writeBeside } from './safe-file.ts'
import { openSealed, readSealed, sealKey } from './sealed-key.ts'

const sealedPath = (folder: string): string => join(folder, 'station.key.sealed')

/** True where the key waits for the passphrase: there is a sealed one, and no plain one any more. */
export const isSealed = (folder: string): boolean => existsSync(sealedPath(folder)) && !existsSync(keyPath(folder))

type SealedDeps = {
  /** The only folder whose key is sealed. Others, like the rehearsal's, keep a plain key file. */
  folder: string
  /** False for a host that opens a sealed key and never seals one: the browser's, the terminal. */
  seals?: boolean
  /** scrypt's N; tests make it cheap. */
  cost?: number
  /** The key, where whoever started this process still has it in memory. */
  held?: string | null
  /** Hears the key when it is sealed or opened. */
  onKey?: (key: string) => void
}

export function sealedKeeper({
  folder,
  seals = true,
  cost,
  held = null,
  onKey = () => undefined,
}: SealedDeps): KeyKeeper {
  const plain = keyFile()
  const path = sealedPath(folder)
  let known = held
  const learn = (key: string): void => {
    known = key
    onKey(key)
  }

  /** Cut off anywhere, the data still opens: with the plain file until it is gone, and from then on with the sealed one. */
  const seal = async (asked: string, passphrase: string): Promise<boolean> => {
    if (asked !== folder || !existsSync(keyPath(folder))) return false
    const key = plain.read(folder)
    if (key === null) return false
    const growing = writeBeside(path, await sealKey(key, passphrase, cost))
    if ((await openSealed(readFileSync(growing, 'utf8'), passphrase)) !== key) {
      rmSync(growing, { force: true })
      throw new Error('The sealed key does not open again')
    }
    moveInto(growing, path)
    rmSync(keyPath(folder))
    syncFolder(folder)
    learn(key)
    return true
  }

  return {
    read(asked) {
      if (asked !== folder || !isSealed(folder)) return plain.read(asked)
      // Said at once, and not only when somebody has found the passphrase.
      readSealed(readFileSync(path, 'utf8'))
      if (known !== null) return known
      throw new StorageRefused(
        'sealed',
        'This tablet’s data is locked with the organiser passphrase.',
        'Give it on the tablet’s own screen; or write it into a file of one line, and add --passphrase-file and the name of that file.',
      )
    },
    keep: plain.keep,
    kept: (asked) =>
      asked === folder && isSealed(folder) ? 'passphrase' : asked === folder && seals ? 'passphrase-soon' : 'file',
    async unseal(asked, passphrase) {
      if (asked !== folder || !isSealed(folder)) return true
      const key = await openSealed(readFileSync(path, 'utf8'), passphrase)
      if (key === null) return false
      learn(key)
      return true
    },
    ...(seals ? { seal } : {}),
  }
}
