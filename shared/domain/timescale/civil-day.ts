/** Days of the calendar as whole numbers since 1 January 1970, without hours or time zones. */

export type Day = number

/** From the first to the last day, both included. */
export type Span = { from: Day; to: Day }

const MILLISECONDS = 86_400_000

/** Months count from 1. A month of 13 or 0, and a day past the month's end, carry over. */
export const dayOf = (year: number, month: number, day: number): Day =>
  Math.round(Date.UTC(year, month - 1, day) / MILLISECONDS)

export const fromIso = (iso: string): Day => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MILLISECONDS)
export const toIso = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10)

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The last day of this weekday that is not after `day`. */
export const weekdayUpTo = (weekday: number, day: Day): Day => day - ((weekdayOf(day) - weekday + 7) % 7)
/** The first day of this weekday that is not before `day`. */
export const weekdayFrom = (weekday: number, day: Day): Day => day + ((weekday - weekdayOf(day) + 7) % 7)

/** The month of this year, or several months from it on. */
export const monthsFrom = (year: number, month: number, count = 1): Span => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + count, 1) - 1,
})

/** The same day of the month so many months later, or the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day)
  return Math.min(dayOf(year, month + months, date), monthsFrom(year, month + months).to)
}
