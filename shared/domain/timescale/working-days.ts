/** Working days in England: Monday to Friday, without the bank holidays. */
import { type Day, dayOf, partsOf, weekdayFrom, weekdayOf, weekdayUpTo } from './civil-day.ts'
import { easterSunday } from './school-year.ts'

const [MONDAY, FRIDAY, SATURDAY] = [1, 5, 6]

/** Where one falls on a weekend, the next day that is none stands for it. Source: gov.uk/bank-holidays. */
function bankHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year)
  const newYear = dayOf(year, 1, 1)
  const christmas = dayOf(year, 12, 25)
  const on = weekdayOf(christmas)
  return [
    weekdayOf(newYear) > FRIDAY ? weekdayFrom(MONDAY, newYear) : newYear,
    easter - 2,
    easter + 1,
    weekdayFrom(MONDAY, dayOf(year, 5, 1)),
    weekdayUpTo(MONDAY, dayOf(year, 5, 31)),
    weekdayUpTo(MONDAY, dayOf(year, 8, 31)),
    on > FRIDAY ? dayOf(year, 12, 27) : christmas,
    on === FRIDAY || on === SATURDAY ? dayOf(year, 12, 28) : dayOf(year, 12, 26),
  ]
}

const isWorkingDay = (day: Day): boolean => weekdayOf(day) <= FRIDAY && !bankHolidays(partsOf(day).year).includes(day)

/** So many working days after `day`, or before it where `count` is below nought. */
export function workingDaysFrom(day: Day, count: number): Day {
  let [reached, left] = [day, Math.abs(count)]
  while (left > 0) {
    reached += Math.sign(count)
    if (isWorkingDay(reached)) left--
  }
  return reached
}
