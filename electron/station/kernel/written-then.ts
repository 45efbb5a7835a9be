/** Whether a time that stands on paper can be: it has happened already, and at this event. The station’s own clock judges. */
import type { StationCore } from './core.ts'

const DAY = 24 * 60 * 60 * 1000

/** `instants`: as ISO instants. Null where nothing is wrong with any. */
export function whyNotThen(
  { now, event }: Pick<StationCore, 'now' | 'event'>,
  instants: readonly string[],
): 'not-yet' | 'before-event' | null {
  const times = instants.map((instant) => Date.parse(instant))
  // A rehearsal is on another day than its event.
  const earliest = Math.min(Date.parse(event().pack.dates.from) - DAY, now() - 2 * DAY)
  if (times.some((time) => time > now())) return 'not-yet'
  return times.some((time) => time < earliest) ? 'before-event' : null
}
