/** Tries at the passphrase of a locked tablet: the database that counts others is not open. */
import { join } from 'node:path'
import type { UnsealAnswer } from '../../../shared/contract/station.ts'
import { tryOnce } from './tries.ts'

/**
 * Tries to `open` it once with what was given, as slow as the staff's own secrets. Throws StorageError where the sealed key is
 * damaged, or the try cannot be counted.
 */
export async function tryPassphrase(
  { folder, now }: { folder: string; now: () => number },
  open: () => Promise<boolean>,
): Promise<UnsealAnswer> {
  const tried = await tryOnce(join(folder, 'station.key.tries'), now, open)
  return tried.code === 'right' ? { code: 'open' } : tried
}
