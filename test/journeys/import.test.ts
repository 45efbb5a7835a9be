/** Importing on screen: rows put right where they stand, every conflict settled, a list that was pasted, files that are no list. */
import type { Browser, Page } from 'playwright-core'
import { zipSync, strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { openBrowser } from '../support/browser.ts'
import { type Hall, openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { AS_FOUND } from '../../shared/domain/import-decisions.ts'
import { organiser, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { type Hands, holdBack, keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const mouse = pointer()

function stationOf({ kiosk }: Hall): Station {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  return station
}
/** From the organiser's door to the page where a list is chosen. */
async function toImport(page: Page, hands: Hands): Promise<void> {
  await unlock(page, hands, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  await visit(page, '/organiser/delegates/import')
  await page.getByRole('heading', { name: 'Import a list of delegates' }).waitFor()
}
async function openImport(hands: Hands): Promise<Hall> {
  const hall = await openHall(browser, { duty: 'organiser' })
  await toImport(hall.page, hands)
  return hall
}
const HEADINGS = 'Name,Organisation,Job title,Sector,Email,Barcode #'
const listOf = (...rows: string[]) => [HEADINGS, ...rows].join('\n')
const choose = (page: Page, name: string, content: string | Uint8Array) =>
  page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
const will = (page: Page) => page.getByRole('table', { name: 'What will happen' })
const did = (page: Page) => page.getByRole('table', { name: 'What happened' })
/** The counts as they stand now, by their words. */
const counts = async (page: Page) =>
  (await will(page).getByRole('row').allInnerTexts()).join('\n').replaceAll('\t', ' ')
const person = (station: Station, name: string) => station.signIn.find(name).find((one) => one.name === name)

/** A workbook of a few bytes that says it unpacks to 160 million. */
function bombWorkbook(): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(99) })
  const view = new DataView(bytes.buffer)
  const CENTRAL = 0x02014b50
  for (let index = 0; index < bytes.length - 46; index++)
    if (view.getUint32(index, true) === CENTRAL) view.setUint32(index + 24, 160_000_000, true)
  return bytes
}

describe('importing a list on screen', () => {
  test('rows are put right where they stand, one by one and all at once, and taken back', async () => {
    const hall = await openImport(mouse)
    const { page, errors } = hall
    await expectAccessible(page, 'import, choose')
    const nobody = Array.from(
      { length: 12 },
      (_, index) => `Person ${'abcdefghijkl'.charAt(index)},Elmdon House,,Circus,,T${index},,Not attending`,
    )
    await choose(
      page,
      'Monday.csv',
      listOf(
        'Ewa Kaur,Elmdon House,Youth worker,Health,ewa@elmdon.example,A1,0121',
        ',Elmdon House,,Health,,A2',
        'Jo Pike,Elmdon House,,Health,,A3,,Cancelled',
        'Sam Lee,Elmdon House,,Health,sam@,A4,,Sent apologies',
        ...nobody,
      ).replace(HEADINGS, `${HEADINGS},Phone,Status`),
    )
    await page.getByRole('heading', { name: /^Rows that cannot be used/ }).waitFor()
    await expectAccessible(page, 'import, faults')
    expect(await counts(page)).toMatch(/1 person will be added[\s\S]*15 rows cannot be used/)
    const shown = await page.locator('main').innerText()
    for (const words of ['This ticket was cancelled', 'Phone', 'Not read, and not kept']) expect(shown).toContain(words)
    expect(await page.getByLabel('Status, row 4').inputValue()).toBe('Cancelled')
    expect(stationOf(hall).signIn.counts().delegates).toBe(0)

    await mouse.write(page, 'Name, row 3', 'Ada Bell')
    await mouse.press(page, 'Use this for row 3')
    await expect.poll(() => counts(page)).toMatch(/14 rows cannot be used/)
    // The next row has the focus, so that nobody has to look for it.
    expect(await page.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true)
    await mouse.press(page, 'They are coming, row 4')
    await expect.poll(() => counts(page)).toMatch(/13 rows cannot be used/)
    await mouse.press(page, 'Leave this row out, row 5')
    await expect.poll(() => counts(page)).toMatch(/12 rows cannot be used[\s\S]*1 row is left out, as you asked/)

    // Twelve rows say the same: one answer.
    await mouse.write(page, 'Status instead, for all 12 rows', 'Attending')
    await mouse.press(page, 'Use for all 12 rows')
    await expect.poll(() => counts(page)).toMatch(/15 people will be added/)
    await page.getByLabel('Sector instead, for all 12 rows').selectOption({ label: 'Voluntary and community' })
    await mouse.press(page, 'Use for all 12 rows')
    await page.getByRole('heading', { name: /^Worth a look/ }).waitFor({ state: 'detached' })
    await expectAccessible(page, 'import, put right')

    await mouse.press(page, 'Take back: Row 5 is left out')
    await page.getByLabel('Status, row 5').waitFor()
    expect(await counts(page)).toMatch(/1 row cannot be used/)
    await mouse.press(page, 'Import 15 people')
    await did(page).waitFor()
    await expectAccessible(page, 'import, done')
    const station = stationOf(hall)
    expect(station.signIn.counts().delegates).toBe(15)
    expect(person(station, 'Ada Bell')).toMatchObject({ organisation: 'Elmdon House' })
    expect(person(station, 'Person a')).toMatchObject({ organisation: 'Elmdon House' })
    expect(person(station, 'Person a')?.sector).not.toBe('')
    expect(errors).toEqual([])
  })

  test('every conflict is shown side by side and settled, each in its way, and importing again is harmless', async () => {
    const hall = await openImport(mouse)
    const { page, errors } = hall
    const station = stationOf(hall)
    const first = listOf(
      'Ewa Kaur,Elmdon Hosue,Youth worker,,,T1',
      'Zachary Okonkwo-Bell,Meriden Motors,,,zach@meriden.example,',
      'Jo Pike,Elmdon House,,,,T3',
      'Sam Lee,Elmdon House,Driver,,,T4',
    )
    station.signIn.importer.run(organiser, 'first.csv', Buffer.from(first), {})
    const idOf = (name: string) => person(station, name)?.id ?? ''
    station.signIn.amend(steward, idOf('Ewa Kaur'), { organisation: 'Elmdon House' }, 'Spelling')
    const jo = idOf('Jo Pike')
    station.signIn.withdraw(organiser, jo, 'Ill')

    const again = listOf(
      'Ewa Kaur,Elmdon Hosue,Director,,,T1',
      'Zach Okonkwo-Bell,Meriden Motors,Driver,,zach@meriden.example,',
      'Jo Pike,Elmdon House,,,,T3',
      'Sam Lee,Elmdon House,Driver,,,T4',
      'Priya Patel,Greyfriars,Nurse,,,',
      'Priya Patel,Greyfriars,Matron,,,',
    )
    await choose(page, 'again.csv', again)
    await page.getByRole('heading', { name: 'Where the list and this tablet differ' }).waitFor()
    await expectAccessible(page, 'import, conflicts')
    for (const kind of [
      /^May be somebody we have already/,
      /^Two rows about one person/,
      /^Taken off the list/,
      /^Corrected on this tablet/,
      /^New details/,
    ])
      await page.getByRole('heading', { name: kind }).waitFor()
    // What is chosen already does least harm.
    const answer = (about: string | RegExp, name: string) =>
      page.getByRole('group', { name: about }).getByRole('radio', { name })
    expect(await answer('Zach Okonkwo-Bell, row 3', 'Leave the row out for now').isChecked()).toBe(true)
    expect(await answer('Ewa Kaur: organisation', 'Keep “Elmdon House”').isChecked()).toBe(true)
    expect(await answer('Ewa Kaur: role', 'Take “Director”').isChecked()).toBe(true)
    expect(await page.getByRole('group', { name: 'Zach Okonkwo-Bell, row 3' }).innerText()).toContain('On this tablet')

    const settle = async (about: string, name: string) => {
      await page.getByRole('group', { name: about }).locator('label', { hasText: name }).click()
      expect(await answer(about, name).isChecked()).toBe(true)
    }
    await settle('Zach Okonkwo-Bell, row 3', 'The same person: keep this tablet’s details')
    await settle('Priya Patel, row 7', 'Two people: add both')
    await settle('Jo Pike, row 4', 'Put them back on the list')
    await settle('Ewa Kaur: organisation', 'Take “Elmdon Hosue”')
    await settle('Ewa Kaur: role', 'Keep “Youth worker”')
    await expect.poll(() => counts(page)).toMatch(/2 people will be added[\s\S]*3 people on the list get new details/)

    // Meanwhile somebody is corrected at the door: nothing is written, and it is shown anew.
    station.signIn.amend(steward, idOf('Ewa Kaur'), { organisation: 'Elmdon Trust' }, 'New name')
    await mouse.press(page, 'Import 5 people')
    await page.getByText('The list on this tablet has changed since you looked').waitFor()
    await page.getByText('Keep “Elmdon Trust”').waitFor()
    await expectAccessible(page, 'import, changed meanwhile')
    expect(station.signIn.counts().delegates).toBe(3)
    await mouse.press(page, 'Import 5 people')
    await did(page).waitFor()
    expect(person(station, 'Ewa Kaur')).toMatchObject({ organisation: 'Elmdon Hosue', role: 'Youth worker' })
    expect(person(station, 'Zachary Okonkwo-Bell')).toMatchObject({ role: 'Driver' })
    expect(station.signIn.delegate(jo)?.withdrawn).toBe(false)
    expect(station.signIn.find('Priya Patel')).toHaveLength(2)

    const before = [...station.journal.records.lines()]
    await mouse.press(page, 'Import another list')
    await choose(page, 'again.csv', again)
    await page.getByText('There is nobody to import in this list.').waitFor()
    await expectAccessible(page, 'import, nothing new')
    expect([...station.journal.records.lines()]).toEqual(before)
    expect(errors).toEqual([])
  })

  test('by the keyboard alone: a list pasted from a spreadsheet, without headings', async () => {
    const hall = await openImport(keyboard)
    const { page, errors } = hall
    await keyboard.press(page, 'Paste a list instead')
    await page.getByRole('heading', { name: 'Paste a list' }).waitFor()
    await expectAccessible(page, 'import, paste')
    await keyboard.press(page, 'Look at the list')
    await page.getByText('Paste or write at least one name').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    // As Excel puts it on the clipboard: a cell with a line break stands in quotation marks.
    const clip =
      'Ewa Kaur\t"Elmdon House\n“The Old Mill”"\tewa@elmdon.example\nJo Pike\tMeriden Motors\tjo@\nلیلا حسن\tMeriden Motors\t\n'
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((text) => navigator.clipboard.writeText(text), clip)
    await page.keyboard.press('ControlOrMeta+v')
    await keyboard.press(page, 'Look at the list')
    await page.getByRole('heading', { name: 'What would happen' }).waitFor()
    await expectAccessible(page, 'import, pasted')
    expect(
      await page.getByLabel('Whole name').evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.text),
    ).toBe('Column A: Ewa Kaur')
    expect(await page.getByLabel('Organisation', { exact: true }).inputValue()).toBe('Column B')
    // An address that cannot be read loses nobody; it is worth a look.
    expect(await counts(page)).toMatch(/3 people will be added/)
    await keyboard.write(page, 'Column C instead, for this row', 'jo@meriden.example')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Worth a look/ }).waitFor({ state: 'detached' })
    await keyboard.press(page, 'Import 3 people')
    await did(page).waitFor()
    const station = stationOf(hall)
    expect(person(station, 'Ewa Kaur')).toMatchObject({ organisation: 'Elmdon House “The Old Mill”' })
    expect(person(station, 'Jo Pike')?.email).toBe('jo@meriden.example')
    expect(person(station, 'لیلا حسن')?.organisation).toBe('Meriden Motors')
    expect(errors).toEqual([])
  })

  test('a file that is no list is answered with a sentence and what to do, and the next one is read', async () => {
    const hall = await openImport(mouse)
    const { page, errors } = hall
    const alert = page.getByRole('alert')
    const word = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') })
    const bomb = bombWorkbook()
    for (const [name, content, words] of [
      ['paper.csv', '%PDF-1.7 and so on', 'is a PDF'],
      ['letter.csv', word, 'is a Word document'],
      ['report.xls', '<html><table><tr><td>Name</td></tr></table></html>', 'is a web page'],
      ['empty.csv', '', 'is empty'],
      ['headings.csv', 'Name,Organisation\n', 'no people below them'],
      ['wide.csv', `Name,${'x,'.repeat(16_000)}\nEwa\n`, 'more than 500 columns'],
      ['bomb.xlsx', bomb, 'more than any list'],
      ['cut.xlsx', word.slice(0, 60), 'damaged'],
    ] as const) {
      await choose(page, name, content)
      await alert.getByText(words).waitFor()
      expect([name, await alert.innerText()]).toEqual([name, expect.stringContaining('Nothing was imported.')])
    }
    await expectAccessible(page, 'import, refused')
    // 200 MB are refused before anything is sent: the page makes the file itself, as no test could carry it.
    await page.evaluate(() => {
      const given = new DataTransfer()
      const million = new Uint8Array(1_000_000)
      given.items.add(
        new File(
          Array.from({ length: 200 }, () => million),
          'huge.xlsx',
        ),
      )
      const field = document.querySelector<HTMLInputElement>('input[type=file]')
      if (field === null) throw new Error('There is nowhere to choose a file')
      field.files = given.files
      field.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await alert.getByText('“huge.xlsx” is 200 MB').waitFor()
    // UTF-16 with and without its mark, control characters, emoji.
    const list = 'Name\tOrganisation\r\nZoë Kaur 👩🏽‍⚕️\u0007\tKraków Trust\r\nJo Pike\tElmdon\r\n'
    await choose(page, 'unicode.txt', Buffer.from(`\uFEFF${list}`, 'utf16le'))
    await page.getByRole('rowheader', { name: 'Zoë Kaur 👩🏽‍⚕️', exact: true }).waitFor()
    await mouse.press(page, 'Choose another list')
    await choose(page, 'unmarked.txt', Buffer.from(list, 'utf16le'))
    await page.getByText('this is a guess').waitFor()
    await page.getByRole('rowheader', { name: 'Zoë Kaur 👩🏽‍⚕️', exact: true }).waitFor()
    await mouse.press(page, 'Import 2 people')
    await did(page).waitFor()
    expect(stationOf(hall).signIn.counts().delegates).toBe(2)
    expect(errors).toEqual([])
  })

  test('a list that takes its time says so, can be stopped, and then goes through', async () => {
    const hall = await openHall(browser, { duty: 'organiser' })
    const { page, errors } = hall
    await toImport(page, mouse)
    const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')
    const people = inLane(300, 60_000)
    const list = listOf(
      ...Array.from({ length: people }, (_, index) => `Person ${letters(index)},Elmdon House,,,,EB-${index}`),
    )
    const reading = await holdBack(page, 'import/analyse')
    await choose(page, 'long.csv', list)
    await page.getByRole('progressbar', { name: 'Reading the list' }).waitFor()
    await mouse.press(page, 'Stop')
    await page.getByText('Stopped.').waitFor()
    await expectAccessible(page, 'import, stopped')
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await reading.release()

    await choose(page, 'long.csv', list)
    await will(page).waitFor()
    const writing = await holdBack(page, 'import/commit')
    await mouse.press(page, `Import ${people.toLocaleString('en-GB')} people`)
    await page.getByRole('progressbar', { name: 'Importing' }).waitFor()
    await page.getByText('Writing it down').waitFor()
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0)
    await expectAccessible(page, 'import, writing')
    await writing.release()
    await did(page).waitFor()
    expect(stationOf(hall).signIn.counts().delegates).toBe(people)
    expect(errors).toEqual([])
  })

  test('a list that was cut off says so, and the same file brings the rest', async () => {
    const hall = await openImport(mouse)
    const { page, errors } = hall
    const list = listOf(...Array.from({ length: 90 }, (_, index) => `Odo Many ${index + 1},Town ${index},,,,M${index}`))
    const { importer, importUndo } = stationOf(hall).signIn
    const office = {}
    const seen = await importer.analyse(office, { name: 'long.csv', bytes: Buffer.from(list) }, AS_FOUND)
    const steps = seen.code === 'analysis' ? importer.commit(organiser, office, seen.id) : null
    if (steps === null || steps === 'busy') throw new Error('The list is not held')
    for (const { done } of steps) if (done > 0) break
    const lists = page.getByRole('region', { name: 'Lists imported before' })
    await lists.getByText('Not all of it is on this tablet').waitFor()
    await expectAccessible(page, 'import, a list that was cut off')

    await choose(page, 'long.csv', list)
    await expect.poll(() => counts(page)).toMatch(/50 people will be added[\s\S]*40 people stay as they are/)
    await mouse.press(page, 'Import 50 people')
    await did(page).waitFor()
    await lists.getByText('90 people added').waitFor()
    expect(importUndo.imports()).toMatchObject([{ added: 90, importing: null }])
    expect(errors).toEqual([])
  })

  test('the tablet has let go of the list meanwhile: it is sent again, with all that was decided about it', async () => {
    const hall = await openImport(mouse)
    const { page, errors } = hall
    await choose(
      page,
      'Monday.csv',
      listOf(',Elmdon House,,,ewa@elmdon.example,', ',Elmdon House,,,jo@elmdon.example,'),
    )
    await mouse.write(page, 'Name, row 2', 'Ewa Kaur')
    await mouse.press(page, 'Use this for row 2')
    await expect.poll(() => counts(page)).toMatch(/1 person will be added[\s\S]*1 row cannot be used/)
    // The same screen once more, as a browser duplicates a tab: it has another list in its hands from now on.
    const opened = page.waitForEvent('popup')
    await page.evaluate(() => void window.open(location.href))
    const twin = await opened
    const anotherList = async (name: string) => {
      await twin.getByRole('heading', { name: 'Import a list of delegates' }).waitFor()
      await choose(twin, name, listOf('Zadie Vale,Meriden Motors,,,,'))
      await will(twin).waitFor()
    }
    await anotherList('Tuesday.csv')
    await mouse.write(page, 'Name, row 3', 'Jo Pike')
    await mouse.press(page, 'Use this for row 3')
    await expect.poll(() => counts(page)).toMatch(/2 people will be added/)
    await twin.reload()
    await anotherList('Wednesday.csv')
    await mouse.press(page, 'Import 2 people')
    await did(page).waitFor()
    const station = stationOf(hall)
    expect(['Ewa Kaur', 'Jo Pike'].map((name) => person(station, name)?.email)).toEqual([
      'ewa@elmdon.example',
      'jo@elmdon.example',
    ])
    expect(station.signIn.counts().delegates).toBe(2)
    // Chromium says so itself wherever an answer is a refusal.
    const gone = 'console: Failed to load resource: the server responded with a status of 404 (Not Found) '
    expect(errors).toEqual(
      ['decide', 'commit'].map((call) => `${gone}${new URL(page.url()).origin}/rpc/import/${call}`),
    )
  })
})
