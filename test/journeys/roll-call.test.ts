/** An alarm goes off: a steward calls the roll at the door, by touch or by the keyboard alone, until everybody is found. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { readPaper } from '../support/paper.ts'
import { keepPrints, paperOfPrint } from '../support/printing.ts'
import { ewa, kwame, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { cutOff, type Hands, holdBack, keyboard, pointer, unlock, visit } from './steps.ts'

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

/** A tablet whose time the test moves on, the steward at its door, and nobody in yet. */
async function openDoor(options: Parameters<typeof openHall>[1] = {}) {
  const hall = await openHall(browser, { duty: 'sign-in', ...options })
  await hall.page.clock.install()
  return { ...hall, station: stationOf(hall.kiosk) }
}

/** Within half a second it would be the same touch. */
const laterThanOneTouch = (page: Page) => page.clock.fastForward(600)

/** Ticks, or unticks, whoever is found by this name: by a touch on the row, or by the keyboard from wherever it is. */
async function tick(page: Page, hands: Hands, name: RegExp): Promise<void> {
  await laterThanOneTouch(page)
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
    { how: 'by touch at 800 × 1280', hands: pointer(true), tablet: { size: 'portrait' as const, touch: true } },
    { how: 'by the keyboard alone at 1366 × 768', hands: keyboard, tablet: { size: 'laptop' as const } },
  ])('from the locked desk to its summary, $how', async ({ hands, tablet }) => {
    const { page, station, errors } = await openDoor(tablet)
    // The screens are the same to whoever works them: they are looked at once.
    const look = async (screen: string) => {
      if (hands !== keyboard) await expectAccessible(page, `roll call, ${screen}`)
    }
    const ids = fill(station)
    await keepPrints(page)
    await page.getByRole('heading', { name: 'Sign-in' }).waitFor()
    await hands.press(page, 'Roll call', 'link')
    await page.getByRole('heading', { name: 'Roll call' }).waitFor()
    await look('locked')
    await unlock(page, hands, 'steward')

    // At once: who is in the building now, and nobody else. What they need stays unsaid until it matters.
    await says(page, '2 in the building now')
    await expect.poll(() => namesOn(page)).toEqual(['Ewa Kaur, Elmdon House', 'Kwame Okonkwo-Bell, Meriden Motors'])
    expect(await page.getByText('Needs help').count()).toBe(0)
    await look('before')
    await hands.press(page, 'Start the roll call')
    await page.getByText('Write your name, so that others know who ticked').waitFor()
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, '2 still to find')
    await page.getByText('Needs help: Uses a wheelchair').waitFor()
    await look('started')

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
    await look('everybody')
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
    await look('search')
    await hands.press(page, 'Clear the search')
    await hands.press(page, 'Only those still to find')
    await expect.poll(() => namesOn(page)).toEqual(['Kwame Okonkwo-Bell, Meriden Motors'])
    await look('only those still to find')
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
      // Who needs help stands there twice: before everybody else, and in their own line.
      expect([name, paper.split(name).length - 1]).toEqual([name, name === 'Ewa Kaur' ? 2 : 1])
    expect(paper).toMatch(/need help to get out[^]*Ewa Kaur[^]*Uses a\s+wheelchair[^]*Everybody, by surname/)
    expect(paper).toContain('HELP')
    expect(paper).not.toContain('Ines Example')

    await hands.press(page, 'End the roll call')
    await page.getByRole('dialog').getByText('1 still to find:').waitFor()
    expect(await page.getByRole('dialog').innerText()).toContain('Kwame Okonkwo-Bell')
    await look('ending')
    await hands.press(page, 'End it')
    await page.getByRole('heading', { name: /^Roll call of/ }).waitFor()
    const summary = page.getByRole('region', { name: 'Summary' })
    await summary.getByText('1 not accounted for').waitFor()
    expect(await summary.innerText()).toMatch(/2 accounted for, 1 signed out while it went on/)
    expect(await summary.innerText()).toMatch(/Ended at \d\d:\d\d by Sam Steward, West door/)
    expect(await page.getByText('Needs help').count()).toBe(0)
    await look('summary')

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
    await look('earlier')
    await hands.press(page, /Everybody accounted for: 3/, 'link')
    await summary.getByText('Everybody was accounted for').waitFor()
    await hands.press(page, 'Back to sign-in')
    await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
    expect(station.signIn.delegate(ids.ines)?.presence).toBe('left')
    expect(station.check()).toMatchObject({ sound: true })
    expect(errors).toEqual([])
  })

  test('is kept where it was when the screen is locked or locks itself, and another steward says who they are', async () => {
    const { page, station, errors } = await openDoor()
    const { ewa: id } = fill(station)
    const { rollCall } = station.rollCalls.start(steward, 'Uma Warden', null)
    station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: id, ticked: true, by: 'Uma Warden' })
    const hands = pointer()
    const isWhereItWas = async () => {
      await page.getByRole('heading', { name: /^O/ }).waitFor()
      await expect.poll(() => namesOn(page)).toEqual(['Kwame Okonkwo-Bell, Meriden Motors'])
    }
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Tick people off')
    await hands.press(page, 'By surname')
    await hands.press(page, 'Only those still to find')
    await isWhereItWas()
    await hands.press(page, 'Back to the desk', 'link')
    await hands.press(page, 'Lock')
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await isWhereItWas()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Sam Steward')
    await hands.write(page, 'Your name', 'Ada Warden')
    await hands.press(page, 'Tick people off')
    // Nobody touches it for nineteen minutes.
    await page.clock.fastForward(1_141_000)
    await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor()
    await page.clock.fastForward(31_000)
    await page.getByLabel('Steward PIN').waitFor()
    expect(await page.getByText('Kwame').count()).toBe(0)
    await unlock(page, hands, 'steward')
    // It may be over long since, so that whoever comes is asked; then it is where it was.
    await page.getByText(/^A roll call has been open since/).waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Warden')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Go on with that one')
    await isWhereItWas()
    await tick(page, hands, /^Kwame/)
    await page.getByText(/by Sam Steward, West door/).waitFor()
    expect(errors).toEqual([])
  })

  test('that was forgotten in the morning is not mistaken for the one that is needed now', async () => {
    const { page, station, errors } = await openDoor()
    const { ewa: id } = fill(station)
    const morning = station.rollCalls.start(steward, 'Uma Warden', null).rollCall.id
    station.rollCalls.tick(steward, { rollCall: morning, delegate: id, ticked: true, by: 'Uma Warden' })
    const hands = pointer()
    // Twenty minutes later, as this tablet has it.
    await page.clock.fastForward(20 * 60_000)
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
    expect(errors).toEqual([])
  })

  test('of more people than the page holds is of all of them, and finds any of them', async () => {
    const { page, station, errors } = await openDoor()
    const all = inLane(450, 5000)
    const people = inventedPeople({ count: all, seed: 5 })
    station.batch(() => {
      for (const who of people) arrive(station, who)
    })
    const counted = (count: number) => new Intl.NumberFormat('en-GB').format(count)
    const hands = pointer()
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await says(page, `${counted(all)} in the building now`)
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, `${counted(all)} still to find`)
    expect(await page.getByRole('checkbox').count()).toBeLessThan(60)
    await expectAccessible(page, 'roll call, more people than the page holds')

    // Each press is counted at once, and then stands as the station answered it.
    for (let n = 0; n < inLane(3, 20); n += 1) {
      const box = page.getByRole('checkbox', { checked: false }).first()
      const row = page.locator('label', {
        has: page.locator(`[data-person="${await box.getAttribute('data-person')}"]`),
      })
      await box.press('Space')
      await says(page, `${counted(all - n - 1)} still to find`)
      await row.getByText(/by Sam Steward, West door/).waitFor()
    }

    // The last of all by one key, and anybody by the browser's own way of searching.
    await page.getByRole('checkbox').nth(3).focus()
    await page.keyboard.press('End')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset')))
      .toBe(String(all + new Set(people.map(({ table }) => table)).size))
    await page.keyboard.press('ControlOrMeta+f')
    const anybody = people[all - 79]?.name ?? ''
    await page.keyboard.type(anybody)
    await page.getByRole('checkbox', { name: anybody }).first().waitFor()
    expect(errors).toEqual([])
  })

  test('is ended, and opened again, for a steward who has gone on meanwhile: neither fetches them back', async () => {
    const { page, station, errors } = await openDoor()
    fill(station)
    const hands = pointer()
    /** Whoever is back at the desk before the answer has come is still there after it. */
    const staysAtDesk = async (call: string, name: string, press: () => Promise<void>) => {
      const answering = await holdBack(page, call)
      const answered = page.waitForResponse(`**/rpc/${call}`)
      await press()
      await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
      await answering.release()
      await (await answered).finished()
      // The page has what is asked after it: then it has had that answer too.
      const find = page.getByRole('combobox', { name: 'Find by name or organisation' })
      await find.fill(name)
      await page.getByRole('row', { selected: true }).getByText(name).waitFor()
      await find.fill('')
      expect(new URL(page.url()).pathname).toBe('/')
    }
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await says(page, '2 still to find')
    await hands.press(page, 'End the roll call')
    await staysAtDesk('rollCall/end', 'Ewa Kaur', async () => {
      await hands.press(page, 'End it')
      await hands.press(page, 'Go on with it')
      await hands.press(page, 'Back to the desk', 'link')
    })
    await hands.press(page, 'Roll call', 'link')
    await hands.press(page, 'Earlier roll calls', 'link')
    await hands.press(page, /0 accounted for, 2 not/, 'link')
    await staysAtDesk('rollCall/reopen', 'Ines Example', async () => {
      await hands.press(page, 'Open it again')
      await hands.press(page, 'Back to sign-in')
    })
    expect(station.rollCalls.state().open).not.toBeNull()
    expect(errors).toEqual([])
  })

  test('says so where a tick could not be kept, shows the truth, and tries again', async () => {
    const { page, station, errors } = await openDoor()
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
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([])
  })

  test('that this tablet does not know is said to be so, and there is a way back', async () => {
    const { page, errors } = await openDoor()
    const hands = pointer()
    await hands.press(page, 'Roll call', 'link')
    await unlock(page, hands, 'steward')
    await page.getByText('Nobody is signed in').waitFor()
    await visit(page, '/roll-call?see=0a0a0a0a-0000-4000-8000-000000000000')
    await page.getByRole('heading', { name: 'That roll call is not on this tablet' }).waitFor()
    await expectAccessible(page, 'roll call, not known')
    await hands.press(page, 'Earlier roll calls', 'link')
    await page.getByText('None so far').waitFor()
    await expectAccessible(page, 'roll call, none earlier')
    expect(errors.filter((error) => !error.includes('404'))).toEqual([])
  })

  test('of nobody, or of one person, is calm as well', async () => {
    const { page, station, errors } = await openDoor()
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
    expect(errors).toEqual([])
  })
})
