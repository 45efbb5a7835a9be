/** How often a screen that nobody staffs may be asked who somebody is: enough for any queue, too slow for guessing names. */

/** So many tries at once. */
const TRIES = 20
/** Whoever signs in gets theirs back: the name, the organisation, the e-mail and once more. */
const GIVEN_BACK = 4
/** How long one try takes to come back. Milliseconds. */
const ONE_MORE = 15_000

/** Counts for each screen by itself, and only in memory. `now` is the wall clock in milliseconds. */
export function createPace(now: () => number) {
  const used = new WeakMap<object, { tries: number; at: number }>()
  const usedBy = (screen: object): number => {
    const before = used.get(screen)
    if (before === undefined) return 0
    // A clock that was set back must not hold anybody up.
    return Math.max(0, before.tries - Math.max(0, now() - before.at) / ONE_MORE)
  }
  return {
    /** Takes one try: 0 where there was one, else how many seconds until there is. */
    take(screen: object): number {
      const tries = usedBy(screen)
      if (tries > TRIES - 1) return Math.max(1, Math.ceil(((tries - TRIES + 1) * ONE_MORE) / 1000))
      used.set(screen, { tries: tries + 1, at: now() })
      return 0
    },
    /** Somebody came in: their tries were no guesses. */
    giveBack(screen: object): void {
      used.set(screen, { tries: Math.max(0, usedBy(screen) - GIVEN_BACK), at: now() })
    },
  }
}
