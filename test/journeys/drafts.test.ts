/** What somebody was typing: back after a power cut, parked when they walk away, never shown to the next person. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openDesktopHall } from '../support/desktop-hall.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { draftAt, holdBack, lookWithStoppedClock, pointer, screenOf, stopClock, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const PROMISE = 'A half-typed promise about a spare room'
const wording = (page: Page) => page.getByLabel('Your promise, in your own words')

/** From the attract screen to a promise half typed. */
async function typeHalf(page: Page): Promise<void> {
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await hands.choose(page, /^Work experience/)
  await hands.press(page, 'Continue')
  await wording(page).fill(PROMISE)
}

describe('somebody walks away', () => {
  test('An idle kiosk warns, can be extended, then parks the draft and returns to the attract screen', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    await stopClock(page)
    await typeHalf(page)
    const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
    // After ninety seconds, and not sooner: it has its whole half minute to stand.
    await page.clock.runFor(90_500)
    await warning.getByText('clears in 30').waitFor()
    await lookWithStoppedClock(page, 'idle warning')
    await hands.press(page, 'I need more time')
    await warning.waitFor({ state: 'hidden' })
    expect(await wording(page).inputValue()).toBe(PROMISE)

    await page.clock.runFor(90_500)
    await warning.getByText('clears in 30').waitFor()
    await page.clock.runFor(29_000)
    await warning.getByText('clears in 1').waitFor()
    expect(await wording(page).inputValue()).toBe(PROMISE)
    await page.clock.runFor(1000)
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    // The screen is clear at once; the draft reaches the disk a moment later.
    await expect.poll(() => kiosk.station()?.drafts.parked('steward').items).toHaveLength(1)

    // The next person starts with an empty page.
    await hands.press(page, 'Make your pledge')
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    expect(errors).toEqual([])
  })

  test('A parked draft is brought back by a steward when its owner returns', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'pledges' })
    await typeHalf(page)
    await expect.poll(() => draftAt(page, kiosk)).toContain('spare room')
    kiosk.station()?.drafts.park('pledge', await screenOf(page))
    await visit(page, '/staff')
    await unlock(page, hands, 'steward')
    await page.getByRole('heading', { name: 'Left unfinished' }).waitFor()
    await expectAccessible(page, 'staff room with a parked draft')
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    await hands.press(page, 'Bring it back')
    await page.getByText('It is open again').waitFor()
    await hands.press(page, 'Lock')
    await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('spare room')
    await expectAccessible(page, 'carry on?')
    await hands.press(page, /^Yes/)
    expect(await wording(page).inputValue()).toBe(PROMISE)
  })
})

describe('what is typed is kept while it is typed', () => {
  test('Whoever types on without a pause is a second from the disk at most, and what they typed last is there as they go', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    await stopClock(page)
    await typeHalf(page)
    await page.clock.runFor(250)
    await expect.poll(() => draftAt(page, kiosk)).toContain('spare room"')
    await wording(page).press('End')
    for (let keys = 0; keys < 13; keys += 1) {
      await page.keyboard.press('a')
      await page.clock.runFor(80)
    }
    await expect.poll(() => draftAt(page, kiosk)).toContain('spare roomaaaaaaaaaaaaa"')
    // No time passes from here on.
    await page.keyboard.press('b')
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect.poll(() => draftAt(page, kiosk)).toContain('aab"')
    await page.keyboard.press('c')
    await visit(page, '/staff')
    await expect.poll(() => draftAt(page, kiosk)).toContain('aabc"')
    expect(errors).toEqual([])
  })

  test('Whoever begins is not put away together with the one before them, however late the tablet hears that those have gone', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    await stopClock(page)
    const gone = await holdBack(page, 'pledges/endVisit')
    await typeHalf(page)
    await page.clock.runFor(1000)
    await gone.release()
    await expect.poll(() => draftAt(page, kiosk)).toContain('spare room')
    expect(kiosk.station()?.drafts.parked('steward').items).toEqual([])
    expect(errors).toEqual([])
  })
})

describe('the power goes', () => {
  test('What was being typed is offered back after a kill, and is parked when it is not wanted', async () => {
    const { page, shell, kiosk } = await openDesktopHall(browser, { duty: 'pledges' })
    await typeHalf(page)
    // The keystrokes reach the disk a quarter of a second later.
    await expect.poll(() => draftAt(page, kiosk)).toContain('spare room')
    await shell.killStation()
    const question = page.getByRole('heading', { name: 'Were you in the middle of a pledge?' })
    await question.waitFor()
    await hands.press(page, /^Yes/)
    expect(await wording(page).inputValue()).toBe(PROMISE)

    await page.reload()
    await question.waitFor()
    await hands.press(page, /^No/)
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    const left = () => kiosk.station()?.drafts.parked('steward').items ?? []
    await expect.poll(left).toMatchObject([{ called: 'A pledge' }])

    // Whoever comes next is not asked about it.
    await page.reload()
    await hands.press(page, 'Make your pledge')
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    kiosk.station()?.drafts.resume(left()[0]?.id ?? 0, 'window-9')
    expect(kiosk.station()?.drafts.open('pledge', 'window-9')?.body).toContain('spare room')
    expect(shell.failures).toEqual([])
  })
})
