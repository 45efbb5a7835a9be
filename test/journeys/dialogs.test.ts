/** Somebody is in the middle of a word when a dialog opens: Space and Enter change nothing, whichever it is. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { ewa, steward } from '../support/test-station.ts'
import { answerPledge, pointer, stopClock, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const KEYS = ['Space', 'Enter'] as const

const stationOf = (kiosk: Kiosk) => {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  return station
}
/** All that is written down, by its number, and where the page is. */
const standing = (page: Page, kiosk: Kiosk) =>
  [stationOf(kiosk).journal.facts.count(), new URL(page.url()).pathname].join(' ')

/** Opens the dialog once for each key and presses it at once; then nothing is written, and the page behind is where it was. */
async function expectNothingChanges(page: Page, kiosk: Kiosk, title: string | RegExp, open: () => Promise<void>) {
  const dialog = page.getByRole('dialog', { name: title }).or(page.getByRole('alertdialog', { name: title }))
  for (const key of KEYS) {
    const before = standing(page, kiosk)
    await open()
    await dialog.waitFor()
    await page.keyboard.press(key)
    // What was asked for comes before this is answered.
    await page.evaluate(() => fetch('/icon.svg').then((answer) => answer.ok))
    expect([String(title), key, standing(page, kiosk)]).toEqual([String(title), key, before])
    // One may lead back to another.
    const opened = page.locator('dialog[open]')
    while ((await opened.count()) > 0) await page.keyboard.press('Escape')
  }
}

test('while a pledge is written, made and read over', async () => {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
  const opens = (title: string | RegExp, name: string | RegExp) =>
    expectNothingChanges(page, kiosk, title, () => hands.press(page, name))
  await opens('What is corporate parenting?', /^What is corporate parenting/)
  await opens('About your information', 'About your information')
  await opens('Easier to read', 'Easier to read')
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await opens('Start again?', 'Start again')
  await answerPledge(page, hands, /^Work experience/, 'Two weeks in our workshop')
  await opens('Start again?', 'Start again')
  await hands.press(page, 'Make this pledge')
  await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
  await opens('Withdraw this pledge?', 'Withdraw it')
  await hands.press(page, 'Change it')
  await hands.press(page, 'Change how many')
  await hands.press(page, 'One more')
  await hands.press(page, 'Continue')
  await page.getByRole('heading', { name: 'Change your pledge' }).waitFor()
  await opens('Leave it?', 'Leave it unchanged')
  expect(errors).toEqual([])
})

test('by itself, as nobody had touched the screen for ninety seconds: what was written is there, and goes on being written', async () => {
  const { page, kiosk } = await openHall(browser, { duty: 'pledges' })
  await hands.press(page, 'Make your pledge')
  await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
  await stopClock(page)
  await hands.press(page, /^Without giving a name/)
  await hands.choose(page, /^A mentor/)
  await hands.press(page, 'Continue')
  await hands.write(page, 'Your promise, in your own words', 'A phone call every')
  await expectNothingChanges(page, kiosk, 'Are you still there?', () => page.clock.runFor(91_000))
  expect(await page.getByLabel('Your promise, in your own words').inputValue()).toBe('A phone call every')
})

test('at the organiser’s: a record, its change and its end, what cannot be undone, and the secrets', async () => {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
  const { signIn } = stationOf(kiosk)
  signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' })
  await unlock(page, hands, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  const opens = (title: string | RegExp, ...names: readonly (string | RegExp)[]) =>
    expectNothingChanges(page, kiosk, title, async () => {
      for (const name of names) await hands.press(page, name)
    })
  await visit(page, '/organiser/delegates')
  await opens('Ewa Kaur', 'Ewa Kaur')
  await opens(/^Change/, 'Ewa Kaur', 'Change')
  await opens(/^Forget Ewa Kaur/, 'Ewa Kaur', 'Forget this person')
  await visit(page, '/organiser/event')
  await opens(/^Take every access/, 'Take all needs off this tablet')
  await visit(page, '/organiser/event/tablet')
  await opens('What time is it really?', 'Put its time right')
  expect(errors).toEqual([])
})
