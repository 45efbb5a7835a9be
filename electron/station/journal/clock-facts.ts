/** What is known of the clocks that people set: facts about a station, for times that are shown and never for order. */
import { z } from 'zod'
import { factType } from './catalogue.ts'

/** Milliseconds: more than any clock can be off, so that whatever was said adds up to a number. */
const MOST = 400 * 366 * 24 * 60 * 60 * 1000
const ahead = z.int().min(-MOST).max(MOST)

/**
 * About the station that writes it. From this fact on its clock is `by` milliseconds further ahead than it was before; null where nobody
 * can tell. Where a clock reads less than it did, this comes first: between two of these it never goes back.
 */
export const clockStepped = factType('clock.stepped', 1, z.object({ by: ahead.nullable() }))

/** `seq`: the number of the station that it is about, as it was then; of one’s own clock it is left out, and is that of the fact itself. */
const difference = z.object({ seq: z.int().min(1).optional(), ahead })

/** About a station, by another that saw both clocks at once: how far its clock was ahead of the writer’s. */
export const clockMeasured = factType('clock.measured', 1, difference, {}, { who: 'organiser' })

/** About a station, by a person who looked at a clock that they trust: how far the station’s was ahead of the right time. */
export const clockSaid = factType('clock.said', 1, difference, {}, { who: 'organiser' })

export const clockTypes = [clockStepped, clockMeasured, clockSaid] as const
