/** Which presses count: none that was meant for another page, or for something else, than it would fall on. Pure; knows neither page nor clock. */

/** So long after each other two presses at one place are one doubled press. Milliseconds; systems wait as long for a slow double click. */
const TOGETHER = 500
/** However often somebody taps on: after this long they mean what is there. Milliseconds. */
const AT_MOST = 1000
/** So far apart two presses are at one place. CSS pixels, fewer than the least target has: nobody means two that are so near. */
const NEAR = 40

type Place = { x: number; y: number }
export type Press = {
  /** By the event’s own time stamp, in milliseconds: not when a busy tablet gets round to it. */
  at: number
  /** When it is heard of, by the same clock. */
  now: number
  /** The button or the field under it; only compared. */
  on: unknown
  by: Place
}

const isNear = (one: Place, other: Place): boolean => Math.hypot(one.x - other.x, one.y - other.y) <= NEAR

export function createPresses() {
  let [page, since] = [0, 0]
  /** Presses that follow each other at one place, and the page that the first of them was for. */
  let row: (Omit<Press, 'now'> & { page: number; first: number }) | null = null
  /** The page of what is pressed now, as long as that counts. */
  let held: number | null = null
  /** The page on which each key that is held went down. */
  const keys = new Map<string, number>()

  /** By how long ago, and not by when: a clock that was set meanwhile makes no press an old one. */
  const seenBy = ({ at, now }: Press): number => (now >= since && now - at > now - since ? page - 1 : page)
  const isOfRow = ({ at, by }: Press): boolean =>
    row !== null && at >= row.first && at - row.at <= TOGETHER && at - row.first <= AT_MOST && isNear(by, row.by)

  return {
    /** Another page, or a dialog over it, is there from now on; or a dialog has gone, and what was behind it is. */
    shown(now: number): void {
      page += 1
      since = now
    },
    /** A finger, a pen or a mouse’s button goes down. Answers whether that counts for what is there now. */
    down(press: Press): boolean {
      const { at, on, by } = press
      row = row !== null && isOfRow(press) ? { ...row, at } : { at, on, by, page: seenBy(press), first: at }
      const counts = row.page === page && row.on === on
      held = counts ? page : null
      return counts
    },
    /** It is let go: how long it was held is no part of the time between two. */
    up(at: number): void {
      if (row !== null) row = { ...row, at: Math.max(row.at, at) }
    },
    /** Answers whether what went down is a press where it is let go: not once another page has come. */
    lands: (): boolean => held === page,
    /** A key goes down, or, as it is held, says so once more. Answers whether that counts. Whatever it is, the next press is one of its own. */
    key(name: string, isHeld: boolean): boolean {
      row = null
      if (!isHeld) keys.set(name, page)
      return (keys.get(name) ?? page) === page
    },
    /** Something was typed or chosen meanwhile. */
    apart(): void {
      row = null
    },
  }
}
