/** Tells how the plot over time is laid out, as of arrivals. */
import { describe, expect, test } from 'vitest'
import { daysOf, marksTo, plotOf, timeMarks, usualDay } from './plot.ts'
import { fc } from '../../../test/support/chance.ts'

const at = (hours: number, minutes: number, day = 12) => new Date(2023, 11, day, hours, minutes)
const arrived = (hours: number, minutes: number, count: number, day = 12) => ({
  from: at(hours, minutes, day).toISOString(),
  count,
})
const fives = (...stretches: ReturnType<typeof arrived>[]) => ({ minutes: 5, stretches })

describe('the arrivals of a day', () => {
  test('before anybody has come there is an hour to fill, and nothing in it', () => {
    const plot = plotOf(fives(), null, at(8, 58))
    expect(plot).toMatchObject({ lines: [], busiest: null, all: [0] })
    expect(plot.bars).toHaveLength(12)
  })

  test('a quiet stretch is a gap in the bars and a level piece of the line, and no line of the table', () => {
    const plot = plotOf(fives(arrived(9, 0, 7), arrived(9, 10, 4)), '2023-12-12', at(9, 12))
    expect(plot.bars.slice(0, 3).map(({ count }) => count)).toEqual([7, 0, 4])
    expect(plot.all).toEqual([7, 7, 11])
    expect(plot.lines.map(({ count, all }) => [count, all])).toEqual([
      [7, 7],
      [4, 11],
    ])
    expect(plot.busiest).toMatchObject({ count: 7 })
  })

  test('on the second day the line starts with those who came on the first', () => {
    const two = fives(arrived(9, 0, 7), arrived(9, 10, 4, 13), arrived(9, 15, 1, 13))
    expect(daysOf(two.stretches)).toEqual([
      { day: '2023-12-12', count: 7 },
      { day: '2023-12-13', count: 5 },
    ])
    expect(plotOf(two, '2023-12-13', at(12, 0, 13)).all.slice(0, 2)).toEqual([11, 12])
    expect(plotOf(two, '2023-12-12', at(12, 0, 13)).lines).toHaveLength(1)
  })

  test('today is shown first, and afterwards the day on which most came, not the one when the tablet was tried out', () => {
    const days = daysOf(fives(arrived(17, 0, 1, 5), arrived(9, 0, 200)).stretches)
    expect(usualDay(days, at(9, 5))).toBe('2023-12-12')
    expect(usualDay(days, at(9, 5, 5))).toBe('2023-12-05')
    expect(usualDay(days, at(9, 5, 20))).toBe('2023-12-12')
    expect(usualDay([], at(9, 5))).toBeNull()
  })

  test('a station that stood open for a year is shown by days, all in one picture', () => {
    const stretches = Array.from({ length: 300 }, (_, index) => ({
      from: new Date(Date.UTC(2023, 0, 1 + index)).toISOString(),
      count: 2,
    }))
    const plot = plotOf({ minutes: 24 * 60, stretches }, '2023-03-01', at(9, 0))
    expect(plot.bars.length).toBeGreaterThanOrEqual(300)
    expect(plot.all.at(-1)).toBe(600)
    expect(timeMarks(plot.bars, plot.minutes).length).toBeLessThanOrEqual(9)
  })

  test('where there are more days than a picture can show, the latest are drawn, on top of all who came before', () => {
    const days = [0, 1, 450].map((day) => ({ from: new Date(Date.UTC(2023, 0, 1 + day)).toISOString(), count: 3 }))
    const plot = plotOf({ minutes: 24 * 60, stretches: days }, null, at(9, 0))
    expect(plot.bars).toHaveLength(400)
    expect([plot.all[0], plot.all.at(-1)]).toEqual([6, 9])
  })

  test('whenever people come, the line ends with all of them, the table adds up to them, and the bars fit the page', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(4 * 288), { minLength: 1, maxLength: 200 }),
        fc.nat(6 * 24 * 60),
        (slots, minute) => {
          const stretches = slots
            .toSorted((one, other) => one - other)
            .map((slot) => ({
              from: new Date(at(0, 0, 9).getTime() + slot * 300_000).toISOString(),
              count: 1 + (slot % 5),
            }))
          const now = new Date(at(0, 0, 8).getTime() + minute * 60_000)
          const days = daysOf(stretches)
          expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(
            stretches.reduce((sum, { count }) => sum + count, 0),
          )
          let before = 0
          for (const { day, count } of days) {
            const plot = plotOf({ minutes: 5, stretches }, day, now)
            before += count
            expect(plot.lines.reduce((sum, line) => sum + line.count, 0)).toBe(count)
            expect(plot.lines.at(-1)?.all).toBe(before)
            expect(plot.all.at(-1)).toBe(before)
            expect(plot.bars.length).toBeLessThanOrEqual(400)
            expect(plot.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(count)
            expect(timeMarks(plot.bars, 5).length).toBeLessThanOrEqual(10)
          }
        },
      ),
    )
  })
})

describe('the marks of the scale', () => {
  test('are round, few, and reach over the tallest bar', () => {
    expect([0, 1, 4, 7, 26, 41, 290, 5259].map(marksTo)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1, 2, 3, 4],
      [0, 2, 4, 6, 8],
      [0, 10, 20, 30],
      [0, 20, 40, 60],
      [0, 100, 200, 300],
      [0, 2000, 4000, 6000],
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (most) => {
        const marks = marksTo(most)
        expect(marks.at(-1)).toBeGreaterThanOrEqual(most)
        expect(marks.length).toBeLessThanOrEqual(5)
        expect(marks.every(Number.isInteger)).toBe(true)
      }),
    )
  })

  test('of time stand on the hour and its parts', () => {
    const plot = plotOf(fives(arrived(9, 5, 1), arrived(11, 40, 1)), '2023-12-12', at(13, 0))
    expect(timeMarks(plot.bars, 5).map((index) => new Date(plot.bars[index]?.from ?? 0).getMinutes())).toEqual([
      30, 0, 30, 0, 30,
    ])
  })
})
