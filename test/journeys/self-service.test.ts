/** A door that nobody staffs: people find themselves, correct their details and are in, and nobody sees who else is coming. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStation, type Station } from '../../electron/station/app/station.ts'
import { createChance, person } from '../fixtures/delegates/invented-people.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { type Hall, openHall } from '../support/hall.ts'
import { breakPrinter, keepPrints, printedWords, printsOf } from '../support/printing.ts'
import { inLane } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { CHEAP, organiser, PASSPHRASE, PIN, shippedPack, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { type Hands, keyboard, lookWithStoppedClock, pointer, scan, stopClock, unlock } from './steps.ts'

/** So many are on the list besides those whom a test is about. */
const CROWD = inLane(60, 300)

let browser: Browser
/** Where the door is set up once; each test has a copy of it. */
let setUp: string
beforeAll(async () => {
  setUp = mkdtempSync(join(tmpdir(), 'pledge-kiosk-door-'))
  const station = openStation(setUp, { staffCost: CHEAP })
  await station.setUp({
    pack: shippedPack(),
    rehearsal: false,
    name: 'West door',
    duty: 'sign-in',
    pin: PIN,
    passphrase: PASSPHRASE,
  })
  station.batch(() => {
    const chance = createChance(7)
    for (let index = 0; index < CROWD; index += 1) {
      const { firstName, lastName, email, organisation } = person(chance, index)
      station.signIn.add(organiser, { ...ewa, name: `${firstName} ${lastName}`, email, organisation })
    }
  })
  station.changeDoor({ mode: 'self-service' })
  station.close()
  browser = await openBrowser()
})
afterAll(async () => {
  rmSync(setUp, { recursive: true })
  await browser.close()
})

const finger = pointer(true)
const at = (page: Page, heading: string) => page.getByRole('heading', { name: heading, exact: true }).waitFor()
const home = (page: Page) => at(page, 'Sign yourself in')

const ewa = {
  name: 'Ewa Kaur',
  role: 'Youth worker',
  organisation: 'Elmdon House',
  sector: 'voluntary',
  email: 'ewa@elmdon.example',
  table: 'Table 7',
}
const robert = {
  ...ewa,
  name: 'Robert O’Brien',
  organisation: 'Meriden Motors',
  email: 'bob@motors.example',
  table: 'Table 3',
}
const namesake = { ...ewa, organisation: 'Meriden Motors', email: 'ewa.kaur@motors.example', table: 'Table 2' }

type Door = Hall & {
  station: Station
  add(details: typeof ewa): string
}

/** The door, with a crowd on its list besides those whom a test is about. */
async function openDoor(options: Parameters<typeof openHall>[1] = {}): Promise<Door> {
  const folder = join(tempFolder(), 'station')
  cpSync(setUp, folder, { recursive: true })
  const hall = await openHall(browser, { folder, listens: true, ...options })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is set up')
  await home(hall.page)
  return { ...hall, station, add: (details) => station.signIn.add(organiser, details) }
}

/** Nothing that the station answered names anybody but these, and no e-mail address, role or note of anybody. */
async function expectNobodyElse({ station, answers, errors }: Door, ...known: string[]): Promise<void> {
  const said = await answers()
  expect(said).toContain('"code"')
  const { items } = station.signIn.list({ search: '', offset: 0, limit: 200, presence: null })
  const told = items.flatMap(({ name, email, note }) => [known.includes(name) ? '' : name, email, note])
  expect(told.filter((words) => words !== '' && said.includes(words))).toEqual([])
  expect(said).not.toContain('Youth worker')
  expect(errors).toEqual([])
}

async function typeName(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.press(page, 'Type my name')
  await at(page, 'What is your name?')
  await hands.write(page, 'Your full name', name)
  await hands.press(page, 'Continue')
}

describe('people sign themselves in', () => {
  test('By touch: somebody is found by their name, without ever seeing a list of names', async () => {
    const door = await openDoor({ size: 'portrait', touch: true })
    const { page, station } = door
    const id = door.add(ewa)
    await expectAccessible(page, 'self-service, welcome')
    // The last page stands for twenty seconds, and no machine is to be slower than that.
    await stopClock(page)
    await finger.press(page, 'About your information')
    await lookWithStoppedClock(page, 'self-service, privacy notice')
    await finger.press(page, 'Close')

    // A first name is not enough, and says nothing of who has it.
    await typeName(page, finger, 'Ewa')
    await page.getByText('Please type your whole name').waitFor()
    await lookWithStoppedClock(page, 'self-service, whole name')
    await finger.write(page, 'Your full name', 'ewa  káur')
    await finger.press(page, 'Continue')
    await at(page, 'Is this you?')
    await lookWithStoppedClock(page, 'self-service, is this you')
    await takePicture(page, 'self-service-is-this-you')
    // Her name, which she typed; where she works is told to nobody for a name that is hers alone.
    expect(await page.getByRole('main').innerText()).toMatch(/Ewa Kaur/)
    expect(await page.content()).not.toContain('Elmdon')
    await finger.press(page, 'Yes, sign me in')
    await at(page, 'You are signed in')
    await page.getByRole('main').getByText('7, by the window').waitFor()
    await lookWithStoppedClock(page, 'self-service, signed in')
    await takePicture(page, 'self-service-signed-in')
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'here' })
    expect(station.journal.facts.about(id).at(-1)).toMatchObject({ body: { how: 'self' } })

    // One touch, and nothing of hers is left; the browser's own way back leads to nothing of hers either.
    await finger.press(page, 'I have finished')
    await home(page)
    await page.clock.resume()
    expect(await page.content()).not.toContain('Kaur')
    await finger.press(page, 'Type my name')
    expect(await page.getByLabel('Your full name').inputValue()).toBe('')
    expect(
      await page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])),
    ).not.toContain('Kaur')
    await page.goBack()
    await page.goForward()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.content()).not.toContain('Kaur')
    await expectNobodyElse(door, 'Ewa Kaur')
  })

  test('A nickname and a slip of the finger are understood, and the last page clears by itself unless it is asked not to', async () => {
    const door = await openDoor({ size: 'portrait', touch: true })
    const { page } = door
    door.add(robert)
    await stopClock(page)
    await typeName(page, finger, 'Bob Obrien')
    await at(page, 'Is this you?')
    await finger.press(page, 'Yes, sign me in')
    await at(page, 'You are signed in')
    await page.clock.runFor(19_000)
    await finger.press(page, 'I need more time')
    await page.clock.runFor(60_000)
    await at(page, 'You are signed in')
    await finger.press(page, 'I have finished')
    await home(page)

    // Typed once more, with a slip: in already, and this time it clears by itself.
    await typeName(page, finger, 'Robert OBrein')
    await finger.press(page, 'Yes, sign me in')
    await at(page, 'You are in already')
    // When and where is nobody's to hear for a name.
    await page.getByRole('main').getByText('For your table, or anything that was left for you').waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/Signed in at|on this tablet/)
    await lookWithStoppedClock(page, 'self-service, already')
    await page.clock.runFor(20_500)
    await home(page)
    await expectNobodyElse(door, 'Robert O’Brien')
  })

  test('By keyboard alone: two of one name, then a badge, details corrected and needs said, in one go', async () => {
    const door = await openDoor()
    const { page, station } = door
    const id = door.add(ewa)
    const other = door.add(namesake)
    station.signIn.recordNeeds(steward, id, { access: 'Hearing loop', dietary: '' })
    station.signIn.note(steward, id, 'Her parking permit is here')
    await typeName(page, keyboard, 'Kaur Ewa')
    await at(page, 'Which organisation are you from?')
    await expectAccessible(page, 'self-service, organisation')
    await keyboard.write(page, 'Name of your organisation', 'elmdon house')
    await page.keyboard.press('Escape')
    await keyboard.press(page, 'Continue')
    await at(page, 'Is this you?')
    await keyboard.press(page, 'Change my details or say what I need')
    await at(page, 'Your details')
    await expectAccessible(page, 'self-service, details')
    expect(await page.locator('body').innerText()).not.toMatch(/Hearing|Youth worker|ewa@|a note of your needs/)
    expect(await page.getByRole('button', { name: 'Change your e-mail address' }).count()).toBe(0)
    await page.getByText('To change your e-mail address, start again with your badge or code').waitFor()
    // On a name alone what is said of needs is the same for everybody.
    await keyboard.press(page, 'Change what you need to take part')
    await page.getByText('Whatever you told us before stays').waitFor()
    await keyboard.press(page, 'Start again')
    await home(page)

    await scan(page, station.signIn.badge(id))
    await at(page, 'Is this you?')
    expect(await page.getByRole('main').innerText()).toMatch(/Ewa Kaur\s+Elmdon House/)
    await keyboard.press(page, 'Change my details or say what I need')
    await keyboard.press(page, 'Change your name')
    await expectAccessible(page, 'self-service, change the name')
    await keyboard.write(page, 'Your full name', ' ')
    await keyboard.press(page, 'Continue')
    await page.getByRole('alert').getByText('Type your name').waitFor()
    await keyboard.write(page, 'Your full name', 'Ewa Kaur-Jones')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Change your service area')
    await expectAccessible(page, 'self-service, service area')
    await keyboard.write(page, 'Your service area', 'Participation team')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Change your role')
    await expectAccessible(page, 'self-service, role')
    expect(await page.getByLabel('Your role').inputValue()).toBe('')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Change your part of the partnership')
    await expectAccessible(page, 'self-service, sector')
    await keyboard.choose(page, 'Health')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Change your organisation')
    await expectAccessible(page, 'self-service, change the organisation')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Change your e-mail address')
    await keyboard.write(page, 'Your new e-mail address', 'ewa@')
    await keyboard.press(page, 'Continue')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page, 'self-service, an e-mail address that is none')
    await keyboard.write(page, 'Your new e-mail address', 'jones@elmdon.example')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Change what you need to take part')
    await page.getByText('We have a note of what you told us before').waitFor()
    await expectAccessible(page, 'self-service, access')
    await keyboard.write(page, 'Access needs', 'Step-free way in')
    await keyboard.press(page, 'Continue')
    await at(page, 'Your details')
    await keyboard.press(page, 'Sign me in')
    await at(page, 'You are signed in')
    await keyboard.press(page, 'I need more time')
    await page.getByText('Please have a word with our staff at the desk').first().waitFor()
    await expectAccessible(page, 'self-service, a word with staff')
    expect(await page.locator('body').innerText()).not.toContain('parking')

    expect(station.signIn.delegate(id)).toMatchObject({
      name: 'Ewa Kaur-Jones',
      area: 'Participation team',
      role: 'Youth worker',
      sector: 'health',
      email: 'jones@elmdon.example',
      presence: 'here',
    })
    expect(station.signIn.needs(id)).toEqual({ access: 'Hearing loop; Step-free way in', dietary: '' })
    expect(station.signIn.delegate(other)).toMatchObject({ presence: 'expected', name: 'Ewa Kaur' })
    await keyboard.press(page, 'I have finished')
    await home(page)
    await expectNobodyElse(door, 'Ewa Kaur', 'Ewa Kaur-Jones')
  })

  test('A badge is scanned at any time, wherever the focus is, and the next person can scan at once', async () => {
    const door = await openDoor({ size: 'portrait' })
    const { page, station } = door
    const badgeOf = (details: typeof ewa) => station.signIn.badge(door.add(details))
    const [first, second, gone] = [badgeOf(ewa), badgeOf(robert), badgeOf(namesake)]
    station.signIn.withdraw(
      organiser,
      station.signIn.list({ search: 'ewa.kaur@motors', offset: 0, limit: 1, presence: null }).items[0]?.id ?? '',
      'Cannot come',
    )
    await keyboard.press(page, 'Type my name')
    await scan(page, 'PK1-WLV-0123456789ABCDEF')
    await page.getByText('That badge is for another event, WLV').waitFor()
    await scan(page, '99999999999999999999')
    await page.getByText('We do not know that code').waitFor()
    await expectAccessible(page, 'self-service, unknown code')
    expect(await page.getByLabel('Your full name').inputValue()).toBe('')
    await scan(page, first)
    await at(page, 'Is this you?')
    await keyboard.press(page, 'Yes, sign me in')
    await at(page, 'You are signed in')

    await scan(page, second)
    await page.getByRole('main').getByText('Robert O’Brien').waitFor()
    expect(await page.content()).not.toContain('Kaur')
    // He is writing when the next person holds their badge to the scanner: nothing of his is lost.
    await keyboard.press(page, 'Change my details or say what I need')
    await keyboard.press(page, 'Change what you need in food and drink')
    await expectAccessible(page, 'self-service, food and drink')
    await keyboard.write(page, 'Dietary needs', 'No nuts')
    await scan(page, gone)
    await page.getByText('A badge was scanned.').waitFor()
    expect(await page.getByLabel('Dietary needs').inputValue()).toBe('No nuts')
    await keyboard.press(page, 'Continue')
    await keyboard.press(page, 'Sign me in')
    await at(page, 'You are signed in')

    await scan(page, gone)
    await at(page, 'Please see our staff')
    await keyboard.press(page, 'I need more time')
    expect(await page.getByRole('main').innerText()).not.toMatch(/Kaur|withdr/i)
    await expectAccessible(page, 'self-service, please see staff')
    await keyboard.press(page, 'I have finished')
    await home(page)

    // The camera is a page of its own, with a way on for whoever has no code.
    await keyboard.press(page, 'Scan my badge or code')
    await at(page, 'Show your code to the camera')
    await expectAccessible(page, 'self-service, camera')
    await keyboard.press(page, 'Type my name')
    await at(page, 'What is your name?')
    await expectNobodyElse(door, 'Ewa Kaur', 'Robert O’Brien')
  })
})

describe('nobody learns who else is coming', () => {
  test('Whoever is not on the list is asked the same as two of one name, is sent kindly to staff, and can try again', async () => {
    const door = await openDoor({ size: 'portrait', touch: true })
    const { page } = door
    door.add(ewa)
    door.add(namesake)
    const asked = async (name: string, look: boolean) => {
      const headings: string[] = []
      await typeName(page, finger, name)
      for (const [heading, label] of [
        ['Which organisation are you from?', 'Name of your organisation'],
        ['What is your e-mail address?', 'Your e-mail address'],
      ] as const) {
        await at(page, heading)
        if (look && label.includes('mail')) await expectAccessible(page, 'self-service, e-mail address')
        headings.push(await page.getByRole('main').innerText())
        await finger.write(page, label, label.includes('mail') ? 'nobody@else.example' : 'Somewhere Else')
        await page.keyboard.press('Escape')
        await finger.press(page, 'Continue')
      }
      await at(page, 'Please ask a member of staff')
      headings.push(await page.getByRole('main').innerText())
      return headings
    }
    const nobody = await asked('Eva Nobody', true)
    await expectAccessible(page, 'self-service, not found')
    await finger.press(page, 'Try again')
    await at(page, 'What is your name?')
    expect(await page.getByLabel('Your full name').inputValue()).toBe('Eva Nobody')
    await finger.press(page, 'Start again')
    await home(page)
    expect(await asked('Ewa Kaur', false)).toEqual(nobody)
    await expectNobodyElse(door)
  })

  test('Somebody walks away: the screen warns, then clears, and nothing they typed is kept', async () => {
    const door = await openDoor({ size: 'portrait', touch: true })
    const { page, station } = door
    const id = door.add(ewa)
    await stopClock(page)
    await typeName(page, finger, 'Ewa Kaur')
    await at(page, 'Is this you?')
    const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
    // Half the quiet of other screens: somebody else is waiting.
    await page.clock.runFor(45_500)
    await warning.getByText('clears in 30').waitFor()
    await lookWithStoppedClock(page, 'self-service, idle warning')
    expect(await warning.innerText()).not.toContain('kept')
    await finger.press(page, 'I need more time')
    await at(page, 'Is this you?')
    await page.clock.runFor(45_500)
    await warning.getByText('clears in 30').waitFor()
    await page.clock.runFor(30_000)
    await home(page)
    expect(await page.content()).not.toContain('Kaur')
    expect(station.drafts.parked('organiser').items).toEqual([])
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'expected' })
    await finger.press(page, 'Type my name')
    expect(await page.getByLabel('Your full name').inputValue()).toBe('')
    await expectNobodyElse(door, 'Ewa Kaur')
  })

  test('Somebody signs themselves in and their badge is printed; a printer that fails is told kindly, and nobody waits', async () => {
    const door = await openDoor({ size: 'portrait', touch: true })
    const { page, station, errors } = door
    const [first, second] = [station.signIn.badge(door.add(ewa)), station.signIn.badge(door.add(robert))]
    station.changeDoor({ badges: { layout: 'roll-62', onSignIn: true, printer: '' } })
    await keepPrints(page)
    await home(page)
    await scan(page, first)
    await finger.press(page, 'Yes, sign me in')
    await finger.press(page, 'I need more time')
    await page.getByText('Your badge is on its way out of the printer.').waitFor()
    expect(await printsOf(page)).toBe(1)
    expect((await printedWords(page, 0)).join(' ')).toContain('Ewa Kaur')
    await expectAccessible(page, 'self-service, badge printed')
    await finger.press(page, 'I have finished')
    await home(page)
    await breakPrinter(page, true)
    await scan(page, second)
    await finger.press(page, 'Yes, sign me in')
    await finger.press(page, 'I need more time')
    await page.getByText('Your badge did not print. Please ask for it at the desk.').waitFor()
    expect(station.badges.log({ search: '', offset: 0, limit: 10 }).items.map(({ failed }) => failed)).toEqual([1, 0])
    expect(station.signIn.counts().here).toBe(2)
    expect(errors).toEqual([])
  })

  test('Staff come in with the PIN; locked again, the screen serves people again', async () => {
    const { page, errors } = await openDoor()
    await keyboard.press(page, 'Staff')
    await at(page, 'For our staff')
    await expectAccessible(page, 'self-service, staff')
    await keyboard.press(page, 'Back to signing in')
    await home(page)
    await keyboard.press(page, 'Staff')
    await unlock(page, keyboard, 'steward')
    await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
    await keyboard.press(page, 'Lock')
    await home(page)
    await keyboard.press(page, 'Roll call', 'link')
    await page.waitForURL((url) => url.pathname === '/roll-call')
    expect(errors).toEqual([])
  })
})
