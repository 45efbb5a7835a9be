/** The one question at the way out: a touch answers it at any tablet, and the numbers count it without a name. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, pointer, promise, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const QUESTION = 'Is it clearer to you what you can do?'

test('a touch at the way out answers the one question, the next person is asked in turn, and nobody’s name is kept', async () => {
  const { page, kiosk, errors } = await openHall(browser, {
    duty: 'sign-in',
    touch: true,
    now: '2023-12-12T15:00:00.000Z',
  })
  const hands = pointer(true)
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const total = () => station.wayOut.numbers()?.total
  await page.clock.install()
  await visit(page, '/staff')
  await unlock(page, hands, 'steward')
  await hands.press(page, 'Ask the question at the way out here', 'link')
  await page.getByRole('heading', { name: QUESTION }).waitFor()
  await expectAccessible(page, 'way out')
  for (const [name, size] of Object.entries(screenSizes)) {
    await page.setViewportSize(size)
    await takePicture(page, `way-out-${name}`)
  }
  await hands.press(page, 'Yes, much clearer')
  await page.getByText('Thank you. That is counted, without your name.').waitFor()
  await expectAccessible(page, 'way out, thanks')
  expect(total()).toBe(1)
  // The next person is asked by itself; this one answers by the keyboard.
  await page.clock.runFor(3_500)
  await keyboard.press(page, 'Not yet')
  await page.getByText('Thank you. That is counted, without your name.').waitFor()
  expect(total()).toBe(2)

  // Somebody presses and presses: it rests, and says so.
  await page.clock.runFor(3_500)
  for (let press = 0; press < 20; press += 1) station.wayOut.answer('another screen', 'yes')
  expect(total()).toBe(14)
  for (let press = 0; press < 10; press += 1) {
    await hands.press(page, 'A little clearer')
    await page.getByText('Thank you. That is counted, without your name.').waitFor()
    await page.clock.runFor(3_500)
    await page.getByRole('button', { name: 'A little clearer' }).waitFor()
  }
  await hands.press(page, 'A little clearer')
  await page.getByText('Very many answers came here just now').waitFor()
  await expectAccessible(page, 'way out, a rest')
  expect(total()).toBe(24)

  // The numbers have it.
  await hands.press(page, 'Staff')
  await visit(page, '/numbers')
  await page.getByRole('heading', { name: QUESTION }).waitFor()
  await page.getByText('24 answers').waitFor()
  await page.getByRole('heading', { name: QUESTION }).scrollIntoViewIfNeeded()
  await takePicture(page, 'way-out-numbers')
  expect(errors).toEqual([])
})

test('a door without a steward leads to it and back', async () => {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
  const hands = pointer()
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  station.changeDoor({ mode: 'self-service' })
  await page.reload()
  await hands.press(page, 'On your way out?', 'link')
  await page.getByRole('heading', { name: QUESTION }).waitFor()
  await expectAccessible(page, 'way out, once')
  await hands.press(page, 'Yes, much clearer')
  await page.getByText('Thank you. That is counted, without your name.').waitFor()
  await page.getByRole('heading', { name: 'Sign yourself in' }).waitFor()
  expect(station.wayOut.numbers()?.total).toBe(1)
  expect(errors).toEqual([])
})

test.each([
  { by: 'a finger', touch: true, answer: 'Yes, much clearer' },
  { by: 'the keyboard', touch: false, answer: 'Not yet' },
])(
  'after a pledge the thanks ask it once more, and $by answers it there at any size',
  async ({ by, touch, answer }) => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges', touch })
    const hands = touch ? pointer(true) : keyboard
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    await promise(page, hands)
    const asked = page.getByRole('region', { name: QUESTION })
    for (const [name, size] of Object.entries(screenSizes)) {
      await page.setViewportSize(size)
      await asked.scrollIntoViewIfNeeded()
      const buttons = await asked.getByRole('button').all()
      expect(buttons.length).toBeGreaterThan(1)
      for (const button of buttons) {
        const box = await button.boundingBox()
        expect([name, box !== null && box.height >= 48 && box.x >= 0 && box.x + box.width <= size.width]).toEqual([
          name,
          true,
        ])
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0)
      await takePicture(page, `way-out-thanks-${touch ? 'touch' : 'keys'}-${name}`)
    }
    await hands.press(page, answer)
    await asked.getByText('Thank you. That is counted, without your name.').waitFor()
    expect(await asked.getByRole('button').count()).toBe(0)
    if (touch) await expectAccessible(page, 'pledge, thank you, the way out answered')
    const numbers = station.wayOut.numbers()
    expect([numbers?.total, numbers?.answers.filter(({ count }) => count > 0)]).toEqual([
      1,
      [expect.objectContaining({ words: answer, count: 1 })],
    ])
    // The thanks are still there, and lead on.
    await hands.press(page, 'Make another pledge')
    await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
    expect([by, errors]).toEqual([by, []])
  },
)
