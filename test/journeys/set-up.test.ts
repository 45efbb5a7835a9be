/** The first ten minutes: a new tablet, a bad pack, a rehearsal, and data that cannot be opened. */
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rehearsalFolder } from '../../electron/station/kiosk.ts'
import { openBrowser, openTablet } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { openTestKiosk, serveKiosk, setUpAnswers } from '../support/test-client.ts'
import { openTest, shippedPack } from '../support/test-station.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { changeDuty, expectAccessible, keyboard, pointer, setUpTablet, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('a new tablet', () => {
  test('it is set up by the keyboard alone, each missing answer is asked for by name, and axe finds nothing', async () => {
    const { page, faults } = await openHall(browser)
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    await expectAccessible(page, 'set-up, event')
    await keyboard.press(page, 'Continue')
    const summary = page.getByRole('alert')
    expect(await summary.innerText()).toContain('Choose the event this tablet is for')
    await expectAccessible(page, 'set-up, event missing')
    await setUpTablet(page, keyboard, 'Pledges')
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(faults).toEqual([])
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
    await page.getByText('REHEARSAL', { exact: true }).waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(openTest(rehearsalFolder(folder, 'solihull-nec')).plan.overview().pledges).toBe(142)
    await visit(page, '/staff')
    await page.getByText('the PIN is 2468').waitFor()
    await pointer().press(page, 'Leave the rehearsal')
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
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

describe('data that cannot be opened', () => {
  test('the tablet says why, offers the last good backup, and goes on from it', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    await first.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'pledges' })
    first.station()?.backup()
    first.close()
    truncateSync(join(folder, 'station.db'), 8192)
    const { page } = await openHall(browser, { folder })
    await page.getByRole('heading', { name: 'This tablet’s data could not be opened' }).waitFor()
    await expectAccessible(page, 'refused')
    await pointer().press(page, 'Start from this one')
    await expectAccessible(page, 'start from a backup')
    await pointer().press(page, 'Start from it')
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  })
})
