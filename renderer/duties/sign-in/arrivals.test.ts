/** Tells how the picture of arrivals is drawn from the station's counts. */
import { describe, expect, test } from 'vitest'
import { barsOf } from './arrivals.ts'
import { fc } from '../../../test/support/chance.ts'

/** A moment of the event's morning on this tablet's clock. */
const at = (hours: number, minutes: number) => new Date(2023, 11, 12, hours, minutes)
const arrived = (hours: number, minutes: number, count: number) => ({ from: at(hours, minutes).toISOString(), count })

describe('arrivals in five minutes', () => {
  test('before the doors open there is an empty hour and a plain sentence', () => {
    const { bars, most, sentence } = barsOf([], at(8, 58))
    expect(bars).toHaveLength(12)
    expect(bars[0]).toEqual({ from: at(8, 55).getTime(), count: 0, when: 'now' })
    expect(most).toBe(0)
    expect(sentence).toBe('Nobody has arrived yet.')
  })

  test('a quiet five minutes between two busy ones is a gap, not left out', () => {
    const { bars } = barsOf([arrived(9, 10, 4), arrived(9, 0, 7)], at(9, 12))
    expect(bars.slice(0, 3).map(({ count, when }) => [count, when])).toEqual([
      [7, 'past'],
      [0, 'past'],
      [4, 'now'],
    ])
    expect(bars).toHaveLength(12)
    expect(bars.slice(3).every(({ when, count }) => when === 'ahead' && count === 0)).toBe(true)
  })

  test('the sentence says when it was busiest and how it is now', () => {
    const { sentence, caption, most } = barsOf([arrived(9, 0, 7), arrived(9, 35, 41), arrived(9, 40, 5)], at(9, 44))
    expect(sentence).toBe('Arrivals every five minutes since 09:00. Busiest at 09:35: 41. In these five minutes: 5.')
    expect(caption).toBe('Busiest at 09:35: 41. Now: 5.')
    expect(most).toBe(41)
  })

  test('in the afternoon the picture still shows the morning: it stands still an hour after the last arrival', () => {
    const morning = [arrived(9, 0, 7), arrived(10, 0, 1)]
    expect(barsOf(morning, at(10, 55)).bars.at(-1)?.from).toBe(at(10, 55).getTime())
    expect(barsOf(morning, at(14, 30)).bars.at(-1)?.from).toBe(at(10, 0).getTime())
  })

  test('a tablet whose clock is behind the arrivals shows them all the same, none as still to come', () => {
    const { bars } = barsOf([arrived(9, 0, 3), arrived(9, 20, 2)], at(8, 0))
    expect(bars.filter(({ count }) => count > 0).map(({ when }) => when)).toEqual(['past', 'past'])
  })

  test('over a long day no more bars are drawn than fit, and the latest stay', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 })), { minLength: 1 }), (slots) => {
        const counts = slots.map(([slot, count]) => ({
          from: new Date(at(6, 0).getTime() + slot * 300_000).toISOString(),
          count,
        }))
        const { bars } = barsOf(counts, at(23, 0))
        expect(bars.length).toBeGreaterThanOrEqual(12)
        expect(bars.length).toBeLessThanOrEqual(96)
        const last = Math.max(...slots.map(([slot]) => slot))
        expect(bars.some(({ from, count }) => from === at(6, 0).getTime() + last * 300_000 && count > 0)).toBe(true)
      }),
    )
  })
})
