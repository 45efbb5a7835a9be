/** Tries at a secret while the database is not open: counted in a file, on the disk before each is judged, and slowed down. */
import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { instant } from '../../shared/domain/text.ts'
import { moveInto, writeBeside } from './database/index.ts'
import { FREE_TRIES, waitAfter } from './staff/index.ts'

const triesShape = z.object({ wrong: z.int().min(0), last: instant })
type Tries = z.infer<typeof triesShape>

/** `right` is for the caller to say in words of its own; times are seconds. */
export type Tried = { code: 'right' } | { code: 'wrong'; left: number } | { code: 'wait'; seconds: number }

/**
 * Counts and judges one try; the file at `path` is there while there are wrong ones, so pulling the plug wins nothing. Throws what
 * `judge` throws, and StorageRefused or what the disk says where the try cannot be counted.
 */
export async function tryOnce(path: string, now: () => number, judge: () => Promise<boolean>): Promise<Tried> {
  const before = readTries(path)
  const wrong = before?.wrong ?? 0
  const count = (tries: number): void =>
    moveInto(
      writeBeside(path, `${JSON.stringify({ wrong: tries, last: new Date(now()).toISOString() } satisfies Tries)}\n`),
      path,
    )
  if (before !== null) {
    const since = (now() - Date.parse(before.last)) / 1000
    // A clock that was set back: the wait starts again by the new one, so nobody is locked out until the old time comes.
    if (since < 0) count(wrong)
    const left = waitAfter(wrong) - Math.max(0, since)
    if (left > 0) return { code: 'wait', seconds: Math.ceil(left) }
  }
  count(wrong + 1)
  if (await judge()) {
    rmSync(path, { force: true })
    return { code: 'right' }
  }
  const wait = waitAfter(wrong + 1)
  return wait > 0 ? { code: 'wait', seconds: wait } : { code: 'wrong', left: FREE_TRIES - wrong - 1 }
}

/** Null where there were none, and where the file says nothing: whoever may write it may take it away as well. */
function readTries(path: string): Tries | null {
  try {
    return triesShape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
