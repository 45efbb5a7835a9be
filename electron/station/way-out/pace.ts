/** How fast one screen counts answers: as fast as any queue, and not as fast as a child who presses and presses. Pure, but for the clock. */

/** So many may come at once, and one more after so long. Milliseconds. */
const AT_ONCE = 12
const ONE_MORE = 5_000
/** Whoever has used all that rests so long, each time twice as long as the time before, up to the longest. */
const REST = 60_000
const LONGEST_REST = 16 * REST
/** After a rest a few may come at once. */
const AFTER_REST = 3
/** A screen that was quiet for so long has other people before it: the next rest is a short one again. */
const FORGIVEN = 20 * 60_000

export type Pace = ReturnType<typeof createPace>

/** For one screen. `now` is the wall clock in milliseconds; one that was set back holds up nobody for longer. */
export function createPace(now: () => number) {
  let spent = 0
  let at = now()
  let rest = { from: at, lasts: 0, next: REST }
  return {
    /** 0 where the answer counts, else how many seconds until one does. */
    take(): number {
      const time = now()
      const ends = rest.from + rest.lasts
      if (time >= rest.from && time < ends) return Math.ceil((ends - time) / 1000)
      if (time - at > FORGIVEN) rest = { ...rest, next: REST }
      spent = Math.max(0, spent - Math.max(0, time - Math.max(at, ends)) / ONE_MORE)
      at = time
      if (spent + 1 <= AT_ONCE) {
        spent += 1
        return 0
      }
      rest = { from: time, lasts: rest.next, next: Math.min(rest.next * 2, LONGEST_REST) }
      spent = AT_ONCE - AFTER_REST
      return Math.ceil(rest.lasts / 1000)
    },
  }
}
