/**
 * The school year in England, as near as it can be told without a council's own calendar: terms, half terms, holidays.
 * Councils and academies set their own days; what is worked out here is within a few days of most, and always marked as
 * worked out.
 */
import { type Day, dayOf, type Span, weekdayFrom, weekdayUpTo } from './civil-day.ts'

const [MONDAY, FRIDAY] = [1, 5]

/** Easter Sunday. Source: the anonymous Gregorian algorithm, Nature, 20 April 1876; J. Meeus, “Astronomical Algorithms”, chapter 8. */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return dayOf(year, 3, 22 + h + l - 7 * m)
}

/**
 * An early Easter is where the two weeks begin: the term ends on the Thursday before Good Friday. A later one falls in or at
 * the end of them: the term ends on the Friday of the week before Holy Week.
 */
function springBreak(year: number): { ends: Day; back: Day } {
  const easter = easterSunday(year)
  const early = easter <= dayOf(year, 4, 5)
  return early ? { ends: easter - 3, back: easter + 15 } : { ends: easter - 9, back: easter + 8 }
}

// Back about 3 September and 3 January; away on the last Friday before Christmas week and about 22 July.
const autumnStart = (year: number): Day => weekdayFrom(MONDAY, dayOf(year, 9, 1)) + 1
const autumnEnd = (year: number): Day => weekdayUpTo(FRIDAY, dayOf(year, 12, 22))
const springStart = (year: number): Day => weekdayFrom(MONDAY, dayOf(year, 1, 3))
const summerEnd = (year: number): Day => weekdayUpTo(FRIDAY, dayOf(year, 7, 23))

/** Terms of a calendar year: spring, summer and autumn. */
export const springTerm = (year: number): Span => ({ from: springStart(year), to: springBreak(year).ends })
export const summerTerm = (year: number): Span => ({ from: springBreak(year).back, to: summerEnd(year) })
export const autumnTerm = (year: number): Span => ({ from: autumnStart(year), to: autumnEnd(year) })

/** Holidays, from the day after school to the day before it starts again. */
export const easterHolidays = (year: number): Span => ({ from: springTerm(year).to + 1, to: summerTerm(year).from - 1 })
export const summerHolidays = (year: number): Span => ({ from: summerTerm(year).to + 1, to: autumnTerm(year).from - 1 })
export const christmasHolidays = (year: number): Span => ({
  from: autumnTerm(year).to + 1,
  to: springTerm(year + 1).from - 1,
})

const weekOff = (monday: Day): Span => ({ from: monday - 2, to: monday + 4 })
/** Half terms: the week in the middle of February, of the late May bank holiday, and the last of October that starts in it. */
export const springHalfTerm = (year: number): Span => weekOff(weekdayFrom(MONDAY, dayOf(year, 2, 12)))
export const summerHalfTerm = (year: number): Span => weekOff(weekdayUpTo(MONDAY, dayOf(year, 5, 31)))
export const autumnHalfTerm = (year: number): Span => weekOff(weekdayUpTo(MONDAY, dayOf(year, 10, 31)))

/** From the autumn of this year to the summer of the next. */
export const schoolYear = (year: number): Span => ({ from: autumnStart(year), to: summerEnd(year + 1) })
