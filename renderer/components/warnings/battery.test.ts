import { describe, expect, test } from 'vitest'
import { type BatteryWarning, watchBattery } from './battery.ts'
import { fc } from '../../../test/support/chance.ts'
import { settled } from '../../../test/support/settled.ts'

/** A battery in the test’s hands, as Chromium’s tells of its changes. */
function aBattery(now = { level: 0.5, charging: false }) {
  const battery = Object.assign(new EventTarget(), now)
  const change = (next: Partial<{ level: number; charging: boolean }>) => {
    Object.assign(battery, next)
    battery.dispatchEvent(new Event('charging' in next ? 'chargingchange' : 'levelchange'))
  }
  return { change, device: { getBattery: () => Promise.resolve(battery) } }
}

/** What is told of a battery as it is now. */
async function warningOf(now: { level: number; charging: boolean }): Promise<BatteryWarning | null> {
  const told: (BatteryWarning | null)[] = []
  watchBattery(aBattery(now).device, (warning) => told.push(warning))
  await Promise.resolve()
  expect(told).toHaveLength(1)
  return told[0] ?? null
}

describe('how much is left', () => {
  test.each([
    [1, false, null],
    [0.21, false, null],
    [0.2, false, { severity: 'low', percent: 20 }],
    [0.11, false, { severity: 'low', percent: 11 }],
    [0.1, false, { severity: 'very-low', percent: 10 }],
    [0, false, { severity: 'very-low', percent: 0 }],
    [0.05, true, null],
  ])('at %d, charging %s', async (level, charging, expected) => {
    expect(await warningOf({ level, charging })).toEqual(expected === null ? null : { code: 'battery', ...expected })
  })

  test('at any level: a tablet on its charger is not warned of, and no figure is told that is not so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (level) => {
        expect(await warningOf({ level, charging: true })).toBeNull()
        const told = (await warningOf({ level, charging: false }))?.percent ?? 100 * level
        expect(Math.abs(told - 100 * level)).toBeLessThan(1)
      }),
    )
  })
})

describe('watching it', () => {
  test('the afternoon wears on, somebody brings the charger, and the warning is gone by itself', async () => {
    const { device, change } = aBattery()
    const told: (BatteryWarning | null)[] = []
    watchBattery(device, (warning) => told.push(warning))
    await Promise.resolve()
    change({ level: 0.2 })
    change({ level: 0.1 })
    change({ charging: true })
    expect(told.map((warning) => warning?.severity ?? null)).toEqual([null, 'low', 'very-low', null])
  })

  test('who no longer watches is told nothing, not even by a browser that answers late', async () => {
    const { device, change } = aBattery()
    const told: unknown[] = []
    watchBattery(device, (warning) => told.push(warning))()
    await Promise.resolve()
    const stop = watchBattery(device, (warning) => told.push(warning))
    await Promise.resolve()
    expect(told).toEqual([null])
    stop()
    change({ level: 0.05 })
    expect(told).toEqual([null])
  })

  test('a browser that tells nothing of batteries, or refuses to, warns of nothing', async () => {
    const told: unknown[] = []
    watchBattery({}, (warning) => told.push(warning))
    watchBattery({ getBattery: () => Promise.reject(new Error('Not allowed here')) }, (warning) => told.push(warning))
    await settled()
    expect(told).toEqual([])
  })
})
