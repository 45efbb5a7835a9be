/** What somebody was typing: back after a power cut, parked when they walk away, never shown to the next person. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStation } from '../../electron/station/station.ts'
import { openBrowser, openTablet } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { CHEAP, PASSPHRASE, PIN, shippedPack } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const PROMISE = 'A half-typed promise about a spare room'
const wording = (page: Page) => page.getByLabel('Your promise, in your own words')

/** From the attract screen to a promise half typed. */
async function typeHalf(page: Page): Promise<void> {
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await hands.choose(page, /^Work experience/)
  await hands.press(page, 'Continue')
  await wording(page).fill(PROMISE)
}

describe('somebody walks away', () => {
  test('An idle kiosk warns, can be extended, then parks the draft and returns to the attract screen', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'pledges', search: '?idle=40,30' })
    await page.clock.install()
    await typeHalf(page)
    const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
    await page.clock.fastForward(41_000)
    await warning.waitFor()
    await expectAccessible(page, 'idle warning')
    await hands.press(page, 'I need more time')
    await warning.waitFor({ state: 'hidden' })
    expect(await wording(page).inputValue()).toBe(PROMISE)

    await page.clock.fastForward(41_000)
    await warning.waitFor()
    await page.clock.fastForward(31_000)
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    // The screen is clear at once; the draft reaches the disk a moment later.
    await expect.poll(() => kiosk.station()?.drafts.parked()).toHaveLength(1)

    // The next person starts with an empty page.
    await hands.press(page, 'Make your pledge')
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
  })

  test('A parked draft is brought back by a steward when its owner returns', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'pledges' })
    await typeHalf(page)
    await expect.poll(() => kiosk.station()?.drafts.open('pledge')?.body ?? '').toContain('spare room')
    kiosk.station()?.drafts.park('pledge')
    await visit(page, '/staff')
    await unlock(page, hands, 'steward')
    await page.getByRole('heading', { name: 'Left unfinished' }).waitFor()
    await expectAccessible(page, 'staff room with a parked draft')
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    await hands.press(page, 'Bring it back')
    await page.getByText('It is open again').waitFor()
    await hands.press(page, 'Lock')
    await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    await expectAccessible(page, 'carry on?')
    await hands.press(page, /^Yes/)
    expect(await wording(page).inputValue()).toBe(PROMISE)
  })
})

describe('the power goes', () => {
  test(
    'What was being typed is offered back after a kill, and is parked when it is not wanted',
    { timeout: 120_000 },
    async () => {
      const folder = join(tempFolder(), 'station')
      const station = openStation(folder, { staffCost: CHEAP })
      await station.setUp({
        pack: shippedPack(),
        rehearsal: false,
        name: 'West door',
        duty: 'pledges',
        pin: PIN,
        passphrase: PASSPHRASE,
      })
      station.close()
      const port = 20_000 + Math.floor(Math.random() * 20_000)
      const first = await start(folder, port)
      const { page, close } = await openTablet(browser)
      onTestFinished(close)
      await page.goto(first.link)
      await typeHalf(page)
      // The keystrokes reach the disk a quarter of a second later.
      await page.waitForTimeout(1500)
      first.child.kill('SIGKILL')
      await new Promise((resolve) => first.child.once('exit', resolve))

      await start(folder, port)
      await page.reload()
      await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
      await hands.press(page, /^Yes/)
      expect(await wording(page).inputValue()).toBe(PROMISE)

      await page.reload()
      await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
      await hands.press(page, /^No/)
      await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
      await page.reload()
      await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
      const after = openStation(folder)
      onTestFinished(() => after.close())
      expect(
        after.drafts
          .parked()
          .map((draft) => draft.body)
          .join(),
      ).toContain('spare room')
    },
  )
})

/** The browser host as a program of its own, so that it can be killed. */
function start(folder: string, port: number): Promise<{ child: ChildProcess; link: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../electron/cli.ts'), 'serve', '--port', String(port), '--data', folder, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended by itself with ${code}`)))
    child.stdout.once('data', (line: Buffer) => {
      const { link }: { link: string } = JSON.parse(line.toString())
      resolve({ child, link })
    })
  })
}
