/** Following up: who is written to about what, ten like offers at once, and plots that say what the tables say, on screen and on paper. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { expectAccessible } from '../support/look.ts'
import { readWords } from '../support/paper.ts'
import { keepPrints, paperOfPrint } from '../support/printing.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anAction, anyone, aPledge, ewa, facilitator, organiser } from '../support/test-station.ts'
import { keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

/** At every size that the kiosk must look right on, for a person to look at. */
async function picturesOf(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const [size, viewport] of Object.entries(screenSizes)) {
    await page.setViewportSize(viewport)
    await takePicture(page, `${name}-${size}`)
  }
  // A quarter of a laptop’s width is what is left of it at 400 %.
  await page.setViewportSize({ width: 342, height: 768 })
  await takePicture(page, `${name}-zoomed`)
  await page.setViewportSize(screenSizes.laptop)
  await page.emulateMedia({ forcedColors: 'active' })
  await takePicture(page, `${name}-forced`)
  await page.emulateMedia({ forcedColors: 'none' })
  if (before !== null) await page.setViewportSize(before)
}

const rowsOf = (page: Page, name: string): Promise<string[][]> =>
  page
    .getByRole('table', { name, exact: true })
    .evaluate((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children]
          .filter((cell) => cell.querySelector('svg') === null && cell.textContent !== '')
          .map((cell) => cell.textContent.trim()),
      ),
    )
const barsOf = (page: Page, name: string, look: 'full' | 'hollow'): Promise<number[]> =>
  page
    .getByRole('table', { name, exact: true })
    .evaluate(
      (table, wanted) =>
        [...table.querySelectorAll('tbody tr')].map((row) =>
          Number(row.querySelector(`rect.${wanted}`)?.getAttribute('width') ?? 0),
        ),
      look,
    )

const house = (organisation: string, name: string, sector = 'business') => ({
  kind: 'organisation' as const,
  organisation,
  area: '',
  sector,
  name,
})
const agreed = { ...aPledge, mayContact: true }

/** Four of one kind from business, one of them without consent and one with a name as long as they come; and some that stand alone. */
function anAfternoon(station: Station): void {
  const make = (input: Parameters<Station['pledges']['make']>[1]) => station.pledges.make(anyone, input).made?.id ?? ''
  make({ ...agreed, by: house('Meriden Motors', 'Kwame Okonkwo-Bell'), email: 'kwame@meriden.example' })
  make({
    ...agreed,
    by: house('Arden Print', 'Zoë Łęcka'),
    wording: 'A mentor and two weeks at the press',
    quantity: 2,
    timescale: { kind: 'words', words: 'by Easter' },
    email: 'zoe@arden.example',
  })
  make({ ...aPledge, by: house('Hampton Bakery', 'Jo Pike'), wording: 'A morning in the bakery', quantity: null })
  make({
    ...agreed,
    by: house(
      `The ${'Very Long Partnership of Partnerships '.repeat(3)}Ltd`,
      'Wilhelmina Featherstonehaugh-Cholmondeley',
    ),
    wording: `${'We will open every door that we have, '.repeat(8)}and mean it`,
    quantity: 1,
    timescale: { kind: 'open' },
    email: 'wilhelmina.featherstonehaugh@partnership.example',
  })
  const gone = make({ ...agreed, by: house('Gone Ltd', 'Max Gone'), email: 'max@gone.example' })
  station.pledges.withdraw(organiser, gone, 'Not now')
  const delegate = station.signIn.add(organiser, ewa)
  make({ ...agreed, by: { kind: 'delegate', delegate }, type: 'mentor', wording: 'An hour each week', quantity: 1 })
  make({
    ...agreed,
    by: { kind: 'delegate', delegate },
    type: 'interview-practice',
    wording: 'Mock interviews',
    quantity: 6,
  })
  make(aPledge)
  for (const [owner, due] of [
    ['Head of Sport', '2024-03-31'],
    ['Head of Sport', '2024-05-31'],
    ['', '2024-03-01'],
  ] as const)
    station.workshops.propose(facilitator, {
      ...anAction,
      owner,
      organisation: '',
      timescale: { kind: 'date', date: due },
    })
}

async function save(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(page, button)])
  const path = join(tempFolder(), 'download')
  await download.saveAs(path)
  return { name: download.suggestedFilename(), bytes: await readFile(path) }
}

describe('following up', () => {
  test('like offers are confirmed as one group, a new one is offered to join, and the plan shows the group’s name', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    await unlock(page, hands, 'organiser')
    await hands.press(page, 'Follow up', 'link')
    await page.getByText('The first offer is still to come.').waitFor()
    await expectAccessible(page, 'like offers, none')
    await visit(page, '/organiser/follow-up/contacts')
    await page.getByText('Nobody has agreed to be written to yet.').waitFor()
    await expectAccessible(page, 'who to write to, nobody')
    await visit(page, '/organiser/follow-up/numbers')
    await page.getByRole('img', { name: 'Nobody has pledged yet.' }).waitFor()
    await expectAccessible(page, 'promises in numbers, none')

    anAfternoon(station)
    await visit(page, '/organiser/follow-up')
    await page.getByRole('link', { name: /^Work experience, Business/ }).waitFor()
    await expectAccessible(page, 'like offers')
    await picturesOf(page, 'like-offers')
    await hands.press(page, /^Work experience, Business/, 'link')
    await heading(page, 'Work experience, Business')
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(4)
    await expectAccessible(page, 'like offers, to confirm')
    await picturesOf(page, 'like-offers-to-confirm')
    await hands.choose(page, /^Jo Pike, Hampton Bakery/, 'checkbox')
    await hands.press(page, 'Confirm them as one group')
    await heading(page, 'One group')
    await expectAccessible(page, 'like offers, one group?')
    await hands.press(page, 'Confirm the group')
    await page.getByText('Write your name').first().waitFor()
    await expectAccessible(page, 'like offers, one group, not said who')
    await hands.write(page, 'What the group is called', 'Placements with employers')
    await hands.write(page, 'Your name', 'Ines Example')
    await hands.press(page, 'Confirm the group')
    await page.getByText('3 offers are followed up together as “Placements with employers”.').waitFor()
    await page.getByText(/^Confirmed by Ines Example/).waitFor()
    await expectAccessible(page, 'like offers, one more to join')
    await picturesOf(page, 'like-offers-confirmed')
    const rows = () => {
      const plan = JSON.parse(Buffer.concat([...station.plan.export('json').chunks]).toString()) as {
        rows: { leadOfficerName: string; followUpGroup: string }[]
      }
      return plan.rows.filter((row) => row.followUpGroup !== '').map((row) => row.leadOfficerName)
    }
    expect(rows().toSorted()).toEqual(['Kwame Okonkwo-Bell', 'Wilhelmina Featherstonehaugh-Cholmondeley', 'Zoë Łęcka'])

    // The bakery joins because a person says so, and by nothing else.
    await hands.choose(page, /^Jo Pike, Hampton Bakery/, 'checkbox')
    await hands.press(page, 'Keep the group as it is ticked')
    await hands.write(page, 'Your name', 'Ines Example')
    await hands.press(page, 'Confirm the group')
    await page.getByText('4 offers are followed up together').waitFor()
    expect(rows()).toHaveLength(4)
    await expectAccessible(page, 'like offers, confirmed')
    await hands.press(page, 'Take the group apart')
    await heading(page, 'Take the group apart?')
    await expectAccessible(page, 'like offers, take it apart?')
    await hands.write(page, 'Why?', 'Two officers after all')
    await hands.press(page, 'Take it apart')
    await page.getByText('The offers stand apart again.').waitFor()
    expect(rows()).toEqual([])
    expect(errors).toEqual([])
  })

  test('exactly those who agreed are written to: the workbook, the mail merge, and a message each that another program opens', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    anAfternoon(station)
    await unlock(page, hands, 'organiser')
    await visit(page, '/organiser/follow-up/contacts')
    await page.getByText('4 people agreed to it and gave an address; nobody else is here').waitFor()
    await expectAccessible(page, 'who to write to')
    await picturesOf(page, 'contacts')
    const PEOPLE = ['Ewa Kaur', 'Kwame Okonkwo-Bell', 'Wilhelmina Featherstonehaugh-Cholmondeley', 'Zoë Łęcka']

    const workbook = await save(page, 'Download the workbook')
    await page.getByText('4 people with 5 pledges').waitFor()
    await expectAccessible(page, 'who to write to, saved')
    expect(workbook.name).toMatch(/^NEC-contacts-.*\.xlsx$/)
    const { SheetNames, Sheets } = read(workbook.bytes, { cellDates: true })
    expect(SheetNames).toEqual(['Contacts', 'Pledges'])
    const sheet = (name: string) => utils.sheet_to_json<Record<string, unknown>>(Sheets[name] ?? {})
    expect(sheet('Contacts').map((row) => [row['Name'], row['Pledges']])).toEqual(
      PEOPLE.map((name) => [name, name === 'Ewa Kaur' ? 2 : 1]),
    )
    expect(sheet('Pledges')).toHaveLength(5)

    const csv = await save(page, 'CSV for a mail merge')
    const { data } = Papa.parse<Record<string, string>>(csv.bytes.toString().slice(1), {
      header: true,
      skipEmptyLines: true,
    })
    expect(data.map((row) => [row['Greeting'], row['E-mail']])).toEqual([
      ['Dear Ewa Kaur', 'ewa@elmdon.example'],
      ['Dear Kwame Okonkwo-Bell', 'kwame@meriden.example'],
      ['Dear Wilhelmina Featherstonehaugh-Cholmondeley', 'wilhelmina.featherstonehaugh@partnership.example'],
      ['Dear Zoë Łęcka', 'zoe@arden.example'],
    ])

    const drafts = await save(page, 'Drafts of messages')
    const files = Object.entries(unzipSync(drafts.bytes))
    expect(files.map(([name]) => name)).toEqual([
      '1-ewa-kaur.eml',
      '2-kwame-okonkwo-bell.eml',
      '3-wilhelmina-featherstonehaugh-cholmondele.eml',
      '4-zoe-ecka.eml',
    ])
    const messages = await Promise.all(files.map(([, bytes]) => PostalMime.parse(bytes)))
    expect(messages.map(({ to }) => to?.[0]?.name)).toEqual(PEOPLE)
    expect(messages[0]?.text).toContain('“An hour each week”')
    expect(messages[0]?.text).toContain('“Mock interviews”')
    expect(messages[3]?.text).toMatch(/by when: by Easter \(31 March 2024\), reference NEC-[0-9A-Z]{3}-[0-9A-Z]{4}/)
    expect(errors).toEqual([])
  })

  test('the plots are of the numbers in their tables, on screen and on paper, and the keyboard reaches all', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    anAfternoon(station)
    await keepPrints(page)
    await unlock(page, keyboard, 'organiser')
    await keyboard.press(page, 'Follow up', 'link')
    await keyboard.press(page, 'In numbers', 'link')
    await page.getByText('7 pledges and 3 actions, without what was withdrawn').waitFor()
    await expectAccessible(page, 'promises in numbers')
    await picturesOf(page, 'promises-in-numbers')
    expect(await rowsOf(page, 'Actions by owner')).toEqual([
      ['Head of Sport', '2', '0'],
      ['Nobody yet', '1', '0'],
    ])
    expect(await rowsOf(page, 'Actions by month')).toEqual([
      ['March 2024', '1', '1'],
      ['May 2024', '1', '0'],
    ])
    for (const name of [
      'Pledges by kind',
      'Pledges by sector',
      'By priority',
      'Actions by owner',
      'Actions by month',
    ]) {
      const rows = await rowsOf(page, name)
      expect(await barsOf(page, name, 'full')).toEqual(rows.map((row) => Number(row[1])))
    }
    expect(await barsOf(page, 'Actions by month', 'hollow')).toEqual([1, 0])
    await keyboard.press(page, 'Print the numbers')
    await expect.poll(() => page.evaluate(() => window.printedSheets.length)).toBe(1)
    const sheets = await readWords(await paperOfPrint(page, 0))
    expect(sheets.length).toBeLessThanOrEqual(3)
    const paper = sheets.map(({ text }) => text).join('\n')
    for (const words of ['Promises in numbers', 'Head of Sport', 'March 2024', 'Nobody yet', 'In all', 'Business'])
      expect(paper).toContain(words)
    for (const [index, { text }] of sheets.entries()) expect(text).toContain(`Page ${index + 1} of ${sheets.length}`)
    expect(errors).toEqual([])
  })

  test('far too many, by touch and upright: groups and bars keep their places, and the others set no scale', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser', touch: true, size: 'portrait' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const { pledgeTypes, sectors } = station.event().pack
    const many = inLane(250, 2000)
    station.batch(() => {
      for (let index = 0; index < many; index += 1) {
        const type = pledgeTypes[index % pledgeTypes.length]?.id ?? ''
        const sector = sectors[index % sectors.length]?.id ?? ''
        const by = house(`Organisation ${index}`, `Guest ${index}`, sector)
        station.pledges.make(anyone, { ...agreed, by, type, email: `guest${index}@elmdon.example` })
        if (index % 3 === 0)
          station.workshops.propose(facilitator, {
            ...anAction,
            owner: `Head of ${'a Very Long Service '.repeat(1 + (index % 3))}${index % 50}`,
            timescale: { kind: 'date', date: `20${24 + (index % 6)}-0${1 + (index % 9)}-15` },
          })
      }
    })
    const finger = pointer(true)
    await unlock(page, finger, 'organiser')
    await finger.press(page, 'Follow up', 'link')
    await page
      .getByRole('link', { name: /offers/ })
      .first()
      .waitFor()
    await expectAccessible(page, 'like offers of many')
    await takePicture(page, 'like-offers-of-many')
    await finger.press(page, 'In numbers', 'link')
    await heading(page, 'Actions by owner')
    const owners = await rowsOf(page, 'Actions by owner')
    expect(owners).toHaveLength(13)
    expect(owners[12]?.[0]).toMatch(/^\d+ others$/)
    expect((await barsOf(page, 'Actions by owner', 'full'))[12]).toBe(0)
    await expectAccessible(page, 'promises in numbers of many')
    await picturesOf(page, 'promises-in-numbers-of-many')
    expect(errors).toEqual([])
  })
})
