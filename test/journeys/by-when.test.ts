/** Whoever says by when in their own words sees at once which day that is, and can say another. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, pointer, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What is read out when the words have been understood. */
const saidBack = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true })

/** The page at 400 % on a small screen: 320 pixels of width are left. Nothing reaches beyond it, and the sentence has room for its words. */
async function expectRoomAt400(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 256 })
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const sentence = await page
    .getByRole('status')
    .getByText(/^That is/)
    .boundingBox()
  const button = await page.getByRole('button', { name: 'Say another day' }).boundingBox()
  if (before !== null) await page.setViewportSize(before)
  expect(beyond).toBe(0)
  expect(sentence?.width).toBeGreaterThan(100)
  expect((sentence?.y ?? 0) + (sentence?.height ?? 0)).toBeLessThan(button?.y ?? 0)
}

test('on the way to a pledge: the day is said back, an age is not asked for, and another day can be said', async () => {
  const hands = pointer()
  const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
  await hands.choose(page, /^A mentor/)
  await hands.press(page, 'Continue')
  await hands.write(page, 'Your promise, in your own words', 'A phone call every month')
  await hands.press(page, 'Continue')
  await hands.press(page, 'One more')
  await hands.press(page, 'Continue')

  await hands.choose(page, 'Within three months')
  await saidBack(page, 'That is 12 March 2024. Right?').waitFor()
  await hands.choose(page, 'In my own words')
  const words = 'By when, in your own words'
  await hands.write(page, words, 'by her 18th birthday')
  await saidBack(
    page,
    'An age or a birthday is a detail about a child. A day serves better, if you know one.',
  ).waitFor()
  expect(await page.getByRole('button', { name: 'Say another day' }).count()).toBe(0)
  await hands.write(page, words, 'once funding is agreed')
  await saidBack(page, 'No day comes of that, and none is needed: we keep it in your words.').waitFor()
  await hands.write(page, words, 'by Easter')
  await saidBack(page, 'That is 31 March 2024. Right?').waitFor()
  await expectAccessible(page, 'pledge, by when said back')
  await expectRoomAt400(page)

  await hands.press(page, 'Say another day')
  const part = (name: string) => page.getByRole('textbox', { name, exact: true })
  await expect.poll(() => part('Day').evaluate((field) => field === document.activeElement)).toBe(true)
  const filled = await Promise.all(['Day', 'Month', 'Year'].map((name) => part(name).inputValue()))
  expect(filled).toEqual(['31', '3', '2024'])
  await part('Day').fill('28')
  await hands.press(page, 'Continue')
  await page.getByRole('heading', { name: 'Which priority does it serve?' }).waitFor()
  await hands.press(page, 'Continue')
  await page.getByText('By 28 March 2024').waitFor()
  await hands.press(page, 'Make this pledge')
  await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
  expect(kiosk.station()?.pledges.latest()).toMatchObject([{ due: '2024-03-28', dueDerived: false }])
  expect(errors).toEqual([])
})

test('at a table, by the keyboard alone: the day stands below the field, and can be put into it', async () => {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'workshop' })
  await visit(page, '/workshop/workshop-1/table-7')
  await keyboard.press(page, 'Add an action')
  await page.getByRole('dialog', { name: 'A new action' }).waitFor()
  await keyboard.write(page, 'What will happen?', 'A library card that moves with the child')
  await keyboard.write(page, 'By when?', 'spring term')
  await saidBack(page, 'That is 28 March 2024. Right?').waitFor()
  await expectAccessible(page, 'workshop, by when said back')
  await expectRoomAt400(page)
  await keyboard.press(page, 'Say another day')
  const field = page.getByLabel('By when?')
  await expect.poll(() => field.inputValue()).toBe('28 March 2024')
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  await keyboard.write(page, 'By when?', 'from September')
  await saidBack(page, 'That starts on 1 September 2024. If you know by when, say a day as well.').waitFor()
  await keyboard.press(page, 'Add it to the list')
  await page.getByRole('heading', { name: 'A library card that moves with the child' }).waitFor()
  const place = { session: 'workshop-1', table: 'table-7' }
  expect(kiosk.station()?.workshops.table(place).actions).toMatchObject([{ timescale: 'from September', due: null }])
  expect(errors).toEqual([])
})
