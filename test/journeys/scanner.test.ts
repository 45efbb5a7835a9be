/** At the door with a scanner that types: five milliseconds a key, wherever the focus happens to be. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { ewa, kwame, organiser } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, scan, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })

async function openDesk() {
  const hall = await openHall(browser, { duty: 'sign-in' })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const [ewas, kwames] = [ewa, kwame].map((person) => station.signIn.badge(station.signIn.add(organiser, person)))
  if (ewas === undefined || kwames === undefined) throw new Error('They have no badges')
  return { ...hall, station, ewas, kwames }
}

/**
 * Keys by their own time stamps, in milliseconds from the first; sent at once, as a busy machine hands them on, and all in
 * the past, because Chromium takes a stamp from the future for now.
 */
async function typeBy(page: Page, keys: readonly { key: string; at: number; held: number }[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const start = Date.now() / 1000 - Math.max(...keys.map(({ at, held }) => at + held)) / 1000
  const events = keys.flatMap(({ key, at, held }) => [
    { type: 'keyDown' as const, key, text: key === 'Enter' ? '\r' : key, at },
    { type: 'keyUp' as const, key, at: at + held },
  ])
  await Promise.all(
    events
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, ...event }) => session.send('Input.dispatchKeyEvent', { ...event, timestamp: start + at / 1000 })),
  )
  await session.detach()
}

const scannerKeys = (code: string, { at = 0, gap = 5 } = {}) =>
  [...Array.from(code), 'Enter'].map((key, index) => ({ key, at: at + index * gap, held: gap * 0.6 }))

describe('a scanner that types', () => {
  test('a badge scanned before a locked desk is not tried as the PIN, and what was typed of the PIN stays', async () => {
    const { page, faults, ewas, station } = await openDesk()
    const pin = page.getByLabel('Steward PIN')
    await pin.focus()
    await page.keyboard.type('24', { delay: 60 })
    await scan(page, ewas)
    await page.getByText(/The badge was read, but this desk is locked/).waitFor()
    expect(await pin.inputValue()).toBe('24')
    await expectAccessible(page, 'sign-in, locked, badge scanned')
    await page.keyboard.type('68', { delay: 60 })
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
    expect(station.signIn.counts().here).toBe(0)
    expect(faults).toEqual([])
  })

  test('in the search box, beside what is typed there, with a selection, very fast and slow: the box stays as it was', async () => {
    const { page, faults, ewas, kwames } = await openDesk()
    await unlock(page, hands, 'steward')
    const find = page.getByRole('combobox', { name: 'Find by name or organisation' })
    await find.focus()
    await page.keyboard.type('Meri', { delay: 60 })
    await find.evaluate((field) => field instanceof HTMLInputElement && field.setSelectionRange(1, 3))
    const selected = () =>
      find.evaluate((field) =>
        field instanceof HTMLInputElement ? [field.value, field.selectionStart, field.selectionEnd] : [],
      )

    await scan(page, ewas)
    await answer(page).getByText('Ewa Kaur').waitFor()
    expect(await answer(page).innerText()).toMatch(/Signed in at/i)
    expect(await selected()).toEqual(['Meri', 1, 3])
    await scan(page, ewas)
    await answer(page)
      .getByText(/Already signed in at/i)
      .waitFor()
    await typeBy(page, scannerKeys(kwames, { gap: 1 }))
    await answer(page).getByText('Kwame Okonkwo-Bell').waitFor()
    await typeBy(page, scannerKeys('PK1-WOLV-0123456789ABCDEF', { gap: 35 }))
    await answer(page)
      .getByText(/This badge is for WOLV/)
      .waitFor()
    await scan(page, '99999999999999999999')
    await answer(page).getByText('We do not know this badge').waitFor()
    expect(await selected()).toEqual(['Meri', 1, 3])
    expect(faults).toEqual([])
  })

  test('a steward goes on typing a name while a badge is scanned: the name is in the box and the person signed in', async () => {
    const { page, faults, ewas } = await openDesk()
    await unlock(page, hands, 'steward')
    const find = page.getByRole('combobox', { name: 'Find by name or organisation' })
    await find.focus()
    const typed = Array.from('motors').map((key, index) => ({ key, at: index * 70, held: 95 }))
    const both = [...typed, ...scannerKeys(ewas.toUpperCase(), { at: 150 })]
    await typeBy(page, both)
    await answer(page).getByText('Ewa Kaur').waitFor()
    await page.waitForTimeout(300)
    expect(await find.inputValue()).toBe('motors')
    expect(faults).toEqual([])
  })

  test('on a button, also with a space in the code: it is not pressed; a person’s own space presses it', async () => {
    const { page, faults, ewas } = await openDesk()
    await unlock(page, hands, 'steward')
    const button = page.getByRole('button', { name: 'Not on the list' })
    await button.focus()
    await scan(page, ewas)
    await answer(page).getByText('Ewa Kaur').waitFor()
    await button.focus()
    await scan(page, ' A ticket from elsewhere')
    await answer(page).getByText('We do not know this badge').waitFor()
    await page.waitForTimeout(200)
    expect(await page.getByRole('heading', { name: 'Who is not on the list?' }).count()).toBe(0)
    await button.focus()
    await page.keyboard.press('Space', { delay: 70 })
    await page.getByRole('heading', { name: 'Who is not on the list?' }).waitFor()
    expect(faults).toEqual([])
  })

  test('in the fields and lists of a walk-in: every one of them stays as it was', async () => {
    const { page, faults, ewas } = await openDesk()
    await unlock(page, hands, 'steward')
    await hands.press(page, 'Not on the list')
    const strip = page.getByRole('region', { name: 'Answer' })
    for (const label of ['Name', 'Organisation', 'Role']) {
      const field = page.getByRole(label === 'Organisation' ? 'combobox' : 'textbox', { name: label }).first()
      await field.fill('Halfway thr')
      await field.evaluate((element) => element instanceof HTMLInputElement && element.setSelectionRange(7, 7))
      await scan(page, ewas)
      await strip.getByText('Ewa Kaur').waitFor()
      await page.waitForTimeout(150)
      expect([label, await field.inputValue()]).toEqual([label, 'Halfway thr'])
      await page.keyboard.type('ZZ', { delay: 60 })
      expect([label, await field.inputValue()]).toEqual([label, 'HalfwayZZ thr'])
    }
    const sector = page.getByLabel('Sector')
    const before = await sector.inputValue()
    await sector.focus()
    await scan(page, 'housing-police-health')
    await strip.getByText('We do not know this badge').waitFor()
    expect(await sector.inputValue()).toBe(before)
    await expectAccessible(page, 'sign-in, walk-in, badge scanned')
    expect(faults).toEqual([])
  })
})
