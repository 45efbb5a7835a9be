/** The one order in which facts count, and the time of the next. Pure. */
import { type Timestamp, tick, wallOf } from '../../../../shared/domain/clock.ts'

/** A clock outside is not believed: milliseconds of the first moments of 2000 and 2200. */
const [FROM, BEFORE] = [Date.UTC(2000, 0, 1), Date.UTC(2200, 0, 1)]

export const isInBounds = (wall: number): boolean => wall >= FROM && wall < BEFORE

type Placed = { at: Timestamp; station: string; seq: number }

/** By `at`, then station, then number; what lies outside the bounds comes last. */
export function inOrder(one: Placed, other: Placed): number {
  const [a, b] = [isInBounds(wallOf(one.at)), isInBounds(wallOf(other.at))]
  if (a !== b) return a ? -1 : 1
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  if (one.station !== other.station) return one.station < other.station ? -1 : 1
  return one.seq - other.seq
}

/** A station’s own clock runs on by itself, whatever anybody else’s says: `own` is its last tick, null where it has none. */
export const nextOwn = (own: Timestamp | null, wall: number): Timestamp =>
  tick(own, wall < FROM ? FROM : wall < BEFORE ? wall : own === null ? FROM : wallOf(own))

/**
 * The time of the next fact: the station’s own (`own`, which has just ticked), or later than all of `seen`, those about its subject, about
 * each subject that it names, and of what it is compared with. It steps past nothing else, and not past what lies outside the bounds.
 */
export function nextAt(own: Timestamp, seen: Iterable<Timestamp>): Timestamp {
  let last = ''
  for (const at of seen) if (isInBounds(wallOf(at)) && at > last) last = at
  return own > last ? own : tick(last, wallOf(last))
}
