/** Keeps the key sealed with the organiser's passphrase, for a tablet whose system has no keychain: read once it was given. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../../../files/sync-folder.ts'
import { keyFile, type KeyStore, keyPath, type Resealing } from './key.ts'
import { StorageError } from './storage-error.ts'
import { besideOf, moveInto, writeBeside } from './safe-file.ts'
import { isKept, readKept, removeKept, replaceKept } from './second-copy.ts'
import { openSealed, readSealed, sealKey } from './sealed-key.ts'

const sealedPath = (folder: string): string => join(folder, 'station.key.sealed')

/** The second copy of the key, sealed with what stands on the recovery sheet. */
const sheetPath = (folder: string): string => join(folder, 'station.key.sheet')

/** True where the key waits for the passphrase: there is a sealed one, and no plain one any more. */
export const isSealed = (folder: string): boolean => isKept(sealedPath(folder)) && !isKept(keyPath(folder))

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

export function sealedKeyStore({
  folder,
  seals = true,
  cost,
  held = null,
  onKey = () => undefined,
}: SealedDeps): KeyStore {
  const plain = keyFile()
  const path = sealedPath(folder)
  let known = held
  const learn = (key: string): void => {
    known = key
    onKey(key)
  }

  /** The sealed key as it is written, or its copy. Throws StorageError where neither is whole. */
  const sealedText = (): string =>
    readKept(path, (text) => {
      readSealed(text)
      return text
    }) ?? ''

  /** Nothing is trusted that does not open again. */
  const sealBeside = async (
    key: string,
    passphrase: string,
    target = path,
  ): Promise<{ growing: string; text: string }> => {
    const text = await sealKey(key, passphrase, cost)
    const growing = writeBeside(target, text)
    if ((await openSealed(readFileSync(growing, 'utf8'), passphrase)) === key) return { growing, text }
    rmSync(growing, { force: true })
    throw new Error('The sealed key does not open again')
  }
  /** The key that a change which was cut off has left beside the sealed one; null where there is none, or not with this passphrase. */
  const openBeside = async (passphrase: string): Promise<string | null> => {
    if (!existsSync(besideOf(path))) return null
    try {
      return await openSealed(readFileSync(besideOf(path), 'utf8'), passphrase)
    } catch {
      // It was cut off while it was written; the sealed one is whole.
      return null
    }
  }

  const resealing = async (key: string, secret: string, target: string): Promise<Resealing> => {
    const { growing, text } = await sealBeside(key, secret, target)
    return {
      finish() {
        // Another program that was given the new passphrase may have put it into its place already, or cleared it away.
        const made = existsSync(growing) ? growing : writeBeside(target, text)
        if (target === path) replaceKept(made, path)
        else moveInto(made, target)
      },
      undo: () => rmSync(growing, { force: true }),
    }
  }

  /** Cut off anywhere, the data still opens: with the plain file until it is gone, and from then on with the sealed one. */
  const seal = async (asked: string, passphrase: string): Promise<boolean> => {
    if (asked !== folder || !isKept(keyPath(folder))) return false
    const key = plain.read(folder)
    if (key === null) return false
    replaceKept((await sealBeside(key, passphrase)).growing, path)
    removeKept(keyPath(folder))
    syncFolder(folder)
    learn(key)
    return true
  }

  return {
    read(asked) {
      if (asked !== folder || !isSealed(folder)) return plain.read(asked)
      // Said at once, and not only when somebody has found the passphrase.
      sealedText()
      if (known !== null) return known
      throw new StorageError(
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
      const key = (await openSealed(sealedText(), passphrase)) ?? (await openBeside(passphrase))
      if (key === null) return false
      learn(key)
      return true
    },
    reseal: async (asked, passphrase) =>
      asked === folder && isSealed(folder) && known !== null ? resealing(known, passphrase, path) : null,
    async sealForSheet(asked, sheet) {
      if (asked !== folder || !(isSealed(folder) || seals)) return null
      const key = isSealed(folder) ? known : plain.read(folder)
      return key === null ? null : resealing(key, sheet, sheetPath(folder))
    },
    async unsealWithSheet(asked, sheet) {
      if (asked !== folder || !isSealed(folder) || !existsSync(sheetPath(folder))) return false
      const key = await openSealed(readFileSync(sheetPath(folder), 'utf8'), sheet)
      if (key === null) return false
      learn(key)
      return true
    },
    dropSheet(asked) {
      if (asked !== folder || !existsSync(sheetPath(folder))) return
      rmSync(sheetPath(folder))
      syncFolder(folder)
    },
    async settle(asked, passphrase) {
      if (asked !== folder || !isSealed(folder) || !existsSync(besideOf(path))) return
      if ((await openBeside(passphrase)) === null) rmSync(besideOf(path), { force: true })
      else replaceKept(besideOf(path), path)
    },
    ...(seals ? { seal } : {}),
  }
}
