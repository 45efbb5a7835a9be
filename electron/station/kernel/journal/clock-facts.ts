/** What is known of the clocks that people set: facts about a station, for times that are shown and never for order. */
import { z } from 'zod'
import { factType } from './catalogue.ts'

/** Milliseconds of the years that are written with four digits, so that the text of an instant sorts. */
const [FIRST, LAST] = [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')]

/** The nearest moment that the calendar has, in whole milliseconds; that of a clock that says nothing is the first of 1970. */
export const onCalendar = (wall: number): number =>
  Number.isNaN(wall) ? 0 : Math.trunc(Math.min(Math.max(wall, FIRST), LAST))

/** More than two clocks can differ, so that whatever is said fits, and adds up to a number. */
const MOST = LAST - FIRST
export const ahead = z.int().min(-MOST).max(MOST)

/** A difference in milliseconds that can be said; null where it is beyond what two clocks differ. */
export const within = (by: number): number | null => (Math.abs(by) <= MOST ? Math.round(by) : null)

/**
 * About the station that writes it. From this fact on its clock is `by` milliseconds further ahead than it was before; null where nobody
 * can tell. Where a clock reads less than it did, this comes first: between two of these it never goes back. `from`: an earlier number of
 * the same station, where it is told later that it was so from there on.
 */
const steppedSchema = z.object({ by: ahead.nullable(), from: z.int().min(1).optional() })
export type Stepped = z.infer<typeof steppedSchema>
export const clockStepped = factType('clock.stepped', 1, steppedSchema)

/** `seq`: the number of the station that it is about, as it was then; of one’s own clock it is left out, and is that of the fact itself. */
const difference = z.object({ seq: z.int().min(1).optional(), ahead })

/** About a station, by another that saw both clocks at once: how far its clock was ahead of the writer’s. */
export const clockMeasured = factType('clock.measured', 1, difference, {}, { who: 'organiser' })

/** About a station, by a person who looked at a clock that they trust: how far the station’s was ahead of the right time. */
export const clockSaid = factType('clock.said', 1, difference, {}, { who: 'organiser' })

export const clockTypes = [clockStepped, clockMeasured, clockSaid] as const
