/** The plan on its way out: what it lacks is named first, and a day is offered only where somebody chooses to. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anAction, anyone, aPledge, facilitator } from '../support/test-station.ts'
import { keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const OPEN = { kind: 'open' } as const

/** The rows of the sheet Plan, as a program reads them that did not write them. */
async function saved(page: Page, press: () => Promise<void>): Promise<Record<string, unknown>[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const path = join(tempFolder(), 'plan.xlsx')
  await download.saveAs(path)
  const book = read(await readFile(path))
  expect(book.SheetNames.slice(0, 2)).toEqual(['One page', 'Plan'])
  return utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Plan'] ?? {}, { raw: false, defval: null })
}

describe('the plan on its way out', () => {
  test.each([
    ['a finger', pointer(true)],
    ['the keyboard', keyboard],
  ] as const)('by %s: rows without a due date are named, and one is offered only by a choice', async (_by, hands) => {
    const isFirst = hands !== keyboard
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser', touch: isFirst })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    station.pledges.make(anyone, aPledge)
    await unlock(page, hands, 'organiser')
    await page.getByRole('heading', { name: /Today at/ }).waitFor()
    await visit(page, '/organiser/plan')
    await page.getByRole('button', { name: 'Download the workbook' }).waitFor()
    // Nothing is missing: nothing is said of it.
    expect(await page.getByText(/no due date/).count()).toBe(0)

    const { reference } = station.pledges.make(anyone, { ...aPledge, timescale: OPEN }).made ?? { reference: '' }
    station.workshops.propose(facilitator, { ...anAction, timescale: { kind: 'words', words: 'ongoing' } })
    await page.getByRole('heading', { name: '2 rows have no due date' }).waitFor()
    await page.getByText('Which rows?').click()
    await page.getByText(`NEC-${reference.slice(0, 3)}-${reference.slice(3)}`).waitFor()
    if (isFirst) {
      await expectAccessible(page, 'plan, rows without a due date')
      await takePicture(page, 'plan-undated')
    }

    const without = await saved(page, () => hands.press(page, 'Download the workbook'))
    await page.getByText(/: 3 rows and 0 ideas\. 2 rows have no due date\.$/).waitFor()
    expect(without.map((row) => [row['Due date'], row['Due date offered']])).toEqual([
      ['30 Jun 2024', 'No'],
      [null, 'No'],
      [null, 'No'],
    ])

    await hands.choose(page, /Offer a due date for them/, 'checkbox')
    // The pack says when the board meets; another day may be written, and none is no day.
    await expect.poll(() => page.getByLabel('The day to offer').inputValue()).toBe('2024-02-29')
    await page.getByLabel('The day to offer').fill('')
    await hands.press(page, 'Download the workbook')
    await page.getByText('Choose the day to offer, or take the tick away').waitFor()
    if (isFirst) {
      await expectAccessible(page, 'plan, no day chosen to offer')
      for (const [name, viewport] of Object.entries(screenSizes)) {
        await page.setViewportSize(viewport)
        await takePicture(page, `plan-offer-${name}`)
      }
    }
    await page.getByLabel('The day to offer').fill('2024-03-07')
    const offered = await saved(page, () => hands.press(page, 'Download the workbook'))
    await page.getByText(/2 rows have 7 March 2024 as a due date, marked as offered\.$/).waitFor()
    expect(offered.map((row) => [row['Due date'], row['Due date offered'], row['Timescale as stated']])).toEqual([
      ['30 Jun 2024', 'No', '30 June 2024'],
      ['07 Mar 2024', 'Yes', null],
      ['07 Mar 2024', 'Yes', 'ongoing'],
    ])
    // The tablet itself knows no more than before.
    expect(station.plan.undated().total).toBe(2)
    expect(errors).toEqual([])
  })
})
