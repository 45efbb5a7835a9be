/** The desk behind the door: notes, needs, arrivals, re-entry, and how the desk works; with a finger and by keys alone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screenSizes } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { ewa, kwame, organiser, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { type Hands, holdBack, keyboard, pointer, scan, stopClock, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const at = (page: Page, heading: string | RegExp) => page.getByRole('heading', { name: heading }).first().waitFor()
const answerOn = (page: Page) => page.getByRole('region', { name: 'Answer' })

async function openDesk(options: Parameters<typeof openHall>[1], hands: Hands) {
  const hall = await openHall(browser, { duty: 'sign-in', ...options })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const add = (person: typeof ewa) => station.signIn.add(organiser, person)
  // The screens are the same to whoever works them: they are looked at once.
  const look = async (screen: string) => {
    if (hands !== keyboard) await expectAccessible(hall.page, screen)
  }
  await at(hall.page, 'Sign-in')
  await unlock(hall.page, hands, 'steward')
  await hall.page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
  return { ...hall, station, add, look }
}

const BOTH: readonly { how: string; hands: Hands; options: Parameters<typeof openHall>[1] }[] = [
  { how: 'with a finger, upright', hands: pointer(true), options: { size: 'portrait', touch: true } },
  { how: 'by the keyboard alone', hands: keyboard, options: { size: 'laptop' } },
]

/** How long what is written of the scanner stands before it counts, and Space before it presses. Milliseconds. */
const [SETTLES, PRESSES] = [300, 45]

describe('keys and the scanner’s settings', () => {
  test('Space on a choice that was made a moment ago never comes after the key that follows it', async () => {
    const { page, station, errors } = await openDesk({ size: 'laptop' }, keyboard)
    await visit(page, '/door')
    await at(page, 'How this desk works')
    // A minute ahead, in which no steward is taken for gone.
    await stopClock(page, 60_000)
    await keyboard.write(page, 'It types first', '*')
    await page.getByRole('radio', { name: /^A steward serves/ }).focus()
    // The scanner is listened to anew, for what is written counts now: in the middle of somebody’s key.
    await page.clock.runFor(SETTLES - 10)
    await page.keyboard.press('Space')
    await page.clock.runFor(20)
    await page.keyboard.press('ArrowDown')
    await page.clock.runFor(PRESSES)
    await keyboard.press(page, 'Keep it so')
    await expect.poll(() => station.door()).toMatchObject({ mode: 'self-service', scanner: { prefix: '*' } })
    expect(errors).toEqual([])
  })
})

describe('somebody needs a word with staff', () => {
  test.each(BOTH)(
    'a note is left, stands on the answer at the next scan, and is done with: $how',
    async ({ hands, options }) => {
      const { page, station, add, look, errors } = await openDesk(options, hands)
      const id = add(ewa)
      station.signIn.signIn(steward, id)
      const badge = station.signIn.badge(id)

      // She is found again, and somebody remembers her form.
      await scan(page, badge)
      await answerOn(page)
        .getByText(/Already signed in/)
        .waitFor()
      await hands.press(page, 'Open Ewa Kaur')
      await at(page, 'Details of Ewa Kaur')
      await look('details')
      await hands.press(page, 'Note for staff')
      await page.getByRole('dialog', { name: 'A note for staff' }).waitFor()
      await look('note')
      await hands.write(page, 'What do they need a word about?', 'Her form is here')
      await hands.press(page, 'Keep the note')
      await page.getByText('Her form is here').waitFor()

      // What helps her is written down, and is not on the page afterwards.
      await hands.press(page, 'Access and food needs')
      await page.getByRole('dialog', { name: 'What helps Ewa Kaur today' }).waitFor()
      await page.getByLabel('Access needs').waitFor()
      await look('needs')
      await hands.write(page, 'Access needs', 'Lip-reads')
      await hands.press(page, 'Keep this')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await page.getByText('Lip-reads').count()).toBe(0)
      expect(station.signIn.needs(id).access).toBe('Lip-reads')
      await hands.press(page, 'Back without saving')

      // At lunch she comes in again: the answer says so before anything else.
      station.signIn.signOut(steward, id)
      await scan(page, badge)
      await answerOn(page).getByText('Needs a word with staff').waitFor()
      expect(await answerOn(page).innerText()).toContain('Her form is here')
      await look('needs a word')
      await hands.press(page, 'The word with Ewa Kaur is done')
      await answerOn(page).getByText('Needs a word with staff').waitFor({ state: 'detached' })
      expect(await answerOn(page).getByText('Her form').count()).toBe(0)
      expect(station.signIn.delegate(id)?.note).toBe('')
      expect(errors).toEqual([])
    },
  )
})

describe('somebody who is not on the list', () => {
  test('is in at once, and a steward who goes on before the tablet has tidied up is not fetched back', async () => {
    const hands = pointer()
    const { page, errors } = await openDesk({}, hands)
    const tidyingUp = await holdBack(page, 'drafts/clear')
    const tidied = page.waitForResponse('**/rpc/drafts/clear')
    await hands.press(page, 'Not on the list')
    await hands.write(page, 'Name', ewa.name)
    await hands.write(page, 'Organisation', ewa.organisation)
    await hands.press(page, 'Add and sign in')
    await answerOn(page).getByText('Ewa Kaur').waitFor()
    await tidyingUp.asked
    await hands.press(page, 'Roll call', 'link')
    await at(page, 'Roll call')
    await tidyingUp.release()
    await (await tidied).finished()
    // The page has what is asked after it: then it has had that answer too.
    await hands.write(page, 'Your name', 'Sam Steward')
    await hands.press(page, 'Start the roll call')
    await page.getByRole('region', { name: 'How many' }).getByText('1 still to find').waitFor()
    expect(new URL(page.url()).pathname).toBe('/roll-call')
    await page.goBack()
    await page.goBack()
    await at(page, 'Sign-in desk')
    expect(errors).toEqual([])
  })
})

describe('somebody who was being added', () => {
  test('is offered again where the page was lost in the middle of it, and is in once it is gone on with', async () => {
    const hands = pointer()
    const { page, station, look, errors } = await openDesk({}, hands)
    await hands.press(page, 'Not on the list')
    const kept = page.waitForResponse('**/rpc/drafts/save')
    await hands.write(page, 'Name', ewa.name)
    await (await kept).finished()
    await page.reload()
    await at(page, 'Someone was being added here')
    await page.getByText('Ewa Kaur was begun a moment ago and not finished.').waitFor()
    await look('sign-in, walk-in, begun before')
    await hands.press(page, 'Carry on with it')
    expect(await page.getByRole('textbox', { name: 'Name' }).first().inputValue()).toBe(ewa.name)
    await hands.write(page, 'Organisation', ewa.organisation)
    await hands.press(page, 'Add and sign in')
    await answerOn(page).getByText('Ewa Kaur').waitFor()
    expect(station.signIn.counts()).toMatchObject({ here: 1, walkIns: 1 })
    // It is done with: the next one begins with nothing.
    await hands.press(page, 'Not on the list')
    await at(page, 'Who is not on the list?')
    expect(await page.getByRole('textbox', { name: 'Name' }).first().inputValue()).toBe('')
    expect(errors).toEqual([])
  })
})

describe('the arrivals', () => {
  test.each(BOTH)(
    'the latest stand first; one goes home and comes back from the list: $how',
    async ({ hands, options }) => {
      const { page, station, add, look, errors } = await openDesk(options, hands)
      await hands.press(page, 'More', 'link')
      await at(page, 'What do you need?')
      await look('more')
      await hands.press(page, /^Arrivals/, 'link')
      await at(page, 'Arrivals')
      await page.getByText('Nobody has come yet').waitFor()
      await look('arrivals, empty')

      // They come in while the list is open.
      const [one, two] = [add(ewa), add(kwame)]
      station.signIn.signIn(steward, one)
      station.signIn.signIn(steward, two)
      const list = page.getByRole('table', { name: 'Arrivals' })
      await list.getByText('Kwame Okonkwo-Bell').waitFor()
      await look('arrivals, two')
      await hands.press(page, 'Sign out: Kwame Okonkwo-Bell')
      await list.getByText('Left').waitFor()
      expect(station.signIn.delegate(two)?.presence).toBe('left')
      await hands.press(page, 'Left')
      await expect.poll(() => list.getByRole('row').count()).toBe(2)
      await hands.press(page, 'Sign in again: Kwame Okonkwo-Bell')
      await page.getByText('Nothing here fits what you are looking for.').waitFor()
      await hands.press(page, 'Show all people')
      await list.getByText('Ewa Kaur').waitFor()
      expect(station.signIn.delegate(two)?.presence).toBe('here')
      await hands.press(page, 'Back to the desk')
      await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
      expect(errors).toEqual([])
    },
  )

  test('so many came that the list has pages, and the longest names stay in their columns at all four sizes', async () => {
    const { page, station } = await openDesk({}, pointer())
    const endless = 'Wolfeschlegelsteinhausen'.repeat(5)
    const [all, shown] = inLane([120, '120'], [5000, '5,000'])
    station.batch(() => {
      for (let n = 0; n < all; n += 1)
        station.signIn.walkIn(
          steward,
          {
            ...ewa,
            email: '',
            name: n === all - 1 ? endless : `Person ${n}`,
            organisation: n === all - 1 ? endless : `Organisation ${n % 40}`,
          },
          { access: '', dietary: '' },
        )
    })
    await visit(page, '/arrivals')
    await page.getByText(`1 to 50 of ${shown}`).waitFor()
    await pointer().press(page, 'Last page')
    await page.getByText(`to ${shown} of ${shown}`).waitFor()
    await pointer().press(page, 'First page')
    for (const [name, size] of Object.entries(screenSizes)) {
      await page.setViewportSize(size)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const out = await page
        .getByRole('table', { name: 'Arrivals' })
        .locator('td, th')
        .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length)
      expect([name, beyond, out]).toEqual([name, 0, 0])
    }
  })
})

describe('how the desk works', () => {
  test.each(BOTH)(
    'the mode is changed behind the PIN, and the desk shows it once it is locked: $how',
    async ({ hands, options }) => {
      const { page, station, look, errors } = await openDesk(options, hands)
      await hands.press(page, 'More', 'link')
      await hands.press(page, /^How this desk works/, 'link')
      await at(page, 'How this desk works')
      await look('how this desk works')
      // A badge is tried here, and nobody is signed in by it.
      await scan(page, '*PK1-NEC-0123456789ABCDEF')
      await page.getByText('It reads “*PK1-NEC-0123456789ABCDEF”.').waitFor()
      await hands.write(page, 'It types first', 'with a space')
      await hands.press(page, 'Keep it so')
      await page
        .getByRole('alert')
        .getByText(/without spaces/)
        .waitFor()
      await hands.write(page, 'It types first', '*')
      await hands.choose(page, /^People sign themselves in/)
      // What is written there counts as soon as the hand has been off it for a moment: tried until it does.
      const reads = page.getByText(/^It reads “/)
      await expect
        .poll(async () => {
          await scan(page, '*PK1-NEC-0123456789ABCDEF')
          return reads.textContent()
        })
        .toContain('It reads “PK1-NEC-0123456789ABCDEF”.')
      // Also with the focus in the field, which the scan leaves as it was.
      const prefix = page.getByLabel('It types first')
      await prefix.focus()
      await scan(page, '*PK1-NEC-FEDCBA9876543210')
      await page.getByText('It reads “PK1-NEC-FEDCBA9876543210”.').waitFor()
      expect(await prefix.inputValue()).toBe('*')
      await hands.choose(page, /^A short sound/, 'checkbox')
      await hands.press(page, 'Keep it so')
      await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
      expect(station.door()).toMatchObject({
        mode: 'self-service',
        scanner: { prefix: '*', end: 'enter' },
        sound: false,
      })
      await hands.press(page, 'Lock')
      // No steward, and still no dead end: people can sign themselves in, and staff can come back.
      await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor({ state: 'detached' })
      expect(await page.getByLabel('Steward PIN').count()).toBe(0)
      expect(errors).toEqual([])
    },
  )
})

describe('whoever is found', () => {
  test('is opened before they are signed in, for a note, and comes in afterwards; Ng is found by two letters', async () => {
    const hands = pointer()
    const { page, station, add, look, errors } = await openDesk({}, hands)
    const id = add({ ...ewa, name: 'Ng Wei' })
    add({ ...kwame, name: 'Ngozi Example' })
    await page.getByRole('combobox', { name: 'Find by name or organisation' }).fill('ng')
    await page.getByRole('row', { name: /Ng Wei/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(1)
    await look('sign-in, found, two letters')
    await hands.press(page, 'Open Ng Wei, Elmdon House')
    await at(page, 'Details of Ng Wei')
    expect(station.signIn.delegate(id)?.presence).toBe('expected')
    await hands.press(page, 'Note for staff')
    await hands.write(page, 'What do they need a word about?', 'Her form is here')
    await hands.press(page, 'Keep the note')
    await page.getByText('Her form is here').waitFor()
    await hands.press(page, 'Back without saving')
    await answerOn(page).getByText('Not here yet').waitFor()
    await hands.press(page, 'Sign in Ng Wei')
    await answerOn(page).getByText('Needs a word with staff').waitFor()
    expect(station.signIn.delegate(id)?.presence).toBe('here')
    expect(errors).toEqual([])
  })

  test('undo stands where it stood, however many come, whoever is searched for, and whatever the answer is', async () => {
    const { page, station, add, errors } = await openDesk({ size: 'laptop' }, pointer())
    const undo = page.getByRole('button', { name: /^(Undo the last|Nothing to undo)/ })
    const place = async () => {
      const box = await undo.boundingBox()
      // Its right edge: the name on it may be longer or shorter.
      return box === null ? null : [Math.round(box.y), Math.round(box.height), Math.round(box.x + box.width)]
    }
    const before = await place()
    const places: unknown[] = []
    for (let n = 0; n < 9; n += 1) {
      const id = add({ ...ewa, name: `Person ${'Long'.repeat(n)} ${n}`, table: n % 2 === 0 ? '' : 'Table 3' })
      if (n % 3 === 0) station.signIn.note(steward, id, 'A word about the form that they sent in last week')
      await scan(page, station.signIn.badge(id))
      await undo.filter({ hasText: new RegExp(` ${n}$`) }).waitFor()
      places.push(await place())
    }
    const find = page.getByRole('combobox', { name: 'Find by name or organisation' })
    for (const typed of ['p', 'pe', 'person', 'nobody at all']) {
      await find.fill(typed)
      if (typed === 'person') await page.getByRole('grid', { name: 'People found' }).waitFor()
      places.push(await place())
    }
    expect(places.map(String)).toEqual(places.map(() => String(before)))
    expect(errors).toEqual([])
  })
})
