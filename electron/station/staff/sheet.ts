/** The recovery sheet of a station: what is on the paper is known to nobody here, only its hash. */
import { timingSafeEqual } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import { sheetText } from '../../../shared/domain/recovery.ts'
import type { Random } from '../kernel/journal/index.ts'
import { stretch } from '../kernel/stretch.ts'
import type { createTries, NotYet } from './tries.ts'

const SECRET_BYTES = 16

type SheetDeps = {
  db: Database
  random: Random
  now: () => number
  cost: number
  tries: ReturnType<typeof createTries>
}

export function createSheet({ db, random, now, cost, tries }: SheetDeps) {
  const keep: Statement<[string, string, number, number]> = db.prepare(
    'INSERT INTO recoverySheet (only, salt, hash, cost, made) VALUES (1, ?, ?, ?, ?) ON CONFLICT (only) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, cost = excluded.cost, made = excluded.made',
  )
  const read: Statement<[], { salt: string; hash: string; cost: number; made: number }> = db.prepare(
    'SELECT salt, hash, cost, made FROM recoverySheet',
  )
  const forget: Statement<[]> = db.prepare('DELETE FROM recoverySheet')
  return {
    /** A new secret, as it is printed; `keep`, called in a transaction, makes it the one that holds. */
    async prepare(): Promise<{ text: string; keep: () => void }> {
      const text = sheetText(Uint8Array.from(random(SECRET_BYTES)))
      const salt = Buffer.from(random(16))
      const hash = (await stretch(text, salt, cost)).toString('hex')
      return { text, keep: () => void keep.run(salt.toString('hex'), hash, cost, now()) }
    },
    /** When the one that holds was made, in milliseconds; null where there is none. */
    made: (): number | null => read.get()?.made ?? null,
    /** From now on none holds. Call it in a transaction. */
    forget: (): void => void forget.run(),
    /** Tries what is printed on a sheet; wrong ones are counted and paced as those at the passphrase, for themselves. */
    async unlock(text: string, screen: string | null): Promise<{ code: 'unlocked' } | NotYet> {
      const begun = tries.begin('sheet', screen)
      if (begun.code === 'wait') return begun
      const kept = read.get()
      if (kept === undefined) return begun.wrong()
      const given = await stretch(text, Buffer.from(kept.salt, 'hex'), kept.cost)
      if (!timingSafeEqual(given, Buffer.from(kept.hash, 'hex'))) return begun.wrong()
      begun.right()
      return { code: 'unlocked' }
    },
  }
}
