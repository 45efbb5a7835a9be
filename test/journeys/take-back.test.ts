/** A list that was the wrong one, taken back on screen: named first, never half, and never over what was said since. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { steward } from '../support/test-station.ts'
import { keyboard, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const HEADINGS = 'Name,Organisation,Job title,Barcode #'
const rowsOf = (lines: number) =>
  Array.from({ length: lines }, (_, index) => `Odo Wrongly ${index + 1},Another Town Council,Clerk,W${index}`)

async function readIn(page: Page, name: string, rows: readonly string[]): Promise<void> {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from([HEADINGS, ...rows].join('\n')) })
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByRole('heading', { name: /imported$/ }).waitFor()
}

/** Whether somebody sees it who does not scroll. */
const isInView = (what: Locator) =>
  what.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return there !== null && (element.contains(there) || there.contains(element))
  })

/** Whether all of it is in view, and nothing lies over its corners. */
const isWholeInView = (what: Locator) =>
  what.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const corners = [left + 3, right - 3].flatMap((x) => [top + 3, bottom - 3].map((y) => [x, y] as const))
    return corners.every(([x, y]) => {
      const there = document.elementFromPoint(x, y)
      return there !== null && (element.contains(there) || there.contains(element))
    })
  })

test('A list that was the wrong one is taken back, with whoever goes named first, and counted where they are many', async () => {
  const hands = keyboard
  const hall = await openHall(browser, { duty: 'organiser' })
  const { page, kiosk, errors } = hall
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  await unlock(page, hands, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  await visit(page, '/organiser/delegates/import')
  await readIn(page, 'right.csv', ['Ewa Kaur,Elmdon House,Youth worker,T1'])
  await page.getByRole('button', { name: 'Import another list' }).click()
  await readIn(page, 'last year.csv', ['Ewa Kaur,Elmdon House,Driver,T1', ...rowsOf(300)])
  const lists = page.getByRole('region', { name: 'Lists imported before' })
  await expectAccessible(page, 'import, lists imported before')
  await hands.press(page, /^Take back last year\.csv/)
  const dialog = page.getByRole('dialog', { name: 'Take back “last year.csv”?' })
  await dialog.getByText('300 people whom only this list brought go off the tablet').waitFor()
  await dialog.getByText('1 person goes back to what was said before').waitFor()
  expect(await dialog.getByRole('listitem').filter({ hasText: 'Odo Wrongly 1,' }).count()).toBe(1)
  await expectAccessible(page, 'import, take it back?')
  // What is missing is in view as it was sent, and enlarged so much that hardly anything has room.
  const before = page.viewportSize() ?? { width: 1366, height: 768 }
  const why = dialog.getByLabel('Why?')
  const error = dialog.getByText('Say briefly why')
  await hands.press(page, 'Take this list back')
  await error.waitFor()
  await expect.poll(() => isWholeInView(error)).toBe(true)
  expect(await isWholeInView(why)).toBe(true)
  for (const height of [256, 192]) {
    await page.setViewportSize({ width: 320, height })
    // The page is laid out anew only after it was made so small.
    const reach = async () => {
      await why.evaluate((field) => field.scrollIntoView({ block: 'nearest' }))
      return isWholeInView(why)
    }
    await expect.poll(reach).toBe(true)
  }
  await page.setViewportSize(before)
  // Somebody of that list comes in at another screen, between the look and the press.
  const [odo] = station.signIn.find('Odo Wrongly 7')
  station.signIn.signIn(steward, odo?.id ?? '')
  await dialog.getByLabel('Why?').fill('Last year’s list')
  await hands.press(page, 'Take this list back')
  const changed = dialog.getByText('Something has changed since you looked')
  await changed.waitFor()
  expect(await isInView(changed)).toBe(true)
  await dialog.getByText('1 person stays as they are').waitFor()
  expect(station.signIn.counts().delegates).toBe(301)
  await expectAccessible(page, 'import, take it back after a change')
  await hands.press(page, 'Take this list back')
  await page.getByText('“last year.csv” was taken back. 299 people went off the tablet.').waitFor()
  await page.getByRole('heading', { name: 'Import a list of delegates' }).waitFor()
  expect(await lists.getByText(/^Taken back/).count()).toBe(1)
  expect(station.signIn.counts().delegates).toBe(2)
  expect(station.signIn.find('Ewa Kaur')[0]?.role).toBe('Youth worker')
  await expectAccessible(page, 'import, taken back')
  expect(errors).toEqual([])
})

/** From now on a screen that takes a list back hears of the first page, and of nothing more until it goes away. */
function holdAfterOnePage(station: Station) {
  const { importUndo } = station.signIn
  return vi.spyOn(importUndo, 'undoing').mockImplementation(async function* (actor, asked, signal) {
    for (const step of importUndo.inPages(actor, asked)) {
      yield step
      if (step.phase === 'looking') continue
      await new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true })
      })
      break
    }
    return 'told'
  })
}

test('A long list shows how far it is, can be stopped half way, says so, and the rest is taken back when somebody asks again', async () => {
  const hands = keyboard
  const hall = await openHall(browser, { duty: 'organiser' })
  const { page, kiosk, errors } = hall
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  await unlock(page, hands, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  await visit(page, '/organiser/delegates/import')
  await readIn(page, 'last year.csv', rowsOf(300))
  const held = holdAfterOnePage(station)
  await hands.press(page, /^Take back last year\.csv/)
  const dialog = page.getByRole('dialog', { name: 'Take back “last year.csv”?' })
  await dialog.getByLabel('Why?').fill('Last year’s list')
  await hands.press(page, 'Take this list back')
  const bar = dialog.getByRole('progressbar', { name: 'Taking the list back' })
  await dialog.getByText('Taking back 300 people: 100 done.').waitFor()
  expect(await bar.getAttribute('aria-valuenow')).toBe('46')
  await expectAccessible(page, 'import, being taken back')
  await hands.press(page, 'Stop here')
  await page.getByText(/^Being taken back since .* Not all of it is done: take back the rest\.$/).waitFor()
  expect(station.signIn.counts().delegates).toBe(200)
  await expectAccessible(page, 'import, taken back half way')
  held.mockRestore()
  await hands.press(page, /^Take back the rest of last year\.csv/)
  await dialog.getByText('200 people whom only this list brought go off the tablet').waitFor()
  await dialog.getByLabel('Why?').fill('Last year’s list')
  await hands.press(page, 'Take this list back')
  await page.getByText('“last year.csv” was taken back. 200 people went off the tablet.').waitFor()
  expect(station.signIn.counts().delegates).toBe(0)
  expect(errors).toEqual([])
})
