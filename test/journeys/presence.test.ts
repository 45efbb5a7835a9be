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
  await unlock(hall.page, pointer(), 'steward')
  await hall.page.getByRole('button', { name: 'Lock' }).waitFor()
  return { ...hall, now }
}

describe('An unlocked door', () => {
  test('that is left alone is locked after twenty minutes, though news comes in all the time and the page asks by itself', async () => {
    const { page, kiosk, now } = await openDoor()
    const elsewhere = kiosk.station()
    for (let minutes = 1; minutes <= 20; minutes += 1) {
      now.pass(60_000)
      const asked = page.waitForResponse('**/rpc/signIn/counts')
      elsewhere?.signIn.walkIn(steward, { ...ewa, name: `Ewa ${minutes} Kaur` }, { access: '', dietary: '' })
      await asked
    }
    await page.getByText('20 of 20 here').waitFor()
    now.pass(1)
    elsewhere?.signIn.walkIn(steward, { ...ewa, name: 'Kwame Kaur' }, { access: '', dietary: '' })
    // What only a steward may ask is refused, and the page is behind its lock.
    await page.getByLabel('Steward PIN').waitFor()
    expect(await page.getByText('Kwame').count()).toBe(0)
  })

  test('whose steward touches it now and then stays open', async () => {
    const { page, kiosk, now } = await openDoor()
    await page.clock.install()
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
