/** What most tests stand on: a station that was set up once and is copied is as one that was set up in its place, and two are two. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { openReadyKiosk, portClient } from '../support/test-client.ts'
import { ewa, handClock, organiser, PIN, readyStation, steward } from '../support/test-station.ts'

test('of two stations of one test each is its own, and both have been set up alike', async () => {
  const clock = handClock()
  const [west, east] = [await readyStation({ now: clock }), await readyStation({ now: clock })]
  expect(west.id).not.toBe(east.id)
  expect(west.described()).toEqual({ ...east.described(), id: west.id })
  expect(west.event()).toMatchObject({ pack: east.event().pack, rehearsal: false })
  for (const station of [west, east]) {
    const facts = [...station.journal.facts.from(station.id, 0)]
    expect(facts.map(({ seq, type, by, at }) => [seq, type, by.role, at.slice(0, 13)])).toEqual([
      [1, 'station.began', 'station', '2023-12-12T08'],
      [2, 'event.loaded', 'station', '2023-12-12T08'],
      [3, 'station.named', 'station', '2023-12-12T08'],
    ])
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
    expect(station.check()).toMatchObject({ sound: true })
  }
  west.signIn.add(organiser, ewa)
  expect(east.signIn.counts().delegates).toBe(0)
})

test('a station that was copied for the test before is as new', async () => {
  const folder = join(tempFolder(), 'station')
  const kiosk = await openReadyKiosk(folder, 'workshop')
  expect(kiosk.station()?.described()).toMatchObject({ name: 'West door', duty: 'workshop' })
  expect(kiosk.station()?.signIn.counts().delegates).toBe(0)
  const client = portClient(kiosk)
  expect(await client.station.state()).toMatchObject({ phase: 'ready', warnings: [], findings: [] })
  kiosk.station()?.signIn.add(steward, ewa)
})
