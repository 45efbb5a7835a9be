/** The organiser looks through long lists: a line each, the chosen one beside them, narrowed and sorted, by keyboard and by hand. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { formatReference } from '../../shared/domain/reference.ts'
import { openBrowser, screenSizes } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { anAction, anyone, aPledge, facilitator, organiser } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const LONG = 'Bartholomew-Alexander Featherstonehaugh-Cholmondeley of the Royal Borough of Somewhere Else'

async function open() {
  const hall = await openHall(browser, { duty: 'organiser' })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const begin = async (path: string) => {
    await unlock(hall.page, hands, 'organiser')
    await hall.page.getByRole('heading', { name: /Today at/ }).waitFor()
    await visit(hall.page, path)
  }
  return { ...hall, station, begin }
}

/** Sixty pledges of two kinds: a third without a day, those of one kind without a priority. */
function promise(station: Station, many: number): string[] {
  return Array.from({ length: many }, (_, index) => {
    const type = index % 2 === 0 ? 'work-experience' : 'something-else'
    const timescale = index % 3 === 0 ? ({ kind: 'open' } as const) : aPledge.timescale
    const by = { kind: 'organisation', name: 'Ewa Kaur', organisation: LONG, area: '', sector: 'business' } as const
    return (
      station.pledges.make(anyone, { ...aPledge, by, type, timescale, wording: `Promise ${index} ${LONG}` }).made
        ?.reference ?? ''
    )
  })
}

const lines = (page: Page) => page.locator('.lines tbody tr')
const chosen = (page: Page) => page.locator('.lines [aria-current]')
const beside = (page: Page) => page.getByRole('complementary')

/** How many lines stand whole within the list. */
const linesInSight = (page: Page) =>
  page.locator('.lines').evaluate((list) => {
    const { bottom } = list.getBoundingClientRect()
    return [...list.querySelectorAll('tbody tr')].filter((line) => line.getBoundingClientRect().bottom <= bottom).length
  })

/** What reaches beyond its own cell, or lies over a neighbour. */
const strays = (page: Page) =>
  page.locator('.lines').evaluate((list) =>
    [...list.querySelectorAll<HTMLElement>('td .chip, th .chip')].flatMap((chip) => {
      const cell = chip.closest('td, th')?.getBoundingClientRect()
      const box = chip.getBoundingClientRect()
      const inside =
        cell !== undefined &&
        box.left >= cell.left &&
        box.right <= cell.right + 0.5 &&
        box.top >= cell.top - 0.5 &&
        box.bottom <= cell.bottom + 0.5
      return inside && chip.scrollWidth <= chip.clientWidth + 1 ? [] : [chip.innerText]
    }),
  )

test('a number of them is narrowed to just those that lack something; Back, a reload and an address lead there again', async () => {
  const { page, station, begin, errors } = await open()
  const references = promise(station, 60)
  await begin('/organiser/pledges')
  await page.getByText('1 to 50 of 60').waitFor()
  expect(await linesInSight(page)).toBeGreaterThanOrEqual(15)

  await hands.press(page, 'Filter')
  await expectAccessible(page, 'lists, filters')
  await hands.pick(page, 'Priority', 'No priority')
  await page.getByText('30 pledges found').waitFor()
  await hands.press(page, /^No date$/)
  await page.getByText('10 pledges found').waitFor()
  await expect.poll(() => lines(page).count()).toBe(10)
  expect(new URL(page.url()).searchParams.get('priority')).toBe('-')

  await page.goBack()
  await page.getByText('30 pledges found').waitFor()
  await page.goForward()
  await page.getByText('10 pledges found').waitFor()
  await page.reload()
  await page.getByText('10 pledges found').waitFor()
  await hands.press(page, 'No date: take this filter away')
  await page.getByText('30 pledges found').waitFor()
  await hands.press(page, 'No priority: take this filter away')
  await page.getByText('1 to 50 of 60').waitFor()

  // Whoever reads two or three characters from a card finds it by them, from either half.
  const whole = references[31] ?? ''
  for (const piece of [whole.slice(0, 3), whole.slice(3), `NEC-${formatReference(whole).slice(0, 5)}`]) {
    await hands.write(page, 'Search the pledges', piece)
    await page.getByRole('button', { name: `NEC-${formatReference(whole)}` }).waitFor()
    await expect.poll(() => lines(page).count()).toBeLessThan(10)
  }
  expect(page.url()).not.toContain(whole.slice(0, 3))
  await hands.write(page, 'Search the pledges', 'nobody promised this')
  await page.getByText('No pledges found').waitFor()
  await expectAccessible(page, 'lists, nothing found')
  await hands.press(page, 'Show all pledges')
  await page.getByText('1 to 50 of 60').waitFor()
  expect(errors).toEqual([])
})

test('by the keys alone: down the lines and over the end of a page, into the record and to the next one', async () => {
  const { page, station, begin, errors } = await open()
  const references = promise(station, 52)
    .map((one) => `NEC-${formatReference(one)}`)
    .toReversed()
  await begin('/organiser/pledges')
  const first = page.getByRole('button', { name: references[0] ?? '' })
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => chosen(page).getAttribute('aria-label')).toContain(references[2])
  expect(await chosen(page).evaluate((line) => line === document.activeElement)).toBe(true)
  await beside(page)
    .getByRole('heading', { name: references[2] ?? '' })
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(references[2])
  await keyboard.press(page, 'Previous pledge')
  await beside(page)
    .getByRole('heading', { name: references[1] ?? '' })
    .waitFor()

  await page.getByRole('button', { name: references[49] ?? '' }).click()
  await keyboard.press(page, 'Next pledge')
  await page.getByText('51 to 52 of 52').waitFor()
  await beside(page)
    .getByRole('heading', { name: references[50] ?? '' })
    .waitFor()
  await chosen(page).focus()
  await page.keyboard.press('ArrowUp')
  await page.getByText('1 to 50 of 52').waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain(references[49])
  await beside(page)
    .getByRole('heading', { name: references[49] ?? '' })
    .waitFor()

  await keyboard.press(page, /^By when$/)
  await page.getByRole('columnheader', { name: 'By when' }).and(page.locator('[aria-sort=ascending]')).waitFor()
  await keyboard.press(page, /^By when$/)
  await page.getByRole('columnheader', { name: 'By when' }).and(page.locator('[aria-sort=descending]')).waitFor()
  expect(errors).toEqual([])
})

test('what an action lacks stands at its place in the line, at every size of screen and of text', async () => {
  const { page, station, begin, errors } = await open()
  for (let index = 0; index < 40; index += 1)
    station.workshops.propose(facilitator, {
      ...anAction,
      title: `${LONG} ${index}`,
      owner: index % 3 === 0 ? '' : LONG,
      organisation: '',
      area: '',
      measure: index % 2 === 0 ? '' : LONG,
      timescale: index % 5 === 0 ? { kind: 'open' } : anAction.timescale,
    })
  await begin('/organiser/workshops')
  await lines(page).nth(39).waitFor()
  await expectAccessible(page, 'lists, actions that lack something')
  for (const [size, viewport] of Object.entries({ ...screenSizes, zoomed: { width: 341, height: 192 } }))
    for (const text of ['normal', 'large', 'largest']) {
      await page.setViewportSize(viewport)
      await page.evaluate((to) => void (document.documentElement.dataset['text'] = to), text)
      await expect.poll(async () => [size, text, await strays(page)]).toEqual([size, text, []])
      expect([size, text, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
        size,
        text,
        viewport.width,
      ])
    }
  await page.setViewportSize(screenSizes.laptop)
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'normal'))
  expect(await linesInSight(page)).toBeGreaterThanOrEqual(15)
  expect(errors).toEqual([])
})

test('a record that was withdrawn stands beside the list it has left until another is chosen', async () => {
  const { page, station, begin } = await open()
  promise(station, 2)
  station.signIn.add(organiser, { name: 'Ewa Kaur', role: '', organisation: '', sector: '', email: '', table: '' })
  await begin('/organiser/pledges')
  await hands.press(page, /^Withdraw$/)
  await hands.write(page, 'Why?', 'Said twice')
  await hands.press(page, 'Withdraw the pledge')
  await beside(page).getByText('The pledge is withdrawn.').waitFor()
  await expect.poll(() => lines(page).count()).toBe(1)
  await hands.press(page, 'Bring it back')
  await expect.poll(() => lines(page).count()).toBe(2)
})
