/** Tries at the passphrase of a locked tablet: counted in a file beside the key, since the database is not open, and slowed down. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { UnsealAnswer } from '../../shared/contract/station.ts'
import { instant } from '../../shared/domain/text.ts'
import { type KeyKeeper, moveInto, writeBeside } from './database/index.ts'
import { FREE_TRIES, waitAfter } from './staff/index.ts'

const triesShape = z.object({ wrong: z.int().min(0), last: instant })
type Tries = z.infer<typeof triesShape>

const triesPath = (folder: string): string => join(folder, 'station.key.tries')

/**
 * Tries it once, as slow as the staff's own secrets. Each try is counted on disk before it is judged, so pulling the plug
 * wins nothing. Throws StorageRefused where the sealed key is damaged, or the try cannot be counted.
 */
export async function tryPassphrase(
  { folder, keeper, now }: { folder: string; keeper: KeyKeeper; now: () => number },
  passphrase: string,
): Promise<UnsealAnswer> {
  const before = readTries(folder)
  const wrong = before?.wrong ?? 0
  if (before !== null) {
    const since = (now() - Date.parse(before.last)) / 1000
    // A clock that was set back: the wait starts again by the new one, so nobody is locked out until the old time comes.
    if (since < 0) countTries(folder, { wrong, last: new Date(now()).toISOString() })
    const left = waitAfter(wrong) - Math.max(0, since)
    if (left > 0) return { code: 'wait', seconds: Math.ceil(left) }
  }
  countTries(folder, { wrong: wrong + 1, last: new Date(now()).toISOString() })
  if ((await keeper.unseal?.(folder, passphrase)) === true) {
    rmSync(triesPath(folder), { force: true })
    return { code: 'open' }
  }
  const wait = waitAfter(wrong + 1)
  return wait > 0 ? { code: 'wait', seconds: wait } : { code: 'wrong', left: FREE_TRIES - wrong - 1 }
}

const countTries = (folder: string, tries: Tries): void =>
  moveInto(writeBeside(triesPath(folder), `${JSON.stringify(tries)}\n`), triesPath(folder))

/** Null where there were none, and where the file says nothing: whoever may write it may take it away as well. */
function readTries(folder: string): Tries | null {
  try {
    return triesShape.safeParse(JSON.parse(readFileSync(triesPath(folder), 'utf8'))).data ?? null
  } catch {
    return null
  }
}
