/** Tries at the passphrase of a locked tablet: the database that counts others is not open. */
import { join } from 'node:path'
import type { UnsealAnswer } from '../../shared/contract/station.ts'
import type { KeyKeeper } from './database/index.ts'
import { tryOnce } from './tries.ts'

/**
 * Tries it once, as slow as the staff's own secrets. Throws StorageRefused where the sealed key is damaged, or the try cannot be
 * counted.
 */
export async function tryPassphrase(
  { folder, keeper, now }: { folder: string; keeper: KeyKeeper; now: () => number },
  passphrase: string,
): Promise<UnsealAnswer> {
  const judge = async () => (await keeper.unseal?.(folder, passphrase)) === true
  const tried = await tryOnce(join(folder, 'station.key.tries'), now, judge)
  return tried.code === 'right' ? { code: 'open' } : tried
}
