import { randomUUID } from 'node:crypto'
import { takeIn } from '../../../test/support/merge.ts'
import { otherApp } from '../../../test/support/other-app.ts'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { StationState } from '../../../shared/contract/station.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { anyone, aPledge, handClock, readyStation } from '../../../test/support/test-station.ts'
import { settled } from '../../../test/support/settled.ts'

const MB = 1_000_000

/** A tablet in the hall whose disk, clock and minutes are in the test’s hands. */
async function watched(start = '2026-03-10T10:00:00.000Z') {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const machine = { free: 50_000 * MB, database: 5 * MB, steady: 0, zone: 'Europe/London' }
  const logged: string[] = []
  const clock = handClock(start)
  const kiosk = openTestKiosk(join(tempFolder(), 'station'), {
    now: clock,
    log: ({ call, outcome }) => {
      if (call === 'warning') logged.push(outcome)
    },
    probe: {
      free: () => {
        if (machine.free < 0) throw new Error('The disk does not answer')
        return machine.free
      },
      database: () => machine.database,
      steady: () => machine.steady,
      zone: () => machine.zone,
    },
  })
  const client = portClient(kiosk)
  await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
  return {
    kiosk,
    client,
    machine,
    logged,
    clock,
    pass(minutes = 1) {
      for (let n = 0; n < minutes; n += 1) {
        machine.steady += 60_000
        clock.pass(60_000)
        vi.advanceTimersByTime(60_000)
      }
    },
    warnings: async (): Promise<StationState['warnings']> => (await client.station.state()).warnings,
  }
}

describe('a tablet that stands alone all day', () => {
  test('its disk fills up: within a minute the screens know, and again when somebody has made room', async () => {
    const { machine, pass, warnings, logged } = await watched()
    pass()
    expect(await warnings()).toEqual([])
    machine.free = 420 * MB
    expect(await warnings()).toEqual([])
    pass()
    expect(await warnings()).toEqual([{ code: 'disk', severity: 'low', freeMegabytes: 420 }])
    machine.free = 90 * MB
    pass()
    expect(await warnings()).toEqual([{ code: 'disk', severity: 'nearly-full', freeMegabytes: 90 }])
    machine.free = 9000 * MB
    pass(5)
    expect(await warnings()).toEqual([])
    expect(logged).toEqual(['disk-low', 'disk-low over', 'disk-nearly-full', 'disk-nearly-full over'])
  })

  test('screens are woken when something changed, and only then', async () => {
    const { kiosk, machine, pass } = await watched()
    const stop = new AbortController()
    const heard: string[][] = []
    const listening = (async () => {
      for await (const changes of kiosk.changes(stop.signal)) heard.push(changes)
    })()
    await expect.poll(() => heard).toHaveLength(1)
    heard.length = 0
    pass(10)
    await settled()
    expect(heard).toEqual([])
    machine.free = 425 * MB
    pass()
    machine.free = 421 * MB
    pass(10)
    await expect.poll(() => heard).toEqual([['station']])
    stop.abort()
    await listening
  })

  test('somebody sets the clock back an hour: every pledge is still taken, and the order is right', async () => {
    const { client, clock, pass, warnings } = await watched()
    await client.pledges.make(aPledge)
    clock.set('2026-03-10T09:00:00.000Z')
    pass()
    expect(await warnings()).toEqual([{ code: 'clock', kind: 'behind', newest: '2026-03-10T10:00:00.000Z' }])
    // What is written now stands behind that pledge and gets its time; the clock has not caught up because of it.
    await client.pledges.make({ ...aPledge, wording: 'A second thought', quantity: 2 })
    pass()
    expect(await warnings()).toMatchObject([{ kind: 'behind', newest: '2026-03-10T10:00:00.000Z' }])
    clock.set('2026-03-10T10:02:00.000Z')
    pass()
    expect(await warnings()).toEqual([])
    expect((await client.pledges.tree()).pledges).toBe(2)
  })

  test('the clock leaps while the app runs, though nothing was ever written', async () => {
    const { clock, pass, warnings, logged } = await watched()
    pass(30)
    clock.pass(3 * 60 * 60_000)
    pass()
    expect(await warnings()).toMatchObject([{ code: 'clock', kind: 'moved', minutes: 180 }])
    clock.pass(-3 * 60 * 60_000)
    pass()
    expect(await warnings()).toEqual([])
    expect(logged).toEqual(['clock-moved', 'clock-moved over'])
  })

  test('a tablet that slept through lunch has not had its clock moved', async () => {
    const { machine, clock, pass, warnings } = await watched()
    clock.pass(40 * 60_000)
    machine.steady += 40 * 60_000
    pass()
    expect(await warnings()).toEqual([])
  })

  test('a clock without a battery and another country’s time are told at once, each for itself', async () => {
    const { machine, pass, warnings, logged } = await watched('2016-01-01T00:00:00.000Z')
    expect(await warnings()).toMatchObject([{ kind: 'wrong', year: 2016 }])
    machine.zone = 'Europe/Paris'
    pass()
    expect(await warnings()).toMatchObject([{ kind: 'wrong' }, { kind: 'zone', zone: 'Europe/Paris', minutesOff: 60 }])
    expect(logged).toEqual(['clock-wrong', 'clock-zone'])
  })

  test('a disk that does not answer stops nothing, and is not called full', async () => {
    const { machine, pass, warnings, client } = await watched()
    machine.free = -1
    pass(3)
    expect(await warnings()).toEqual([])
    await client.pledges.make(aPledge)
  })

  test('the support file has the warnings by name', async () => {
    const { kiosk, machine, pass } = await watched()
    machine.free = 90 * MB
    machine.zone = 'Europe/Paris'
    pass()
    const files = unzipSync(new Uint8Array(await (await kiosk.support()).arrayBuffer()))
    expect(JSON.parse(strFromU8(files['checks.json'] ?? new Uint8Array()))).toMatchObject({
      warnings: ['disk-nearly-full', 'clock-zone'],
    })
  })
})

describe('whose clock it was', () => {
  test('a fact that only follows another tablet’s, whose clock is ahead, does not make ours look set back', async () => {
    const clock = handClock('2026-03-10T10:00:00.000Z')
    const station = await readyStation({ now: clock })
    clock.pass(5 * 60_000)
    station.pledges.make(anyone, aPledge)
    expect(station.lastWritten()).toBe(Date.parse('2026-03-10T10:05:00.000Z'))
    const other = otherApp(station.currentEvent()?.id ?? '')
    other.write({
      at: '2026-03-10T11:05:00.000Z.0000',
      wall: Date.parse('2026-03-10T11:05:00.000Z'),
      type: 'weather.noticed',
      v: 1,
      subject: randomUUID(),
      body: {},
    })
    takeIn(station, [other.carried()])
    expect(station.lastWritten()).toBe(Date.parse('2026-03-10T10:05:00.000Z'))
    clock.pass(60_000)
    station.pledges.make(anyone, { ...aPledge, quantity: 2 })
    expect(station.lastWritten()).toBe(Date.parse('2026-03-10T10:06:00.000Z'))
  })
})
