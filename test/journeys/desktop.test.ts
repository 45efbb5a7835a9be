/** The window under the Electron double is a real page: its port, its fences and its world, as the preload and the shell made them. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/**
 * How long a loss may last: three seconds, and longer where this machine is slow now, by what it takes to load the same page
 * again. Three seconds of idle waiting are noticed all the same. Milliseconds.
 */
async function patienceWith(page: Page, heading: string): Promise<number> {
  const started = performance.now()
  await page.reload()
  await page.getByRole('heading', { name: heading }).waitFor()
  return Math.max(3000, 2000 + 1.5 * (performance.now() - started))
}

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
    const patience = await patienceWith(page, 'Were you in the middle of a pledge?')
    for (const time of ['once', 'twice']) {
      const started = performance.now()
      const now = await crash()
      await now.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
      expect(performance.now() - started, time).toBeLessThan(patience)
      if (time === 'once') continue
      await hands.press(now, /^Yes/)
      expect(await now.getByLabel('Your promise, in your own words').inputValue()).toBe('Two weeks in our workshop')
    }
    expect(faults).toEqual([])
  })

  test('the station’s process is killed while somebody types, twice in a minute: back within three seconds, with their words', async () => {
    const { page, shell, kiosk } = await openDesktopHall(browser, { duty: 'pledges' })
    const hands = pointer()
    const patience = await patienceWith(page, 'What will you promise a young person in our care?')
    await hands.press(page, 'Make your pledge')
    await hands.press(page, /^Without giving a name/)
    await hands.choose(page, /^Work experience/)
    await hands.press(page, 'Continue')
    const words = page.getByLabel('Your promise, in your own words')
    for (const [before, now] of [
      ['', 'Two weeks in our workshop'],
      ['Two weeks in our workshop', 'Two weeks in our workshop, with a mentor'],
    ] as const) {
      await words.waitFor()
      expect(await words.inputValue()).toBe(before)
      await words.fill(now)
      await expect.poll(() => kiosk.station()?.drafts.open('pledge')?.body ?? '').toContain(`"${now}"`)
      const [pid] = await shell.stationPids()
      const started = performance.now()
      await shell.killStation()
      await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
      expect(performance.now() - started).toBeLessThan(patience)
      expect(await shell.stationPids()).toHaveLength(1)
      expect(await shell.stationPids()).not.toContain(pid)
      await hands.press(page, /^Yes/)
    }
    await words.waitFor()
    expect(await words.inputValue()).toBe('Two weeks in our workshop, with a mentor')
    expect(shell.failures).toEqual([])
  })

  test('the station’s process is killed in the middle of writing a list: nothing is half done, and the list goes in the next time', async () => {
    const { page, shell, kiosk, folder } = await openDesktopHall(browser, { duty: 'organiser' })
    const hands = pointer()
    const rows = Array.from({ length: 40_000 }, (_, at) => `Ewa Nr${at} Kaur,ewa${at}@elmdon.example,Elmdon House`)
    const file = {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Name,Email,Organisation\n${rows.join('\n')}`),
    }
    const choose = async () => {
      await page.goto(new URL('/organiser/delegates/import', page.url()).href)
      await unlock(page, hands, 'organiser')
      await page.getByLabel('Choose a file').setInputFiles(file)
      await page.getByRole('table', { name: 'What will happen' }).waitFor()
    }
    const held = () => kiosk.station()?.signIn.counts().delegates
    const patience = await patienceWith(page, 'For the organiser')
    await choose()
    await hands.press(page, /^Import 40,000/)
    // Its transaction grows in the log of the database before it is committed.
    await expect
      .poll(() => statSync(join(folder, 'station.db-wal')).size, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(1_000_000)
    expect(held()).toBe(0)
    const started = performance.now()
    await shell.killStation()
    await page.getByRole('heading', { name: 'For the organiser' }).waitFor()
    expect(performance.now() - started).toBeLessThan(patience)
    expect(held()).toBe(0)
    expect(kiosk.station()?.check()).toMatchObject({ sound: true })
    await choose()
    await hands.press(page, /^Import 40,000/)
    await page.getByRole('table', { name: 'What happened' }).waitFor({ timeout: 60_000 })
    expect(held()).toBe(40_000)
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
