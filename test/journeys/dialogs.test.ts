/** Somebody is in the middle of a word when a dialog opens by itself: Space and Enter change nothing. The others are in every-button/every-dialog. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { pointer, stopClock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const KEYS = ['Space', 'Enter'] as const

const stationOf = (kiosk: Kiosk) => {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  return station
}
/** All that is written down, by its number, and where the page is. */
const standing = (page: Page, kiosk: Kiosk) =>
  [stationOf(kiosk).journal.facts.count(), new URL(page.url()).pathname].join(' ')

/** Opens the dialog once for each key and presses it at once; then nothing is written, and the page behind is where it was. */
async function expectNothingChanges(page: Page, kiosk: Kiosk, title: string | RegExp, open: () => Promise<void>) {
  const dialog = page.getByRole('dialog', { name: title }).or(page.getByRole('alertdialog', { name: title }))
  for (const key of KEYS) {
    const before = standing(page, kiosk)
    await open()
    await dialog.waitFor()
    await page.keyboard.press(key)
    // What was asked for comes before this is answered.
    await page.evaluate(() => fetch('/icon.svg').then((answer) => answer.ok))
    expect([String(title), key, standing(page, kiosk)]).toEqual([String(title), key, before])
    // One may lead back to another.
    const opened = page.locator('dialog[open]')
    while ((await opened.count()) > 0) await page.keyboard.press('Escape')
  }
}

test('by itself, as nobody had touched the screen for ninety seconds: what was written is there, and goes on being written', async () => {
  const { page, kiosk } = await openHall(browser, { duty: 'pledges' })
  await hands.press(page, 'Make your pledge')
  await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
  // So little ahead that nobody is taken for gone yet.
  await stopClock(page, 10_000)
  await hands.press(page, /^Without giving a name/)
  await hands.choose(page, /^A mentor/)
  await hands.press(page, 'Continue')
  await hands.write(page, 'Your promise, in your own words', 'A phone call every')
  await expectNothingChanges(page, kiosk, 'Are you still there?', () => page.clock.runFor(91_000))
  expect(await page.getByLabel('Your promise, in your own words').inputValue()).toBe('A phone call every')
})
