import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { handClock } from '../../test/support/test-station.ts'
import { createRelaunch, describeError } from './relaunch.ts'

describe('a fault that nobody caught', () => {
  test('the app starts afresh at once, and the next time a minute after', () => {
    const clock = handClock()
    const file = join(tempFolder(), 'app', 'relaunched')
    const waits: number[] = []
    const again: number[] = []
    const fresh = () =>
      createRelaunch({
        now: clock,
        file,
        wait: (milliseconds, then) => {
          waits.push(milliseconds)
          clock.pass(milliseconds)
          then()
        },
        again: () => again.push(clock()),
        log: () => undefined,
      })
    fresh()(new Error('first'))
    clock.pass(10_000)
    const next = fresh()
    next(new Error('second'))
    // One fault brings others with it.
    next(new Error('third'))
    clock.set('2020-01-01T00:00:00.000Z')
    fresh()(new Error('after the clock was set back'))
    expect(waits).toEqual([0, 50_000, 0])
    expect(again).toHaveLength(3)
  })

  test('it is told by its kind and its place, and nothing of what somebody wrote', () => {
    const said = describeError(new TypeError('Ewa Kaur\n at ewa@elmdon.example has no table'))
    expect(said).toMatch(/^TypeError relaunch\.test\.ts:\d+:\d+$/)
    expect(describeError('Ewa Kaur')).toBe('thrown')
  })
})
