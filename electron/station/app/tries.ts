/** Tries at a secret while the database is not open: counted in a file, on the disk before each is judged, and slowed down. */
import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { instant } from '../../../shared/domain/text.ts'
import { moveInto, writeBeside } from '../kernel/database/index.ts'
import { asOf, leftOf, NO_TRIES, type NotYet, type Pace, PASSPHRASE_PACE, spend, waitFor } from '../staff/index.ts'

/** `full`: when nothing of what is allowed is spent any more; a file of an earlier version does not say. */
const triesShape = z
  .object({ wrong: z.int().min(0), last: instant, full: instant.optional() })
  .transform(({ wrong, last, full = last }) => ({ wrong, last: Date.parse(last), full: Date.parse(full) }))
type Tries = z.infer<typeof triesShape>

/** `right` is for the caller to say in words of its own. */
type Tried = { code: 'right' } | NotYet

/**
 * Counts and judges one try; the file at `path` is there while there are wrong ones, so pulling the plug wins nothing. Throws what
 * `judge` throws, and StorageError or what the disk says where the try cannot be counted.
 */
export async function tryOnce(
  path: string,
  now: () => number,
  judge: () => Promise<boolean>,
  pace: Pace = PASSPHRASE_PACE,
): Promise<Tried> {
  const before = asOf(readTries(path) ?? NO_TRIES, now())
  const seconds = waitFor(before, pace, now())
  if (seconds > 0) {
    count(path, before)
    return { code: 'wait', seconds }
  }
  const after = spend(before, pace, now())
  count(path, after)
  if (await judge()) {
    rmSync(path, { force: true })
    return { code: 'right' }
  }
  const wait = waitFor(after, pace, now())
  return wait > 0 ? { code: 'wait', seconds: wait } : { code: 'wrong', left: leftOf(after, pace, now()) }
}

function count(path: string, { wrong, last, full }: Tries): void {
  const text = JSON.stringify({ wrong, last: new Date(last).toISOString(), full: new Date(full).toISOString() })
  moveInto(writeBeside(path, `${text}\n`), path)
}

/** Null where there were none, and where the file says nothing: whoever may write it may take it away as well. */
function readTries(path: string): Tries | null {
  try {
    return triesShape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
