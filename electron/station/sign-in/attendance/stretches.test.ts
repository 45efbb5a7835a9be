/** Tells how arrivals are gathered into five minutes. */
import { describe, expect, test } from 'vitest'
import { type Arrivals, stretchesOf } from './stretches.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const day = (minute: number) => new Date(Date.UTC(2023, 11, 12, 9) + minute * 60_000).toISOString()
const one = (at: string): Arrivals => ({ at, came: 1 })

describe('arrivals by five minutes', () => {
  test('a quiet stretch between two busy ones is left out, and the numbers stay with their time', () => {
    expect(stretchesOf([day(12), day(0), day(4.9)].map(one))).toEqual({
      minutes: 5,
      stretches: [
        { from: day(0), came: 2 },
        { from: day(10), came: 1 },
      ],
    })
    expect(stretchesOf([])).toEqual({ minutes: 5, stretches: [] })
  })

  test('two days with somebody in every five minutes are still told by five minutes', () => {
    const all = Array.from({ length: 2 * 288 }, (_, index) => one(day(index * 5)))
    expect(stretchesOf(all)).toMatchObject({ minutes: 5, stretches: { length: 576 } })
  })

  test('a station that stood open for a year answers by the day, not a hundred thousand stretches', () => {
    const year = Array.from({ length: 105_120 }, (_, index) => one(day(index * 5)))
    const { minutes, stretches } = stretchesOf(year)
    expect(minutes).toBe(24 * 60)
    expect(stretches.length).toBeLessThanOrEqual(367)
    expect(stretches.reduce((sum, { came }) => sum + came, 0)).toBe(year.length)
  })

  test('whatever the clocks said, nobody is lost, nobody counted twice, and there are never too many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), { maxLength: 1500 }),
        fc.integer({ min: 1, max: 600 }),
        (dates, most) => {
          const { minutes, stretches } = stretchesOf(
            dates.map((date) => one(date.toISOString())),
            most,
          )
          expect(stretches.length).toBeLessThanOrEqual(most)
          expect(stretches.reduce((sum, { came }) => sum + came, 0)).toBe(dates.length)
          for (const [index, { from, came }] of stretches.entries()) {
            expect(came).toBeGreaterThan(0)
            expect(Date.parse(from) % (minutes * 60_000)).toBe(0)
            expect(from > (stretches[index - 1]?.from ?? '')).toBe(true)
          }
        },
      ),
      { numRuns: runs(60) },
    )
  })
})
