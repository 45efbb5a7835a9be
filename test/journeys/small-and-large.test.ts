/** Under everybody’s hands: what is wrong is said, little height hides nothing, a large screen is used, and what is chosen is seen in any colours. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screenSizes } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { ewa, organiser, steward } from '../support/test-station.ts'
import { pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
/** A laptop’s screen at 400 %, and what a tablet’s keyboard leaves of the others. CSS pixels. */
const LITTLE = {
  'at 400 %': { width: 341, height: 192 },
  'over a keyboard': { width: 1366, height: 400 },
  'at 400 %, upright': { width: 200, height: 320 },
  'over a keyboard, upright': { width: 800, height: 560 },
}

/** Whether a person sees the middle and both ends of it: in view, and under nothing but a press on all of its row. */
const isSeen = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const middle = (left + Math.min(right, innerWidth)) / 2
    const whole = element.closest('[role=row], li') ?? element
    return [top + 2, (top + bottom) / 2, bottom - 2].every((y) => {
      const on = document.elementFromPoint(middle, y)
      return on !== null && (whole.contains(on) || on.contains(whole))
    })
  })
const stuck = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        (element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position) && element.checkVisibility(),
      )
      .map(({ className }) => className),
  )
/** What it looks like but for its words: its ground, its edge and the ring round it. */
const lookOf = (what: Locator): Promise<string> =>
  what.evaluate((element) => {
    const { backgroundColor, borderColor, boxShadow } = getComputedStyle(element)
    return [backgroundColor, borderColor, boxShadow].join(' ')
  })

async function toTheKind(page: Page): Promise<void> {
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
}

test('an error says of which field, how much too long it is and what to do; the title says so first, until it is put right', async () => {
  const { page, errors } = await openHall(browser, { duty: 'pledges' })
  await toTheKind(page)
  await hands.choose(page, /^Work experience/)
  await hands.press(page, 'Continue')
  await hands.write(page, 'Your promise, in your own words', 'x'.repeat(612))
  await hands.press(page, 'Continue')
  const summary = page.locator('.error-summary')
  await summary.getByRole('heading', { name: 'There is a problem', level: 2 }).waitFor()
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await summary.getByRole('alert').count()).toBe(1)
  expect(await page.title()).toBe('Error: What do you promise? – Pledge Kiosk')
  const more = 'is 12 characters too long. Shorten it to 600 characters or fewer'
  await summary.getByRole('link', { name: `“Your promise, in your own words” ${more}` }).press('Enter')
  const field = page.getByLabel('Your promise, in your own words')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await field.evaluate((element) => element.getAttribute('aria-describedby'))).toBe('wording-error')
  expect(await page.locator('#wording-error').innerText()).toBe(`This ${more}`)
  await field.fill('Two weeks in our workshop')
  await hands.press(page, 'Continue')
  await page.getByRole('heading', { name: /^How many/ }).waitFor()
  expect(await page.title()).toMatch(/^How many/)
  expect(errors).toEqual([])
})

test('no browser translates the page', async () => {
  const { page } = await openHall(browser, { duty: 'pledges' })
  expect(await page.locator('html').getAttribute('translate')).toBe('no')
})

describe.each(Object.entries(LITTLE).slice(0, inLane(2, 4)))('%s', (_name, size) => {
  test('nothing sticks over the page; the field in focus is seen, and so is the first that a search finds', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'sign-in' })
    for (const name of ['Ewa Kaur', 'Ewa Nowak', 'Ewa Elmdon'])
      kiosk.station()?.signIn.walkIn(steward, { ...ewa, name }, { access: '', dietary: '' })
    await page.setViewportSize(size)
    await unlock(page, hands, 'steward')
    const search = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
    await search.focus()
    await search.fill('ewa')
    const first = page.getByText('Ewa Elmdon').first()
    await first.waitFor()
    expect([await stuck(page), await isSeen(search), await isSeen(first)]).toEqual([[], true, true])
    await hands.press(page, 'Not on the list')
    for (const label of ['Name', 'Role', 'Food needs']) {
      const field = page.getByLabel(label, { exact: true })
      await field.focus()
      expect([label, await isSeen(field)]).toEqual([label, true])
    }
    expect(await stuck(page)).toEqual([])
  })
})

test('on a large screen each question fills more than half of it, and nothing scrolls', async () => {
  const { page } = await openHall(browser, { duty: 'pledges', size: 'large' })
  await toTheKind(page)
  const { width, height } = screenSizes.large
  const filled = await page.locator('.pledges-kinds').evaluate((element) => {
    const { width: wide, bottom } = element.getBoundingClientRect()
    return { wide, bottom, scrolls: document.documentElement.scrollHeight > innerHeight }
  })
  expect(filled.wide).toBeGreaterThan(width * 0.8)
  expect(filled.bottom).toBeGreaterThan(height * 0.65)
  expect(filled.scrolls).toBe(false)
})

test('under the pointer nothing looks as if it were chosen; and in the system’s own colours what is chosen has a tick', async () => {
  const { page } = await openHall(browser, { duty: 'pledges' })
  await toTheKind(page)
  await hands.choose(page, /^Work experience/)
  const [chosen, other] = [/^Work experience/, /^A mentor/].map((name) =>
    page.locator('label', { has: page.getByRole('radio', { name }) }),
  )
  if (chosen === undefined || other === undefined) throw new Error('There are two')
  const marked = (card: Locator) => card.evaluate((element) => getComputedStyle(element, '::after').content !== 'none')
  await other.hover()
  const [isChosen, isHovered] = [await lookOf(chosen), await lookOf(other)]
  const parts = (look: string) => look.split(') ')
  expect(parts(isHovered).filter((part, place) => part === parts(isChosen)[place])).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect([await marked(chosen), await marked(other)]).toEqual([true, false])
  await hands.press(page, 'Easier to read')
  // Boxes and rounds to choose are the system’s own.
  const usual = page.getByRole('radio', { name: 'Usual' })
  expect(await usual.evaluate((element) => getComputedStyle(element).appearance)).toBe('auto')
})

test('whoever the arrows have chosen at the desk has an edge of their own where the system takes our colours away', async () => {
  const { page, kiosk } = await openHall(browser, { duty: 'sign-in' })
  for (const name of ['Ewa Kaur', 'Ewa Nowak'])
    kiosk.station()?.signIn.walkIn(steward, { ...ewa, name }, { access: '', dietary: '' })
  await unlock(page, hands, 'steward')
  await page.getByRole('combobox').first().fill('ewa')
  await page.getByText('Ewa Nowak').first().waitFor()
  await page.emulateMedia({ forcedColors: 'active' })
  const edges = await page
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('aria-selected'), getComputedStyle(row).outlineStyle]))
  expect(edges).toEqual([
    ['true', 'solid'],
    ['false', 'none'],
  ])
})

test('the form for somebody who is not on the list has all its fields above its foot, and what is said below many hits covers none of them', async () => {
  const { page, kiosk } = await openHall(browser, { duty: 'sign-in', size: 'tablet' })
  kiosk.station()?.batch(() => {
    for (let person = 0; person < 14; person += 1)
      kiosk.station()?.signIn.add(organiser, { ...ewa, name: `Ewa Number${person}` })
  })
  await unlock(page, hands, 'steward')
  await page.getByRole('combobox').first().fill('ewa')
  const more = page.getByText('These are the first twelve')
  for (const size of [screenSizes.tablet, LITTLE['at 400 %']]) {
    await page.setViewportSize(size)
    await more.scrollIntoViewIfNeeded()
    expect(await isSeen(more)).toBe(true)
    const over = await more.evaluate((note) => {
      const { left, right, top, bottom } = note.getBoundingClientRect()
      return [0.1, 0.3, 0.5, 0.7, 0.9].map(
        (share) => note === document.elementFromPoint(left + (right - left) * share, (top + bottom) / 2),
      )
    })
    expect(over).toEqual([true, true, true, true, true])
  }
  await page.setViewportSize(screenSizes.tablet)
  await hands.press(page, 'Not on the list')
  const foot = await page.locator('.dock').boundingBox()
  for (const label of ['Role', 'E-mail, if they want to be written to', 'Food needs']) {
    const box = await page.getByLabel(label, { exact: true }).boundingBox()
    expect([label, (box?.y ?? 0) + (box?.height ?? 0) < (foot?.y ?? 0)]).toEqual([label, true])
  }
})

test('a long name at the head of a page covers nothing that stands below it', async () => {
  const { page, kiosk } = await openHall(browser, { duty: 'sign-in' })
  const name = 'Jonathan Alexander Featherstonehaugh-Cholmondeley-Warner'
  kiosk.station()?.signIn.importer.run(organiser, 'list.csv', Buffer.from(`Name\n${name}\n`), {})
  await unlock(page, hands, 'steward')
  await page.getByRole('combobox').first().fill('Featherstonehaugh')
  await hands.press(page, /^Open/)
  await page.getByRole('heading', { name: `Details of ${name}` }).waitFor()
  for (const size of Object.values(screenSizes)) {
    await page.setViewportSize(size)
    const head = await page.getByRole('heading', { level: 1 }).boundingBox()
    const label = await page.locator('main label').first().boundingBox()
    expect((head?.y ?? 0) + (head?.height ?? 0)).toBeLessThanOrEqual(label?.y ?? 0)
  }
})
