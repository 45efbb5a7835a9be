/** Wrong tries at a station's PIN and passphrase, on disk: those at each screen that staff know, and those everywhere else together. */
import type { Database, Statement } from 'better-sqlite3'
import { asOf, leftOf, NO_TRIES, PASSPHRASE_PACE, PIN_PACE, spend, type Tries, waitFor } from './pace.ts'

export type StaffRole = 'steward' | 'organiser'
/** What may be tried: the two roles' own secrets, and the recovery sheet. */
type Tried = StaffRole | 'sheet'
/** `left`: more tries before a wait; `seconds`: until the next is judged. */
export type NotYet = { code: 'wrong'; left: number } | { code: 'wait'; seconds: number }

/** So many screens keep an allowance of their own: those that staff were let in at last. */
const MOST_KNOWN = 6
/** Whatever has no allowance of its own. A name that somebody made up is one of these. */
const ELSEWHERE = ''

type Counted = { code: 'counted'; right: () => void; wrong: () => NotYet }

export function createTries({ db, now }: { db: Database; now: () => number }) {
  const read: Statement<[string, string], Tries> = db.prepare(
    'SELECT wrong, last, "full" FROM staffTries WHERE role = ? AND screen = ?',
  )
  const keep: Statement<[string, string, number, number, number]> = db.prepare(
    'INSERT INTO staffTries (role, screen, wrong, last, "full") VALUES (?, ?, ?, ?, ?) ON CONFLICT (role, screen) DO UPDATE SET wrong = excluded.wrong, last = excluded.last, "full" = excluded."full"',
  )
  const isKnown: Statement<[string], { screen: string }> = db.prepare('SELECT screen FROM staffScreen WHERE screen = ?')
  const know: Statement<[string, number]> = db.prepare(
    'INSERT INTO staffScreen (screen, unlocked) VALUES (?, ?) ON CONFLICT (screen) DO UPDATE SET unlocked = excluded.unlocked',
  )
  const forgetOld: Statement<[number]> = db.prepare(
    'DELETE FROM staffScreen WHERE screen NOT IN (SELECT screen FROM staffScreen ORDER BY unlocked DESC, screen LIMIT ?)',
  )
  const forgetTries: Statement<[string]> = db.prepare(
    'DELETE FROM staffTries WHERE screen <> ? AND screen NOT IN (SELECT screen FROM staffScreen)',
  )

  const put = (role: Tried, place: string, { wrong, last, full }: Tries): void =>
    void keep.run(role, place, wrong, last, full)
  const standing = (role: Tried, place: string): Tries => asOf(read.get(role, place) ?? NO_TRIES, now())

  /** Staff were let in at this screen: from now on it has an allowance of its own. */
  const letIn = (screen: string): void =>
    db
      .transaction(() => {
        know.run(screen, now())
        forgetOld.run(MOST_KNOWN)
        forgetTries.run(ELSEWHERE)
      })
      .immediate()

  return {
    letIn,
    /** Counts a try at `screen`, on disk, before it is judged: pulling the plug wins nothing, nor do many tries at once. */
    begin(role: Tried, screen: string | null): Counted | { code: 'wait'; seconds: number } {
      const place = screen !== null && isKnown.get(screen) !== undefined ? screen : ELSEWHERE
      const pace = role !== 'steward' ? PASSPHRASE_PACE : place === ELSEWHERE ? PIN_PACE.elsewhere : PIN_PACE.known
      const begun = db
        .transaction(() => {
          const before = standing(role, place)
          const seconds = waitFor(before, pace, now())
          put(role, place, seconds > 0 ? before : spend(before, pace, now()))
          return seconds
        })
        .immediate()
      if (begun > 0) return { code: 'wait', seconds: begun }
      return {
        code: 'counted',
        right() {
          const { wrong, last, full } = standing(role, place)
          // A right one costs nothing. It ends the pauses where it was given, and gives back nothing of what was guessed.
          put(role, place, { wrong: place === ELSEWHERE ? Math.max(0, wrong - 1) : 0, last, full: full - pace.every })
          if (screen !== null) letIn(screen)
        },
        wrong() {
          const after = standing(role, place)
          const seconds = waitFor(after, pace, now())
          return seconds > 0 ? { code: 'wait', seconds } : { code: 'wrong', left: leftOf(after, pace, now()) }
        },
      }
    },
  }
}
