/** Notices at each writing whether the clock was set since the last one. */

/** Clocks are set to the minute, and drift: further ahead than this, and somebody has set it. Milliseconds. */
const LIMIT = 2 * 60 * 1000

type Deps = {
  /** The wall clock, in milliseconds. */
  now: () => number
  /** Milliseconds since some moment, asleep or awake, by a clock that nobody can set; null where there is none. */
  steady: (() => number) | null
}

export function createClockWatch({ now, steady }: Deps) {
  /** How far the wall clock was ahead of the steady one when it was last known to be as it is; null before the first look. */
  let home: number | null = null
  let next: number | null = null

  return {
    /**
     * `last`: what it said at this station’s last fact; null where there is none. Undefined where it has not been set since; otherwise
     * how far ahead, in milliseconds, or null where nobody can tell. It never reads less than `last` without being told.
     */
    stepped(last: number | null): number | null | undefined {
      const wall = Math.trunc(now())
      const offset = steady === null ? null : wall - steady()
      const from = next ?? home
      if (next === null) next = home ?? offset
      if (last === null) return undefined
      const isBack = wall < last
      if (offset === null || from === null) return isBack ? null : undefined
      const by = Math.round(offset - from)
      if (!isBack && Math.abs(by) <= LIMIT) return undefined
      next = offset
      return by
    },
    /** After what it told was kept. */
    keep(): void {
      home = next ?? home
      next = null
    },
    /** After nothing was kept: it will be told again. */
    drop: (): void => void (next = null),
  }
}
