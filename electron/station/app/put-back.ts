/** A new tablet goes on from a copy that another one saved. */
import { join } from 'node:path'
import type { PutBackAnswer } from '../../../shared/contract/station.ts'
import { keyOfCopy, partsOf, writeDatabase } from './carried-copy.ts'
import { type KeyStore, StorageError } from '../kernel/database/index.ts'
import { clearedPlace, putInPlace } from './restore.ts'
import { tryOnce } from './tries.ts'

type Deps = { folder: string; keyStore: KeyStore; now: () => number }

/** `close` lets go of the data that stands there, in which nothing has been answered; it is called once nothing can be refused any more. */
export async function tryPutBack(
  { folder, keyStore, now }: Deps,
  { bytes, passphrase, close }: { bytes: Buffer; passphrase: string; close: () => void },
): Promise<PutBackAnswer> {
  const parts = partsOf(bytes)
  if ('sentence' in parts) return { code: 'unreadable', message: parts.sentence }
  const ownKey = keyStore.read(folder)
  if (ownKey === null) throw new Error('An open station has a key')
  try {
    let theirKey: string | null = null
    const judge = async () => (theirKey = await keyOfCopy(parts, passphrase)) !== null
    const tried = await tryOnce(join(folder, 'station.copy.tries'), now, judge)
    if (tried.code !== 'right') return tried
    if (theirKey === null) throw new Error('A right passphrase gives a key')
    const path = clearedPlace(folder)
    writeDatabase(parts, { path, folder, theirKey, ownKey })
    close()
    putInPlace(folder, path, now())
    return { code: 'put-back' }
  } catch (error) {
    if (error instanceof StorageError && error.code === 'copy')
      return { code: 'unreadable', message: `${error.sentence} ${error.todo}`.trim() }
    throw error
  }
}
