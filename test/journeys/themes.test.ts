/** Every duty in every theme, at the largest text: axe finds nothing, and nothing runs out of the page sideways. */
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

/** Each duty as the staff room calls it. */
const CALLED: Record<Duty, RegExp> = {
  'sign-in': /^Sign-in/,
  pledges: /^Pledges/,
  workshop: /^Workshop/,
  wall: /^Wall/,
  organiser: /^Organiser/,
}

/** The pages of a duty, by address, with the heading or control that says they are there. */
const PAGES: readonly {
  duty: Duty
  unlock?: 'steward' | 'organiser'
  pages: readonly [path: string, there: (page: Page) => Promise<unknown>][]
}[] = [
  {
    duty: 'pledges',
    pages: [
      ['/', (page) => page.getByRole('button', { name: 'Make your pledge' }).waitFor()],
      ['/staff', (page) => page.getByRole('heading', { name: 'Staff only from here' }).waitFor()],
    ],
  },
  { duty: 'wall', pages: [['/', (page) => page.getByRole('region', { name: 'The latest pledges' }).waitFor()]] },
  {
    duty: 'sign-in',
    unlock: 'steward',
    pages: [
      ['/', (page) => page.getByRole('region', { name: 'Answer' }).waitFor()],
      ['/staff', (page) => page.getByRole('heading', { name: 'What should this tablet do?' }).waitFor()],
    ],
  },
  {
    duty: 'workshop',
    pages: [
      ['/', (page) => page.getByRole('heading', { name: 'Which table is this?' }).waitFor()],
      ['/workshop/workshop-1/table-7', (page) => page.getByRole('button', { name: 'Add an action' }).waitFor()],
    ],
  },
  {
    duty: 'organiser',
    unlock: 'organiser',
    pages: ['', '/delegates', '/delegates/import', '/pledges', '/workshops', '/plan', '/event']
      .map((path) => [`/organiser${path}`, (page: Page) => page.getByRole('heading', { level: 1 }).waitFor()] as const)
      .map(([path, there]) => [path, there]),
  },
]

describe('axe finds nothing on any duty', () => {
  test.each([
    ['paper', 'largest', { width: 1366, height: 768 }],
    ['dark', 'normal', { width: 1024, height: 768 }],
    ['contrast', 'largest', { width: 800, height: 1280 }],
  ] as const)('in the theme %s with %s text', { timeout: 300_000 }, async (theme, text, size) => {
    const { page } = await openHall(browser)
    await page.setViewportSize(size)
    await page.addInitScript(
      (display) => localStorage.setItem('pledge-kiosk-display', display),
      JSON.stringify({ theme, text }),
    )
    await page.reload()
    await hands.press(page, 'Try it with a rehearsal crowd')
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor({ timeout: 60_000 })
    for (const { duty, unlock: role, pages } of PAGES) {
      await changeDuty(page, hands, CALLED[duty])
      if (role !== undefined) {
        await hands.write(
          page,
          role === 'steward' ? 'Steward PIN' : 'Organiser passphrase',
          role === 'steward' ? REHEARSAL_SECRETS.pin : REHEARSAL_SECRETS.passphrase,
        )
        await hands.press(page, role === 'steward' ? 'Unlock' : 'Open')
      }
      for (const [path, there] of pages) {
        if (path !== '/' || role === undefined) await visit(page, path)
        await there(page)
        await page.waitForTimeout(300)
        await expectAccessible(page, `${duty} ${path} in ${theme}, ${text}`)
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([`${duty} ${path}`, beyond]).toEqual([`${duty} ${path}`, 0])
      }
    }
  })
})
