/** Who was there in time, against the programme: the first session of the day that is more than an arrival. */
import type { AttendanceNumbers } from '../../../../shared/contract/attendance.ts'
import type { Session } from '../../../../shared/domain/event-pack.ts'
import type { VenueClock } from './venue-clock.ts'

/** Somebody who comes so soon after the start still hears most of it. Minutes. */
const SOON = 15

/** `arrivals` are ISO instants; the programme's days and times are the venue's own. */
export function punctualityOf(
  arrivals: readonly string[],
  programme: readonly Session[],
  { wallOf }: VenueClock,
): AttendanceNumbers['punctuality'] {
  const starts = startsOf(programme)
  const counts = { onTime: 0, soonAfter: 0, late: 0, otherDay: 0 }
  for (const arrival of arrivals) {
    const wall = wallOf(arrival)
    const start = starts.get(wall.slice(0, 10))
    if (start === undefined) counts.otherDay += 1
    else {
      const late = minutesOf(wall.slice(11, 16)) - minutesOf(start)
      counts[late <= 0 ? 'onTime' : late <= SOON ? 'soonAfter' : 'late'] += 1
    }
  }
  return { starts: [...starts].map(([day, clock]) => ({ day, clock })), ...counts }
}

function startsOf(programme: readonly Session[]): Map<string, string> {
  const starts = new Map<string, string>()
  for (const { kind, day, starts: clock } of programme) {
    const known = starts.get(day)
    if (kind !== 'arrival' && (known === undefined || clock < known)) starts.set(day, clock)
  }
  return new Map([...starts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
