/** ISO days in words. */
import { onTheCalendar } from './formats.ts'

/** `31 March 2027`. */
export const dayInWords = onTheCalendar({ day: 'numeric', month: 'long', year: 'numeric' })

/** `31 Mar 2027`, where there is little room. */
export const shortDay = onTheCalendar({ day: 'numeric', month: 'short', year: 'numeric' })

/** `Tuesday 12 December`. */
export const weekdayInWords = onTheCalendar({ weekday: 'long', day: 'numeric', month: 'long' })

/** An event's days: `Tuesday 12 December 2023`, or two as from one to the other. */
export const daysInWords = onTheCalendar({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
