import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { REHEARSAL_SECRETS } from '../../../shared/domain/rehearsal.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { handClock, PIN } from '../../../test/support/test-station.ts'

/** A tablet that is locked until staff leave it. */
function locked(folder = join(tempFolder(), 'station'), deps = {}) {
  const left: string[] = []
  const kiosk = openTestKiosk(folder, {
    ...deps,
    platform: {
      leave: async () => void left.push('left'),
      support: async () => [{ name: 'shell.log', text: 'a line\n' }],
      updates: null,
    },
  })
  return { kiosk, folder, left, client: portClient(kiosk, 1) }
}

describe('leaving a locked tablet', () => {
  test('needs the steward’s PIN', async () => {
    const { client, left } = locked()
    await client.station.setUp(setUpAnswers)
    await expect(client.station.leave()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(left).toEqual([])
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.station.state()).platform).toEqual({ canLeave: true, keepsLog: true, takesUpdates: false })
    await client.station.leave()
    expect(left).toEqual(['left'])
  })

  test('guessing the PIN is slowed down, also by pulling the plug', async () => {
    const clock = handClock()
    const { client, kiosk, folder } = locked(undefined, { now: clock })
    await client.station.setUp(setUpAnswers)
    for (let n = 0; n < 5; n += 1) await client.staff.unlock({ role: 'steward', pin: '0000' })
    kiosk.close()
    const again = locked(folder, { now: clock })
    expect((await again.client.staff.unlock({ role: 'steward', pin: PIN })).code).toBe('wait')
    await expect(again.client.station.leave()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(again.left).toEqual([])
  })

  test('before it is set up there is no PIN, so whoever sets it up may leave', async () => {
    const { client, left } = locked()
    await client.station.leave()
    expect(left).toEqual(['left'])
  })

  test('the PIN of a rehearsal, which everybody knows, does not open the real tablet', async () => {
    const { client, left } = locked()
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    await client.staff.unlock({ role: 'steward', pin: REHEARSAL_SECRETS.pin })
    expect((await client.station.state()).platform.canLeave).toBe(false)
    await expect(client.station.leave()).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'rehearsal' } })
    expect(left).toEqual([])
  })

  test('where the data, and the PIN with it, cannot be opened, nobody leaves', async () => {
    const { client, kiosk, folder } = locked()
    await client.station.setUp(setUpAnswers)
    kiosk.close()
    truncateSync(join(folder, 'station.db'), 8192)
    const again = locked(folder)
    await expect(again.client.station.leave()).rejects.toMatchObject({ data: { code: 'no-station' } })
    expect(again.left).toEqual([])
  })

  test('a browser tab has nothing to leave', async () => {
    const client = portClient(openTestKiosk())
    expect((await client.station.state()).platform).toEqual({ canLeave: false, keepsLog: false, takesUpdates: false })
    await expect(client.station.leave()).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'not-locked' } })
  })
})

describe('the file for whoever is asked for help', () => {
  const read = async (file: File): Promise<Record<string, string>> => {
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  }

  test('a steward saves it: versions, checks and the log', async () => {
    const { client } = locked(undefined, { now: handClock() })
    await client.station.setUp(setUpAnswers)
    await expect(client.station.support()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    const { file } = await client.station.support()
    expect(file.name).toBe('pledge-kiosk-support-2023-12-12-08-55.zip')
    const held = await read(file)
    expect(Object.keys(held)).toEqual(['about.json', 'checks.json', 'shell.log'])
    expect(JSON.parse(held['checks.json'] ?? '')).toMatchObject({
      refused: null,
      setUp: true,
      sound: true,
      findings: 0,
    })
    expect(JSON.parse(held['about.json'] ?? '')).toMatchObject({ versions: { node: process.versions.node } })
    // What staff called the tablet may hold a name.
    expect(JSON.stringify(held)).not.toContain(setUpAnswers.name)
  })

  test('it can be had where the data cannot be opened: there it is needed most', async () => {
    const { client, kiosk, folder } = locked()
    await client.station.setUp(setUpAnswers)
    kiosk.close()
    truncateSync(join(folder, 'station.db'), 8192)
    const held = await read((await locked(folder).client.station.support()).file)
    expect(JSON.parse(held['checks.json'] ?? '')).toMatchObject({ refused: 'damaged', setUp: false })
  })
})
