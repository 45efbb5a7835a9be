import { describe, expect, test } from 'vitest'
import { type ClockMemory, clockWarnings, followClock } from './clock.ts'
import { fc } from '../../../test/support/chance.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TEN = Date.parse('2026-03-10T10:00:00.000Z')
const still: ClockMemory = { home: 0, moved: null }

const says = (change: Partial<Parameters<typeof clockWarnings>[0]> = {}) =>
  clockWarnings({ wall: TEN, newest: null, memory: still, zone: 'Europe/London', ...change })

/** The clock and the time that really passed, look by look; the memory after the last. */
const follow = (...looks: readonly [wall: number, steady: number][]) =>
  looks.reduce<ClockMemory | null>((memory, [wall, steady]) => followClock(memory, { wall, steady }), null)

describe('what the clock says', () => {
  test('on a good day nothing', () => {
    expect(says({ newest: TEN - 1000 })).toEqual([])
  })

  test('the battery of its clock is empty: it believes it is 2016, and that explains all the rest', () => {
    const memory = follow([TEN, 0], [Date.parse('2016-01-01T00:00:00Z'), MINUTE]) ?? still
    expect(says({ wall: Date.parse('2016-01-01T00:00:00Z'), newest: TEN, memory })).toEqual([
      { code: 'clock', kind: 'wrong', year: 2016 },
    ])
    expect(says({ wall: Date.parse('2023-12-31T23:59:59Z') })).toMatchObject([{ kind: 'wrong', year: 2023 }])
    expect(says({ wall: Date.parse('2024-01-01T00:00:00Z') })).toEqual([])
  })

  test('it was set back: it is behind what this tablet wrote down itself', () => {
    expect(says({ newest: TEN + 2 * MINUTE })).toEqual([])
    expect(says({ newest: TEN + 2 * MINUTE + 1 })).toEqual([
      { code: 'clock', kind: 'behind', newest: '2026-03-10T10:02:00.001Z' },
    ])
  })

  test('set back while the app runs, it is told once: as behind, for as long as it is', () => {
    const memory = follow([TEN + HOUR, 0], [TEN, MINUTE]) ?? still
    expect(says({ newest: TEN + HOUR, memory }).map(({ kind }) => kind)).toEqual(['behind'])
    expect(says({ newest: TEN - HOUR, memory }).map(({ kind }) => kind)).toEqual(['moved'])
  })
})

describe('a clock that is moved while the app runs', () => {
  test('forward by three hours, and it says by how much and when that was noticed', () => {
    const memory = follow([TEN, 0], [TEN + 3 * HOUR + MINUTE, MINUTE]) ?? still
    expect(says({ wall: TEN + 3 * HOUR + MINUTE, memory })).toEqual([
      { code: 'clock', kind: 'moved', minutes: 180, noticed: '2026-03-10T13:01:00.000Z' },
    ])
  })

  test('two minutes are nobody’s mistake, a little more is', () => {
    expect(follow([TEN, 0], [TEN + 3 * MINUTE, MINUTE])?.moved).toBeNull()
    expect(follow([TEN, 0], [TEN + 3 * MINUTE + 1, MINUTE])?.moved).toMatchObject({ minutes: 2 })
    expect(follow([TEN, 0], [TEN - MINUTE - 1, MINUTE])?.moved).toMatchObject({ minutes: -2 })
  })

  test('put back to what it was, it is no longer told', () => {
    expect(follow([TEN, 0], [TEN + HOUR, MINUTE], [TEN + 2 * MINUTE, 2 * MINUTE])?.moved).toBeNull()
  })

  test('it is told for four hours, in the same words all the time, and then it is the clock of this tablet', () => {
    const moved = follow([TEN, 0], [TEN + HOUR, 0])
    const after = (steady: number) => followClock(moved, { wall: TEN + HOUR + steady, steady })
    expect(after(4 * HOUR).moved).toEqual(moved?.moved)
    expect(after(4 * HOUR + MINUTE)).toEqual({ home: TEN + HOUR, moved: null })
  })

  test('moved a second time, it says how far it is now from where it began', () => {
    const twice = follow([TEN, 0], [TEN + HOUR, 0], [TEN + 3 * HOUR, 0])
    expect(twice?.moved).toMatchObject({ minutes: 180 })
  })

  test('for any day: a clock that keeps within two minutes of the time that passes is never told of', () => {
    const looks = fc.array(fc.tuple(fc.nat(12 * HOUR), fc.integer({ min: -MINUTE, max: MINUTE })))
    fc.assert(
      fc.property(looks, (day) => {
        let steady = 0
        let memory: ClockMemory | null = null
        for (const [passed, drift] of day) {
          steady += passed
          memory = followClock(memory, { wall: TEN + steady + drift, steady })
          expect(memory.moved).toBeNull()
        }
      }),
    )
  })
})

describe('the time zone', () => {
  const winter = TEN
  const summer = Date.parse('2026-07-10T10:00:00.000Z')
  test.each([
    ['Europe/London', winter, null],
    ['Europe/Belfast', summer, null],
    ['Europe/Lisbon', summer, null],
    ['Europe/Paris', winter, 60],
    ['America/New_York', winter, -240],
    ['America/New_York', summer, -300],
    ['Asia/Kathmandu', winter, 345],
    // Right until the clocks change.
    ['UTC', winter, 0],
    ['UTC', summer, -60],
    // The system shows UTC where it does not know the name.
    ['Etc/Unknown', summer, -60],
  ])('%s at %d', (zone, wall, minutesOff) => {
    expect(says({ wall, zone })).toEqual(minutesOff === null ? [] : [{ code: 'clock', kind: 'zone', zone, minutesOff }])
  })
})
