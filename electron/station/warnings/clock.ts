/**
 * What the wall clock gets wrong. Pure. The order of facts never depends on it (shared/domain/clock.ts), and no fact is ever
 * refused for it: only the times that are shown and written down are at stake.
 */
import type { ClockWarning } from '../../../shared/domain/warning.ts'

const MINUTE = 60_000

/** Clocks of tablets are set by hand, to the minute: less than this is nobody's mistake. Milliseconds. */
const LIMIT = 2 * MINUTE

/** The app is younger than this: a clock that says so has lost its battery, or was never set. */
const FIRST_YEAR = 2024

/** A move of the clock is told for so long: by then everybody who has to know has passed the tablet. Milliseconds. */
const TOLD_FOR = 4 * 60 * MINUTE

/** How far the wall clock is ahead of one that nobody can set: when the app was opened, and after it was moved. */
export type ClockMemory = {
  home: number
  moved: { offset: number; at: number; minutes: number; noticed: string } | null
}

/**
 * What is remembered after one more look. `wall` and `steady` in milliseconds; `steady` counts the time since some moment,
 * asleep or awake, and is never set. Put back to where it was, the clock has not been moved.
 */
export function followClock(
  memory: ClockMemory | null,
  { wall, steady }: { wall: number; steady: number },
): ClockMemory {
  const offset = wall - steady
  if (memory === null) return { home: offset, moved: null }
  const { home, moved } = memory
  if (Math.abs(offset - home) <= LIMIT) return { home, moved: null }
  if (moved === null || Math.abs(offset - moved.offset) > LIMIT) {
    const noticed = new Date(wall).toISOString()
    return { home, moved: { offset, at: steady, minutes: Math.round((offset - home) / MINUTE), noticed } }
  }
  return steady - moved.at > TOLD_FOR ? { home: offset, moved: null } : memory
}

/**
 * One sentence about what the clock says, at most, and one about its time zone. `newest`: the wall clock as this station
 * itself last wrote it down. `zone` is an IANA name.
 */
export function clockWarnings({
  wall,
  newest,
  memory,
  zone,
}: {
  wall: number
  newest: number | null
  memory: ClockMemory
  zone: string
}): ClockWarning[] {
  const found = clockWarning(wall, newest, memory)
  const elsewhere = zoneWarning(wall, zone)
  return [...(found === null ? [] : [found]), ...(elsewhere === null ? [] : [elsewhere])]
}

/** The gravest explains the others: a clock that believes it is 2016 was set back as well. */
function clockWarning(wall: number, newest: number | null, { moved }: ClockMemory): ClockWarning | null {
  const year = new Date(wall).getUTCFullYear()
  if (year < FIRST_YEAR) return { code: 'clock', kind: 'wrong', year }
  if (newest !== null && newest - wall > LIMIT)
    return { code: 'clock', kind: 'behind', newest: new Date(newest).toISOString() }
  if (moved !== null) return { code: 'clock', kind: 'moved', minutes: moved.minutes, noticed: moved.noticed }
  return null
}

/** Every event is in Britain. */
const VENUE = 'Europe/London'

/** A zone of another name that keeps Britain's time all year (Belfast, Lisbon) is as good. */
function zoneWarning(wall: number, zone: string): ClockWarning | null {
  // Nearly always; a calendar takes a hundred times as long to make.
  if (zone === VENUE) return null
  const year = new Date(wall).getUTCFullYear()
  const [here, venue] = [offsetsOf(zone), offsetsOf(VENUE)]
  const off = (at: number) => here(at) - venue(at)
  const minutesOff = off(wall)
  if ([minutesOff, off(Date.UTC(year, 0, 1)), off(Date.UTC(year, 6, 1))].every((one) => one === 0)) return null
  return { code: 'clock', kind: 'zone', zone, minutesOff }
}

/** How far a zone is ahead of UTC at an instant, in minutes. One that nobody knows is shown as UTC by the system itself. */
function offsetsOf(zone: string): (at: number) => number {
  try {
    const calendar = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    return (at) => {
      const words = calendar.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
      const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(words ?? '') ?? []
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
    }
  } catch {
    return () => 0
  }
}
