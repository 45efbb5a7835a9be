import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { handClock } from '../../../test/support/test-station.ts'
import { createPace } from './pace.ts'

const MINUTE = 60_000

describe('how fast a screen counts answers', () => {
  test('a queue is never held up, be it of a thousand, where each takes five seconds or a few come at once now and then', () => {
    const someSeconds = fc.integer({ min: 5_000, max: 60_000 })
    fc.assert(
      fc.property(fc.array(someSeconds, { maxLength: 1000 }), (gaps) => {
        const clock = handClock()
        const pace = createPace(clock)
        for (const gap of gaps) {
          expect(pace.take()).toBe(0)
          clock.pass(gap)
        }
      }),
      { numRuns: runs(20) },
    )
    const clock = handClock()
    const pace = createPace(clock)
    for (let group = 0; group < 20; group += 1) {
      for (let one = 0; one < 10; one += 1) {
        expect(pace.take()).toBe(0)
        clock.pass(1_500)
      }
      clock.pass(MINUTE)
    }
  })

  test('a child who presses as often as they like is counted fewer than 150 times in an hour, and of five hundred fast ones fewer than 25', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 200, max: 4_000 }), { minLength: 1, maxLength: 12 }), (gaps) => {
        const clock = handClock()
        const pace = createPace(clock)
        const end = clock() + 60 * MINUTE
        let counted = 0
        for (let press = 0; clock() < end; press += 1) {
          if (pace.take() === 0) counted += 1
          clock.pass(gaps[press % gaps.length] ?? 1_000)
        }
        expect(counted).toBeLessThan(150)
      }),
      { numRuns: runs(30) },
    )
    const clock = handClock()
    const pace = createPace(clock)
    let counted = 0
    for (let press = 0; press < 500; press += 1) {
      if (pace.take() === 0) counted += 1
      clock.pass(500)
    }
    expect(counted).toBeLessThan(25)
  })

  test('whoever comes after a rest is counted, and a clock that was set back holds up nobody for longer', () => {
    const clock = handClock()
    const pace = createPace(clock)
    for (let press = 0; press < 12; press += 1) expect(pace.take()).toBe(0)
    expect(pace.take()).toBe(60)
    clock.pass(59_000)
    expect(pace.take()).toBe(1)
    clock.pass(1_000)
    expect(pace.take()).toBe(0)
    for (let press = 0; press < 3; press += 1) pace.take()
    clock.set('2016-01-01T00:00:00.000Z')
    expect(pace.take()).toBe(0)
  })
})
