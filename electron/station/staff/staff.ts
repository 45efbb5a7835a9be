/** How a station knows its staff: a PIN for stewards, a passphrase for the organiser, kept as scrypt hashes. */
import { timingSafeEqual } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import type { Random } from '../journal/index.ts'
import { stretch, STRETCH_COST } from '../stretch.ts'

export type StaffRole = 'steward' | 'organiser'
export type UnlockAnswer = { code: 'unlocked' } | { code: 'wrong'; left: number } | { code: 'wait'; seconds: number }

export const FREE_TRIES = 5

/** How long to wait after so many wrong tries: none for the first five, then 30 s, doubling up to an hour. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(3600, 30 * 2 ** (wrong - FREE_TRIES))

/** Whether this is the PIN or the passphrase of somebody who may do as much as a steward, by the hashes that `db` holds; true where it holds none. */
export async function isStaffSecret(db: Database, secret: string): Promise<boolean> {
  const all = db
    .prepare<[], { salt: string; hash: string; cost: number }>('SELECT salt, hash, cost FROM staffSecret')
    .all()
  for (const { salt, hash, cost } of all) {
    const key = await stretch(secret, Buffer.from(salt, 'hex'), cost)
    if (timingSafeEqual(key, Buffer.from(hash, 'hex'))) return true
  }
  return all.length === 0
}

export function createStaffDesk({
  db,
  random,
  now,
  cost = STRETCH_COST,
}: {
  db: Database
  random: Random
  now: () => number
  cost?: number
}) {
  const keep: Statement<[string, string, string, number]> = db.prepare(
    'INSERT INTO staffSecret (role, salt, hash, cost) VALUES (?, ?, ?, ?) ON CONFLICT (role) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, cost = excluded.cost',
  )
  const secretOf: Statement<[string], { salt: string; hash: string; cost: number }> = db.prepare(
    'SELECT salt, hash, cost FROM staffSecret WHERE role = ?',
  )
  const attempts: Statement<[string], { wrong: number; last: string }> = db.prepare(
    'SELECT wrong, last FROM staffAttempt WHERE role = ?',
  )
  const count: Statement<[string, number, string]> = db.prepare(
    'INSERT INTO staffAttempt (role, wrong, last) VALUES (?, ?, ?) ON CONFLICT (role) DO UPDATE SET wrong = excluded.wrong, last = excluded.last',
  )
  const forget: Statement<[string]> = db.prepare('DELETE FROM staffAttempt WHERE role = ?')

  return {
    /** Makes ready to keep a secret: the slow part, before any transaction is open. Call the answer inside one. */
    async prepare(role: StaffRole, secret: string): Promise<() => void> {
      const salt = Buffer.from(random(16))
      const key = (await stretch(secret, salt, cost)).toString('hex')
      return () => void keep.run(role, salt.toString('hex'), key, cost)
    },
    isSet: (role: StaffRole): boolean => secretOf.get(role) !== undefined,
    /** Tries a PIN or passphrase. Each try is counted on disk before it is judged, so pulling the plug wins nothing. */
    async unlock(role: StaffRole, secret: string): Promise<UnlockAnswer> {
      const kept = secretOf.get(role)
      if (kept === undefined) return { code: 'wrong', left: 0 }
      const before = attempts.get(role)
      const wrong = before?.wrong ?? 0
      if (before !== undefined) {
        const waited = (now() - Date.parse(before.last)) / 1000
        // A clock that was set back: the wait starts again by the new one, so nobody is locked out until the old time comes.
        if (waited < 0) count.run(role, wrong, new Date(now()).toISOString())
        const left = waitAfter(wrong) - Math.max(0, waited)
        if (left > 0) return { code: 'wait', seconds: Math.ceil(left) }
      }
      count.run(role, wrong + 1, new Date(now()).toISOString())
      const key = await stretch(secret, Buffer.from(kept.salt, 'hex'), kept.cost)
      if (!timingSafeEqual(key, Buffer.from(kept.hash, 'hex'))) {
        const wait = waitAfter(wrong + 1)
        return wait > 0 ? { code: 'wait', seconds: wait } : { code: 'wrong', left: FREE_TRIES - wrong - 1 }
      }
      forget.run(role)
      return { code: 'unlocked' }
    },
  }
}
