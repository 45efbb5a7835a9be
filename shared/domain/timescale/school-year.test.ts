import { describe, expect, test } from 'vitest'
import { toIso, weekdayOf } from './civil-day.ts'
import {
  autumnHalfTerm,
  autumnTerm,
  easterSunday,
  springHalfTerm,
  springTerm,
  summerHalfTerm,
  summerTerm,
} from './school-year.ts'

describe('the school year we work out', () => {
  test.each([
    [1999, '04-04'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2016, '03-27'],
    [2023, '04-09'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2026, '04-05'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2285, '03-22'],
  ])('Easter in %i is on %s', (year, date) => {
    expect(toIso(easterSunday(year))).toBe(`${year}-${date}`)
  })

  test('ends its spring term on the Thursday before an early Easter, and on the Friday before Holy Week with a later one', () => {
    const ends: [number, string][] = [
      [2018, '03-29'],
      [2019, '04-12'],
      [2020, '04-03'],
      [2022, '04-08'],
      [2023, '03-31'],
      [2024, '03-28'],
      [2025, '04-11'],
    ]
    for (const [year, date] of ends) expect(toIso(springTerm(year).to)).toBe(`${year}-${date}`)
  })

  test('has its terms and half terms in order, on school days', () => {
    for (let year = 2000; year < 2100; year++) {
      const order = [
        springTerm(year).from,
        springHalfTerm(year).from,
        springHalfTerm(year).to,
        springTerm(year).to,
        summerTerm(year).from,
        summerHalfTerm(year).from,
        summerHalfTerm(year).to,
        summerTerm(year).to,
        autumnTerm(year).from,
        autumnHalfTerm(year).from,
        autumnHalfTerm(year).to,
        autumnTerm(year).to,
      ]
      expect(order.toSorted((one, other) => one - other)).toEqual(order)
      for (const term of [springTerm(year), summerTerm(year), autumnTerm(year)]) {
        expect(weekdayOf(term.from)).toBeLessThanOrEqual(5)
        expect(weekdayOf(term.to)).toBeLessThanOrEqual(5)
      }
    }
  })
})
