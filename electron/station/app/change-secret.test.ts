import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { REHEARSAL_SECRETS } from '../../../shared/domain/rehearsal.ts'
import { inLane } from '../../../test/support/lane.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { aPledge, CHEAP, PASSPHRASE, PIN } from '../../../test/support/test-station.ts'
import { sealedKeyStore } from '../kernel/database/index.ts'
import type { KioskDeps } from './kiosk.ts'

const NEXT = 'lantern plough gooseberry'
const NEXT_PIN = '5190'

/** A tablet on a system without a keychain, from one start to the next. */
function start(folder = join(tempFolder(), 'station'), deps: Partial<KioskDeps> = {}) {
  const kiosk = openTestKiosk(folder, { keyStore: sealedKeyStore({ folder, cost: CHEAP }), ...deps })
  return { folder, kiosk, client: portClient(kiosk, 1) }
}

/** The organiser is in, and a steward at another screen. */
async function bothIn() {
  const tablet = start()
  await tablet.client.station.setUp(setUpAnswers)
  await tablet.client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  const steward = portClient(tablet.kiosk, 3)
  await steward.staff.unlock({ role: 'steward', pin: PIN })
  return { ...tablet, steward }
}

const keyFiles = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('station.key'))

describe('the PIN is changed', () => {
  test('by the organiser, with the passphrase alone: the old one opens nothing more, and whoever was in by it is out', async () => {
    const { client, steward } = await bothIn()
    expect(await client.staff.changePin({ passphrase: PASSPHRASE, pin: NEXT_PIN })).toEqual({ code: 'changed' })
    expect((await steward.station.state()).role).toBe('delegate')
    expect((await steward.staff.unlock({ role: 'steward', pin: PIN })).code).toBe('wrong')
    expect((await steward.staff.unlock({ role: 'steward', pin: NEXT_PIN })).code).toBe('unlocked')
    expect((await client.station.state()).role).toBe('organiser')
  })

  test('not without the passphrase, which is counted as any try, nor to one that everybody tries first', async () => {
    const { client, steward } = await bothIn()
    await expect(client.staff.changePin({ passphrase: PASSPHRASE, pin: '1234' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    for (let left = 4; left > 0; left -= 1)
      expect(await client.staff.changePin({ passphrase: NEXT, pin: NEXT_PIN })).toEqual({ code: 'wrong', left })
    expect((await client.staff.changePin({ passphrase: NEXT, pin: NEXT_PIN })).code).toBe('wait')
    expect((await client.staff.changePin({ passphrase: PASSPHRASE, pin: NEXT_PIN })).code).toBe('wait')
    expect((await steward.station.state()).role).toBe('steward')
  })
})

test('the same PIN or passphrase again is no change, and is told as that only with the passphrase', async () => {
  const { client, steward, folder } = await bothIn()
  const key = readFileSync(join(folder, 'station.key.sealed'))
  expect(await client.staff.changePin({ passphrase: PASSPHRASE, pin: PIN })).toEqual({ code: 'same' })
  expect(await client.staff.changePassphrase({ passphrase: PASSPHRASE, next: PASSPHRASE })).toEqual({ code: 'same' })
  expect((await steward.station.state()).role).toBe('steward')
  expect(readFileSync(join(folder, 'station.key.sealed'))).toEqual(key)
  expect(await client.staff.changePin({ passphrase: NEXT, pin: PIN })).toEqual({ code: 'wrong', left: 4 })
})

describe('the passphrase is changed', () => {
  test('the key is sealed anew: tomorrow the tablet opens with the new one and not with the old one', async () => {
    const { client, kiosk, folder, steward } = await bothIn()
    const other = portClient(kiosk, 4)
    await other.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    await client.pledges.make(aPledge)
    expect(await client.staff.changePassphrase({ passphrase: PASSPHRASE, next: NEXT })).toEqual({ code: 'changed' })
    expect((await client.station.state()).role).toBe('organiser')
    expect([(await other.station.state()).role, (await steward.station.state()).role]).toEqual(['delegate', 'steward'])
    expect((await other.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })).code).toBe('wrong')
    kiosk.close()
    expect(keyFiles(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
    const tomorrow = start(folder)
    expect((await tomorrow.client.station.unseal({ passphrase: PASSPHRASE })).code).toBe('wrong')
    expect(await tomorrow.client.station.unseal({ passphrase: NEXT })).toEqual({ code: 'open' })
    expect((await tomorrow.client.pledges.tree()).pledges).toBe(1)
    expect((await tomorrow.client.staff.unlock({ role: 'organiser', passphrase: NEXT })).code).toBe('unlocked')
  })

  test('the disk is full: nothing is changed, and the old one opens the tablet as before', async () => {
    const { client, kiosk, folder } = await bothIn()
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    station.keepSecret = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    await expect(client.staff.changePassphrase({ passphrase: PASSPHRASE, next: NEXT })).rejects.toMatchObject({
      code: 'STORAGE',
    })
    expect(keyFiles(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
    kiosk.close()
    const tomorrow = start(folder)
    expect((await tomorrow.client.station.unseal({ passphrase: NEXT })).code).toBe('wrong')
    expect(await tomorrow.client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'open' })
    expect((await tomorrow.client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })).code).toBe('unlocked')
  })

  test('where the key lies in a file, or in a keychain, only the passphrase changes', async () => {
    const folder = join(tempFolder(), 'station')
    const { client } = start(folder, { keyStore: sealedKeyStore({ folder, seals: false }) })
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    const key = readFileSync(join(folder, 'station.key'), 'utf8')
    expect(await client.staff.changePassphrase({ passphrase: PASSPHRASE, next: NEXT })).toEqual({ code: 'changed' })
    expect(readFileSync(join(folder, 'station.key'), 'utf8')).toBe(key)
    expect((await client.staff.unlock({ role: 'organiser', passphrase: NEXT })).code).toBe('unlocked')
  })

  test('a rehearsal’s are known to everybody and stay so', async () => {
    const { client } = await bothIn()
    await client.station.startRehearsal({ pack: null })
    const { passphrase } = REHEARSAL_SECRETS
    await client.staff.unlock({ role: 'organiser', passphrase })
    for (const change of [
      () => client.staff.changePin({ passphrase, pin: NEXT_PIN }),
      () => client.staff.changePassphrase({ passphrase, next: NEXT }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'rehearsal' } })
  })
})

describe('the plug is pulled while the passphrase is changed', () => {
  const cutOff = fileURLToPath(new URL('../../../test/support/cut-off.ts', import.meta.url))
  /** Changes it in a process of its own, which ends at step `end`. False where it was cut off. */
  const changeUntil = (folder: string, end: number): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const given = [cutOff, folder, PASSPHRASE, String(CHEAP), String(end), NEXT]
      execFile(process.execPath, given, (error, _out, complaint) => {
        if (error === null) resolve(true)
        else if (error.signal === 'SIGKILL') resolve(false)
        else reject(new Error(complaint))
      })
    })

  /** After the change was cut off, somebody gives this one; if it opens the tablet it is the passphrase from then on. */
  async function opensWith(folder: string, passphrase: string): Promise<boolean> {
    const { client, kiosk } = start(folder)
    const { code } = await client.station.unseal({ passphrase })
    if (code !== 'open') {
      kiosk.close()
      return false
    }
    expect((await client.pledges.tree()).pledges).toBe(1)
    expect((await client.staff.unlock({ role: 'organiser', passphrase })).code).toBe('unlocked')
    expect(keyFiles(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
    kiosk.close()
    // And at the next start it is the only one, also where a copy of the key has to do.
    expect(readFileSync(join(folder, 'station.key.sealed.copy'))).toEqual(
      readFileSync(join(folder, 'station.key.sealed')),
    )
    const next = start(folder)
    const other = passphrase === NEXT ? PASSPHRASE : NEXT
    expect((await next.client.station.unseal({ passphrase: other })).code).toBe('wrong')
    expect((await next.client.station.unseal({ passphrase })).code).toBe('open')
    next.kiosk.close()
    return true
  }

  test.each([
    { first: NEXT, second: PASSPHRASE },
    { first: PASSPHRASE, second: NEXT },
  ])(
    'The plug pulled at any step leaves data that opens, also when “$first” is tried first',
    async ({ first, second }) => {
      const opened: string[] = []
      for (let end = 1; ; end += inLane(4, 1)) {
        const { folder, kiosk, client } = start()
        await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
        await client.pledges.make(aPledge)
        kiosk.close()
        const whole = await changeUntil(folder, end)
        const isFirst = await opensWith(folder, first)
        if (!isFirst) expect(await opensWith(folder, second), `cut off at step ${end}`).toBe(true)
        opened.push(isFirst ? first : second)
        if (whole) break
      }
      // The new one opens it as soon as the key sealed with it lies there whole, the old one until that has taken its place.
      const [olds, news] = first === NEXT ? [inLane(1, 2), inLane(6, 23)] : [inLane(3, 10), inLane(4, 15)]
      expect(opened).toEqual([...Array<string>(olds).fill(PASSPHRASE), ...Array<string>(news).fill(NEXT)])
    },
  )
})
