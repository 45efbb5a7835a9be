/** The first ten minutes: a new tablet, a bad pack, a rehearsal, and data that cannot be opened. */
import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { rehearsalFolder } from '../../electron/station/app/rehearsal-beside.ts'
import { openBrowser, openTablet, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { openReadyKiosk, openTestKiosk, serveKiosk } from '../support/test-client.ts'
import { openTest, PIN, shippedPack } from '../support/test-station.ts'
import { foldChanged, pledge } from '../support/fold-changed.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { expectAccessible } from '../support/look.ts'
import { changeDuty, keyboard, pointer, setUpTablet, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('a new tablet', () => {
  test('it is set up by the keyboard alone, each missing answer is asked for by name, and axe finds nothing', async () => {
    const { page, errors } = await openHall(browser)
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    await expectAccessible(page, 'set-up, event')
    await keyboard.press(page, 'Continue')
    const summary = page.getByRole('alert')
    expect(await summary.innerText()).toContain('Choose the event this tablet is for')
    await expectAccessible(page, 'set-up, event missing')
    await setUpTablet(page, keyboard, 'Pledges')
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(errors).toEqual([])
  })

  test('a pack with faults is refused with every fault by its path, and a good one of one’s own is taken', async () => {
    const { page } = await openHall(browser)
    const folder = tempFolder()
    const bad = join(folder, 'bad.json')
    writeFileSync(bad, JSON.stringify({ ...shippedPack(), code: 'nec', pledgeTypes: [] }))
    await page.getByLabel('Choose an event pack file').setInputFiles(bad)
    const told = page.getByRole('alert')
    await told.getByText('refused').waitFor()
    expect(await told.innerText()).toMatch(/code/)
    expect(await told.innerText()).toMatch(/pledgeTypes/)
    await expectAccessible(page, 'set-up, pack refused')
    const good = join(folder, 'good.json')
    writeFileSync(good, JSON.stringify({ ...shippedPack('staffordshire-promises'), name: 'A day of our own' }))
    await page.getByLabel('Choose an event pack file').setInputFiles(good)
    await page.getByRole('radio', { name: /A day of our own/ }).waitFor()
    expect(await page.getByRole('radio', { name: /A day of our own/ }).isChecked()).toBe(true)
  })

  test('“Try it with a rehearsal crowd” fills every screen, says REHEARSAL on each, and leads back', async () => {
    const { page, folder } = await openHall(browser)
    await pointer().press(page, 'Try it with a rehearsal crowd')
    await page.getByText('REHEARSAL', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(openTest(rehearsalFolder(folder, 'solihull-nec')).plan.overview().pledges).toBe(142)
    await visit(page, '/staff')
    await page.getByText('the PIN is 2468').waitFor()
    await pointer().press(page, 'Leave the rehearsal')
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
  })
})

describe('what makes it easier to read', () => {
  test('larger words and another theme are chosen by the keyboard alone, and kept on this tablet', async () => {
    const { page, errors } = await openHall(browser, { duty: 'pledges' })
    const worn = () =>
      page.evaluate(() => {
        const { theme, text } = document.documentElement.dataset
        return { theme, text }
      })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(await worn()).toEqual({ theme: 'paper', text: 'normal' })
    await keyboard.press(page, 'Easier to read')
    await expectAccessible(page, 'easier to read')
    await keyboard.choose(page, 'Largest')
    await keyboard.choose(page, /^Dark/)
    expect(await worn()).toEqual({ theme: 'dark', text: 'largest' })
    await page.reload()
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(await worn()).toEqual({ theme: 'dark', text: 'largest' })
    expect(errors).toEqual([])
  })
})

describe('a page that cannot reach the station', () => {
  test('it says so, and goes on by itself once the station answers again', async () => {
    const folder = join(tempFolder(), 'station')
    const { link } = await serveKiosk(openTestKiosk(folder), folder)
    const { page, close } = await openTablet(browser)
    await page.route('**/rpc/**', (route) => route.abort())
    await page.goto(link)
    await page.getByRole('heading', { name: 'This page cannot reach the station' }).waitFor()
    await expectAccessible(page, 'cannot reach the station')
    await page.unroute('**/rpc/**')
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    await close()
  })
})

describe('a page without its link', () => {
  test('it says how to open it and shows nothing else', async () => {
    const folder = join(tempFolder(), 'station')
    const { origin } = await serveKiosk(openTestKiosk(folder), folder)
    const { page, close } = await openTablet(browser)
    await page.goto(origin)
    await page.getByRole('heading', { name: 'Open this page through its link' }).waitFor()
    await expectAccessible(page, 'link needed')
    await close()
  })
})

describe('staff', () => {
  test('a steward changes what the tablet does, and a wrong PIN is told how many tries are left', async () => {
    const { page } = await openHall(browser, { duty: 'pledges' })
    await visit(page, '/staff')
    await pointer().write(page, 'Steward PIN', '0000')
    await pointer().press(page, 'Unlock')
    await page.getByText('4 more tries before a pause').waitFor()
    await expectAccessible(page, 'wrong PIN')
    await changeDuty(page, pointer(), /^Workshop/)
    await page.getByRole('heading', { name: 'Which table is this?' }).waitFor()
  })
})

/** How long the tablet waits for another program before it says so: nobody needs to stand there for the usual five seconds. Milliseconds. */
const SHORT = 100

describe('data that cannot be opened', () => {
  /** A station that was set up and stands closed in `folder`. */
  const closedStation = async () => {
    const folder = join(tempFolder(), 'station')
    const kiosk = await openReadyKiosk(folder, 'pledges')
    kiosk.station()?.backup()
    kiosk.close()
    return folder
  }
  const refused = (page: Page) =>
    page.getByRole('heading', { name: 'This tablet’s data could not be opened' }).waitFor()
  const opened = (page: Page) => page.getByRole('button', { name: 'Make your pledge' }).waitFor()

  test('the tablet says why, offers the last good backup, and goes on from it', async () => {
    const folder = await closedStation()
    truncateSync(join(folder, 'station.db'), 8192)
    const { page } = await openHall(browser, { folder })
    await refused(page)
    await expectAccessible(page, 'refused')
    await takePicture(page, 'refused')
    await pointer().press(page, 'Start from this one')
    await expectAccessible(page, 'start from a backup')
    await takePicture(page, 'start-again')
    await pointer().write(page, 'Steward PIN or organiser passphrase', '1357')
    await pointer().press(page, 'Start from it')
    const wrong = page.locator('.field-error')
    await wrong.getByText('4 more tries before a pause').waitFor()
    const time =
      /^That is not the PIN or passphrase that held on (.+ at \d\d:\d\d)\./.exec(await wrong.innerText())?.[1] ?? '?'
    await page.getByText(`The PIN or passphrase that held on ${time}.`, { exact: true }).waitFor()
    await pointer().write(page, 'Steward PIN or organiser passphrase', PIN)
    await pointer().press(page, 'Start from it')
    await opened(page)
    const told = page.getByText(`This tablet went back to ${time}. Its PIN and its passphrase are those of that time.`)
    await visit(page, '/staff')
    await told.waitFor()
    await expectAccessible(page, 'staff, gone back')
    await unlock(page, pointer(), 'steward')
    await pointer().press(page, 'Lock')
    await opened(page)
    await visit(page, '/staff')
    await page.getByLabel('Steward PIN').waitFor()
    expect(await told.count()).toBe(0)
  })

  test('another program uses it: the tablet goes on by itself as soon as that has ended', async () => {
    const folder = await closedStation()
    const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
    onTestFinished(() => void db.close())
    db.exec('BEGIN IMMEDIATE')
    const { page, errors } = await openHall(browser, { folder, size: 'portrait', given: { patience: SHORT } })
    await refused(page)
    await page.getByText('Another program is using this tablet’s data').waitFor()
    await page.getByText('tries again by itself').waitFor()
    await expectAccessible(page, 'refused, in use')
    await takePicture(page, 'refused-in-use')
    db.exec('ROLLBACK')
    await opened(page)
    expect(errors).toEqual([])
  })

  test('it is brought up to date first: the screen says how far it is, and the tablet opens by itself', async () => {
    const folder = join(tempFolder(), 'station')
    const kiosk = await openReadyKiosk(folder, 'pledges')
    const station = kiosk.station()
    if (station !== null) pledge(station, 600)
    kiosk.close()
    foldChanged(folder)
    const go: (() => void)[] = []
    const moment = () => new Promise<void>((resolve) => void go.push(resolve))
    const { page, errors } = await openHall(browser, { folder, given: { moment } })
    await page.getByRole('heading', { name: 'This tablet is being brought up to date' }).waitFor()
    const bar = page.getByRole('progressbar', { name: 'Bringing the lists up to date: 200 of 600' })
    expect(await bar.getAttribute('value')).toBe('200')
    await expectAccessible(page, 'being brought up to date')
    await takePicture(page, 'being-brought-up-to-date')
    go.shift()?.()
    await page.getByText('Bringing the lists up to date: 400 of 600').waitFor()
    const isOpen = opened(page)
    let open = false
    void isOpen.then(() => (open = true))
    while (!open) {
      go.shift()?.()
      await page.evaluate(() => undefined)
    }
    expect(errors).toEqual([])
  })

  test('its key is missing: once it is put back, a person has the tablet try again', async () => {
    const folder = await closedStation()
    const [key, aside] = [join(folder, 'station.key'), join(folder, 'aside')]
    renameSync(key, aside)
    rmSync(`${key}.copy`)
    const { page, errors } = await openHall(browser, { folder })
    await refused(page)
    await keyboard.press(page, 'Try again')
    await page.getByText(/^Tried at .*: it still cannot be opened/).waitFor()
    await page.getByText('The key file of this tablet’s data (station.key) is missing').waitFor()
    renameSync(aside, key)
    await keyboard.press(page, 'Try again')
    await opened(page)
    expect(errors).toEqual([])
  })
})
