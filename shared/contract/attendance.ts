/** Calls about attendance in numbers, and the list to take away. */
import { z } from 'zod'
import { instant } from '../domain/text.ts'
import { call } from './base.ts'

/** How many of some people came, and how many did not. */
const share = z.object({ came: z.int(), absent: z.int() })

/** How somebody first came in. */
const how = z.enum(['scanned', 'found', 'self', 'walk-in', 'paper'])
export type CameHow = z.infer<typeof how>

/**
 * The attendance so far. Everybody who counts is on the list now: whoever was taken off it, and a walk-in whose sign-in was
 * undone, is in `uncounted` and nowhere else. `came` is `here` and `left` together, and also `invitedCame` and `walkIns`;
 * the sectors, the organisations, the ways, the times and the punctuality each add up to it.
 */
const numbers = z.object({
  asOf: instant,
  /** Those who did not come are no-shows: the last day is over, or the organiser said so. Until then they may still come. */
  over: z.enum(['no', 'last-day', 'organiser']),
  totals: z.object({
    invited: z.int(),
    invitedCame: z.int(),
    walkIns: z.int(),
    came: z.int(),
    here: z.int(),
    left: z.int(),
    absent: z.int(),
    uncounted: z.int(),
  }),
  /** When they first came in, oldest first, without the stretches in which nobody did; at most 600. */
  arrivals: z.object({
    /** How long each stretch is: five, and more only where a station stood open for weeks. */
    minutes: z.int().min(5),
    stretches: z.array(z.object({ from: instant, came: z.int() })).max(600),
  }),
  /** The most who were in the building at once, and since when; null while nobody came. */
  peak: z.object({ count: z.int(), at: instant }).nullable(),
  /** Against the first session of the day they came that is more than an arrival; `otherDay` had none. */
  punctuality: z.object({
    /** The days and times that counted, for saying so. */
    starts: z.array(z.object({ day: z.iso.date(), clock: z.string() })).max(60),
    onTime: z.int(),
    /** Up to a quarter of an hour after the start. */
    soonAfter: z.int(),
    late: z.int(),
    otherDay: z.int(),
  }),
  ways: z.array(z.object({ how, came: z.int() })).max(5),
  /** In the order of most who came. `name` is empty where a sector is not known. */
  sectors: z.array(share.extend({ name: z.string() })).max(31),
  /** The largest, by who came. `name` is empty where none was given. */
  organisations: z.array(share.extend({ name: z.string() })).max(12),
  /** All the other organisations together. */
  others: share.extend({ organisations: z.int() }),
})
export type AttendanceNumbers = z.infer<typeof numbers>

export const attendance = {
  numbers: call({ who: 'steward', when: 'ready' }).output(numbers),
  /** The organiser says that nobody else will come, so that the rest are no-shows; or that they may come after all. */
  close: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ closed: z.boolean() }))
    .output(z.object({})),
  /** The attendance list. `emails`: with e-mail addresses, which it is without unless somebody asks. */
  export: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ kind: z.enum(['xlsx', 'csv']), emails: z.boolean().default(false) }))
    .output(z.object({ file: z.file(), people: z.int(), absent: z.int() })),
}
