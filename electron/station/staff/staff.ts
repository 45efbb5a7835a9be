/** How a station knows its staff: a PIN for stewards, a passphrase for the organiser, kept as scrypt hashes. */
import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import type { Random } from '../journal/index.ts'

export type StaffRole = 'steward' | 'organiser'
export type UnlockAnswer = { code: 'unlocked' } | { code: 'wrong'; left: number } | { code: 'wait'; seconds: number }

/** scrypt's N. r is 8 and p is 1: 128 MiB and about 0.3 s a try (OWASP Password Storage Cheat Sheet, 2023). */
const COST = 2 ** 17
const FREE_TRIES = 5

const derive = (secret: string, salt: string, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(
      secret.normalize('NFKC'),
      Buffer.from(salt, 'hex'),
      32,
      { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    )
  })

/** How long to wait after so many wrong tries: none for the first five, then 30 s, doubling up to an hour. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(3600, 30 * 2 ** (wrong - FREE_TRIES))

export function createStaffDesk({
  db,
  random,
  now,
  cost = COST,
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
      const salt = Buffer.from(random(16)).toString('hex')
      const key = (await derive(secret, salt, cost)).toString('hex')
      return () => void keep.run(role, salt, key, cost)
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
        // A clock that was set back must not lock anybody out for ever, so a negative wait counts as none.
        const left = waitAfter(wrong) - Math.max(0, waited)
        if (left > 0) return { code: 'wait', seconds: Math.ceil(left) }
      }
      count.run(role, wrong + 1, new Date(now()).toISOString())
      const key = await derive(secret, kept.salt, kept.cost)
      if (!timingSafeEqual(key, Buffer.from(kept.hash, 'hex'))) {
        const wait = waitAfter(wrong + 1)
        return wait > 0 ? { code: 'wait', seconds: wait } : { code: 'wrong', left: FREE_TRIES - wrong - 1 }
      }
      forget.run(role)
      return { code: 'unlocked' }
    },
  }
}
