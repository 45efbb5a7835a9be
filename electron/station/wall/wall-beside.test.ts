import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { PIN } from '../../../test/support/test-station.ts'

/** A tablet with a projector whose cable the test holds; `shown` is what its shell was told. */
function tablet(folder = join(tempFolder(), 'station')) {
  const shown: boolean[] = []
  const cable = { displays: 2 }
  const kiosk = openTestKiosk(folder, {
    platform: { wall: { displays: async () => cable.displays, show: async (on) => void shown.push(on) } },
  })
  return { kiosk, folder, shown, cable, client: portClient(kiosk, 1) }
}

describe('the tree on a second screen', () => {
  test('it is a steward’s choice', async () => {
    const { client, shown } = tablet()
    await client.station.setUp(setUpAnswers)
    expect(await client.wall.beside()).toEqual({ displays: 2, on: false })
    await expect(client.wall.show({ on: true })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.wall.beside()).toEqual({ displays: 2, on: false })
    expect(await client.wall.show({ on: true })).toEqual({ displays: 2, on: true })
    expect(shown).toEqual([false, true])
  })

  test('it is on again after a restart, without anybody, and also where no screen is connected then', async () => {
    const { client, kiosk, folder } = tablet()
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.wall.show({ on: true })
    kiosk.close()
    const again = tablet(folder)
    expect(again.shown).toEqual([true])
    again.cable.displays = 1
    await again.client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await again.client.wall.beside()).toEqual({ displays: 1, on: true })
  })

  test('a rehearsal stands in the same hall: the screen stays as it was, and what is chosen there stays afterwards', async () => {
    const { client, shown } = tablet()
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.wall.show({ on: true })
    await client.station.startRehearsal({ pack: null })
    await client.station.leaveRehearsal()
    expect(shown).toEqual([false, true])
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.wall.beside()).toEqual({ displays: 2, on: true })
  })

  test('a display that comes or goes makes screens ask again', async () => {
    const { client, kiosk } = tablet()
    const changes = await client.station.changes()
    await changes.next()
    const news = changes.next()
    await client.station.state()
    kiosk.platformChanged()
    expect((await news).value).toEqual(['station'])
    await changes.return(undefined)
  })

  test('a browser tab has no second screen, and says how to show the wall there', async () => {
    const client = portClient(openTestKiosk())
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.wall.beside()).toBe(null)
    await expect(client.wall.show({ on: true })).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
      data: { code: 'no-screens' },
    })
  })
})
