/** The database's key in the desktop app: wrapped by the system's keychain where there is a real one, else sealed with the passphrase. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  copyKept,
  copyOf,
  isKept,
  isKey,
  isNew,
  isSealed,
  type KeyStore,
  keyFile,
  mendKept,
  moveInto,
  removeKept,
  sealedKeyStore,
  StorageError,
  writeBeside,
} from '../../station/kernel/database/index.ts'

/** The part of Electron's safeStorage that is used here. */
export type Keychain = {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(plain: string): Promise<Buffer>
  decryptStringAsync(wrapped: Buffer): Promise<{ result: string }>
  getSelectedStorageBackend?(): string | Promise<string>
}

/** A key that was opened with the passphrase, in the memory of a process that outlives this one; `cost` is that of sealing it. */
type Memory = { held: string | null; onKey: (key: string) => void; cost?: number | undefined }
const NO_MEMORY: Memory = { held: null, onKey: () => undefined }

const wrappedPath = (folder: string) => join(folder, 'station.key.wrapped')

/** True where the system really keeps secrets; `basic_text` is Chromium's own fixed password, which hides nothing. */
async function isReal(keychain: Keychain): Promise<boolean> {
  if (!(await keychain.isAsyncEncryptionAvailable())) return false
  return process.platform !== 'linux' || (await keychain.getSelectedStorageBackend?.()) !== 'basic_text'
}

/**
 * A key store for the station in `folder`. Unwrapping is asynchronous and opening a station is not, so the key is fetched
 * here first. A key file from the browser host is wrapped and then removed. Without a real keychain the organiser's
 * passphrase seals the key, and `wrapped` is false so that the shell can say so. Other folders (the rehearsal's) keep a
 * plain key file.
 */
export async function openKeychain(
  folder: string,
  keychain: Keychain,
  memory: Memory = NO_MEMORY,
): Promise<{ keyStore: KeyStore; wrapped: boolean }> {
  const plain = keyFile()
  const sealed = { keyStore: sealedKeyStore({ folder, ...memory }), wrapped: false }
  const isWrapped = isKept(wrappedPath(folder))
  if (!(await isReal(keychain)))
    return isWrapped && lostWithout(folder) ? { keyStore: outOfReach(), wrapped: false } : sealed
  // Sealed before there was a keychain: it goes on as the organiser knows it, by the passphrase.
  if (!isWrapped && isSealed(folder)) return sealed
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let key: string | null
  try {
    key = await fetchKey(folder, keychain, plain)
  } catch (error) {
    // The keychain refused, and there is another way in.
    if (error instanceof StorageError && isSealed(folder)) return sealed
    throw error
  }
  return {
    wrapped: true,
    keyStore: {
      read: (asked) => (asked === folder ? key : plain.read(asked)),
      keep: (asked, fresh) => plain.keep(asked, fresh),
      kept: (asked) => (asked === folder ? 'keychain' : 'file'),
    },
  }
}

/** True where there is data, and a key to it neither sealed nor in a plain file. */
const lostWithout = (folder: string): boolean =>
  !isNew(folder) && !isSealed(folder) && !isKept(join(folder, 'station.key'))

/** The key is in a keychain that this start cannot reach. */
const outOfReach = (): KeyStore =>
  refusingKeyStore(
    new StorageError(
      'key',
      'The key to this tablet’s data is in the system’s keychain, and there is none to be reached now.',
      'Sign in as the user who set this tablet up, in the same way as then, and start Pledge Kiosk again.',
    ),
  ).keyStore

/** Where the keychain refused: the station opens without a key, and its first screen says why. Throws anything else. */
export function refusingKeyStore(error: unknown): { keyStore: KeyStore; wrapped: boolean } {
  if (!(error instanceof StorageError)) throw error
  const refuse = (): never => {
    throw error
  }
  return { keyStore: { read: refuse, keep: refuse }, wrapped: true }
}

async function fetchKey(folder: string, keychain: Keychain, plain: KeyStore): Promise<string | null> {
  const path = wrappedPath(folder)
  if (isKept(path)) {
    const key = await unwrapped(path, keychain)
    dropPlain(folder, plain, key)
    return key
  }
  const held = plain.read(folder)
  // Data without any key must be refused by whoever opens it, not covered by a new key.
  if (held === null && existsSync(join(folder, 'station.db'))) return null
  const key = held ?? randomBytes(32).toString('hex')
  const wrapped = await keychain.encryptStringAsync(key)
  const growing = writeBeside(path, wrapped)
  if ((await keychain.decryptStringAsync(readFileSync(growing))).result !== key)
    throw new StorageError(
      'key',
      'The system’s keychain did not keep the key as it was given.',
      'Restart this tablet and try again; nothing was changed.',
    )
  moveInto(growing, path)
  copyKept(path)
  dropPlain(folder, plain, key)
  return key
}

/**
 * By the file or its copy, whichever the keychain still knows. The other one is written anew where it is gone or the keychain does not know
 * it: one that says something else may be the right one.
 */
async function unwrapped(path: string, keychain: Keychain): Promise<string> {
  const errors: unknown[] = []
  for (const from of [path, copyOf(path)].filter((one) => existsSync(one))) {
    try {
      const wrapped = readFileSync(from)
      const key = await keyIn(wrapped, keychain)
      const other = from === path ? copyOf(path) : path
      const isOtherKnown =
        existsSync(other) &&
        (await keyIn(readFileSync(other), keychain).then(
          () => true,
          () => false,
        ))
      if (!isOtherKnown) mendKept(other, wrapped)
      return key
    } catch (error) {
      errors.push(error)
    }
  }
  throw new StorageError(
    'key',
    'The system’s keychain did not give out the key to this tablet’s data.',
    'Sign in as the user who set this tablet up, or put back the key file.',
    errors[0],
  )
}

async function keyIn(wrapped: Buffer, keychain: Keychain): Promise<string> {
  const { result } = await keychain.decryptStringAsync(wrapped)
  if (!isKey(result)) throw new Error('What the keychain gave out is no key')
  return result
}

/** Once it is wrapped; also where the start that wrapped it was cut off before this. A file with another key in it is left. */
function dropPlain(folder: string, plain: KeyStore, key: string): void {
  try {
    if (plain.read(folder) === key) removeKept(join(folder, 'station.key'))
  } catch {
    // It can be read no more, or not be taken away: the wrapped one opens the data all the same.
  }
}
