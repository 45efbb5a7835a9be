import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/support/chance.ts'
import { asOf, leftOf, NO_TRIES, type Pace, PASSPHRASE_PACE, PIN_PACE, spend, type Tries, waitFor } from './pace.ts'

const HOUR = 3_600_000

/** Somebody guesses after each of these gaps, in milliseconds; the instants of the guesses that were judged. */
function judged(pace: Pace, gaps: readonly number[]): number[] {
  const at: number[] = []
  let tries: Tries = NO_TRIES
  let now = Date.parse('2023-12-12T09:00:00Z')
  for (const gap of gaps) {
    now += gap
    tries = asOf(tries, now)
    if (waitFor(tries, pace, now) > 0) continue
    tries = spend(tries, pace, now)
    at.push(now)
  }
  return at
}

/** A script that tries again as soon as it may, for so long. */
function script(pace: Pace, hours: number): number {
  let tries: Tries = NO_TRIES
  let guesses = 0
  for (let now = HOUR; now < HOUR + hours * HOUR;) {
    tries = asOf(tries, now)
    const seconds = waitFor(tries, pace, now)
    if (seconds > 0) now += seconds * 1000
    else {
      tries = spend(tries, pace, now)
      guesses += 1
    }
  }
  return guesses
}

describe('how fast somebody may guess', () => {
  test('the figures of the decision: so many guesses in the nine hours of an event, and in a day', () => {
    expect([9, 24].map((hours) => script(PIN_PACE.elsewhere, hours))).toEqual([38, 83])
    expect([9, 24].map((hours) => script(PIN_PACE.known, hours))).toEqual([55, 115])
    expect([9, 24].map((hours) => script(PASSPHRASE_PACE, hours))).toEqual([289, 739])
  })

  test('whatever the gaps, no hour and no day sees more guesses than is said', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: HOUR }), { maxLength: 400 })
    fc.assert(
      fc.property(fc.constantFrom(PIN_PACE.known, PIN_PACE.elsewhere, PASSPHRASE_PACE), gaps, (pace, all) => {
        const at = judged(pace, all)
        for (const span of [HOUR, 24 * HOUR])
          for (const from of at)
            expect(at.filter((one) => one >= from && one < from + span).length).toBeLessThanOrEqual(
              pace.atOnce + Math.ceil(span / pace.every),
            )
      }),
    )
  })

  test('the fifth in a row makes one wait half a minute, and every further one a minute, never longer', () => {
    const waits = [0, 4, 5, 6, 7, 40].map((wrong) => waitFor({ wrong, last: HOUR, full: 0 }, PIN_PACE.known, HOUR))
    expect(waits).toEqual([0, 0, 30, 60, 60, 60])
  })

  test('what is left is told as it is: after so many more there is a wait', () => {
    fc.assert(
      fc.property(fc.constantFrom(PIN_PACE.known, PIN_PACE.elsewhere, PASSPHRASE_PACE), (pace) => {
        const now = HOUR
        let tries: Tries = NO_TRIES
        while (leftOf(tries, pace, now) > 0) {
          expect(waitFor(tries, pace, now)).toBe(0)
          tries = spend(tries, pace, now)
        }
        expect(waitFor(tries, pace, now)).toBeGreaterThan(0)
      }),
    )
  })

  test('a clock that is set back by any time makes nobody wait longer than one try takes to come back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(PIN_PACE.known, PIN_PACE.elsewhere, PASSPHRASE_PACE),
        fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 10_000 * HOUR }),
        (pace, gaps, back) => {
          let [tries, now] = [NO_TRIES, 20_000 * HOUR]
          for (const gap of gaps) {
            now += gap
            tries = asOf(tries, now)
            if (waitFor(tries, pace, now) === 0) tries = spend(tries, pace, now)
          }
          expect(waitFor(asOf(tries, now - back), pace, now - back)).toBeLessThanOrEqual(pace.every / 1000)
        },
      ),
    )
  })
})
