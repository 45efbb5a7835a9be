/** How a station knows its staff: a PIN for stewards, a passphrase for the organiser, kept as scrypt hashes. */
import { timingSafeEqual } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import type { Random } from '../kernel/journal/index.ts'
import { stretch, STRETCH_COST } from '../kernel/stretch.ts'
import { createSheet } from './sheet.ts'
import { createTries, type NotYet, type StaffRole } from './tries.ts'

type Kept = { salt: string; hash: string; cost: number }

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

export function createStaff({
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
  const secretOf: Statement<[string], Kept> = db.prepare('SELECT salt, hash, cost FROM staffSecret WHERE role = ?')
  const everySecret: Statement<[], Kept & { role: string }> = db.prepare(
    'SELECT role, salt, hash, cost FROM staffSecret',
  )
  const tries = createTries({ db, now })
  const fits = async ({ salt, hash, cost: given }: Kept, secret: string): Promise<boolean> =>
    timingSafeEqual(await stretch(secret, Buffer.from(salt, 'hex'), given), Buffer.from(hash, 'hex'))

  return {
    /** Makes ready to keep a secret: the slow part, before any transaction is open. Call the answer inside one. */
    async prepare(role: StaffRole, secret: string): Promise<() => void> {
      const salt = Buffer.from(random(16))
      const key = (await stretch(secret, salt, cost)).toString('hex')
      return () => void keep.run(role, salt.toString('hex'), key, cost)
    },
    /** Whether this is it, for whoever has proved otherwise that they know it; nothing is counted. */
    async isRight(role: StaffRole, secret: string): Promise<boolean> {
      const kept = secretOf.get(role)
      return kept !== undefined && (await fits(kept, secret))
    },
    /** Answers false as soon as another secret is kept than now, also by another program. */
    holds(role: StaffRole): () => boolean {
      const salt = secretOf.get(role)?.salt
      return () => secretOf.get(role)?.salt === salt
    },
    /** As they are kept, for a tablet that is to know the same staff. */
    all: (): Record<string, Kept> => Object.fromEntries(everySecret.all().map(({ role, ...kept }) => [role, kept])),
    /** In a transaction of the caller’s. */
    keepAll(all: Readonly<Record<string, Kept>>): void {
      for (const [role, { salt, hash, cost: of }] of Object.entries(all)) keep.run(role, salt, hash, of)
    },
    isSet: (role: StaffRole): boolean => secretOf.get(role) !== undefined,
    sheet: createSheet({ db, random, now, cost, tries }),
    /** Whoever stands at this screen chose the secrets: it is one of the staff's. */
    letIn: tries.letIn,
    /**
     * Tries a PIN or passphrase at a screen of this name; null where it has none that holds. Right ones are never counted, and wrong
     * ones slow down only where they were made: at a screen that staff know, or at all others together.
     */
    async unlock(
      role: StaffRole,
      secret: string,
      screen: string | null = null,
    ): Promise<{ code: 'unlocked' } | NotYet> {
      const kept = secretOf.get(role)
      if (kept === undefined) return { code: 'wrong', left: 0 }
      const begun = tries.begin(role, screen)
      if (begun.code === 'wait') return begun
      if (!(await fits(kept, secret))) return begun.wrong()
      begun.right()
      return { code: 'unlocked' }
    },
  }
}
