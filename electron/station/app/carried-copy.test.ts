import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { carry, factsOf } from '../../../test/support/merge.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openReadyKiosk, openTestKiosk, portClient } from '../../../test/support/test-client.ts'
import { aPledge, handClock, openTest, PASSPHRASE, PIN } from '../../../test/support/test-station.ts'

/** A tablet at the end of its day, and the copy that its organiser saved. */
async function savedCopy() {
  const now = handClock()
  const folder = join(tempFolder(), 'station')
  const kiosk = await openReadyKiosk(folder, 'pledges', { now })
  const client = portClient(kiosk)
  await client.pledges.make({ ...aPledge, wording: 'A spare room in Shirley' })
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  const answer = await client.station.saveCopy({ passphrase: PASSPHRASE })
  if (answer.code !== 'saved') throw new Error(answer.code)
  return { file: answer.file, kiosk, client, folder, now }
}

const newTablet = (now = handClock()) => {
  const folder = join(tempFolder(), 'station')
  const kiosk = openTestKiosk(folder, { now })
  return { kiosk, client: portClient(kiosk), folder, now }
}

describe('a copy that leaves the tablet', () => {
  test('A tablet that is lost goes on as another one, from the copy and the passphrase', async () => {
    const { file, kiosk, folder } = await savedCopy()
    expect(file.name).toMatch(/^pledge-kiosk .+ 2023-12-12\.pledges$/)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(bytes.toString('latin1')).not.toContain('Shirley')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])

    const other = newTablet()
    const ownKey = readFileSync(join(other.folder, 'station.key'), 'utf8')
    expect(await other.client.station.putBack({ file, passphrase: 'three wrong words' })).toEqual({
      code: 'wrong',
      left: 4,
    })
    expect(await other.client.station.putBack({ file, passphrase: PASSPHRASE })).toEqual({ code: 'put-back' })
    expect(await other.client.station.state()).toMatchObject({ phase: 'ready', station: { duty: 'pledges' } })
    expect((await other.client.pledges.tree()).pledges).toBe(1)
    expect(await other.client.staff.unlock({ role: 'steward', pin: PIN })).toMatchObject({ code: 'unlocked' })
    // It is a tablet of its own: with its own key, and its own name for what it writes.
    expect(readFileSync(join(other.folder, 'station.key'), 'utf8')).toBe(ownKey)
    expect(other.kiosk.station()?.id).not.toBe(kiosk.station()?.id)
    await other.client.pledges.make(aPledge)
    const station = other.kiosk.station()
    if (station === null) throw new Error('It is open')
    expect(station.check().sound).toBe(true)
    // What the lost one wrote until then is passed on as well.
    const third = openTest(tempFolder())
    carry(station, third)
    expect(factsOf(third)).toEqual(factsOf(station))
    other.kiosk.close()
    expect((await portClient(openTestKiosk(other.folder)).pledges.tree()).pledges).toBe(2)
  })

  test('nobody saves one without the passphrase, not even where the organiser is in', async () => {
    const { client } = await savedCopy()
    expect(await client.station.saveCopy({ passphrase: 'three wrong words' })).toMatchObject({ code: 'wrong' })
  })

  test('a file that is none, is cut off, or was changed is refused in words, and the new tablet is as new as before', async () => {
    const { file } = await savedCopy()
    const bytes = Buffer.from(await file.arrayBuffer())
    const spoiled = Buffer.from(bytes)
    spoiled[bytes.length - 5000] = (spoiled[bytes.length - 5000] ?? 0) ^ 1
    const sealed = Buffer.from(bytes)
    sealed[60] = (sealed[60] ?? 0) ^ 1
    const { client, folder } = newTablet()
    for (const [content, words] of [
      [Buffer.from('a,b,c\n1,2,3\n'), 'That is not a copy of a tablet'],
      [Buffer.from('pledge-kiosk-copy 2\n{}\n'), 'newer version'],
      [bytes.subarray(0, 100), 'damaged or was cut off'],
      [bytes.subarray(0, bytes.length - 4096), 'damaged or was cut off'],
      [spoiled, 'damaged or was cut off'],
      [sealed, 'damaged or was cut off'],
    ] as const) {
      const answer = await client.station.putBack({
        file: new File([new Uint8Array(content)], 'copy.pledges'),
        passphrase: PASSPHRASE,
      })
      expect(answer).toEqual({ code: 'unreadable', message: expect.stringContaining(words) })
      expect((await client.station.state()).phase).toBe('new')
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    expect(await client.station.putBack({ file, passphrase: PASSPHRASE })).toEqual({ code: 'put-back' })
  })

  test('guessing at the passphrase of a copy is slow, and a tablet that is in use takes none', async () => {
    const { file, client } = await savedCopy()
    const other = newTablet()
    for (let tries = 0; tries < 5; tries += 1)
      await other.client.station.putBack({ file, passphrase: 'three wrong words' })
    expect(await other.client.station.putBack({ file, passphrase: PASSPHRASE })).toEqual({ code: 'wait', seconds: 30 })
    await expect(client.station.putBack({ file, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
      data: { code: 'set-up' },
    })
  })
})
