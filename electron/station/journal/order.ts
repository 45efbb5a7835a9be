/** The one order in which facts count, and the time of the next. Pure. */
import { type Timestamp, tick, wallOf } from '../../../shared/domain/clock.ts'

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

/**
 * The time of the next fact: later than this station’s last one (`own`) and than all of `seen`, those about its subject and about each
 * subject that it names, and as near to the wall clock as that and the bounds allow. What lies outside is not stepped past.
 */
export function nextAt(own: Timestamp | null, seen: Iterable<Timestamp>, wall: number): Timestamp {
  let last = own
  for (const at of seen) if (isInBounds(wallOf(at)) && (last === null || at > last)) last = at
  return tick(last, wall < FROM ? FROM : wall < BEFORE ? wall : last === null ? FROM : wallOf(last))
}
