/** The event is changed while people write in it; and one that was loaded in the terminal is offered, and not replaced without a word. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { carry } from '../support/merge.ts'
import { expectAccessible } from '../support/look.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  openTest,
  organiser,
  PASSPHRASE,
  PIN,
  shippedPack,
  steward,
} from '../support/test-station.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** Forty actions at five tables and ninety pledges of every kind and priority, some without one of their own. */
function morning(station: Station): void {
  const { pledgeTypes, priorities } = station.event().pack
  station.batch(() => {
    for (let n = 0; n < 40; n += 1)
      station.workshops.propose(facilitator, { ...anAction, title: `Action ${n}`, table: `table-${1 + (n % 5)}` })
    for (let n = 0; n < 90; n += 1)
      station.pledges.make(anyone, {
        ...aPledge,
        type: pledgeTypes[n % pledgeTypes.length]?.id ?? '',
        priority: n % 3 === 0 ? null : (priorities[n % priorities.length]?.id ?? null),
      })
    station.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
  })
}

const titled = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()

async function toEdit(page: Page, path = ''): Promise<void> {
  await visit(page, `/organiser/event/edit${path}`)
  await titled(page, 'Change the event')
}

describe('the organiser changes the event at half past ten', () => {
  test('every section is there; a fault stands at its field; each change is shown at once, and in what was changed', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    morning(station)
    const before = [...station.pledges.hanging(), ...station.workshops.hanging()].map(({ reference }) => reference)
    await unlock(page, hands, 'organiser')
    await toEdit(page)
    await titled(page, 'Name and days')
    await takePicture(page, 'event-about')
    await expectAccessible(page, 'change the event')
    await hands.press(page, 'Change name and days')
    await hands.write(page, 'What the event is called', 'Our day')
    await hands.write(page, 'What every reference begins with', 'DAY')
    await hands.press(page, 'Save the change')
    await page
      .getByRole('dialog')
      .getByText(/References that begin with NEC were given out already/)
      .first()
      .waitFor()
    await takePicture(page, 'event-code-refused')
    await expectAccessible(page, 'change a part of the event, refused')
    await hands.write(page, 'What every reference begins with', 'NEC')
    await hands.write(page, 'First day', '2023-12-19')
    await hands.write(page, 'Last day', '2023-12-19')
    await hands.press(page, 'Save the change')
    await page.getByText('The event is changed.').waitFor()
    expect(station.event().pack).toMatchObject({ name: 'Our day', code: 'NEC' })
    expect(station.event().pack.programme.every(({ day }) => day === '2023-12-19')).toBe(true)

    await toEdit(page, '/tables')
    await titled(page, 'Tables')
    await takePicture(page, 'event-tables')
    await expectAccessible(page, 'change the event, tables')
    await hands.press(page, 'Change Table 4')
    await hands.write(page, 'Its name', 'Table 5')
    await hands.press(page, 'Save the change')
    await page.getByRole('dialog').getByText('Two tables are called “Table 5”').first().waitFor()
    await hands.write(page, 'Its name', 'The window')
    await hands.press(page, 'Save the change')
    await page.getByRole('button', { name: 'Change The window' }).waitFor()

    await hands.press(page, 'Close Table 3')
    await titled(page, 'People wrote on this already')
    await page.getByText('8 actions and 1 person are here.').waitFor()
    await takePicture(page, 'event-hanging')
    await expectAccessible(page, 'what hangs on it')
    await hands.press(page, 'Close it')
    await page.getByRole('dialog').getByText('Choose what becomes of them').first().waitFor()
    await hands.pick(page, 'What becomes of them?', 'They go to The window')
    await hands.press(page, 'Close it')
    await page.getByText('The event is changed, and 9 entries moved with it.').waitFor()
    await page.getByRole('button', { name: 'Open Table 3 again' }).waitFor()
    await takePicture(page, 'event-closed')

    for (const [path, title] of [
      ['programme', 'Programme'],
      ['kinds', 'Kinds of pledge'],
      ['priorities', 'Priorities'],
      ['quotations', 'What young people said'],
      ['privacy', 'Privacy notice'],
    ] as const) {
      await toEdit(page, `/${path}`)
      await titled(page, title)
      await takePicture(page, `event-${path}`)
      await expectAccessible(page, `change the event, ${path}`)
    }
    await toEdit(page, '/programme')
    await hands.press(page, /^Questions of /)
    await titled(page, 'Questions')
    await expectAccessible(page, 'change the event, questions')
    await toEdit(page, '/history')
    await page.getByText('The window: name').waitFor()
    await page.getByText('Table 3 is closed').waitFor()
    await expect.poll(() => page.locator('main').innerText()).toContain('by the organiser')
    await takePicture(page, 'event-history')
    await expectAccessible(page, 'change the event, what was changed')

    const after = [...station.pledges.hanging(), ...station.workshops.hanging()].map(({ reference }) => reference)
    expect(after).toEqual(before)
    expect(after).toHaveLength(130)
    expect(errors).toEqual([])
  })

  test('what two tablets changed at once is shown with both, and whoever looks says which it is', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const east = openTest()
    east.loadEvent(shippedPack(), false)
    const venue = (name: string) => ({
      changes: [{ path: 'venue', before: JSON.stringify(shippedPack().venue), after: JSON.stringify(name) }],
    })
    east.changeEvent(organiser, venue('The library'))
    station.changeEvent(organiser, venue('The town hall'))
    carry(east, station)
    await unlock(page, hands, 'organiser')
    await hands.press(page, /1 part of the event was changed on two tablets at once/, 'link')
    await titled(page, 'Changed on two tablets at once')
    await takePicture(page, 'event-clashes')
    await expectAccessible(page, 'change the event, changed on two tablets')
    await hands.press(page, 'Take this: Venue, “The library”')
    await page.getByText('The event is changed.').waitFor()
    expect(station.event().pack.venue).toBe('The library')
    await expect.poll(() => station.eventClashes()).toEqual([])
    expect(await page.getByRole('heading', { name: 'Changed on two tablets at once' }).count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('what is begun under the old words goes on; what is new has the new ones, on every screen at once', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    await hands.press(page, 'Make your pledge')
    await hands.press(page, /^Without giving a name/)
    await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
    await hands.choose(page, /^Work experience/)
    const json = JSON.stringify
    station.changeEvent(null, {
      changes: [
        { path: 'pledgeTypes/work-experience/closed', before: '', after: 'true' },
        {
          path: 'pledgeTypes/interviews/title',
          before: json('Guaranteed interviews'),
          after: json('Interviews for all'),
        },
      ].filter(({ path }) => station.event().pack.pledgeTypes.some(({ id }) => path.includes(`/${id}/`))),
    })
    const other = station.event().pack.pledgeTypes.find(({ id }) => id !== 'work-experience')
    station.changeEvent(null, {
      changes: [
        { path: `pledgeTypes/${other?.id}/title`, before: json(other?.title), after: json('Something quite new') },
      ],
    })
    await page.getByRole('radio', { name: /^Something quite new/ }).waitFor({ state: 'attached' })
    await expect.poll(() => page.getByRole('radio', { name: /^Work experience/ }).isChecked()).toBe(true)
    await hands.press(page, 'Continue')
    await page.getByRole('heading', { name: 'What do you promise?' }).waitFor()
    expect(errors).toEqual([])
  })

  test('a table that is closed keeps what was written, and takes nothing new', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'workshop' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    station.workshops.propose(facilitator, { ...anAction, table: 'table-3', title: 'A choir' })
    await visit(page, '/workshop/workshop-1/table-3')
    await page.getByText('A choir').waitFor()
    station.changeEvent(null, {
      changes: [{ path: 'tables/table-3/closed', before: '', after: 'true' }],
      keepsRest: true,
    })
    await page.getByText('The organiser has closed this table.').waitFor()
    await page.getByText('A choir').waitFor()
    expect(await page.getByRole('button', { name: 'Add an action' }).count()).toBe(0)
    await expectAccessible(page, 'workshop, a closed table')
    expect(errors).toEqual([])
  })
})

describe('by the keyboard alone, and by touch at four sizes', () => {
  test('a table and a quotation are added by the keyboard', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    await unlock(page, keyboard, 'organiser')
    await toEdit(page, '/tables')
    await keyboard.press(page, 'Add a table')
    await expectAccessible(page, 'add a part of the event')
    await keyboard.write(page, 'Its name', 'The quiet corner')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Change The quiet corner' }).waitFor()
    await toEdit(page, '/quotations')
    await keyboard.press(page, /^Add a quotation to/)
    await keyboard.write(page, 'Their words', 'Ring me up')
    await keyboard.press(page, 'Save the quotation')
    await page.getByText('“Ring me up”').waitFor()
    const pack = kiosk.station()?.event().pack
    expect(pack?.tables.at(-1)).toEqual({ id: 'the-quiet-corner', name: 'The quiet corner', where: '' })
    expect(pack?.priorities[0]?.voices.at(-1)).toEqual({ words: 'Ring me up', who: '' })
    expect(errors).toEqual([])
  })

  test('a session is changed by touch on every size of screen', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser', touch: true })
    const touch = pointer(true)
    await unlock(page, touch, 'organiser')
    for (const [size, view] of Object.entries(screenSizes)) {
      await page.setViewportSize(view)
      await toEdit(page, '/programme')
      const title = kiosk.station()?.event().pack.programme[0]?.title ?? ''
      await takePicture(page, `event-programme-${size}`)
      await touch.press(page, `Change ${title}`)
      await touch.write(page, 'What people read', `Welcome, ${size}`)
      await touch.write(page, 'Ends', '09:40')
      await takePicture(page, `event-session-${size}`)
      await touch.press(page, 'Save the change')
      await page.getByRole('button', { name: `Change Welcome, ${size}`, exact: true }).waitFor()
    }
    expect(errors).toEqual([])
  })
})

describe('an event that was loaded in the terminal', () => {
  const own = { ...shippedPack(), name: 'A day of our own', dates: { from: '2023-12-12', to: '2023-12-12' } }

  test('is offered first, says when it was, and is not replaced without a word', async () => {
    const folder = join(tempFolder(), 'station')
    const station = openTest(folder)
    station.loadEvent(own, false)
    station.close()
    const { page, kiosk } = await openHall(browser, { folder })
    const radio = page.getByRole('radio', { name: /^A day of our own/ })
    await radio.waitFor()
    await expect.poll(() => radio.isChecked()).toBe(true)
    await page.getByText('This event was on 12 December 2023.').waitFor()
    await takePicture(page, 'set-up-loaded')
    await expectAccessible(page, 'set-up, loaded before')
    await hands.choose(page, /^Solihull/)
    await hands.press(page, 'Continue')
    await hands.write(page, 'A name for this tablet', 'West door')
    await hands.choose(page, 'Pledges')
    await hands.press(page, 'Continue')
    await hands.write(page, 'Organiser passphrase', PASSPHRASE)
    await hands.write(page, 'Steward PIN', PIN)
    await hands.press(page, 'Open for the day')
    await titled(page, 'This tablet holds an event already')
    await page.getByText('differs in 1 place.').waitFor()
    await takePicture(page, 'set-up-holds')
    await expectAccessible(page, 'set-up, it holds another')
    expect(kiosk.station()).toBeNull()
    await hands.press(page, 'Use the other one')
    await expect.poll(() => kiosk.station()?.event().pack.name).toBe(shippedPack().name)
  })

  test('a pack in Windows-1252 is read as such, with a remark; one in UTF-16 is told how to be saved', async () => {
    const { page } = await openHall(browser)
    const folder = tempFolder()
    const json = JSON.stringify({ ...own, name: 'Café day' })
    const [old, wide] = [join(folder, 'old.json'), join(folder, 'wide.json')]
    writeFileSync(old, Buffer.from([...json].map((letter) => (letter > '\u00ff' ? '-' : letter)).join(''), 'latin1'))
    writeFileSync(wide, Buffer.from(`\ufeff${json}`, 'utf16le'))
    await page.getByLabel('Choose an event pack file').setInputFiles(wide)
    await page.getByText(/saved as UTF-16, which Windows calls “Unicode”/).waitFor()
    await page.getByLabel('Choose an event pack file').setInputFiles(old)
    await page.getByRole('radio', { name: /^Café day/ }).waitFor()
    await page.getByText(/It was read as Windows-1252: look whether this is right/).waitFor()
    await expect.poll(() => page.getByRole('radio', { name: /^Café day/ }).isChecked()).toBe(true)
    await takePicture(page, 'set-up-windows-1252')
  })
})
