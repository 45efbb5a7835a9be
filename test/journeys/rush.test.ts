/** The rush: hundreds come at once, by badge, by name and unannounced, and the journal holds what the screen said, once each. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { openBrowser, openTablet } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { type Key, keysOf, type Keys, scannedKeys, typedKeys } from '../support/keys.ts'
import { inLane } from '../support/lane.ts'
import { ewa, organiser } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { holdBack, pointer, unlock } from './steps.ts'

const EXPECTED = inLane(400, 5000)
/** Enough in either lane for every kind of arrival, and for two of each hurried one. */
const ARRIVALS = inLane(33, 300)
/** How many come to two screens at once, by badge and by name. */
const TO_BOTH = inLane({ scanned: 3, named: 2 }, { scanned: 12, named: 4 })
/** Nobody expects them, and no two of them could be one person. */
const UNANNOUNCED = [
  'Walburga Thistlewaite',
  'Peregrine Oxenholme',
  'Ottilie Quillfeather',
  'Barnabas Hepplethwaite',
  'Clementine Dunmallow',
  'Torquil Featherstonehaugh',
  'Araminta Stormcloud',
  'Zebedee Wolverhulme',
  'Hepzibah Marchwinter',
  'Caspian Ravensdale',
  'Philomena Kettlethorpe',
  'Ignatius Brindlecombe',
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const findOn = (page: Page) => page.getByRole('combobox', { name: 'Find by name or organisation' })
const answerOn = (page: Page) => page.getByRole('region', { name: 'Answer' })

type Guest = { id: string; name: string; badge: string }

/** Adds everyone who is expected; answers with those whose whole name nobody else has, so that an answer tells who it is for. */
function expectGuests(station: Station): Guest[] {
  const people = inventedPeople({ count: EXPECTED, seed: 31 })
  const namesakes = Map.groupBy(people, ({ name }) => name.toLowerCase())
  const guests: Guest[] = []
  station.batch(() => {
    for (const person of people) {
      const id = station.signIn.add(organiser, person)
      if (namesakes.get(person.name.toLowerCase())?.length === 1)
        guests.push({ id, name: person.name, badge: station.signIn.badge(id) })
    }
  })
  return guests
}

/** Opens the desk for a steward. From here on the page keeps every answer that it gives, as a screen reader says it. */
async function openDesk(page: Page): Promise<Keys> {
  await unlock(page, hands, 'steward')
  await findOn(page).waitFor()
  await page.evaluate(() => {
    const said: string[] = []
    const place = document.querySelector('[aria-live="assertive"]')
    if (place === null) throw new Error('Nothing reads the answers out')
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) said.push(node.textContent ?? '')
    }).observe(place, { childList: true })
    Object.assign(window, { said })
  })
  return keysOf(page)
}

const saidOn = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said)

/** The names that the screen said are signed in now, in that order. */
const signedInOn = async (page: Page): Promise<string[]> =>
  (await saidOn(page)).flatMap((words) => /^Signed in: (.*?), (?:\d+ \w+, )?\d\d:\d\d\./.exec(words)?.[1] ?? [])
const alreadyOn = async (page: Page): Promise<string[]> =>
  (await saidOn(page)).filter((words) => words.startsWith('Already signed in at'))

/** The names behind every sign-in that the journal holds, in its order. */
const signedInFacts = (station: Station): string[] =>
  [...station.journal.facts.from(station.id, 0)]
    .filter(({ type }) => type === 'attendance.signed-in')
    .map(({ subject }) => station.signIn.delegate(subject)?.name ?? `nobody under ${subject}`)

async function answeredFor(page: Page, { name }: { name: string }): Promise<void> {
  await answerOn(page).getByRole('heading', { name, exact: true }).waitFor()
}

/** What a steward types for somebody: the start of the family name, the start of the given one. */
const typedFor = ({ name }: Guest): string => {
  const [given = '', ...rest] = name.toLowerCase().split(' ')
  return `${rest.at(-1)?.slice(0, 5) ?? ''} ${given.slice(0, 3)}`.trim()
}

/** Those of them for whom a steward’s typing leads to a list that they are in, or stand first in; one looked up when the next is wanted. */
function* findable(station: Station, guests: readonly Guest[], { first = false } = {}): Generator<Guest> {
  for (const guest of guests) {
    const row = station.signIn.find(typedFor(guest)).findIndex(({ id }) => id === guest.id)
    if (first ? row === 0 : row >= 0) yield guest
  }
}

/** Types, waits for the list that answers to it, and goes down it to the one who is meant. */
async function findByTyping(page: Page, keys: Keys, station: Station, guest: Guest): Promise<void> {
  const typed = typedFor(guest)
  const listed = station.signIn.find(typed)
  const row = listed.findIndex(({ id }) => id === guest.id)
  expect(row).toBeGreaterThanOrEqual(0)
  await findOn(page).focus()
  await keys.type(typed)
  const names = page.getByRole('grid', { name: 'People found' }).getByRole('row').locator('b')
  await expect.poll(() => names.allTextContents()).toEqual(listed.map(({ name }) => name))
  for (let presses = 0; presses < row; presses += 1) await keys.press('ArrowDown')
  expect(await page.getByRole('row', { selected: true }).innerText()).toContain(guest.name)
}

async function walkIn(page: Page, name: string): Promise<void> {
  await hands.press(page, 'Not on the list')
  await page.getByRole('heading', { name: 'Who is not on the list?' }).waitFor()
  await hands.write(page, 'Name', name)
  await hands.write(page, 'Organisation', 'Invented Joinery')
  // Pressed twice, as people do who are in a hurry.
  await page.getByRole('button', { name: 'Add and sign in' }).dblclick()
}

describe('the rush', () => {
  test('of all arrivals by badge, by name and unannounced, none is lost and none counts twice', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const station = mustBeOpen(kiosk.station())
    const guests = expectGuests(station)
    const keys = await openDesk(page)
    // Nobody comes twice here: those who are found by name come from the end of the list.
    const byName = findable(station, guests.toReversed())

    const came: string[] = []
    const unannounced = UNANNOUNCED.values()
    for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
      if (arrival % 25 === 7) {
        const name = unannounced.next().value ?? ''
        await walkIn(page, name)
        await answeredFor(page, { name })
        came.push(name)
        continue
      }
      const isByName = arrival % 10 === 3
      const guest = isByName ? byName.next().value : guests.shift()
      if (guest === undefined || came.includes(guest.name)) throw new Error('Everybody has come')
      if (isByName) {
        await findByTyping(page, keys, station, guest)
        if (arrival === 3) await expectAccessible(page, 'rush, found')
        await keys.press('Enter')
        // A second press of an impatient hand signs nobody else in.
        if (arrival % 20 === 3) await keys.press('Enter')
      } else await keys.scan(guest.badge)
      await answeredFor(page, guest)
      came.push(guest.name)
    }

    await expect.poll(async () => (await signedInOn(page)).length).toBe(ARRIVALS)
    expect(await signedInOn(page)).toEqual(came)
    expect(await alreadyOn(page)).toEqual([])
    expect(signedInFacts(station)).toEqual(came)
    expect(new Set(came).size).toBe(ARRIVALS)
    const walkIns = UNANNOUNCED.filter((name) => came.includes(name)).length
    expect(walkIns).toBeGreaterThan(1)
    expect(station.signIn.counts()).toMatchObject({
      delegates: EXPECTED + walkIns,
      here: ARRIVALS,
      walkIns,
      expected: EXPECTED + walkIns - ARRIVALS,
    })
    await page.getByText(`${ARRIVALS} of ${EXPECTED + walkIns} here`).waitFor()
    expect(await findOn(page).inputValue()).toBe('')
    await expectAccessible(page, 'rush, over')
    expect(station.check()).toMatchObject({ sound: true })
    expect(errors).toEqual([])
  })

  test('badges held up one after the other while a name is typed: all are in, and the name is still there', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const station = mustBeOpen(kiosk.station())
    const guests = expectGuests(station)
    const keys = await openDesk(page)
    const [searched] = findable(station, guests, { first: true })
    if (searched === undefined) throw new Error('Nobody stands first in a list')
    const badges = guests.filter((guest) => guest !== searched).slice(0, 8)
    const twice = badges[5]

    // After every letter somebody holds a badge under the scanner, one of them twice, and nobody waits for an answer.
    await findOn(page).focus()
    const typed = typedFor(searched)
    const all: Key[] = []
    let at = 0
    const add = (more: readonly Key[]) => {
      all.push(...more.map((key) => ({ ...key, at: at + key.at })))
      at = Math.max(...all.map((key) => key.at + key.held)) + 60
    }
    for (const [index, letter] of [...typed].entries()) {
      add(typedKeys(letter))
      const guest = badges[index]
      if (guest !== undefined) add(scannedKeys(guest.badge))
      if (guest !== undefined && guest === twice) add(scannedKeys(guest.badge))
    }
    await keys.send(all)
    const inTurn = badges.slice(0, typed.length).map(({ name }) => name)
    expect(inTurn).toContain(twice?.name)
    await expect.poll(async () => (await saidOn(page)).length).toBe(inTurn.length + 1)
    expect(await signedInOn(page)).toEqual(inTurn)
    expect(await alreadyOn(page)).toEqual([expect.stringContaining(twice?.name ?? '')])
    expect(await findOn(page).inputValue()).toBe(typed)
    await expectAccessible(page, 'rush, scanned while typing')

    await page.getByRole('row', { selected: true }).getByText(searched.name).waitFor()
    await keys.press('Enter')
    await answeredFor(page, searched)
    await expect.poll(() => signedInOn(page)).toEqual([...inTurn, searched.name])
    expect(signedInFacts(station)).toEqual([...inTurn, searched.name])
    expect(errors).toEqual([])
  })

  test('Enter before a slow list has caught up signs in whoever was marked, or the only one who is meant, and nobody else', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const station = mustBeOpen(kiosk.station())
    const add = (name: string) => station.signIn.badge(station.signIn.add(organiser, { ...ewa, name, email: '' }))
    for (const name of ['Ewa Kowalska', 'Zofia Kowalska', 'Piotr Nowak']) add(name)
    const omar = { name: 'Omar Example', badge: add('Omar Example') }
    const ines = { name: 'Ines Example', badge: add('Ines Example') }
    const keys = await openDesk(page)
    const slowFrom = (query: string) => holdBack(page, 'signIn/find', { words: `"${query}"` })
    const marked = page.getByRole('row', { selected: true })

    // The list of “kowal” stands while the one of “kowals” is on its way; they are the same.
    let list = await slowFrom('kowals')
    await findOn(page).fill('kowal')
    await marked.getByText('Ewa Kowalska').waitFor()
    await keys.type('s')
    await keys.press('ArrowDown')
    const second = (await marked.locator('b').innerText()).trim()
    await keys.press('Enter')
    // The desk answers in turn: had Enter signed somebody in, they would stand before whoever is scanned now.
    await keys.scan(omar.badge)
    await answeredFor(page, omar)
    expect(await signedInOn(page)).toEqual([omar.name])
    await list.release()
    await answeredFor(page, { name: second })
    expect(signedInFacts(station)).toEqual([omar.name, second])
    expect(await findOn(page).inputValue()).toBe('')

    // Here the one who was marked is not among those who are meant, of whom there are two.
    list = await slowFrom('kowalska')
    await findOn(page).fill('piotr')
    await marked.getByText('Piotr Nowak').waitFor()
    await findOn(page).fill('kowalska')
    await keys.press('Enter')
    await list.release()
    await expect.poll(() => page.getByRole('grid', { name: 'People found' }).getByRole('row').count()).toBe(2)

    // Who types on after Enter means somebody else by it.
    list = await slowFrom('nowak')
    await findOn(page).fill('nowak')
    await keys.press('Enter')
    await list.asked
    await keys.type(' p')
    await list.release()
    await page.getByRole('status').getByText('1 person found').waitFor()
    await keys.scan(ines.badge)
    await answeredFor(page, ines)
    expect(await findOn(page).inputValue()).toBe('nowak p')

    // Whoever was marked is not meant, and only one person is.
    const first = second === 'Ewa Kowalska' ? 'Zofia Kowalska' : 'Ewa Kowalska'
    list = await slowFrom(first.toLowerCase())
    await findOn(page).fill(first.toLowerCase())
    await keys.press('Enter')
    await list.release()
    await answeredFor(page, { name: first })
    // Nobody else was answered for in between, neither as signed in nor as here already.
    const inTurn = [omar.name, second, ines.name, first]
    expect(signedInFacts(station)).toEqual(inTurn)
    expect(await signedInOn(page)).toEqual(inTurn)
    expect(await saidOn(page)).toHaveLength(inTurn.length)
    expect(errors).toEqual([])
  })

  test('two screens sign the same people in at the same time: each counts once, and each screen says how it stands', async () => {
    const { page, kiosk, link, errors } = await openHall(browser, { duty: 'sign-in' })
    const station = mustBeOpen(kiosk.station())
    const guests = expectGuests(station)
    const other = await openTablet(browser)
    onTestFinished(() => other.close())
    await other.page.goto(link)
    const screens = [
      { page, keys: await openDesk(page) },
      { page: other.page, keys: await openDesk(other.page) },
    ]
    const answeredOnBoth = async (guest: Guest) => {
      for (const screen of screens) await answeredFor(screen.page, guest)
    }

    const scanned = guests.slice(0, TO_BOTH.scanned)
    for (const guest of scanned) {
      await Promise.all(screens.map(({ keys }) => keys.scan(guest.badge)))
      await answeredOnBoth(guest)
    }
    // And by name: both have somebody in their list as not here yet, and press Enter together.
    const named: Guest[] = []
    for (const guest of findable(station, guests.slice(TO_BOTH.scanned), { first: true })) {
      if (named.push(guest) > TO_BOTH.named - 1) break
    }
    for (const guest of named) {
      for (const screen of screens) await findByTyping(screen.page, screen.keys, station, guest)
      await Promise.all(screens.map(({ keys }) => keys.press('Enter')))
      await answeredOnBoth(guest)
      for (const screen of screens) expect(await findOn(screen.page).inputValue()).toBe('')
    }

    const both = [...scanned, ...named].map(({ name }) => name)
    expect(signedInFacts(station)).toEqual(both)
    const [here, there] = [await signedInOn(page), await signedInOn(other.page)]
    expect([...here, ...there].toSorted()).toEqual(both.toSorted())
    expect((await alreadyOn(page)).length).toBe(there.length)
    expect((await alreadyOn(other.page)).length).toBe(here.length)
    for (const screen of screens) await screen.page.getByText(`${both.length} of ${EXPECTED} here`).waitFor()
    expect(station.check()).toMatchObject({ sound: true })
    expect([...errors, ...other.errors]).toEqual([])
  })
})

function mustBeOpen(station: Station | null): Station {
  if (station === null) throw new Error('The station is not set up')
  return station
}
