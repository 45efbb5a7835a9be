/** An alarm goes off: a steward calls the roll at the door, by touch or by the keyboard alone, until everybody is found. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/station.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { openBrowser, screenSizes } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { readPaper } from '../support/paper.ts'
import { keepPrints, paperOfPrint } from '../support/printing.ts'
import { ewa, kwame, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { cutOff, type Hands, holdBack, keyboard, pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const stationOf = (kiosk: { station(): Station | null }): Station => {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  return station
}
const arrive = (station: Station, who: typeof ewa, access = '') =>
  station.signIn.walkIn(steward, who, { access, dietary: '' }).id

/** Ewa needs help; Kwame; Ines went home; Owen is expected and has not come. */
function fill(station: Station) {
  const ids = {
    ewa: arrive(station, ewa, 'Uses a wheelchair'),
    kwame: arrive(station, kwame),
    ines: arrive(station, { ...ewa, name: 'Ines Example' }),
  }
  station.signIn.add(steward, { ...ewa, name: 'Owen Notyet' })
  station.signIn.signOut(steward, ids.ines)
  return ids
}

/** Ticks, or unticks, whoever is found by this name: by a touch on the row, or by the keyboard from wherever it is. */
async function tick(page: Page, hands: Hands, name: RegExp): Promise<void> {
  // Within half a second it would be the same touch.
  await page.waitForTimeout(550)
  if (hands !== keyboard) return hands.choose(page, name, 'checkbox')
  const wanted = page.getByRole('checkbox', { name })
  const first = page.getByRole('list', { name: 'The roll' }).locator('input[tabindex="0"]')
  for (let presses = 0; presses < 40 && !(await isFocused(first)); presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 40 && !(await isFocused(wanted)); presses += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
}
const isFocused = (target: ReturnType<Page['getByRole']>) =>
  target.evaluate((element) => element === document.activeElement)

const numbers = (page: Page) => page.getByRole('region', { name: 'How many' })
const says = (page: Page, words: string | RegExp) => numbers(page).getByText(words).first().waitFor()
const hears = (page: Page, words: string) => page.locator('[aria-live="polite"]').getByText(words).waitFor()
const namesOn = (page: Page) =>
  page.getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')))

describe('A roll call', () => {
  test.each([
    ['by touch at 800 × 1280', pointer(true), { size: 'portrait' as const, touch: true }],
    ['by the keyboard alone at 1366 × 768', keyboard, { size: 'laptop' as const }],
  ])('from the locked desk to its summary, %s', async (_how, hands, tablet) => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in', ...tablet })
    const station = stationOf(kiosk)
    const ids = fill(station)
    await keepPrints(page)
    await page.getByRole('heading', { name: 'Sign-in' }).waitFor()
    await hands.press(page, 'Roll call', 'link')
    await page.getByRole('heading', { name: 'Roll call' }).waitFor()
    await expectAccessible(page, 'roll call, locked')
    await unlock(page, hands, 'steward')

    // At once: who is in the building now, and nobody else. What they need stays unsaid until it matters.
    await says(page, '2 in the building now')
    await expect.poll(() => namesOn(page)).toEqual(['Ewa Kaur, Elmdon House', 'Kwame Okonkwo-Bell, Meriden Motors'])
    expect(await page.getByText('Needs help').count()).toBe(0)
    await expectAccessible(page, 'roll call, before')
    await hands.press(page, 'Start the roll call')
    await page.getByText('Write your name, so that others know who ticked').waitFor()
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, '2 still to find')
    await page.getByText('Needs help: Uses a wheelchair').waitFor()
    await expectAccessible(page, 'roll call, started')

    // A tick, a mis-tap taken back where it was, and the tick again.
    await tick(page, hands, /^Ewa Kaur/)
    await hears(page, 'Ewa Kaur accounted for. 1 still to find.')
    await says(page, '1 still to find')
    await page
      .getByText(/by Sam Steward, West door/)
      .nth(1)
      .waitFor()
    await tick(page, hands, /^Kwame/)
    await hears(page, 'Kwame Okonkwo-Bell accounted for. Everybody is accounted for.')
    await expectAccessible(page, 'roll call, everybody')
    await tick(page, hands, /^Kwame/)
    await hears(page, 'Kwame Okonkwo-Bell is still to find. 1 still to find.')
    const open = station.rollCalls.state().open?.id ?? ''
    const lines = () => station.rollCalls.people({ rollCall: open, cursor: null, from: null }).items
    await expect
      .poll(() => lines().map((line) => [line.name, line.tick?.by ?? null]))
      .toEqual(
        expect.arrayContaining([
          ['Ewa Kaur', 'Sam Steward'],
          ['Kwame Okonkwo-Bell', null],
        ]),
      )

    // Meanwhile, at the door: somebody comes in, somebody goes, and another steward ticks.
    const late = arrive(station, { ...kwame, name: 'Late Larkspur' })
    await page.getByText(/^Came in at/).waitFor()
    await says(page, '2 still to find')
    const gone = arrive(station, { ...kwame, name: 'Gone Gorse' })
    await says(page, '3 still to find')
    station.signIn.signOut(steward, gone)
    await page.getByText(/^Signed out at/).waitFor()
    await says(page, '1 signed out since')
    station.rollCalls.tick(steward, { rollCall: open, delegate: late, ticked: true, by: 'Uma Warden' })
    await page.getByText(/by Uma Warden, West door/).waitFor()
    await says(page, '1 still to find')

    // One person, at once, by a few letters; Enter ticks them.
    await hands.write(page, 'Find one person', 'kwam')
    await expect.poll(() => namesOn(page)).toEqual(['Kwame Okonkwo-Bell, Meriden Motors'])
    await expectAccessible(page, 'roll call, search')
    await hands.press(page, 'Clear the search')
    await hands.press(page, 'Only those still to find')
    await expect.poll(() => namesOn(page)).toEqual(['Kwame Okonkwo-Bell, Meriden Motors'])
    await expectAccessible(page, 'roll call, only those still to find')
    await hands.press(page, 'By sector')
    await page.getByRole('heading', { name: /Business/ }).waitFor()

    // Away to the desk and back: it goes on where it was.
    await hands.press(page, 'Back to the desk', 'link')
    await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
    await hands.press(page, 'Roll call', 'link')
    await says(page, '1 still to find')
    await expect.poll(() => namesOn(page)).toEqual(['Kwame Okonkwo-Bell, Meriden Motors'])

    // On paper: everybody once, whatever the screen leaves out.
    await hands.press(page, 'Only those still to find')
    await hands.press(page, 'Print')
    const paper = (await readPaper(await paperOfPrint(page, 0))).map(({ text }) => text).join(' ')
    for (const name of ['Ewa Kaur', 'Kwame Okonkwo-Bell', 'Late Larkspur', 'Gone Gorse'])
      expect([name, paper.split(name).length - 1]).toEqual([name, 1])
    expect(paper).toMatch(/Needs help: Uses a\s+wheelchair/)
    expect(paper).not.toContain('Ines Example')

    await hands.press(page, 'End the roll call')
    await page.getByRole('dialog').getByText('1 still to find:').waitFor()
    expect(await page.getByRole('dialog').innerText()).toContain('Kwame Okonkwo-Bell')
    await expectAccessible(page, 'roll call, ending')
    await hands.press(page, 'End it')
    await page.getByRole('heading', { name: /^Roll call of/ }).waitFor()
    const summary = page.getByRole('region', { name: 'Summary' })
    await summary.getByText('1 not accounted for').waitFor()
    expect(await summary.innerText()).toMatch(/2 accounted for, 1 signed out while it went on/)
    expect(await summary.innerText()).toMatch(/Ended at \d\d:\d\d by Sam Steward, West door/)
    expect(await page.getByText('Needs help').count()).toBe(0)
    await expectAccessible(page, 'roll call, summary')

    // Ended too early: opened again, the last one found, ended for good.
    await hands.press(page, 'Open it again')
    await says(page, '1 still to find')
    await tick(page, hands, /^Kwame/)
    await says(page, 'Everybody is accounted for')
    await hands.press(page, 'End the roll call')
    await hands.press(page, 'End it')
    await summary.getByText('Everybody was accounted for').waitFor()
    await hands.press(page, 'Earlier roll calls', 'link')
    await page.getByRole('heading', { name: 'Earlier roll calls' }).waitFor()
    await page.getByRole('link', { name: /Everybody accounted for: 3/ }).waitFor()
    await expectAccessible(page, 'roll call, earlier')
    await hands.press(page, /Everybody accounted for: 3/, 'link')
    await summary.getByText('Everybody was accounted for').waitFor()
    await hands.press(page, 'Back to sign-in')
    await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
    expect(station.signIn.delegate(ids.ines)?.presence).toBe('left')
    expect(station.check()).toMatchObject({ sound: true })
    expect(faults).toEqual([])
  })

  test('is kept where it was when the screen locks itself, and another steward says who they are', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in', search: '?idle=40,30' })
    await page.clock.install()
    const station = stationOf(kiosk)
    const { ewa: id } = fill(station)
    const { rollCall } = station.rollCalls.start(steward, 'Uma Warden', null)
    station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: id, ticked: true, by: 'Uma Warden' })
    const hands = pointer()
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Tick people off')
    await hands.press(page, 'By name')
    await hands.press(page, 'Only those still to find')
    await page.getByRole('heading', { name: /^K/ }).waitFor()
    // Nobody touches it for a while.
    await page.clock.fastForward(41_000)
    await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor()
    await page.clock.fastForward(31_000)
    await page.getByLabel('Steward PIN').waitFor()
    expect(await page.getByText('Kwame').count()).toBe(0)
    await unlock(page, hands, 'steward')
    await page.getByRole('heading', { name: /^K/ }).waitFor()
    await expect.poll(() => namesOn(page)).toEqual(['Kwame Okonkwo-Bell, Meriden Motors'])
    expect(await page.getByLabel('Your name').inputValue()).toBe('Sam Steward')
    await hands.write(page, 'Your name', 'Ada Warden')
    await hands.press(page, 'Tick people off')
    await tick(page, hands, /^Kwame/)
    await page.getByText(/by Ada Warden, West door/).waitFor()
    expect(faults).toEqual([])
  })

  test('that was forgotten in the morning is not mistaken for the one that is needed now', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in' })
    const station = stationOf(kiosk)
    const { ewa: id } = fill(station)
    const morning = station.rollCalls.start(steward, 'Uma Warden', null).rollCall.id
    station.rollCalls.tick(steward, { rollCall: morning, delegate: id, ticked: true, by: 'Uma Warden' })
    const hands = pointer()
    // Twenty minutes later, as this tablet has it.
    await page.clock.setFixedTime(Date.now() + 20 * 60_000)
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await page.getByText(/^A roll call has been open since/).waitFor()
    await says(page, '2 in the building now')
    await expectAccessible(page, 'roll call, which one')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start a new roll call')
    await says(page, '2 still to find')
    expect(station.rollCalls.view(morning).ended).toMatchObject({
      by: 'Sam Steward',
      knew: { accounted: 1, toFind: 1 },
    })
    expect(faults).toEqual([])
  })

  test('of five thousand people is there at once, and finds any of them', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in' })
    const station = stationOf(kiosk)
    const people = inventedPeople({ count: 5000, seed: 5 })
    station.together(() => {
      for (const who of people) arrive(station, who)
    })
    const hands = pointer()
    await hands.press(page, 'Roll call', 'link')
    await page.getByLabel('Steward PIN').fill('2468')
    const asked = performance.now()
    await hands.press(page, 'Unlock')
    await says(page, '5,000 in the building now')
    const toList = performance.now() - asked
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, '5,000 still to find')
    expect(await page.getByRole('checkbox').count()).toBeLessThan(60)
    await expectAccessible(page, 'roll call, five thousand')

    // From a press to the number on the page, and to the station's own answer beside the name.
    const times: { screen: number; answer: number }[] = []
    for (let n = 0; n < 20; n += 1) times.push(await timeTick(page, n, 5000 - n - 1))
    const p95 = (of: 'screen' | 'answer') => times.map((time) => time[of]).toSorted((a, b) => a - b)[18]
    // Wide bounds: what a person would not forgive, on a machine that is busy with other things.
    expect(toList).toBeLessThan(8000)
    expect(p95('screen')).toBeLessThan(1000)
    expect(p95('answer')).toBeLessThan(2000)

    // The last of all by one key, and anybody by the browser's own way of searching.
    await page.getByRole('checkbox').nth(3).focus()
    await page.keyboard.press('End')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset')))
      .toBe(String(5000 + new Set(people.map(({ table }) => table)).size))
    await page.keyboard.press('ControlOrMeta+f')
    const anybody = people[4321]?.name ?? ''
    await page.keyboard.type(anybody, { delay: 45 })
    await page.getByRole('checkbox', { name: anybody }).first().waitFor()
    for (const [name, size] of Object.entries(screenSizes)) {
      await page.setViewportSize(size)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([name, beyond]).toEqual([name, 0])
    }
    expect(faults).toEqual([])
  })

  test('is ended, and opened again, for a steward who has gone on meanwhile: neither fetches them back', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in' })
    const station = stationOf(kiosk)
    fill(station)
    const hands = pointer()
    /** Whoever is back at the desk before the answer has come is still there after it. */
    const staysAtDesk = async (call: string, press: () => Promise<void>) => {
      const answering = await holdBack(page, call)
      const answered = page.waitForResponse(`**/rpc/${call}`)
      await press()
      await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
      await answering.release()
      await answered
      await page.waitForTimeout(300)
      expect(new URL(page.url()).pathname).toBe('/')
    }
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, '2 still to find')
    await hands.press(page, 'End the roll call')
    await staysAtDesk('rollCall/end', async () => {
      await hands.press(page, 'End it')
      await hands.press(page, 'Go on with it')
      await hands.press(page, 'Back to the desk', 'link')
    })
    await hands.press(page, 'Roll call', 'link')
    await hands.press(page, 'Earlier roll calls', 'link')
    await hands.press(page, /0 accounted for, 2 not/, 'link')
    await staysAtDesk('rollCall/reopen', async () => {
      await hands.press(page, 'Open it again')
      await hands.press(page, 'Back to sign-in')
    })
    expect(station.rollCalls.state().open).not.toBeNull()
    expect(faults).toEqual([])
  })

  test('says so where a tick could not be kept, shows the truth, and tries again', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in' })
    const station = stationOf(kiosk)
    fill(station)
    const hands = pointer()
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    const reach = await cutOff(page, 'rollCall/tick')
    await tick(page, hands, /^Ewa/)
    await page.getByRole('alert').getByText('Ewa Kaur was not ticked.').waitFor()
    await says(page, '2 still to find')
    expect(await page.getByRole('checkbox', { name: /^Ewa/ }).isChecked()).toBe(false)
    await expectAccessible(page, 'roll call, not kept')
    await reach()
    await hands.press(page, 'Try again')
    await says(page, '1 still to find')
    await page
      .getByText(/by Sam Steward, West door/)
      .nth(1)
      .waitFor()
    expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([])
  })

  test('of nobody, or of one person, is calm as well', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'sign-in' })
    const station = stationOf(kiosk)
    const hands = pointer()
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await page.getByText('Nobody is signed in').waitFor()
    await expectAccessible(page, 'roll call, nobody')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, '0 still to find')
    arrive(station, ewa)
    await says(page, '1 still to find')
    await tick(page, hands, /^Ewa/)
    await says(page, 'Everybody is accounted for')
    expect(faults).toEqual([])
  })
})

/** Presses the n-th row, and measures in the page: until the large number has changed, and until the station has answered. */
function timeTick(page: Page, n: number, left: number): Promise<{ screen: number; answer: number }> {
  return page.evaluate(
    async ({ at, wanted }) => {
      const box = [...document.querySelectorAll<HTMLInputElement>('.roll-list input')].find(
        (input) => !input.checked && at >= 0,
      )
      const row = box?.closest('label')
      if (box === undefined || row === null || row === undefined) throw new Error('No row is left')
      const until = async (isThere: () => boolean) => {
        while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
        return performance.now()
      }
      const from = performance.now()
      row.click()
      const screen = (await until(() => document.querySelector('.roll-big b')?.textContent === wanted)) - from
      const answer = (await until(() => row.textContent.includes('Sam Steward'))) - from
      return { screen, answer }
    },
    { at: n, wanted: new Intl.NumberFormat('en-GB').format(left) },
  )
}
