/** A rehearsal fills every page of every duty with a crowd: each is looked at once, full as it is. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import type { Duty } from '../../shared/domain/duty.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { changeDuty, pointer, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** The address of a page, and what says that it is there with what the rehearsal filled it with. */
type Full = readonly [path: string, there: (page: Page) => Promise<unknown>]

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const list = async (page: Page, name: string) => {
  await title(page, name)
  await page.locator('main').getByRole('row').nth(8).waitFor()
}

/** The duties as the staff room calls them, with their pages in turn; the first is there once the tablet has this duty and is unlocked. */
const DUTIES: readonly { duty: Duty; called: RegExp; unlock?: 'steward' | 'organiser'; pages: readonly Full[] }[] = [
  {
    duty: 'pledges',
    called: /^Pledges/,
    pages: [
      ['/', (page) => page.locator('.pledges-totals').waitFor()],
      ['/staff', (page) => title(page, 'Staff only from here')],
    ],
  },
  {
    duty: 'wall',
    called: /^Wall/,
    pages: [['/', (page) => page.getByRole('region', { name: 'The latest pledges' }).waitFor()]],
  },
  {
    duty: 'sign-in',
    called: /^Sign-in/,
    unlock: 'steward',
    pages: [
      ['/', (page) => page.getByRole('region', { name: 'Answer' }).waitFor()],
      ['/staff', (page) => title(page, 'What should this tablet do?')],
    ],
  },
  {
    duty: 'workshop',
    called: /^Workshop/,
    pages: [
      ['/', (page) => title(page, 'Which table is this?')],
      ['/workshop/workshop-1/table-7', (page) => page.locator('.workshop-action').first().waitFor()],
    ],
  },
  {
    duty: 'organiser',
    called: /^Organiser/,
    unlock: 'organiser',
    pages: [
      ['/organiser', (page) => page.getByRole('heading', { name: 'Pledges by type' }).waitFor()],
      ['/organiser/delegates', (page) => list(page, 'Delegates')],
      ['/organiser/delegates/import', (page) => title(page, /Import/)],
      ['/organiser/pledges', (page) => list(page, 'Pledges')],
      ['/organiser/attendance', (page) => page.getByRole('heading', { name: 'By organisation' }).waitFor()],
      ['/organiser/workshops', (page) => list(page, 'Workshops')],
      ['/organiser/workshops/ideas', (page) => list(page, 'Ideas')],
      ['/organiser/plan', (page) => page.locator('.organiser-figures').getByText('rows').waitFor()],
      ['/organiser/event/tablet', (page) => page.getByRole('heading', { name: 'Is everything whole?' }).waitFor()],
      ['/organiser/event', (page) => title(page, 'Event')],
    ],
  },
]

describe('every page of every duty, full of a rehearsal’s crowd', () => {
  test('axe finds nothing, and nothing runs out of the page sideways', async () => {
    const { page, errors } = await openHall(browser)
    await hands.press(page, 'Try it with a rehearsal crowd')
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    for (const { duty, called, unlock, pages } of DUTIES) {
      await changeDuty(page, hands, called, REHEARSAL_SECRETS.pin)
      if (unlock === 'steward') {
        await hands.write(page, 'Steward PIN', REHEARSAL_SECRETS.pin)
        await hands.press(page, 'Unlock')
      } else if (unlock === 'organiser') {
        await hands.write(page, 'Organiser passphrase', REHEARSAL_SECRETS.passphrase)
        await hands.press(page, 'Open')
      }
      for (const [index, [path, there]] of pages.entries()) {
        if (index > 0) await visit(page, path)
        await there(page)
        await expectAccessible(page, `rehearsal, ${duty}, ${path}`)
      }
    }
    await hands.press(page, 'Read the privacy notice')
    await page.getByRole('dialog', { name: 'About your information' }).waitFor()
    await expectAccessible(page, 'rehearsal, organiser, the privacy notice')
    expect(errors).toEqual([])
  })
})
