import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sheetText } from '../../../shared/domain/recovery.ts'
import { inLane } from '../../../test/support/lane.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { aPledge, CHEAP, handClock, PASSPHRASE, PIN } from '../../../test/support/test-station.ts'
import { sealedKeyStore } from '../kernel/database/index.ts'
import type { KioskDeps } from './kiosk.ts'

const NEXT = { passphrase: 'lantern plough gooseberry', pin: '5190' }
/** A whole sheet, and of no tablet. */
const ANOTHER = sheetText(new Uint8Array(16).fill(77))

/** The desktop app on a system without a keychain, from one start to the next. */
function start(folder = join(tempFolder(), 'station'), deps: Partial<KioskDeps> = {}) {
  const kiosk = openTestKiosk(folder, { keyStore: sealedKeyStore({ folder, cost: CHEAP }), ...deps })
  return { folder, kiosk, client: portClient(kiosk, 1) }
}

/** A tablet with a pledge on it, and what stands on its recovery sheet. */
async function withSheet(deps: Partial<KioskDeps> = {}) {
  const tablet = start(undefined, deps)
  const { client } = tablet
  await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
  await client.pledges.make(aPledge)
  const made = await client.staff.makeSheet({ passphrase: PASSPHRASE })
  if (made.code !== 'made') throw new Error('No sheet was made')
  return { ...tablet, sheet: made.sheet }
}

describe('a recovery sheet is made', () => {
  test('by whoever gives the passphrase; what stands on it is in no file of the tablet', async () => {
    const { folder, client, sheet } = await withSheet()
    expect(sheet).toMatch(/^(\w{4}-){6}\w{4}$/)
    expect((await client.staff.makeSheet({ passphrase: 'three other words' })).code).toBe('wrong')
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    expect((await client.staff.sheet()).made).toMatch(/^20/)
    for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )) {
      const bytes = readFileSync(join(parentPath, name))
      expect([name, bytes.includes(sheet), bytes.includes(sheet.replaceAll('-', ''))]).toEqual([name, false, false])
    }
  })
})

describe('the passphrase is lost', () => {
  test('while the tablet is open: the sheet lets another passphrase and PIN be chosen, and makes nobody the organiser', async () => {
    const { client, kiosk, sheet } = await withSheet()
    const steward = portClient(kiosk, 3)
    await steward.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.staff.openWithSheet({ sheet: sheet.toLowerCase().replaceAll('-', ' '), ...NEXT })).toEqual({
      code: 'changed',
    })
    expect([(await client.station.state()).role, (await steward.station.state()).role]).toEqual([
      'delegate',
      'delegate',
    ])
    expect((await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })).code).toBe('wrong')
    expect((await client.staff.unlock({ role: 'organiser', passphrase: NEXT.passphrase })).code).toBe('unlocked')
    expect((await steward.staff.unlock({ role: 'steward', pin: NEXT.pin })).code).toBe('unlocked')
    // It is used up.
    expect((await client.staff.sheet()).made).toBe(null)
    expect((await client.staff.openWithSheet({ sheet, ...NEXT })).code).toBe('wrong')
  })

  test('and the tablet is locked: the sheet opens it, what was promised is there, and from then on the new passphrase opens it', async () => {
    const { folder, kiosk, sheet } = await withSheet()
    kiosk.close()
    const morning = start(folder)
    expect((await morning.client.station.state()).phase).toBe('locked')
    expect(await morning.client.staff.openWithSheet({ sheet, ...NEXT })).toEqual({ code: 'changed' })
    expect((await morning.client.pledges.tree()).pledges).toBe(1)
    morning.kiosk.close()
    const next = start(folder)
    for (const passphrase of [PASSPHRASE, sheet])
      expect((await next.client.station.unseal({ passphrase })).code).toBe('wrong')
    expect((await next.client.staff.openWithSheet({ sheet, ...NEXT })).code).toBe('wrong')
    expect((await next.client.station.unseal(NEXT)).code).toBe('open')
  })

  test('a new sheet makes the old one void, at the locked tablet too', async () => {
    const { folder, kiosk, client, sheet: old } = await withSheet()
    const made = await client.staff.makeSheet({ passphrase: PASSPHRASE })
    expect((await client.staff.openWithSheet({ sheet: old, ...NEXT })).code).toBe('wrong')
    kiosk.close()
    const morning = start(folder)
    expect((await morning.client.staff.openWithSheet({ sheet: old, ...NEXT })).code).toBe('wrong')
    if (made.code !== 'made') throw new Error('No sheet was made')
    expect((await morning.client.staff.openWithSheet({ sheet: made.sheet, ...NEXT })).code).toBe('changed')
  })

  test('tries are paced, open or locked; one that was only misread costs none', async () => {
    const clock = handClock()
    const { folder, kiosk, client, sheet } = await withSheet({ now: clock })
    for (const at of ['open', 'locked']) {
      const tablet = at === 'open' ? { client, kiosk } : start(folder, { now: clock })
      for (let misread = 0; misread < 30; misread += 1)
        expect(await tablet.client.staff.openWithSheet({ sheet: `${sheet.slice(0, -1)}?`, ...NEXT })).toEqual({
          code: 'not-a-sheet',
        })
      for (let left = 4; left > 0; left -= 1)
        expect(await tablet.client.staff.openWithSheet({ sheet: ANOTHER, ...NEXT })).toEqual({ code: 'wrong', left })
      expect(await tablet.client.staff.openWithSheet({ sheet: ANOTHER, ...NEXT })).toEqual({
        code: 'wait',
        seconds: 30,
      })
      expect(await tablet.client.staff.openWithSheet({ sheet, ...NEXT })).toEqual({ code: 'wait', seconds: 30 })
      tablet.kiosk.close()
    }
  })

  test('a rehearsal has no sheet, and a new tablet has nothing that one could open', async () => {
    const { client, sheet } = await withSheet()
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    for (const call of [
      () => client.staff.makeSheet({ passphrase: PASSPHRASE }),
      () => client.staff.openWithSheet({ sheet, ...NEXT }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'rehearsal' } })
    await expect(start().client.staff.openWithSheet({ sheet, ...NEXT })).rejects.toMatchObject({
      data: { code: 'no-data' },
    })
  })

  test('The plug pulled at any step of using the sheet leaves data that the sheet or the new passphrase opens', async () => {
    const cutOff = fileURLToPath(new URL('../../../test/support/cut-off.ts', import.meta.url))
    const useUntil = (folder: string, sheet: string, end: number): Promise<boolean> =>
      new Promise((resolve, reject) => {
        const given = [cutOff, folder, PASSPHRASE, String(CHEAP), String(end), NEXT.passphrase, sheet]
        execFile(process.execPath, given, (error, _out, complaint) => {
          if (error === null) resolve(true)
          else if (error.signal === 'SIGKILL') resolve(false)
          else reject(new Error(complaint))
        })
      })
    const opened: string[] = []
    for (let end = 1; ; end += inLane(3, 1)) {
      const { folder, kiosk, sheet } = await withSheet()
      kiosk.close()
      const whole = await useUntil(folder, sheet, end)
      const { client, kiosk: again } = start(folder)
      const isSheet = (await client.staff.openWithSheet({ sheet, ...NEXT })).code === 'changed'
      if (!isSheet) expect((await client.station.unseal(NEXT)).code, `cut off at step ${end}`).toBe('open')
      expect((await client.pledges.tree()).pledges).toBe(1)
      expect((await client.staff.unlock({ role: 'organiser', passphrase: NEXT.passphrase })).code).toBe('unlocked')
      opened.push(isSheet ? 'sheet' : 'passphrase')
      again.close()
      if (whole) break
    }
    expect([opened[0], opened.at(-1)]).toEqual(['sheet', 'passphrase'])
  })
})
