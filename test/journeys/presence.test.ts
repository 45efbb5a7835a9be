/** Who is still at an unlocked tablet: only what a person does counts, however busy the page is by itself. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portClient } from '../support/test-client.ts'
import { openBrowser } from '../support/browser.ts'
import { openBrowserHall } from '../support/browser-hall.ts'
import { ewa, handClock, PIN, steward } from '../support/test-station.ts'
import { pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A door whose steward is in, and whose station's time the test moves on. */
async function openDoor() {
  const now = handClock()
  const hall = await openBrowserHall(browser, { duty: 'sign-in', given: { now } })
  // What the page does once a minute begins when it is unlocked.
  await hall.page.clock.install()
  await unlock(hall.page, pointer(), 'steward')
  await hall.page.getByRole('button', { name: 'Lock' }).waitFor()
  return { ...hall, now }
}

describe('An unlocked door', () => {
  test('that is left alone is locked after twenty minutes, though news comes in all the time and the page asks by itself', async () => {
    const { page, kiosk, now } = await openDoor()
    const elsewhere = kiosk.station()
    for (let news = 1; news <= 5; news += 1) {
      now.pass(4 * 60_000)
      const asked = page.waitForResponse('**/rpc/signIn/counts')
      elsewhere?.signIn.walkIn(steward, { ...ewa, name: `Ewa ${news} Kaur` }, { access: '', dietary: '' })
      await asked
    }
    await page.getByText('5 of 5 here').waitFor()
    now.pass(1)
    elsewhere?.signIn.walkIn(steward, { ...ewa, name: 'Kwame Kaur' }, { access: '', dietary: '' })
    // The page asks once a minute what it may; what only a steward may ask is refused before that, and it is behind its lock.
    await page.clock.fastForward(61_000)
    await page.getByLabel('Steward PIN').waitFor()
    expect(await page.getByText('Kwame').count()).toBe(0)
  })

  test('whose steward touches it now and then stays open', async () => {
    const { page, kiosk, now } = await openDoor()
    for (let touches = 0; touches < 4; touches += 1) {
      now.pass(19 * 60_000)
      await page.clock.fastForward(20_000)
      const told = page.waitForResponse('**/rpc/staff/here')
      await page.keyboard.press('ArrowDown')
      await told
    }
    // Another screen has been quiet for as long, and is anybody's again.
    const other = portClient(kiosk)
    await other.staff.unlock({ role: 'steward', pin: PIN })
    now.pass(19 * 60_000)
    await page.reload()
    await page.getByRole('button', { name: 'Lock' }).waitFor()
    now.pass(60_001)
    expect((await other.station.state()).role).toBe('delegate')
  })
})
