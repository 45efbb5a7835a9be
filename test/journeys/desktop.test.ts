/** The window under the Electron double is a real page: its port, its fences and its world, as the preload and the shell made them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { pointer } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the window of the desktop app', () => {
  test('the page reaches the station over its port, and knows neither Node nor Electron nor the preload', async () => {
    const { page, faults, shell } = await openDesktopHall(browser)
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    expect(
      await page.evaluate(() => ['require', 'process', 'ipcRenderer', 'electron'].filter((name) => name in window)),
    ).toEqual([])
    expect(await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__electron')))).toEqual([])
    expect((await shell.recorded()).windows).toMatchObject([{ loaded: ['app://kiosk/'], shown: true }])
    expect(faults).toEqual([])
  })

  test('a page that is loaded again brings a new port; staff who were in are locked out', async () => {
    const { page, faults } = await openDesktopHall(browser, { duty: 'pledges' })
    await page.goto(new URL('/staff', page.url()).href)
    await page.getByLabel('Steward PIN').fill('2468')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByLabel('Steward PIN').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByLabel('Steward PIN').waitFor()
    expect(faults).toEqual([])
  })

  test('a link that leads elsewhere leads nowhere, and a window that would open does not', async () => {
    const { page, asked } = await openDesktopHall(browser)
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    await page.evaluate(() => location.assign('https://elsewhere.example/'))
    await expect
      .poll(() => asked)
      .toContainEqual({ what: 'navigation', url: 'https://elsewhere.example/', allowed: false })
    await page.evaluate(() => window.open('https://elsewhere.example/window'))
    await expect.poll(() => asked.filter(({ what }) => what === 'window')).toMatchObject([{ allowed: false }])
    await expect.poll(() => page.context().pages()).toHaveLength(1)
    expect(page.url()).toBe('https://kiosk/')
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
  })

  test('its process is gone, twice in a minute: each time the page is back within three seconds, and asks who was typing', async () => {
    const { page, faults, crash, kiosk } = await openDesktopHall(browser, { duty: 'pledges' })
    const hands = pointer()
    await hands.press(page, 'Make your pledge')
    await hands.press(page, /^Without giving a name/)
    await hands.choose(page, /^Work experience/)
    await hands.press(page, 'Continue')
    await page.getByLabel('Your promise, in your own words').fill('Two weeks in our workshop')
    await expect.poll(() => kiosk.station()?.drafts.open('pledge')?.body ?? '').toContain('Two weeks')
    for (const time of ['once', 'twice']) {
      const started = performance.now()
      const now = await crash()
      await now.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
      expect(performance.now() - started, time).toBeLessThan(3000)
      if (time === 'once') continue
      await hands.press(now, /^Yes/)
      expect(await now.getByLabel('Your promise, in your own words').inputValue()).toBe('Two weeks in our workshop')
    }
    expect(faults).toEqual([])
  })

  test('in a world that the page shares, the page would know the preload: the check above can fail', async () => {
    const change = { from: 'contextIsolation: true', to: 'contextIsolation: false' }
    const { page } = await openDesktopHall(browser, { start: { changes: [change] } })
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    expect(await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__electron')))).not.toEqual(
      [],
    )
  })
})
