/** The hybrid logical clock: timestamps that sort as text, keep cause before effect, and never trust a wall clock. */
import { z } from 'zod'

export type Timestamp = string

const MAX_COUNT = 0xffff

/** The wall-clock part of a timestamp, in milliseconds since 1970. */
export const wallOf = (at: Timestamp): number => Date.parse(at.slice(0, 24))

/** True where the calendar has this time: a clock that met one it does not have could never go on from there. */
function isTime(at: Timestamp): boolean {
  const wall = wallOf(at)
  return !Number.isNaN(wall) && new Date(wall).toISOString() === at.slice(0, 24)
}

/**
 * `2023-12-12T09:41:07.123Z.0000`: an ISO instant in UTC and a counter of four hex digits, so that text order is time order.
 * Source: Kulkarni et al., “Logical Physical Clocks”, 2014.
 */
export const timestampSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\.[0-9a-f]{4}$/)
  .refine(isTime)

const countOf = (at: Timestamp): number => Number.parseInt(at.slice(25), 16)

const write = (wall: number, count: number): Timestamp =>
  `${new Date(wall).toISOString()}.${count.toString(16).padStart(4, '0')}`

/**
 * The next timestamp of this station: after everything it has written or merged (`last`), and as near to the wall clock
 * (`wall`, milliseconds) as that allows. A clock that went back, or believes it is 2016, only makes the counter move.
 */
export function tick(last: Timestamp | null, wall: number): Timestamp {
  if (last === null || wall > wallOf(last)) return write(wall, 0)
  const count = countOf(last) + 1
  return count > MAX_COUNT ? write(wallOf(last) + 1, 0) : write(wallOf(last), count)
}
