import { describe, expect, test } from 'vitest'
import { handClock, openTest, PASSPHRASE, PIN, readyStation } from '../../../test/support/test-station.ts'
import { waitAfter } from './staff.ts'

describe('the PIN and the passphrase', () => {
  test('each opens its own door and not the other', async () => {
    const station = await readyStation()
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
    expect(await station.staff.unlock('organiser', PASSPHRASE)).toEqual({ code: 'unlocked' })
    expect((await station.staff.unlock('organiser', PIN)).code).toBe('wrong')
  })

  test('the fifth wrong PIN makes everybody wait, also over a restart, and the right one then works', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    for (let left = 4; left > 0; left -= 1)
      expect(await station.staff.unlock('steward', '0000')).toEqual({ code: 'wrong', left })
    expect(await station.staff.unlock('steward', '0000')).toEqual({ code: 'wait', seconds: 30 })
    station.close()
    clock.pass(10_000)
    const again = openTest(station.folder, { now: clock })
    expect(await again.staff.unlock('steward', PIN)).toEqual({ code: 'wait', seconds: 20 })
    clock.pass(20_000)
    expect(await again.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
    expect(await again.staff.unlock('steward', '0000')).toEqual({ code: 'wrong', left: 4 })
  })

  test('a clock that is set back does not keep anybody out until the old time comes', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    for (let tries = 0; tries < 5; tries += 1) await station.staff.unlock('steward', '0000')
    clock.pass(-3 * 60 * 60_000)
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'wait', seconds: 30 })
    clock.pass(30_000)
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
  })

  test('the wait doubles with every further try and ends at an hour', () => {
    expect([0, 4, 5, 6, 7, 11, 12, 40].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 1920, 3600, 3600])
  })
})
