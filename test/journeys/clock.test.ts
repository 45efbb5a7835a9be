/** A tablet whose clock is wrong: an organiser says what time it really is, and what it wrote is shown by that. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { anyone, aPledge } from '../support/test-station.ts'
import { keyboard, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('an organiser says what a clock on the wall says, by the keyboard alone, and the pledges are shown by it', async () => {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser', size: 'laptop' })
  const station = kiosk.station()
  station?.pledges.make(anyone, aPledge)
  const hands = keyboard
  await unlock(page, hands, 'organiser')
  await hands.press(page, 'Event & tablet', 'link')
  await hands.press(page, /^Tablet$/, 'link')
  await page.getByText(/What it writes down is shown as it says\./).waitFor()

  await hands.press(page, 'Put its time right')
  await expectAccessible(page, 'what time it is really')
  await hands.press(page, 'It is that now')
  await page.getByRole('dialog').getByRole('link', { name: 'Give the time, such as 10:05' }).waitFor()
  await expectAccessible(page, 'what time it is really, not said')
  await page.getByLabel('The day').fill('2023-12-12')
  await page.getByLabel('The time').fill('10:05')
  await hands.press(page, 'It is that now')
  await page.getByText(/^Kept\. What this tablet wrote/).waitFor()
  await page.getByText(/Somebody said that it is/).waitFor()

  expect(station?.pledges.latest().map(({ made }) => made.slice(0, 14))).toEqual(['2023-12-12T10:'])
  expect(errors).toEqual([])
})
