/** A page whose script cannot be fetched because the station is away: it says so, and comes once the station is back. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, stopClock, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const AWAY = 'This page cannot reach the station'

async function openOrganiser(): Promise<{ page: Page; errors: readonly string[] }> {
  const { page, errors } = await openHall(browser, { duty: 'organiser' })
  await unlock(page, keyboard, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  return { page, errors }
}

/** The browser itself notes each request that nobody answers. */
const otherThanAway = (errors: readonly string[]) =>
  errors.filter((error) => !error.includes('net::ERR_FAILED') && !error.includes('could not be fetched'))

test('A page that is wanted while the station is away says so, and comes by itself when the station is back', async () => {
  const { page, errors } = await openOrganiser()
  await page.route('**/*', (route) => route.abort())
  await visit(page, '/organiser/delegates/import')
  await page.getByRole('heading', { name: AWAY }).waitFor()
  await expectAccessible(page, 'a page that could not be fetched')
  await page.unroute('**/*')
  await page.getByRole('heading', { name: 'Import a list of delegates' }).waitFor()
  expect(otherThanAway(errors)).toEqual([])
})

test('Whoever does not want to wait presses “Try again”, and nothing is loaded while nobody would answer', async () => {
  const { page, errors } = await openOrganiser()
  // Nothing is tried by itself while no time passes.
  // Only a moment ahead: whoever was quiet for twenty minutes would be locked out.
  await stopClock(page, 10_000)
  await page.route('**/*', (route) => route.abort())
  await visit(page, '/organiser/delegates/import')
  await page.getByRole('heading', { name: AWAY }).waitFor()
  const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/rpc/station/state'))
  await keyboard.press(page, 'Try again')
  await asked
  expect(await page.getByRole('heading', { name: AWAY }).count()).toBe(1)
  await page.unroute('**/*')
  const loaded = page.waitForEvent('load')
  await keyboard.press(page, 'Try again')
  await loaded
  await page.clock.resume()
  await page.getByRole('heading', { name: 'Import a list of delegates' }).waitFor()
  expect(otherThanAway(errors)).toEqual([])
})
