/** A tablet without a keychain is switched on: its data is locked until somebody gives the organiser passphrase. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealedKeyStore } from '../../electron/station/kernel/database/index.ts'
import { openBrowser } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { openBrowserHall } from '../support/browser-hall.ts'
import { openHall } from '../support/hall.ts'
import { CHEAP, PASSPHRASE, PIN } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { draftAt, keyboard, pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const PROMISE = 'A half-typed promise about a spare room'
const wording = (page: Page) => page.getByLabel('Your promise, in your own words')
const summary = (page: Page) => page.getByRole('alert')

/** A tablet at which somebody was half-way through a promise when it went off, and what its tab held. Its key is sealed. */
async function tabletThatWentOff(): Promise<{ folder: string; held: string }> {
  const { page, kiosk, folder, close } = await openBrowserHall(browser, { duty: 'pledges' })
  const hands = pointer()
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await hands.choose(page, /^Work experience/)
  await hands.press(page, 'Continue')
  await wording(page).fill(PROMISE)
  await expect.poll(() => draftAt(page, kiosk)).toContain('spare room')
  const held = await page.evaluate(() => sessionStorage.getItem('pledge-kiosk-screen') ?? '')
  await close()
  kiosk.close()
  await sealedKeyStore({ folder, cost: CHEAP }).seal?.(folder, PASSPHRASE)
  return { folder, held }
}

/** Lets the wait go by: as the tablet counts it, the last try was so long ago. */
function letPass(folder: string, seconds: number): void {
  const path = join(folder, 'station.key.tries')
  const tries: { wrong: number; last: string } = JSON.parse(readFileSync(path, 'utf8'))
  const last = new Date(Date.parse(tries.last) - seconds * 1000).toISOString()
  writeFileSync(path, JSON.stringify({ ...tries, last }))
}

describe('a tablet without a keychain is started again', () => {
  test('The organiser opens a locked tablet by keyboard alone, and what was half-typed before the restart is there', async () => {
    const { folder, held } = await tabletThatWentOff()
    const { page, errors } = await openHall(browser, { folder })
    // A browser that comes back after the power went gives each tab back what it held.
    await page.evaluate((name) => sessionStorage.setItem('pledge-kiosk-screen', name), held)
    await page.reload()
    await page.getByRole('heading', { name: 'This tablet is locked' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    await expectAccessible(page, 'locked')

    // The field has the focus; a wrong passphrase is told at the top, and the line there leads back to the field.
    await page.keyboard.type('three other words')
    await page.keyboard.press('Enter')
    await summary(page).getByText('That is not the organiser passphrase. 4 more tries before a pause.').waitFor()
    expect(await summary(page).evaluate((alert) => alert.parentElement === document.activeElement)).toBe(true)
    await expectAccessible(page, 'locked, wrong passphrase')
    await keyboard.press(page, /That is not the organiser passphrase/, 'link')
    const field = page.getByLabel('Organiser passphrase')
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)

    for (let left = 3; left >= 0; left -= 1) {
      await keyboard.write(page, 'Organiser passphrase', 'x')
      await keyboard.press(page, 'Open this tablet')
      await summary(page)
        .getByText(left > 0 ? `${left} more ${left === 1 ? 'try' : 'tries'}` : 'Wait 30 seconds')
        .waitFor()
    }
    await expectAccessible(page, 'locked, waiting')
    // Nor does the right one help before the time is over.
    await keyboard.write(page, 'Organiser passphrase', PASSPHRASE)
    await keyboard.press(page, 'Open this tablet')
    await summary(page).getByText('Too many wrong tries').waitFor()

    letPass(folder, 60)
    await keyboard.write(page, 'Organiser passphrase', PASSPHRASE)
    await keyboard.press(page, 'Open this tablet')
    await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
    await keyboard.press(page, /^Yes/)
    expect(await wording(page).inputValue()).toBe(PROMISE)
    expect(errors).toEqual([])
  })
})

describe('the desktop app on a system without a keychain', () => {
  test('says at the set-up that the passphrase is asked at each start, and asks for it at the next one', async () => {
    const hands = pointer()
    const first = await openDesktopHall(browser)
    await hands.choose(first.page, /our partnership event at the NEC/)
    await hands.press(first.page, 'Continue')
    await first.page.getByRole('heading', { name: 'What is this tablet for?' }).waitFor()
    await expectAccessible(first.page, 'set-up, what the tablet is for')
    await hands.write(first.page, 'A name for this tablet', 'West door')
    await hands.choose(first.page, 'Organiser')
    await hands.press(first.page, 'Continue')
    await first.page.getByText('and each time this tablet starts').waitFor()
    await expectAccessible(first.page, 'set-up, who looks after it')
    await hands.write(first.page, 'Organiser passphrase', PASSPHRASE)
    await hands.write(first.page, 'Steward PIN', PIN)
    await hands.press(first.page, 'Open for the day')
    await hands.press(first.page, 'Not now')
    await first.page.getByRole('heading', { name: 'For the organiser' }).waitFor()
    const keyFiles = () => ['station.key', 'station.key.sealed'].map((name) => existsSync(join(first.folder, name)))
    await expect.poll(keyFiles).toEqual([false, true])
    await first.close()
    first.kiosk.close()
    await first.shell.close()

    const { page, errors } = await openDesktopHall(browser, { folder: first.folder })
    await page.getByRole('heading', { name: 'This tablet is locked' }).waitFor()
    await hands.write(page, 'Organiser passphrase', PASSPHRASE)
    await hands.press(page, 'Open this tablet')
    // Opened, it stands as it always does: whoever wants the lists is asked as before.
    await page.getByRole('heading', { name: 'For the organiser' }).waitFor()
    await unlock(page, hands, 'organiser')
    await hands.press(page, 'Event & tablet', 'link')
    await hands.press(page, /^Tablet$/, 'link')
    await page.getByText('Each time the tablet starts, it opens only with the organiser passphrase.').waitFor()
    await expectAccessible(page, 'how the tablet is locked')
    expect(errors).toEqual([])
  })
})
