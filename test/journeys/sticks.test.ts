/** A stick is plugged into the organiser’s tablet, and another, and pulled out again: where the plan is, is never in doubt. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeExport } from '../../electron/files/export/index.ts'
import type { Stick } from '../../electron/files/drives/index.ts'
import { createSticks } from '../../electron/station/sticks/index.ts'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { type HallOptions, openBrowserHall } from '../support/browser-hall.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { holdBack, keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** A stick in the hand of the organiser: a folder that is not plugged in yet. */
function stick(name: string, free = 14_200_000_000, size = 15_900_000_000): Stick {
  const path = join(tempFolder(), 'stick')
  mkdirSync(path)
  return { id: name.toLowerCase().slice(0, 20), name, free, size, path }
}

/** The organiser at the page of the plan, with these sticks plugged in; `plugged` is changed by whoever stands there. */
async function atThePlan(sticks: Stick[], options: HallOptions = {}) {
  const plugged = { sticks }
  const list = async () => plugged.sticks
  // Files are named by the minute: two that are saved here must be of the same one.
  const minute = Date.now()
  const given = { sticks: list, now: () => minute }
  const hall = await openBrowserHall(browser, { duty: 'organiser', given, ...options })
  hall.kiosk.station()?.pledges.make(anyone, aPledge)
  await unlock(hall.page, hands, 'organiser')
  await hall.page.getByRole('heading', { name: /Today at/ }).waitFor()
  await visit(hall.page, '/organiser/plan')
  await hall.page.getByRole('button', { name: 'Download CSV' }).waitFor()
  const downloads: string[] = []
  hall.page.on('download', (download) => downloads.push(download.suggestedFilename()))
  return { ...hall, plugged, list, downloads }
}

const asked = (page: Page) => page.getByRole('dialog', { name: 'Where should it go?' })
const cards = (page: Page): Promise<string[]> => asked(page).getByRole('listitem').allInnerTexts()
/** How often a dialog that stands looks which sticks there are (renderer/components/save-file/place-dialog.tsx). Milliseconds. */
const LOOK_EVERY = 2000

describe('a file on its way out', () => {
  test('without a stick it is in the downloads at once, and nobody is asked', async () => {
    const { page, downloads, errors } = await atThePlan([])
    await hands.press(page, 'Download the workbook')
    await page.getByText(/^“.+\.xlsx” is in your downloads: 1 row/).waitFor()
    expect(await asked(page).count()).toBe(0)
    await expect.poll(() => downloads).toHaveLength(1)
    expect(errors).toEqual([])
  })

  test('a stick that is plugged in is offered as a place to save, and the plan is on it whole', async () => {
    const kingston = stick('KINGSTON')
    const { page, downloads, errors } = await atThePlan([kingston])
    await hands.press(page, 'Download the workbook')
    await asked(page).waitFor()
    expect(await cards(page)).toEqual([
      expect.stringMatching(/^KINGSTON\s+14 GB free of 15 GB$/),
      expect.stringMatching(/^This tablet’s downloads/),
    ])
    await expectAccessible(page, 'where should it go')
    await takePicture(page, 'sticks-one')
    await hands.press(page, /^KINGSTON/)
    await page
      .getByText(/^“.+\.xlsx” is on KINGSTON: 1 row.+ It is written whole: the stick can be taken out\.$/)
      .waitFor()
    expect(await asked(page).count()).toBe(0)
    await takePicture(page, 'sticks-saved')
    const [name = 'nothing', ...more] = readdirSync(kingston.path)
    expect(more).toEqual([])
    expect(await page.getByText(`“${name}” is on KINGSTON`).count()).toBe(1)
    expect(read(readFileSync(join(kingston.path, name))).SheetNames.length).toBeGreaterThan(1)

    await hands.press(page, 'Download the workbook')
    await hands.press(page, /^KINGSTON/)
    await page.getByText(/\(1\)\.xlsx” is on KINGSTON/).waitFor()
    expect(readdirSync(kingston.path)).toHaveLength(2)
    expect(downloads).toEqual([])
    expect(errors).toEqual([])
  })

  test('of several, also with names as long as sticks have, the one that is chosen gets it; or the downloads do', async () => {
    const several = [
      stick('KINGSTON'),
      stick('Zażółć gęślą jaźń council archive of everything that was ever promised', 400_000_000, 64_000_000_000),
      stick('N'.repeat(61)),
      stick('計画', 1500),
    ]
    const { page, downloads, errors } = await atThePlan(several)
    await hands.press(page, 'Download CSV')
    await asked(page).waitFor()
    expect(await cards(page)).toHaveLength(5)
    expect((await cards(page))[3]).toContain('Too full for this file: 1.5 kB free')
    for (const viewport of Object.values(screenSizes)) {
      await page.setViewportSize(viewport)
      // Nothing is wider than the dialog, and every card can be pressed by a thumb.
      expect(await asked(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0)
      const heights = await asked(page)
        .getByRole('listitem')
        .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height))
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(64)
    }
    await expectAccessible(page, 'several sticks')
    await takePicture(page, 'sticks-several')
    await hands.press(page, /^Zażółć/)
    await page.getByText(/\.csv” is on Zażółć/).waitFor()
    expect(several.map(({ path }) => readdirSync(path).length)).toEqual([0, 1, 0, 0])

    await hands.press(page, 'Download CSV')
    await hands.press(page, /^This tablet’s downloads/)
    await page.getByText(/\.csv” is in your downloads: 1 row/).waitFor()
    await expect.poll(() => downloads).toHaveLength(1)
    expect(several.map(({ path }) => readdirSync(path).length)).toEqual([0, 1, 0, 0])
    expect(errors).toEqual([])
  })

  test('a full stick and a write-protected one say so, and the question stays until the file is somewhere', async () => {
    const sticks = [stick('FULL', 0), stick('LOCKED'), stick('SOUND')]
    const { page, kiosk, list, errors } = await atThePlan(sticks)
    const failing: Record<string, string> = { [sticks[0]?.path ?? '']: 'ENOSPC', [sticks[1]?.path ?? '']: 'EROFS' }
    const write: typeof writeExport = (path, chunks) => {
      const code = failing[join(path, '..')]
      return writeExport(path, code === undefined ? chunks : halfThen(code))
    }
    vi.spyOn(kiosk.sticks, 'save').mockImplementation(createSticks({ list, write }).save)
    await hands.press(page, 'Download JSON')
    await hands.press(page, /^FULL/)
    const alert = asked(page).getByRole('alert')
    await alert.getByText('There is no room left on FULL').waitFor()
    await expectAccessible(page, 'a full stick')
    await takePicture(page, 'sticks-full')
    await hands.press(page, /^LOCKED/)
    await alert.getByText('LOCKED cannot be written to').waitFor()
    expect(await alert.count()).toBe(1)
    await hands.press(page, /^SOUND/)
    await page.getByText(/\.json” is on SOUND/).waitFor()
    expect(sticks.map(({ path }) => readdirSync(path).length)).toEqual([0, 0, 1])
    expect(errors).toEqual([])
  })

  test('a stick that is plugged in while the question stands appears, and one that is pulled out goes', async () => {
    const [kingston, archive] = [stick('KINGSTON'), stick('ARCHIVE')]
    const { page, plugged, errors } = await atThePlan([kingston])
    await page.clock.install()
    await hands.press(page, 'Download CSV')
    await asked(page).waitFor()
    plugged.sticks = [kingston, archive]
    await page.clock.runFor(LOOK_EVERY)
    await asked(page)
      .getByRole('button', { name: /^ARCHIVE/ })
      .waitFor()
    await asked(page).getByText('2 sticks are plugged in: KINGSTON, ARCHIVE.').waitFor()

    // Whoever had the focus on it is not left nowhere.
    await asked(page)
      .getByRole('button', { name: /^KINGSTON/ })
      .focus()
    plugged.sticks = [archive]
    await page.clock.runFor(LOOK_EVERY)
    await asked(page)
      .getByRole('button', { name: /^KINGSTON/ })
      .waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel')

    // Pulled out just before the press: the page has not heard of it yet.
    const look = await holdBack(page, 'sticks/list')
    plugged.sticks = []
    await hands.press(page, /^ARCHIVE/)
    await asked(page).getByRole('alert').getByText('not plugged in any more').waitFor()
    await page.clock.runFor(LOOK_EVERY)
    await look.release()
    await asked(page)
      .getByText(/^No stick is plugged in now\. A stick/)
      .waitFor()
    await expectAccessible(page, 'pulled out')
    await takePicture(page, 'sticks-pulled-out')
    plugged.sticks = [archive]
    await page.clock.runFor(LOOK_EVERY)
    await hands.press(page, /^ARCHIVE/)
    await page.getByText(/\.csv” is on ARCHIVE/).waitFor()
    expect([kingston, archive].map(({ path }) => readdirSync(path).length)).toEqual([0, 1])
    expect(errors).toEqual([])
  })

  test('a stick that takes for ever keeps nobody: whoever cancels goes on', async () => {
    const kingston = stick('KINGSTON')
    const { page, kiosk } = await atThePlan([kingston])
    vi.spyOn(kiosk.sticks, 'save').mockImplementation(() => new Promise(() => undefined))
    await hands.press(page, 'Download CSV')
    await hands.press(page, /^KINGSTON/)
    await asked(page).getByText('Writing it…').waitFor()
    await takePicture(page, 'sticks-writing')
    await hands.press(page, 'Cancel')
    await asked(page).waitFor({ state: 'detached' })
    const again = page.getByRole('button', { name: 'Download CSV' })
    await expect.poll(() => again.getAttribute('aria-disabled')).toBeNull()
    expect(await page.getByText(/is on KINGSTON|is in your downloads/).count()).toBe(0)
  })

  test('by the keyboard alone: nothing is saved by a key too many, Escape saves nothing either, and the focus comes back', async () => {
    const kingston = stick('KINGSTON')
    const { page, downloads, errors } = await atThePlan([kingston])
    await visit(page, '/organiser/attendance')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await keyboard.press(page, 'Download CSV')
    await asked(page).waitFor()
    expect(await focused()).toBe('Cancel')
    await page.keyboard.press('Escape')
    await asked(page).waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Download CSV')
    expect(await page.getByText(/is on KINGSTON|is in your downloads/).count()).toBe(0)
    expect(readdirSync(kingston.path)).toEqual([])
    await page.keyboard.press('Enter')
    await asked(page).waitFor()
    await keyboard.press(page, /^KINGSTON/)
    await page.getByText(/\.csv” is on KINGSTON: 0 people.+can be taken out\.$/).waitFor()
    expect(readdirSync(kingston.path)).toHaveLength(1)
    expect(downloads).toEqual([])
    expect(errors).toEqual([])
  })

  test('the support file goes onto a stick as well, also before anybody has set the tablet up', async () => {
    const kingston = stick('KINGSTON')
    const host = { leave: async () => undefined, support: async () => [{ name: 'shell.log', text: 'a line\n' }] }
    const { page, errors } = await openBrowserHall(browser, {
      given: { sticks: async () => [kingston], platform: host },
    })
    await hands.press(page, 'Save a support file')
    await hands.press(page, /^KINGSTON/)
    await page.getByText(/\.zip” is on KINGSTON\..+Send it to whoever looks after the tablets\.$/).waitFor()
    const [name = 'nothing'] = readdirSync(kingston.path)
    expect(existsSync(join(kingston.path, name))).toBe(true)
    expect(errors).toEqual([])
  })
})

/** Half a file, and then what the disk says. */
function* halfThen(code: string): Generator<Uint8Array> {
  yield new Uint8Array(100_000)
  throw Object.assign(new Error(code), { code })
}
