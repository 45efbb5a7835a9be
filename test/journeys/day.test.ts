/** One tablet, the whole day: set up, import, sign in, pledge, workshop, export; with a mouse in the desktop app, a finger, and a keyboard. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PLAN_COLUMNS } from '../../shared/domain/plan.ts'
import { eventbriteCsv, eventbritePeople } from '../fixtures/delegates/eventbrite.ts'
import { openBrowser } from '../support/browser.ts'
import { type Hall, openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { changeDuty, type Hands, keyboard, pointer, scan, setUpTablet, typeByHand, unlock, visit } from './steps.ts'

/** So many people are on the list at most; a shorter one begins with the same. */
const EVERYBODY = 500
const listOf = (rows: number) => ({ rows, seed: 12, tidy: true })
const people = eventbritePeople(listOf(EVERYBODY))
const nameOf = (index: number) => `${people[index]?.firstName} ${people[index]?.lastName}`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** One of the ways through the day. `rows` people are on the list; `see` looks at a screen, in one of the ways. */
type Way = { hands: Hands; rows: number; see: (page: Page, screen: string) => Promise<void> }

/** Where the page is said to be, by its heading. */
const at = (page: Page, heading: string | RegExp) => page.getByRole('heading', { name: heading }).first().waitFor()

async function importDelegates(page: Page, { hands, rows, see }: Way): Promise<void> {
  await changeDuty(page, hands, /^Organiser/)
  await at(page, 'For the organiser')
  await see(page, 'organiser, locked')
  await unlock(page, hands, 'organiser')
  await at(page, /Today at/)
  await see(page, 'organiser, today, empty')
  await visit(page, '/organiser/delegates')
  await at(page, 'Delegates')
  await see(page, 'organiser, delegates, empty')
  await hands.press(page, /^Import a list/)
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'report.csv', mimeType: 'text/csv', buffer: Buffer.from(eventbriteCsv(listOf(rows))) })
  await page.getByRole('table', { name: 'What will happen' }).waitFor()
  await see(page, 'organiser, import preview')
  await hands.press(page, `Import ${rows} people`)
  await page.getByRole('table', { name: 'What happened' }).waitFor()
  await see(page, 'organiser, imported')
  expect(await page.getByRole('table', { name: 'What happened' }).innerText()).toContain(String(rows))
  await hands.press(page, 'See the delegates')
  await page.getByRole('table').getByRole('row').nth(20).waitFor()
  await see(page, 'organiser, delegates')
}

async function signPeopleIn(page: Page, { hands, rows, see }: Way, { kiosk }: Hall): Promise<void> {
  await changeDuty(page, hands, /^Sign-in/)
  await at(page, 'Sign-in')
  await see(page, 'sign-in, locked')
  await unlock(page, hands, 'steward')
  const find = page.getByRole('combobox', { name: 'Find by name or organisation' })
  await find.waitFor()
  const answer = page.getByRole('region', { name: 'Answer' })

  // By typing: two letters show nobody, the whole name shows one, Enter signs in.
  await find.focus()
  await typeByHand(page, nameOf(0).slice(0, 2))
  await page.getByText('One more letter, and names appear here.').waitFor()
  expect(await page.getByRole('grid').count()).toBe(0)
  await typeByHand(page, nameOf(0).slice(2))
  await page
    .getByRole('grid')
    .getByText(people[0]?.organisation ?? '')
    .first()
    .waitFor()
  await see(page, 'sign-in, people found')
  await page.keyboard.press('Enter')
  await answer.getByText(nameOf(0)).waitFor()
  expect(await answer.innerText()).toMatch(/Signed in at/i)
  await see(page, 'sign-in, signed in')

  // By scanner, with the focus in the search box: the ticket's code never stays in the field.
  await find.focus()
  await scan(page, people[1]?.barcode ?? '')
  await answer.getByText(nameOf(1)).waitFor()
  expect(await answer.innerText()).toMatch(/Signed in at/i)
  expect(await find.inputValue()).toBe('')
  await scan(page, people[1]?.barcode ?? '')
  await answer.getByText(/Already signed in at/i).waitFor()
  await see(page, 'sign-in, already')
  await scan(page, '99999999999999999999')
  await answer.getByText('We do not know this badge').waitFor()
  await see(page, 'sign-in, unknown badge')
  await scan(page, 'PK1-WOLV-0123456789ABCDEF')
  await answer.getByText(/This badge is for WOLV/).waitFor()

  // The wrong person: undone, with a reason.
  await scan(page, people[2]?.barcode ?? '')
  await answer.getByText(nameOf(2)).waitFor()
  await hands.press(page, `Undo for ${nameOf(2)}`)
  await see(page, 'sign-in, undo reasons')
  await hands.press(page, /Wrong person/)
  await answer
    .getByText(/Undone/i)
    .first()
    .waitFor()

  // Not on the list.
  await hands.press(page, 'Not on the list')
  await at(page, 'Who is not on the list?')
  await see(page, 'sign-in, walk-in')
  await hands.write(page, 'Name', 'Oluwaseun Adébáyọ̀')
  await hands.write(page, 'Organisation', 'Invented Joinery')
  await hands.press(page, /Add and sign in|Add them|Sign them in/)
  await answer.getByText('Oluwaseun').waitFor()
  // And again, nearly the same: is this the same person?
  await hands.press(page, 'Not on the list')
  await hands.write(page, 'Name', 'Oluwaseun Adebayo')
  await hands.write(page, 'Organisation', 'Invented Joinery')
  await hands.press(page, /Add and sign in|Add them|Sign them in/)
  await at(page, 'Is this the same person?')
  await see(page, 'sign-in, possible duplicate')
  await hands.press(page, /^This is them/)
  await answer.getByText(/Already signed in at/i).waitFor()

  const counts = kiosk.station()?.signIn.counts()
  expect(counts).toMatchObject({ delegates: rows + 1, here: 3, walkIns: 1, expected: rows - 2 })
}

type PledgeAnswers = { kind: string; wording: string; when: string; named: boolean }

/** From “what could you offer” to “thank you”; answers with the reference on the page. */
async function answerPledge(
  page: Page,
  hands: Hands,
  { kind, wording, when, named }: PledgeAnswers,
  see: (screen: string) => Promise<void> = async () => undefined,
): Promise<string> {
  await at(page, 'What could you offer?')
  await see('kind')
  await hands.choose(page, new RegExp(`^${kind}`))
  await hands.press(page, 'Continue')
  await at(page, 'What do you promise?')
  await see('wording')
  await hands.write(page, 'Your promise, in your own words', wording)
  await hands.press(page, 'Continue')
  await at(page, /^How many/)
  await see('how many')
  await hands.press(page, 'One more')
  await hands.press(page, 'Continue')
  await at(page, 'By when?')
  await see('by when')
  await hands.choose(page, when)
  await hands.press(page, 'Continue')
  await at(page, 'Which priority does it serve?')
  await see('priority')
  await hands.press(page, 'Continue')
  if (named) {
    await at(page, 'May we write to you about this pledge?')
    await see('contact')
    await hands.choose(page, /^No/)
    await hands.press(page, 'Continue')
    await at(page, 'May we show your name in public?')
    await see('name')
    await hands.choose(page, /^Yes/)
    await hands.press(page, 'Continue')
  }
  await at(page, 'Check your answers')
  await see('check')
  // Nobody is asked for it on a page of its own.
  if (!named) await hands.write(page, 'Service area, if you like', 'Housing')
  await hands.press(page, 'Make this pledge')
  await at(page, 'Thank you. Your leaf is on the tree.')
  await page.getByRole('img', { name: /QR code of your reference/ }).waitFor()
  await see('thank you')
  return page.locator('.pledges-reference').innerText()
}

async function makePledges(page: Page, { hands, see }: Way): Promise<string[]> {
  await changeDuty(page, hands, /^Pledges/)
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  await see(page, 'attract')

  // Named, by the badge at the attract screen.
  await scan(page, people[0]?.barcode ?? '')
  const named = await answerPledge(
    page,
    hands,
    {
      kind: 'Work experience',
      wording: 'Two weeks in our workshop, with a mentor from the line',
      when: 'Within three months',
      named: true,
    },
    (screen) => see(page, `pledge, ${screen}`),
  )

  // Another, for an organisation, without retyping who.
  await hands.press(page, 'I have finished')
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  await hands.press(page, 'Make your pledge')
  await at(page, 'Who is making this pledge?')
  await see(page, 'pledge, who')
  await hands.press(page, /^For an organisation/)
  await at(page, 'Which organisation is it for?')
  await see(page, 'pledge, organisation')
  await hands.write(page, 'Name of the organisation', 'Invented Motors')
  await hands.write(page, 'Service area', 'Apprenticeships')
  await hands.pick(page, 'Which part of the partnership is it?', 'Business')
  await hands.press(page, 'Continue')
  const organisation = await answerPledge(page, hands, {
    kind: 'Interview practice',
    wording: 'Interview practice with honest and kind feedback',
    when: 'Not sure yet',
    named: true,
  })

  await hands.press(page, 'I have finished')
  await hands.press(page, 'Make your pledge')
  await at(page, 'Who is making this pledge?')
  // Nobody sees what the last person typed.
  expect(await page.locator('body').innerText()).not.toContain('Invented Motors')
  await hands.press(page, /^Without giving a name/)
  const anonymous = await answerPledge(page, hands, {
    kind: 'A mentor|Mentor',
    wording: 'A phone call every month',
    when: 'Within a month',
    named: false,
  })
  await hands.press(page, 'I have finished')
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  return [named, organisation, anonymous]
}

async function workAtTable(page: Page, { hands, see }: Way): Promise<void> {
  await changeDuty(page, hands, /^Workshop/)
  await at(page, 'Which table is this?')
  await see(page, 'workshop, place')
  await hands.choose(page, /^Workshop 1/)
  await hands.pick(page, 'Table', 'Table 7')
  await hands.press(page, 'Open the table')
  await page.getByRole('button', { name: 'Add an action' }).waitFor()
  await see(page, 'workshop, empty table')
  for (const [title, owner, when, measure] of [
    [
      'Free leisure passes for every child in our care',
      'Head of Sport',
      'spring term',
      'All issued; used monthly by half',
    ],
    ['A library card that moves with the child', '', '', ''],
  ] as const) {
    await hands.press(page, 'Add an action')
    if (owner !== '') await see(page, 'workshop, a new action')
    await hands.write(page, 'What will happen?', title)
    if (owner !== '') await hands.write(page, 'Who will see to it?', owner)
    if (owner !== '') await hands.write(page, 'Service area', 'Leisure and Culture')
    if (when !== '') await hands.write(page, 'By when?', when)
    if (measure !== '') await hands.write(page, 'How will we know?', measure)
    await hands.press(page, 'Add it to the list')
    await page.getByRole('heading', { name: title }).waitFor()
  }
  await page.getByText('“spring term” = by 28 March 2024').waitFor()
  await hands.press(page, 'Move up: A library card that moves with the child')
  await expect.poll(() => page.getByRole('heading', { level: 3 }).first().innerText()).toContain('library card')
  await hands.press(page, /^Before we finish: 3 gaps/)
  await see(page, 'workshop, gaps')
  await hands.press(page, 'Back to the table')
  for (const [text, name] of [
    ['Tell it in every staff induction, by a care leaver', 'Siân'],
    ['A one-minute film before full council', ''],
    ['A line in every contract we let', ''],
  ] as const) {
    await hands.press(page, /^Add an idea: What stops employers/)
    if (name !== '') await see(page, 'workshop, a new idea')
    await hands.write(page, 'Your idea', text)
    if (name !== '') {
      await hands.write(page, 'Name, if you like', name)
      await hands.write(page, 'Service area, if you like', 'Communities')
    }
    await hands.press(page, 'Put it up')
    await page.locator('.workshop-note').getByText(text).waitFor()
  }
  await see(page, 'workshop, table')
}

/** Withdraws the anonymous pledge, looks at every list, and takes the workbook home. */
async function finishTheDay(
  page: Page,
  { hands, see }: Way,
  [, , anonymous]: string[],
  folder: string,
): Promise<string> {
  await changeDuty(page, hands, /^Organiser/)
  await unlock(page, hands, 'organiser')
  await at(page, /Today at/)
  await see(page, 'organiser, today')
  await visit(page, '/organiser/pledges')
  await at(page, 'Pledges')
  await see(page, 'organiser, pledges')
  await hands.press(page, new RegExp(anonymous ?? 'no reference'))
  const beside = page.getByRole('complementary', { name: 'The pledge that is chosen' })
  await beside.getByText(anonymous ?? 'no reference').waitFor()
  expect(await beside.innerText()).toContain('Housing')
  await see(page, 'organiser, pledge')
  await hands.press(page, /^Withdraw$/)
  await hands.write(page, 'Why?', 'They asked to take it back')
  await see(page, 'organiser, withdraw')
  await hands.press(page, 'Withdraw the pledge')
  await page.getByText(/The pledge is withdrawn/).waitFor()
  await expect.poll(() => beside.innerText()).toContain('They asked to take it back')
  for (const [path, heading] of [
    ['/organiser/workshops', 'Workshops'],
    ['/organiser/event', /Event/],
    ['/organiser/plan', /plan/i],
  ] as const) {
    await visit(page, path)
    await at(page, heading)
    await see(page, `organiser, ${path}`)
  }
  const download = page.waitForEvent('download')
  await hands.press(page, 'Download the workbook')
  const path = join(folder, 'plan.xlsx')
  await (await download).saveAs(path)
  return path
}

/** The workbook, cell by cell, by a library that did not write it. */
async function readWorkbook(path: string, references: string[]): Promise<void> {
  const book = read(await readFile(path), { cellDates: true })
  const rowsOf = (name: string) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}, { defval: null })
  const rows = rowsOf('Plan')
  expect(Object.keys(rows[0] ?? {})).toEqual(PLAN_COLUMNS.map((column) => column.heading))
  expect(rows.map((row) => row['Action ref'])).toHaveLength(4)
  const [named, organisation, leisure, library] = [
    'Two weeks in our workshop',
    'Interview practice with',
    'Free leisure passes',
    'A library card',
  ].map((start) => rows.find((row) => String(row['Action title']).startsWith(start)))
  expect(named).toMatchObject({
    'Action ref': `NEC-${references[0]}`,
    'Action type': 'Pledge',
    'Action subtype': 'Work experience',
    'Lead officer or owner': nameOf(0),
    'Lead organisation': people[0]?.organisation,
    'Source pledge ref': references[0],
    'Target unit': 'work placements',
    'Due date derived': 'Yes',
    Stage: 'Proposed',
    BRAG: null,
    'Owner e-mail': null,
    Visibility: 'public',
  })
  expect(named?.['Due date']).toBeInstanceOf(Date)
  expect(organisation).toMatchObject({
    'Action ref': `NEC-${references[1]}`,
    'Lead organisation': 'Invented Motors',
    'Service area': 'Apprenticeships',
    'Due date': null,
    'Due date derived': 'No',
  })
  expect(leisure).toMatchObject({
    'Action type': 'Workshop action',
    'Lead officer or owner': 'Head of Sport',
    'Service area': 'Leisure and Culture',
    'Timescale as stated': 'spring term',
    'Due date derived': 'Yes',
    'Measure of success': 'All issued; used monthly by half',
    'Source table': 'Table 7',
    'Source session': 'Workshop 1: Open doors to work',
  })
  const due = leisure?.['Due date']
  expect(due instanceof Date ? due.toISOString().slice(0, 10) : due).toBe('2024-03-28')
  expect(library).toMatchObject({ 'Lead officer or owner': null, 'Due date': null })
  expect(rows.map((row) => row['Action ref'])).not.toContain(`NEC-${references[2]}`)
  const ideas = rowsOf(book.SheetNames.find((name) => name.includes('Ideas')) ?? '')
  expect(ideas.map((row) => [row['Idea'], row['Name'], row['Service area']])).toEqual([
    ['Tell it in every staff induction, by a care leaver', 'Siân', 'Communities'],
    ['A one-minute film before full council', null, null],
    ['A line in every contract we let', null, null],
  ])
  const withdrawn = rowsOf(book.SheetNames.find((name) => name.includes('Withdrawn')) ?? '')
  expect(withdrawn).toMatchObject([
    { Ref: `NEC-${references[2]}`, What: 'Pledge', Reason: 'They asked to take it back' },
  ])
}

describe('One tablet carries the whole day, from set-up to the workbook', () => {
  test.each([
    {
      how: 'with a mouse at 1366 × 768, in the desktop app',
      hands: pointer(),
      tablet: { launcher: 'desktop' as const },
      rows: 60,
      looks: false,
    },
    {
      how: 'by touch at 800 × 1280',
      hands: pointer(true),
      tablet: { size: 'portrait' as const, touch: true },
      rows: EVERYBODY,
      looks: true,
    },
    { how: 'by the keyboard alone', hands: keyboard, tablet: {}, rows: 60, looks: false },
  ])('$how', async ({ hands, tablet, rows, looks }) => {
    const hall = await openHall(browser, tablet)
    const { page, kiosk, errors } = hall
    const way: Way = { hands, rows, see: looks ? expectAccessible : async () => undefined }
    await at(page, 'Which event is this tablet for?')
    await setUpTablet(page, hands, /^Sign-in/)
    await at(page, 'Sign-in')
    await importDelegates(page, way)
    await signPeopleIn(page, way, hall)
    const references = await makePledges(page, way)
    await workAtTable(page, way)
    const workbook = await finishTheDay(page, way, references, hall.folder)
    await readWorkbook(workbook, references)
    expect(kiosk.station()?.check()).toMatchObject({ sound: true })
    expect(errors).toEqual([])
  })
})
