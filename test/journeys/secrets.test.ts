/** The PIN and the passphrase in people's hands: guessed at by a visitor, lost, and changed by the organiser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { readPaper } from '../support/paper.ts'
import { keepPrintsHere, paperOfPrint, printsOf } from '../support/printing.ts'
import { PASSPHRASE, PIN } from '../support/test-station.ts'
import { keyboard, pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const NEXT = 'lantern plough gooseberry'
const NEXT_PIN = '5190'

describe('A visitor has guessed at the door', () => {
  test('until it made them wait: the organiser, who has come with the steward, opens it with the passphrase at once', async () => {
    const { page, errors } = await openHall(browser, { duty: 'sign-in', touch: true, size: 'portrait' })
    const hands = pointer(true)
    // Nothing typed is no try.
    await hands.press(page, 'Unlock')
    await page.getByText('Type the steward PIN first').waitFor()
    for (const wrong of ['9070', '9071', '9072', '9073', '9074']) {
      await hands.write(page, 'Steward PIN', wrong)
      await hands.press(page, 'Unlock')
      await page.locator('.field-error').waitFor()
      await expect.poll(() => page.getByLabel('Steward PIN').inputValue()).toBe('')
    }
    await page.getByText(/^Too many wrong tries. Wait \d+ seconds, then try again.$/).waitFor()
    await expectAccessible(page, 'sign-in, locked, wrong PINs')
    await hands.press(page, 'Use the organiser passphrase')
    await unlock(page, hands, 'organiser')
    await page.getByRole('button', { name: 'Lock' }).waitFor()
    expect(errors).toEqual([])
  })
})

describe('The organiser', () => {
  test('chooses another PIN for one that was lost, and another passphrase, by the keyboard alone', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser', size: 'laptop' })
    const hands = keyboard
    await unlock(page, hands, 'organiser')
    await hands.press(page, 'Event & tablet', 'link')
    await hands.press(page, /^Tablet$/, 'link')

    await hands.press(page, 'Change the steward PIN')
    await hands.write(page, 'Organiser passphrase as it is now', PASSPHRASE)
    await hands.write(page, 'New steward PIN', '1234')
    await hands.press(page, 'Change it')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /are tried first/ })
      .waitFor()
    await expectAccessible(page, 'change the PIN')
    await hands.write(page, 'New steward PIN', PIN)
    await hands.press(page, 'Change it')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: 'That is the one you have now. Choose another.' })
      .waitFor()
    await hands.write(page, 'New steward PIN', NEXT_PIN)
    await hands.press(page, 'Change it')
    await page.getByText(/^The steward PIN is changed./).waitFor()
    expect(await kiosk.station()?.staff.isRight('steward', PIN)).toBe(false)
    expect(await kiosk.station()?.staff.isRight('steward', NEXT_PIN)).toBe(true)

    await hands.press(page, 'Change the passphrase')
    await expectAccessible(page, 'change the passphrase')
    await hands.write(page, 'Organiser passphrase as it is now', 'three other words')
    await hands.write(page, 'New organiser passphrase', NEXT)
    await hands.press(page, 'Change it')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /That is not the organiser passphrase/ })
      .waitFor()
    await expectAccessible(page, 'change the passphrase, wrong')
    await hands.write(page, 'Organiser passphrase as it is now', PASSPHRASE)
    await hands.press(page, 'Change it')
    await page.getByText(/^The passphrase is changed\..* save a new copy\.$/).waitFor()
    // Whoever changed it stays in, and the old one is none any more.
    await hands.press(page, 'Lock')
    await hands.write(page, 'Organiser passphrase', PASSPHRASE)
    await hands.press(page, 'Open')
    await page.getByText(/^That is not the organiser passphrase/).waitFor()
    await hands.write(page, 'Organiser passphrase', NEXT)
    await hands.press(page, 'Open')
    await page.getByRole('link', { name: 'Event & tablet' }).waitFor()
    expect(errors).toEqual([])
  })
})

describe('A recovery sheet', () => {
  test('is printed when the tablet has been set up, and gives it back to an organiser who has lost the passphrase', async () => {
    const { page, kiosk, errors } = await openHall(browser, { size: 'laptop' })
    const hands = pointer()
    await hands.choose(page, /our partnership event at the NEC/)
    await hands.press(page, 'Continue')
    await hands.write(page, 'A name for this tablet', 'West door')
    await hands.choose(page, 'Organiser')
    await hands.press(page, 'Continue')
    await hands.write(page, 'Organiser passphrase', PASSPHRASE)
    await hands.write(page, 'Steward PIN', PIN)
    await hands.press(page, 'Open for the day')

    await page.getByRole('heading', { name: 'Print a recovery sheet' }).waitFor()
    await expectAccessible(page, 'recovery sheet')
    const isVoid = page.getByText('The sheet that was printed before is void from then on.')
    expect(await isVoid.count()).toBe(0)
    await keepPrintsHere(page)
    await hands.write(page, 'Organiser passphrase', 'three other words')
    await hands.press(page, 'Print the sheet')
    await page.getByRole('link', { name: /That is not the organiser passphrase/ }).waitFor()
    await expectAccessible(page, 'recovery sheet, wrong passphrase')
    await hands.write(page, 'Organiser passphrase', PASSPHRASE)
    await hands.press(page, 'Print the sheet')
    await page.getByRole('heading', { name: 'Put it into an envelope' }).waitFor()
    await expectAccessible(page, 'recovery sheet, made')
    await expect.poll(() => printsOf(page)).toBe(1)
    const groups = await page.locator('.recovery-groups span').allInnerTexts()
    expect(groups).toHaveLength(7)
    const paper = (await readPaper(await paperOfPrint(page, 0))).map(({ text }) => text).join(' ')
    for (const words of ['Recovery sheet of “West door”', ...groups]) expect(paper).toContain(words)
    await hands.press(page, 'I have it')

    await page.getByRole('heading', { name: 'For the organiser' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(groups[0])
    await hands.press(page, 'I have the recovery sheet')
    await expectAccessible(page, 'use the recovery sheet')
    const [first = '', ...others] = groups
    await hands.write(
      page,
      'What stands on the sheet',
      [`${first.startsWith('2') ? '3' : '2'}${first.slice(1)}`, ...others].join(' '),
    )
    await hands.write(page, 'New organiser passphrase', NEXT)
    await hands.write(page, 'New steward PIN', NEXT_PIN)
    await hands.press(page, 'Use the new ones')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /not as it is printed/ })
      .waitFor()
    await expectAccessible(page, 'use the recovery sheet, misread')
    await hands.write(page, 'What stands on the sheet', groups.join(' ').toLowerCase())
    await hands.press(page, 'Use the new ones')
    await page.getByText(/^The new passphrase and PIN hold from now on./).waitFor()
    await hands.write(page, 'Organiser passphrase', NEXT)
    await hands.press(page, 'Open')
    await hands.press(page, 'Event & tablet', 'link')
    await hands.press(page, /^Tablet$/, 'link')
    await page.getByText('There is no recovery sheet').waitFor()
    await hands.press(page, 'Print a recovery sheet')
    await page.getByRole('heading', { name: 'Print a recovery sheet' }).waitFor()
    await hands.write(page, 'Organiser passphrase', NEXT)
    await hands.press(page, 'Print the sheet')
    await hands.press(page, 'I have it')
    await page.getByText(/^The recovery sheet of .+ is the one that works\.$/).waitFor()
    await hands.press(page, 'Print a recovery sheet')
    await isVoid.waitFor()
    await hands.press(page, 'Not now')
    await page.getByRole('heading', { name: 'This tablet' }).waitFor()
    expect(await kiosk.station()?.staff.isRight('steward', NEXT_PIN)).toBe(true)
    expect(errors).toEqual([])
  })
})
