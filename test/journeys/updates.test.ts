/** A newer version comes on a stick: staff look, read what it is, and install it, while a tablet in the hall loses nothing. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { FoundUpdate } from '../../shared/contract/updates.ts'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openBrowserHall } from '../support/browser-hall.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { createSigner, writeUpdate } from '../support/update-stick.ts'
import { expectAccessible } from '../support/look.ts'
import { type Hands, keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const signer = createSigner()
const hands = pointer()

type Given = {
  settings?: object
  flags?: readonly string[]
  /** Where the AppImage is. */
  place?: string
  /** What Electron and the app keep for themselves. */
  own?: string
  stick?: string
  folder?: string
  running?: string
  /** Null where the tablet is not to be set up, or is already. */
  duty?: 'pledges' | null
}

/** A tablet with 0.1.0 as an AppImage, a settings file of IT’s, and a stick in it. */
async function openTablet({
  settings = { updates: { key: signer.publicKey } },
  flags = [],
  place = join(tempFolder(), 'Pledge Kiosk.AppImage'),
  own = tempFolder(),
  stick = tempFolder(),
  folder = join(tempFolder(), 'station'),
  running = '0.1.0',
  duty = 'pledges',
}: Given = {}) {
  const file = join(tempFolder(), 'settings.json')
  writeFileSync(file, JSON.stringify(settings))
  // The thread that runs the shell has the environment that it is started in.
  vi.stubEnv('APPIMAGE', place)
  onTestFinished(() => void vi.unstubAllEnvs())
  const hall = await openDesktopHall(browser, {
    folder,
    ...(duty === null ? {} : { duty }),
    start: {
      ownFolder: own,
      args: ['--data', folder, ...flags],
      changes: [
        { from: 'return join("/etc", "pledge-kiosk", "settings.json")', to: `return ${JSON.stringify(file)}` },
        {
          from: 'sticks: systemSticks()',
          to: `sticks: async () => ${JSON.stringify([{ name: 'KINGSTON', path: stick }])}`,
        },
        { from: 'running: app.getVersion()', to: `running: ${JSON.stringify(running)}` },
      ],
    },
  })
  return { ...hall, place, own, stick, folder }
}

async function enterStaffRoom(page: Page, by: Hands = hands): Promise<void> {
  await visit(page, '/staff')
  await unlock(page, by, 'steward')
  await page.getByRole('heading', { name: 'What should this tablet do?' }).waitFor()
}
const section = (page: Page) => page.getByRole('region', { name: 'A newer version' })
const looked = (page: Page, words: string | RegExp) => section(page).getByText(words).waitFor()

describe('an update on a stick', () => {
  test('is found, confirmed and installed, by the keyboard alone', async () => {
    const { page, errors, shell, place, stick, folder, own } = await openTablet()
    writeFileSync(place, 'the program of 0.1.0', { mode: 0o755 })
    writeUpdate(stick, signer, { installer: Buffer.from('the program of 0.2.0') })
    await enterStaffRoom(page, keyboard)
    // Nothing was read from the stick before anybody asked.
    expect(existsSync(join(own, 'userData', 'updates'))).toBe(false)
    await keyboard.press(page, 'Look for an update')
    await looked(page, 'An update is on the stick “KINGSTON”: version 0.2.0. This tablet has 0.1.0.')
    await expectAccessible(page, 'an update is on the stick')
    await keyboard.press(page, 'Install and start again')
    await page.getByRole('dialog', { name: 'Install version 0.2.0?' }).waitFor()
    await expectAccessible(page, 'the question whether to install')
    await takePicture(page, 'updates-question')
    expect(readFileSync(place, 'utf8')).toBe('the program of 0.1.0')
    await keyboard.press(page, 'Install it')
    // Its exit code is that of an app that starts afresh.
    expect(await shell.quit).toBe(1)
    expect(readFileSync(place, 'utf8')).toBe('the program of 0.2.0')
    expect(statSync(place).mode & 0o777).toBe(0o755)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
    expect((await shell.recorded()).calls).toContainEqual({
      name: 'app.relaunch',
      given: [expect.objectContaining({ execPath: place })],
    })
    // In this order, and without a word of whose stick it was.
    const log = readFileSync(join(`${folder}-logs`, 'shell.log'), 'utf8')
    const told = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event?: string; call?: string; outcome: string })
      .map(({ event, call, outcome }) => `${event ?? call ?? ''} ${outcome}`)
    const order = ['updates.look ok', 'update begins', 'updates.install ok', 'closed ok']
    expect(told.filter((line) => order.includes(line))).toEqual(order)
    expect(log).not.toContain('KINGSTON')
    expect(errors.filter((error) => !error.startsWith('console'))).toEqual([])
  })

  test('that cannot be put in place leaves the old version, which says so when it is back', async () => {
    const first = await openTablet({ place: join(tempFolder(), 'no-such-folder', 'Pledge Kiosk.AppImage') })
    writeUpdate(first.stick, signer)
    await enterStaffRoom(first.page)
    await hands.press(first.page, 'Look for an update')
    await hands.press(first.page, 'Install and start again')
    await hands.press(first.page, 'Install it')
    expect(await first.shell.quit).toBe(1)
    expect((await first.shell.recorded()).calls.map(({ name }) => name)).toContain('app.relaunch')

    const { page } = await openTablet({ own: first.own, folder: first.folder, running: '0.1.1', duty: null })
    await enterStaffRoom(page)
    await hands.press(page, 'Look for an update')
    await looked(page, /^Version 0\.2\.0 was not installed\. This tablet still has version 0\.1\.1/)
    await expectAccessible(page, 'an update that was not installed')
    await takePicture(page, 'updates-not-installed')
  })

  test('is nothing that a delegate, or anybody where IT trusts nobody, is shown; and no flag says whom to trust', async () => {
    const { page, stick } = await openTablet({
      settings: {},
      flags: [`--updates.key=${signer.publicKey}`, '--key', signer.publicKey],
    })
    writeUpdate(stick, signer)
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(await section(page).count()).toBe(0)
    await enterStaffRoom(page)
    expect(await section(page).count()).toBe(0)
  })
})

describe('what staff read', () => {
  /** A tablet whose host finds on its stick what `stick` says. */
  async function openWithStick(stick: { found: FoundUpdate }, duty?: 'pledges') {
    const asked: string[] = []
    const updates = {
      look: async () => {
        asked.push('look')
        return { current: '0.1.0', last: null, found: stick.found }
      },
      install: async (id: string) => {
        asked.push(`install ${id}`)
        return { code: 'installing' as const }
      },
    }
    const hall = await openBrowserHall(browser, {
      given: { platform: { updates } },
      touch: true,
      ...(duty === undefined ? {} : { duty }),
    })
    return { ...hall, asked }
  }
  const finger = pointer(true)

  test('what is on the stick now, each time they look; and with a finger they install what is offered', async () => {
    const on = { stick: 'KINGSTON', version: '0.2.0' }
    const stick: { found: FoundUpdate } = { found: { code: 'not-signed', stick: on.stick } }
    const { page, errors, asked } = await openWithStick(stick, 'pledges')
    await enterStaffRoom(page, finger)
    await expectAccessible(page, 'the staff room, where updates are taken')
    // Nothing is read from a stick before anybody asks.
    expect(asked).toEqual([])
    await finger.press(page, 'Look for an update')
    await looked(page, /^What is on the stick/)
    await expectAccessible(page, 'an update from a stranger')
    await takePicture(page, 'updates-not-signed')
    stick.found = { code: 'offered', ...on, id: 'a', byHand: false }
    await finger.press(page, 'Look for an update')
    await looked(page, 'An update is on the stick “KINGSTON”: version 0.2.0. This tablet has 0.1.0.')
    await finger.press(page, 'Install and start again')
    await finger.press(page, 'Install it')
    await page.getByRole('dialog', { name: 'Installing version 0.2.0' }).waitFor()
    await expectAccessible(page, 'an update is being installed')
    await takePicture(page, 'updates-installing')
    expect(asked).toEqual(['look', 'look', 'install a'])
    expect(errors).toEqual([])
  })

  test('in a rehearsal, whose PIN is known to everybody, nothing is looked for', async () => {
    const { page, kiosk, asked } = await openWithStick({ found: { code: 'no-stick' } })
    await kiosk.startRehearsal(null)
    await page.getByText('REHEARSAL', { exact: true }).waitFor()
    await visit(page, '/staff')
    await finger.write(page, 'Steward PIN', REHEARSAL_SECRETS.pin)
    await finger.press(page, 'Unlock')
    await looked(page, /^This is a rehearsal\. Leave it first/)
    expect(await section(page).getByRole('button').count()).toBe(0)
    expect(asked).toEqual([])
  })
})
