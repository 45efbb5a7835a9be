/** The clock on the venue's wall, for a station that keeps time in UTC. */

import { whichOfTwo } from '../../../../shared/domain/twice.ts'

const QUARTER = 15 * 60 * 1000

/** `zone` is an IANA name, `Europe/London`. */
export type VenueClock = {
  zone: string
  wallOf: (instant: string) => string
  /** For a cell: `2023-12-12T09:41:07Z`, which a spreadsheet shows as it stands; `2023-10-29 01:30 (BST)` where the clock shows that twice. */
  cellOf: (instant: string) => string
}

/** The zone of the computer that the station runs on: it stands in the venue. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** `wallOf` turns an ISO instant into the time on the wall, `2023-12-12T09:41:07`, which sorts as text and is no instant. */
export function createVenueClock(zone: string): VenueClock {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  // Asking the calendar takes a hundred times as long as adding what it said: zones change on the quarter of an hour.
  const known = new Map<number, number>()
  const offsetAt = (time: number): number => {
    const quarter = Math.floor(time / QUARTER)
    const found = known.get(quarter)
    if (found !== undefined) return found
    const at = new Map(parts.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => at.get(type) ?? 0
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
    const offset = wall - quarter * QUARTER
    known.set(quarter, offset)
    return offset
  }
  const wallOf = (instant: string): string => {
    const time = Date.parse(instant)
    return new Date(time + offsetAt(time)).toISOString().slice(0, 19)
  }
  return {
    zone,
    wallOf,
    cellOf(instant) {
      const which = whichOfTwo(Date.parse(instant), offsetAt, zone)
      const wall = wallOf(instant)
      return which === '' ? `${wall}Z` : `${wall.slice(0, 16).replace('T', ' ')} (${which})`
    },
  }
}
