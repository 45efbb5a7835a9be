/** The day that a sheet is of: the event's, where it can be told; else the person chooses. */
import { openOf } from '../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../shared/domain/event-pack.ts'
import { dayOf } from './times.ts'
import { momentOf } from './written-time.ts'

const MOST_DAYS = 14
/** People set up a hall, and sign in, this long before the first session. Hours. */
const EARLY = 3

const dayAfter = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** The days a sheet may be of: those of the event that have come, today and yesterday; the latest first. */
export function sheetDays({ dates }: EventPack, now: Date): string[] {
  const today = dayOf(now)
  const days = new Set([today, dayAfter(today, -1)])
  for (let day = dates.from, count = 0; day <= dates.to && day <= today && count < MOST_DAYS; count += 1) {
    days.add(day)
    day = dayAfter(day, 1)
  }
  return [...days].toSorted().toReversed()
}

/** What is offered first: today during the event, its last day once it is over; today in a rehearsal, which is on another day. */
export function usualDay({ dates }: EventPack, now: Date, rehearsal: boolean): string {
  const today = dayOf(now)
  return rehearsal || today < dates.from || today <= dates.to ? today : dates.to
}

/** Nobody is expected before this on that day: three hours before its first session. */
export function doorsOn(pack: EventPack, day: string): Date {
  const programme = openOf(pack.programme)
  const sessions = programme.filter((session) => session.day === day)
  const starts = (sessions.length > 0 ? sessions : programme).map((session) => session.starts).toSorted()[0]
  const [hours = 9, minutes = 0] = (starts ?? '09:00').split(':').map(Number)
  return momentOf(day, Math.max(0, hours - EARLY), minutes) ?? new Date(`${day}T00:00:00`)
}
