/** The wall beside: the tree on a second screen while the tablet does something else, and after whatever happens to it. */
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { openHall } from '../support/hall.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTestKiosk, setUpAnswers } from '../support/test-client.ts'
import { aPledge, shippedPack } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { type Hands, keyboard, pointer, promise, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const tablet = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }
const projector = { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } }
const both = { displays: [tablet, projector] }

const stationOf = (kiosk: Kiosk) => {
  const station = kiosk.station()
  if (station === null) throw new Error('The tablet is not set up')
  return station
}

const theWall = async (beside: () => Page[]): Promise<Page> => {
  await expect.poll(() => beside().length).toBe(1)
  const [wall] = beside()
  if (wall === undefined) throw new Error('The wall does not stand')
  return wall
}
const tree = (page: Page, pledges: number) =>
  page.locator('.wall-total', { hasText: `${pledges} ${pledges === 1 ? 'pledge' : 'pledges'} so far` }).waitFor()

async function openStaffRoom(page: Page, by: Hands): Promise<void> {
  await visit(page, '/staff')
  await unlock(page, by, 'steward')
  await page.getByRole('heading', { name: 'What should this tablet do?' }).waitFor()
}
const SWITCH = 'Show the pledge tree there'

/** A pledge that is on the tablet already. */
const makePledge = (kiosk: Kiosk) => void stationOf(kiosk).pledges.make({ role: 'delegate', delegate: null }, aPledge)

/** Puts a mark on each page, which goes when the page is loaded again. */
const mark = (pages: Page[]) =>
  Promise.all(pages.map((page) => page.evaluate(() => document.documentElement.setAttribute('data-mark', ''))))
const marked = (pages: Page[]) =>
  Promise.all(pages.map((page) => page.locator('html[data-mark]').count().then(Boolean)))

/** Nothing on the page can be touched or reached with a key. */
const whatCanBeTouched = (page: Page): Promise<number> =>
  page.locator('a, button, input, select, textarea, [tabindex]:not([tabindex="-1"])').count()

describe('the wall on a second screen', () => {
  test('Staff turn the wall on for a second screen, and a pledge made on the tablet grows a leaf on it', async () => {
    const { page, errors, beside, shell } = await openDesktopHall(browser, { duty: 'pledges', start: both })
    await openStaffRoom(page, keyboard)
    await page.getByRole('checkbox', { name: SWITCH }).waitFor()
    expect((await shell.recorded()).windows).toHaveLength(1)
    await keyboard.choose(page, SWITCH, 'checkbox')
    const wall = await theWall(beside)
    await wall.locator('.wall-first').waitFor()
    await expectAccessible(page, 'staff room with a second screen')
    await takePicture(page, 'staff-second-screen')
    await expectAccessible(wall, 'the wall beside, in bud')
    const { windows, calls } = await shell.recorded()
    expect(windows).toHaveLength(2)
    expect(windows[1]).toMatchObject({
      options: { ...projector.bounds, frame: false, fullscreen: true },
      loaded: ['app://kiosk/wall'],
      shown: true,
    })
    // It takes no focus from whoever types or scans.
    expect(calls).toContainEqual({ name: 'window.showInactive', given: [1] })

    await keyboard.press(page, 'Lock')
    await promise(page, hands)
    await tree(wall, 1)
    expect(await whatCanBeTouched(wall)).toBe(0)
    expect(errors).toEqual([])
  })

  test('The cable is pulled and put back, the station’s process dies, the page goes, the app starts again: the wall is there by itself', async () => {
    const { page, kiosk, errors, beside, shell, folder } = await openDesktopHall(browser, {
      duty: 'sign-in',
      start: both,
    })
    makePledge(kiosk)
    await openStaffRoom(page, hands)
    await hands.choose(page, SWITCH, 'checkbox')
    await tree(await theWall(beside), 1)

    await shell.connectDisplays([tablet])
    await expect.poll(() => beside().length).toBe(0)
    await page.getByText(/^No second screen is connected/).waitFor()
    await expectAccessible(page, 'staff room, the second screen is gone')
    await takePicture(page, 'staff-second-screen-gone')
    await shell.connectDisplays([tablet, projector])
    const wall = await theWall(beside)
    await tree(wall, 1)
    await page.getByText(/^No second screen is connected/).waitFor({ state: 'detached' })

    const pages = [page, wall]
    await mark(pages)
    await shell.killStation()
    await expect.poll(() => marked(pages)).toEqual([false, false])
    await page.getByLabel('Steward PIN').waitFor()
    await tree(wall, 1)

    await mark(pages)
    const gone = { name: 'render-process-gone', more: [{ reason: 'crashed', exitCode: 139 }] }
    await shell.happen({ to: 'contents', window: 2, ...gone })
    await expect.poll(() => marked(pages)).toEqual([true, false])
    await tree(wall, 1)
    expect((await shell.recorded()).windows).toHaveLength(3)
    expect(errors).toEqual([])

    // Closing the window that people touch ends the app, though the wall stands.
    await shell.closeWindow(0)
    expect(await shell.quit).toBe(0)
    await shell.close()
    const again = await openDesktopHall(browser, { folder, start: both })
    await tree(await theWall(again.beside), 1)
    expect(again.errors).toEqual([])
  })

  test('Staff turn it off, and it stays off; where there never was a second screen there is nothing to turn on', async () => {
    const { page, beside, shell, folder } = await openDesktopHall(browser, { duty: 'wall', start: both })
    await openStaffRoom(page, hands)
    await hands.choose(page, SWITCH, 'checkbox')
    await theWall(beside)
    await hands.choose(page, SWITCH, 'checkbox')
    await expect.poll(() => beside().length).toBe(0)
    await shell.connectDisplays([tablet])
    await page.getByRole('heading', { name: 'Second screen' }).waitFor({ state: 'detached' })
    await shell.connectDisplays([tablet, projector])
    await page.getByRole('heading', { name: 'Second screen' }).waitFor()
    await shell.close()
    const again = await openDesktopHall(browser, { folder, start: both })
    await openStaffRoom(again.page, hands)
    // The box is there once the station has asked for the displays, on the way on which it would have asked for the wall before.
    expect(await again.page.getByRole('checkbox', { name: SWITCH }).isChecked()).toBe(false)
    expect((await again.shell.recorded()).windows).toHaveLength(1)
  })

  test('On a locked tablet the wall is locked as well, and goes when staff close the app', async () => {
    const folder = join(tempFolder(), 'station')
    const args = ['--data', folder, '--kiosk']
    const { page, beside, shell, errors } = await openDesktopHall(browser, {
      duty: 'pledges',
      folder,
      start: { ...both, args },
    })
    await openStaffRoom(page, hands)
    await hands.choose(page, SWITCH, 'checkbox')
    await theWall(beside)
    const key = (window: number, name: string) =>
      shell.happen({
        to: 'contents',
        window,
        name: 'before-input-event',
        more: [{ type: 'keyDown', key: name, code: name }],
      })
    expect([await key(0, 'F5'), await key(1, 'F5'), await key(1, 'a')]).toEqual([true, true, false])
    await shell.closeWindow(1)
    await shell.connectDisplays([tablet])
    await expect.poll(() => beside().length).toBe(0)
    await shell.connectDisplays([tablet, projector])
    await theWall(beside)
    await shell.closeWindow(2)
    expect(beside()).toHaveLength(1)
    expect(errors).toEqual([])
    await hands.press(page, 'Close Pledge Kiosk')
    await expectAccessible(page, 'closing a locked tablet')
    await hands.press(page, 'Close it')
    expect(await shell.quit).toBe(0)
  })
})

describe('the wall in a window of a browser', () => {
  const wallOf = (link: string) => {
    const address = new URL(link)
    address.pathname = '/wall'
    return address.href
  }

  test('The wall opens in a second window of a browser as well, whatever the tablet does, and nobody has to touch it', async () => {
    const { page, kiosk, link, errors } = await openHall(browser, { duty: 'sign-in', motion: true })
    await page.setViewportSize(projector.bounds)
    await page.clock.install()
    await page.goto(wallOf(link))
    await page.getByText('The tree is in bud.').waitFor()
    makePledge(kiosk)
    await tree(page, 1)
    for (let more = 0; more < 5; more += 1) makePledge(kiosk)
    await tree(page, 6)
    await expectAccessible(page, 'the wall beside')
    await takePicture(page, 'wall-beside')
    expect(await whatCanBeTouched(page)).toBe(0)
    // Nobody can hold the list still here, so it does not move by itself; and nobody is asked whether they are still there.
    const latest = page.getByRole('region', { name: 'The latest pledges' })
    await latest.locator('li').evaluateAll((rows) => {
      for (const row of rows) row.setAttribute('data-seen', '')
    })
    await page.clock.runFor('02:00:00')
    expect(await latest.locator('li:not([data-seen])').count()).toBe(0)
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    makePledge(kiosk)
    await tree(page, 7)
    expect(await latest.locator('li:not([data-seen])').count()).toBe(1)
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('before there is an event it is only calm, and so it is in a rehearsal, which it says', async () => {
    const { page, kiosk, link, errors } = await openHall(browser)
    await page.goto(wallOf(link))
    await page.getByRole('heading', { name: 'Pledge Kiosk' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Which event is this tablet for?' }).count()).toBe(0)
    expect(await whatCanBeTouched(page)).toBe(0)
    await expectAccessible(page, 'the wall beside, before there is an event')
    await takePicture(page, 'wall-beside-empty')
    await kiosk.startRehearsal(null)
    await page.getByText('pledges so far').waitFor()
    await page.getByText('Invented people. Nothing here counts.').waitFor()
    expect(await whatCanBeTouched(page)).toBe(0)
    await expectAccessible(page, 'the wall beside, in a rehearsal')
    expect(errors).toEqual([])
  })

  test('where the data cannot be opened it stays calm: what to do stands on the tablet', async () => {
    const folder = join(tempFolder(), 'station')
    const broken = openTestKiosk(folder)
    await broken.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'wall' })
    broken.close()
    truncateSync(join(folder, 'station.db'), 8192)
    const { page, link } = await openHall(browser, { folder })
    await page.goto(wallOf(link))
    await page.getByRole('heading', { name: 'Pledge Kiosk' }).waitFor()
    expect(await page.getByText(/damaged|not whole|backup/).count()).toBe(0)
  })
})
