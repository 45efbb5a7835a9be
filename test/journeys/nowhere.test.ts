/** An address that leads nowhere: whichever page it would be of says so plainly, and leads on. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Duty } from '../../shared/domain/duty.ts'
import { readHouse } from '../house/house-files.ts'
import { readSource } from '../register/gaps.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const NOBODY = '018c5d3c-92a0-72e3-993e-651067d81400'

/** Every route that has a part of the address to itself, with addresses of it that lead nowhere: ids of nothing, and no ids at all. */
const OF_ROUTES: Readonly<Record<string, readonly string[]>> = {
  '/organiser/delegates/person/:id': [`/organiser/delegates/person/${NOBODY}`, '/organiser/delegates/person/ewa'],
  '/organiser/follow-up/like/:type/:sector': [
    '/organiser/follow-up/like/wishes/business',
    '/organiser/follow-up/like/mentor/nowhere',
    '/organiser/follow-up/like/mentor/business',
    `/organiser/follow-up/like/${'x'.repeat(400)}/-`,
  ],
  '/organiser/cards/*?': ['/organiser/cards/x', '/organiser/cards/enter/x'],
  '/organiser/event/edit/*?': [
    '/organiser/event/edit/x',
    '/organiser/event/edit/tables/x',
    '/organiser/event/edit/programme/x',
    '/organiser/event/edit/programme/welcome/x',
  ],
  '/staff/cards/*?': ['/staff/cards/x'],
  '/staff/*?': ['/staff/x'],
  '/paper/*?': ['/paper/x'],
  '/workshop/:session/:table': ['/workshop/workshop-1/x', '/workshop/x/table-7', '/workshop/workshop-1'],
}
/** What no route has, where one begins with the same words or does not. */
const OF_NO_ROUTE: Partial<Record<Duty, readonly string[]>> = {
  organiser: ['/organiser/x', '/organiser/delegates/person', '/organiser/follow-up/like/mentor', '/walk-in'],
  'sign-in': ['/x', '/organiser/pledges', '/roll-call?see=x', `/roll-call?see=${NOBODY}`],
  workshop: ['/x', '/organiser'],
}
/** Whose pages they are. Those about the staff room are looked at on the desk’s tablet. */
const dutyOf = (address: string): Duty =>
  address.startsWith('/organiser') ? 'organiser' : address.startsWith('/workshop') ? 'workshop' : 'sign-in'

const toTell = (['organiser', 'sign-in', 'workshop'] as const).map((duty) => ({
  duty,
  addresses: [
    ...Object.values(OF_ROUTES)
      .flat()
      .filter((address) => dutyOf(address) === duty),
    ...(OF_NO_ROUTE[duty] ?? []),
  ],
}))

/** Routes whose last one shows a page at any address, and why. */
const FOR_ANY_ADDRESS: Readonly<Record<string, string>> = {
  'app.tsx': 'each duty sees to its own addresses',
  'duties/sign-in/sign-in-duty.tsx': 'the open desk sees to them; before it is unlocked nobody is told which there are',
}

test('every route with a part of its own has addresses here, and all routes end in what is said otherwise', async () => {
  const files = await readHouse(/^renderer\/.*\.tsx$/)
  const sources = files.map(({ path, text }) => ({ ...readSource(path.replace('renderer/', ''), text), text }))
  const open = sources.flatMap(({ routes }) => routes).filter((route) => /[:*]/.test(route))
  expect(open.toSorted()).toEqual(Object.keys(OF_ROUTES).toSorted())
  const silent = sources
    .filter(({ path, text }) => text.includes('<Switch>') && !(path in FOR_ANY_ADDRESS))
    .filter(({ text }) => !/<Route>\s*<Otherwise\b[^]*<\/Switch>/.test(text))
  expect(silent.map(({ path }) => path)).toEqual([])
})

test.each(toTell)('$duty: it is said, and leads on', async ({ duty, addresses }) => {
  const { page, errors } = await openHall(browser, { duty })
  if (duty !== 'workshop') await unlock(page, hands, duty === 'organiser' ? 'organiser' : 'steward')
  await page.locator('h1').first().waitFor()
  for (const address of addresses) {
    await visit(page, address)
    const said = page.locator('.not-here')
    await said.waitFor()
    // One heading of the page, and it is what a title and a screen reader begin with; or a part below it.
    expect([address, await page.locator('h1').count(), await said.getByRole('heading').count()]).toEqual([
      address,
      1,
      1,
    ])
    expect((await said.innerText()).length).toBeGreaterThan(60)
    if (address === LOOKED_AT[duty]?.address) await expectAccessible(page, LOOKED_AT[duty].screen)
    await hands.press(page, /^(To|Choose) /, 'link')
    await said.waitFor({ state: 'detached' })
    await page.locator('h1').first().waitFor()
  }
  expect(errors.filter((error) => !/status of 40[04]/.test(error))).toEqual([])
})

const LOOKED_AT: Partial<Record<Duty, { address: string; screen: string }>> = {
  organiser: { address: '/organiser/x', screen: 'organiser, nothing at this address' },
  workshop: { address: '/workshop/x/table-7', screen: 'workshop, nothing at this address' },
}

test.each(['pledges', 'wall'] as const)(
  '%s: whoever stands before it finds its first page at any address',
  async (duty) => {
    const { page, errors } = await openHall(browser, { duty })
    const title = await page.locator('h1').first().innerText()
    for (const address of ['/x', '/pledge/x', '/organiser']) {
      await visit(page, address)
      await page.reload()
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    }
    expect(errors).toEqual([])
  },
)
