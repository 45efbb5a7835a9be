/** The window under the Electron double is a real page: its port, its fences and its world, as the preload and the shell made them. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { inLane } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { draftAt, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/**
 * Holds the station’s process between the last person of a list’s second page and the commit, until it is killed: sleep as long as the
 * file stands. And its cache is small, so that a page reaches the disk before its commit.
 */
function holdWriting() {
  const [wanted, reached] = ['wanted', 'reached'].map((name) => join(tempFolder(), name)) as [string, string]
  writeFileSync(wanted, '')
  const [written, pragma] = ['const last = people.last();', 'opened.pragma("temp_store = MEMORY")']
  const hold = `if (run.done > 0 && process.getBuiltinModule("node:fs").existsSync(${JSON.stringify(wanted)})) {
    process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(reached)}, "");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }`
  return {
    changes: [
      { from: written, to: `${hold}\n${written}` },
      { from: pragma, to: `${pragma}; opened.pragma("cache_size = 20")` },
    ],
    isHeld: () => existsSync(reached),
    letGo: () => rmSync(wanted),
  }
}

const QUESTION = 'Were you in the middle of a pledge?'
/** What a page that knows the preload would find. */
const preloadIn = (page: Page) =>
  page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__electron')))

describe('the window of the desktop app', () => {
  test('the page reaches the station over its port, knows neither Node nor Electron nor the preload, and leads nowhere else', async () => {
    const { page, errors, shell, asked } = await openDesktopHall(browser, { duty: 'pledges' })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(
      await page.evaluate(() => ['require', 'process', 'ipcRenderer', 'electron'].filter((name) => name in window)),
    ).toEqual([])
    expect(await preloadIn(page)).toEqual([])
    expect((await shell.recorded()).windows).toMatchObject([{ loaded: ['app://kiosk/'], shown: true }])

    // A page that is loaded again brings a new port, and whoever was in on the old one is locked out.
    await visit(page, '/staff')
    await unlock(page, pointer(), 'steward')
    await page.getByLabel('Steward PIN').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByLabel('Steward PIN').waitFor()
    expect(errors).toEqual([])

    await page.evaluate(() => location.assign('https://elsewhere.example/'))
    await expect
      .poll(() => asked)
      .toContainEqual({ what: 'navigation', url: 'https://elsewhere.example/', allowed: false })
    await page.evaluate(() => window.open('https://elsewhere.example/window'))
    await expect.poll(() => asked.filter(({ what }) => what === 'window')).toMatchObject([{ allowed: false }])
    await expect.poll(() => page.context().pages()).toHaveLength(1)
    expect(page.url()).toBe('https://kiosk/staff')
    await page.getByLabel('Steward PIN').waitFor()
  })

  test('its process is gone, twice in a minute: each time the page is back by itself, and asks who was typing', async () => {
    const { page, errors, crash, kiosk } = await openDesktopHall(browser, { duty: 'pledges' })
    const hands = pointer()
    await hands.press(page, 'Make your pledge')
    await hands.press(page, /^Without giving a name/)
    await hands.choose(page, /^Work experience/)
    await hands.press(page, 'Continue')
    await page.getByLabel('Your promise, in your own words').fill('Two weeks in our workshop')
    await expect.poll(() => draftAt(page, kiosk)).toContain('Two weeks')
    await (await crash()).getByRole('heading', { name: QUESTION }).waitFor()
    const now = await crash()
    await hands.press(now, /^Yes/)
    expect(await now.getByLabel('Your promise, in your own words').inputValue()).toBe('Two weeks in our workshop')
    expect(errors).toEqual([])
  })

  test('the station’s process is killed while somebody types, twice in a minute: back by itself, with their words', async () => {
    const { page, shell, kiosk } = await openDesktopHall(browser, { duty: 'pledges' })
    const hands = pointer()
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
      await expect.poll(() => draftAt(page, kiosk)).toContain(`"${now}"`)
      const [pid] = await shell.stationPids()
      await shell.killStation()
      await page.getByRole('heading', { name: QUESTION }).waitFor()
      expect(await shell.stationPids()).toHaveLength(1)
      expect(await shell.stationPids()).not.toContain(pid)
      await hands.press(page, /^Yes/)
    }
    await words.waitFor()
    expect(await words.inputValue()).toBe('Two weeks in our workshop, with a mentor')
    expect(shell.failures).toEqual([])
  })

  test('the station’s process is killed in the middle of writing a list: nobody is half there, and the same file brings the rest', async () => {
    const size = inLane(1500, 40_000)
    const writing = holdWriting()
    const { page, shell, kiosk } = await openDesktopHall(browser, {
      duty: 'organiser',
      start: { stationChanges: writing.changes },
    })
    const hands = pointer()
    const rows = Array.from(
      { length: size },
      (_, index) => `Ewa Nr${index} Kaur,ewa${index}@elmdon.example,Elmdon House`,
    )
    const file = {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Name,Email,Organisation\n${rows.join('\n')}`),
    }
    const choose = async () => {
      await unlock(page, hands, 'organiser')
      await visit(page, '/organiser/delegates/import')
      await page.getByLabel('Choose a file').setInputFiles(file)
      await page.getByRole('table', { name: 'What will happen' }).waitFor()
    }
    const held = () => kiosk.station()?.signIn.counts().delegates
    await choose()
    await hands.press(page, new RegExp(`^Import ${size.toLocaleString('en-GB')}`))
    // A page is committed, and another is written and not committed.
    await expect.poll(writing.isHeld).toBe(true)
    const there = held() ?? 0
    expect(there).toBeGreaterThan(0)
    expect(there).toBeLessThan(size)
    writing.letGo()
    await shell.killStation()
    await page.getByLabel('Organiser passphrase').waitFor()
    expect(held()).toBe(there)
    expect(kiosk.station()?.check()).toMatchObject({ sound: true })
    await choose()
    await hands.press(page, new RegExp(`^Import ${(size - there).toLocaleString('en-GB')}`))
    await page.getByRole('table', { name: 'What happened' }).waitFor()
    expect(held()).toBe(size)
  })

  test('in a world that the page shares, the page would know the preload: the check above can fail', async () => {
    const change = { from: 'contextIsolation: true', to: 'contextIsolation: false' }
    const { page } = await openDesktopHall(browser, { start: { changes: [change] } })
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    expect(await preloadIn(page)).not.toEqual([])
  })
})
