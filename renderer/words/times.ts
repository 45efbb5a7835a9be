/** Times as people say them at the door: on the tablet's own clock, with the day only where it is not today. */

import { dayHere } from '../../shared/domain/day-here.ts'
import { whichOfTwo } from '../../shared/domain/twice.ts'
import { onThisClock } from './formats.ts'

const shortDay = onThisClock({ day: 'numeric', month: 'short' })
const shortDate = onThisClock({ dateStyle: 'medium' })

/** `09:12`, or `30 Nov, 09:12` where that was another day than `now`, with the year where it was another one. Nothing where the instant cannot be read. */
export function timeOf(at: string, now: Date): string {
  const when = new Date(at)
  if (Number.isNaN(when.getTime())) return ''
  if (dayOf(when) === dayOf(now)) return clockOf(when)
  return `${(when.getFullYear() === now.getFullYear() ? shortDay : shortDate)(when)}, ${clockOf(when)}`
}

/** `09:12` on this tablet's clock; `01:30 (BST)` in the night when the clock shows that twice. */
export const clockOf = momentInWords({ hour: '2-digit', minute: '2-digit' })

const offsetAt = (time: number): number => -new Date(time).getTimezoneOffset() * 60_000

/** A moment in words, and which of two it is in the hour that the clock shows twice in autumn. */
export function momentInWords(options: Intl.DateTimeFormatOptions): (when: Date) => string {
  const format = onThisClock(options)
  return (when) => {
    const name = whichOfTwo(when.getTime(), offsetAt)
    return name === '' ? format(when) : `${format(when)} (${name})`
  }
}

/** `2023-12-12` on this tablet's calendar, as the event pack writes days. */
export const dayOf = dayHere
