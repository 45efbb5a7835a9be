/** A newer version comes on a stick: staff look, read what it is, and install it, while a tablet in the hall loses nothing. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { createSigner, writeUpdate } from '../support/update-stick.ts'
import { expectAccessible } from '../support/look.ts'
import { type Hands, keyboard, pointer, unlock } from './steps.ts'

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
  await page.goto(new URL('/staff', page.url()).href)
  await unlock(page, by, 'steward')
  await page.getByRole('heading', { name: 'What should this tablet do?' }).waitFor()
}
const section = (page: Page) => page.getByRole('region', { name: 'A newer version' })
/** A picture at every size, and nothing that goes over the edge. */
async function lookRight(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const [size, viewport] of Object.entries(screenSizes)) {
    await page.setViewportSize(viewport)
    await section(page).evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await takePicture(page, `updates-${name}-${size}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, `${name} at ${size}`).toBeLessThanOrEqual(0)
  }
  if (before !== null) await page.setViewportSize(before)
}
const looked = (page: Page, words: string | RegExp) => section(page).getByText(words).waitFor()

describe('an update on a stick', () => {
  test.each([
    ['with a finger', pointer()],
    ['by the keyboard alone', keyboard],
  ] as const)('is found, confirmed and installed %s', async (_how, by) => {
    const { page, faults, shell, place, stick, folder, own } = await openTablet()
    writeFileSync(place, 'the program of 0.1.0', { mode: 0o755 })
    writeUpdate(stick, signer, { installer: Buffer.from('the program of 0.2.0') })
    await enterStaffRoom(page, by)
    await lookRight(page, 'closed')
    // Nothing was read from the stick before anybody asked.
    expect(existsSync(join(own, 'userData', 'updates'))).toBe(false)
    await by.press(page, 'Look for an update')
    await looked(page, 'An update is on the stick “KINGSTON”: version 0.2.0. This tablet has 0.1.0.')
    await expectAccessible(page, 'an update is on the stick')
    await by.press(page, 'Install and start again')
    await page.getByRole('dialog', { name: 'Install version 0.2.0?' }).waitFor()
    await expectAccessible(page, 'the question whether to install')
    await lookRight(page, 'question')
    expect(readFileSync(place, 'utf8')).toBe('the program of 0.1.0')
    await by.press(page, 'Install it')
    await page.getByRole('dialog', { name: 'Installing version 0.2.0' }).waitFor()
    await takePicture(page, 'updates-installing')
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
    expect(faults.filter((fault) => !fault.startsWith('console'))).toEqual([])
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
    await lookRight(page, 'not-installed')
  })

  test('is not installed in a rehearsal: its PIN is known to everybody', async () => {
    const { page, stick, own } = await openTablet({ duty: null })
    writeUpdate(stick, signer)
    await hands.press(page, 'Try it with a rehearsal crowd')
    await page.getByText('REHEARSAL', { exact: true }).waitFor({ timeout: 30_000 })
    await page.goto(new URL('/staff', page.url()).href)
    await hands.write(page, 'Steward PIN', REHEARSAL_SECRETS.pin)
    await hands.press(page, 'Unlock')
    await looked(page, /^This is a rehearsal\. Leave it first/)
    expect(await section(page).getByRole('button').count()).toBe(0)
    expect(existsSync(join(own, 'userData', 'updates'))).toBe(false)
  })

  test('is nothing that a delegate, or anybody where IT trusts nobody, is shown; and no flag says whom to trust', async () => {
    const { page, stick } = await openTablet({
      settings: {},
      flags: [`--updates.key=${signer.publicKey}`, '--key', signer.publicKey],
    })
    writeUpdate(stick, signer)
    expect(await section(page).count()).toBe(0)
    await enterStaffRoom(page)
    expect(await section(page).count()).toBe(0)
  })
})

describe('what staff read', () => {
  test('each thing that can be on a stick has its own sentence, and looks right on every screen', async () => {
    const { page, faults, stick } = await openTablet()
    const states: { name: string; put: () => void; words: RegExp }[] = [
      { name: 'nothing', put: () => undefined, words: /^There is no update on the stick/ },
      {
        name: 'offered',
        put: () => void writeUpdate(stick, signer),
        words: /^An update is on the stick/,
      },
      { name: 'not-signed', put: () => void writeUpdate(stick, createSigner()), words: /^What is on the stick/ },
      { name: 'older', put: () => void writeUpdate(stick, signer, { version: '0.0.9' }), words: /which is older/ },
      { name: 'same', put: () => void writeUpdate(stick, signer, { version: '0.1.0' }), words: /already: the same/ },
      {
        name: 'other-machine',
        put: () => void writeUpdate(stick, signer, { platform: 'darwin', kind: 'dmg', name: 'a.dmg' }),
        words: /another kind of machine/,
      },
      { name: 'changed', put: () => truncateSync(writeUpdate(stick, signer), 3), words: /is not whole/ },
    ]
    await enterStaffRoom(page)
    await hands.press(page, 'Look for an update')
    for (const { name, put, words } of states) {
      rmSync(stick, { recursive: true, force: true })
      mkdirSync(stick)
      put()
      await section(page).getByRole('button', { name: 'Look for an update' }).click()
      await looked(page, words)
      await expectAccessible(page, name)
      await lookRight(page, name)
    }
    expect(faults).toEqual([])
  })
})
