/** How many names and codes a station is asked for at the screens that nobody staffs: enough for any queue, too few for guessing. */
import { createHash } from 'node:crypto'

/** So many may go at once, and how long one takes to come back. Milliseconds. */
type Allowance = { atOnce: number; oneMore: number }
/** Different names and codes. Two hundred people in twenty minutes who each need three of them are not held up. */
const ASKED: Allowance = { atOnce: 300, oneMore: 3_000 }
/** Codes that nobody has. Ticket numbers may be short, and follow one another; our own badges cannot be guessed. */
const UNKNOWN_CODES: Allowance = { atOnce: 60, oneMore: 20_000 }
/** Whoever signs in gets theirs back: the name, the organisation and the e-mail. */
const GIVEN_BACK = 3
/** The same thing asked again within this long is the same question. Milliseconds. */
const REMEMBERED = 10 * 60_000

function createPurse(now: () => number, { atOnce, oneMore }: Allowance) {
  let spent = 0
  let at = now()
  const settle = (): void => {
    // A clock that was set back must not hold anybody up.
    spent = Math.max(0, spent - Math.max(0, now() - at) / oneMore)
    at = now()
  }
  return {
    /** 0 where there is one to spend, else how many seconds until there is. */
    wait(): number {
      settle()
      return spent > atOnce - 1 ? Math.max(1, Math.ceil(((spent - atOnce + 1) * oneMore) / 1000)) : 0
    },
    spend(amount = 1): void {
      settle()
      spent += amount
    },
    giveBack(): void {
      settle()
      spent = Math.max(0, spent - GIVEN_BACK)
    },
  }
}

/** Counts for the whole station, whichever screens ask, and only in memory. `now` is the wall clock in milliseconds. */
export function createPace(now: () => number) {
  const asked = createPurse(now, ASKED)
  const unknownCodes = createPurse(now, UNKNOWN_CODES)
  // By hash: what people typed is kept nowhere. In the order in which they were asked.
  const known = new Map<string, number>()
  const forget = (): void => {
    for (const [key, when] of known) {
      if (Math.abs(now() - when) < REMEMBERED) return
      known.delete(key)
    }
  }
  const take = (question: readonly string[]): number => {
    forget()
    const key = createHash('sha256').update(JSON.stringify(question)).digest('base64')
    if (known.has(key)) return 0
    const seconds = asked.wait()
    if (seconds > 0) return seconds
    asked.spend()
    known.set(key, now())
    return 0
  }
  return {
    /** A name, with whatever else was said of it: 0 where it may be asked, else how many seconds until it may. */
    name: (...said: string[]): number => take(['name', ...said]),
    /** A code: 0 where it may be asked, else how many seconds until it may. `ours`: it has the form of our own badges. */
    code: (text: string, ours: boolean): number => (ours ? 0 : unknownCodes.wait()) || take(['code', text]),
    /** So many codes were tried at once, and nobody has any. */
    unknownCode: (tried = 1): void => unknownCodes.spend(tried),
    /** Somebody came in: what they asked were no guesses. */
    giveBack: (): void => asked.giveBack(),
  }
}
