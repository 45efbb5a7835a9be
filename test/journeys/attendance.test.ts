/** The day in numbers: what the plots show is what the tables say, what the paper says, and what the officer opens on Monday. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import Papa from 'papaparse'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AttendanceNumbers } from '../../shared/contract/attendance.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { readWords } from '../support/paper.ts'
import { keepPrints, paperOfPrint } from '../support/printing.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { portClient } from '../support/test-client.ts'
import { ewa, kwame, organiser, PIN, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { changeDuty, keyboard, pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** The body of a table, a list of cells a row, without the bars that stand in it. */
const rowsOf = async (page: Page, name: string): Promise<string[][]> =>
  page
    .getByRole('table', { name, exact: true })
    .evaluate((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].filter((cell) => cell.querySelector('svg') === null).map((cell) => cell.textContent.trim()),
      ),
    )

/** How much is drawn: the lengths of the bars of a table, and the heights of those of the plot, in people. */
const barsOf = async (page: Page, name: string, look: 'full' | 'hollow'): Promise<number[]> =>
  page
    .getByRole('table', { name, exact: true })
    .evaluate(
      (table, wanted) =>
        [...table.querySelectorAll('tbody tr')].map((row) =>
          Number(row.querySelector(`rect.${wanted}`)?.getAttribute('width') ?? 0),
        ),
      look,
    )
const heightsOf = async (page: Page): Promise<number[]> =>
  page
    .getByRole('img', { name: /^Arrivals by five minutes/ })
    .evaluate((plot) => [...plot.querySelectorAll('rect.bar')].map((bar) => Number(bar.getAttribute('height'))))

const figuresOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('list', { name: 'How many' })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.textContent))

async function bytesOf(download: Download): Promise<Buffer> {
  const path = join(tempFolder(), 'download')
  await download.saveAs(path)
  return readFile(path)
}

/** The numbers as the tables of the page say them. */
async function numbersOnScreen(page: Page) {
  const table = page.getByRole('table', { name: 'Arrivals', exact: true })
  if (!(await table.isVisible())) await page.getByText('The same as a table').click()
  return {
    arrivals: await rowsOf(page, 'Arrivals'),
    sectors: await rowsOf(page, 'By sector'),
    organisations: await rowsOf(page, 'By organisation'),
    ways: await rowsOf(page, 'How they came in'),
  }
}

const total = (rows: readonly (readonly string[])[], column = 1): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0)

const shown = ({ sectors, organisations, ways, arrivals }: AttendanceNumbers) => {
  let all = 0
  const share = (given: string) => (one: { name: string; came: number; absent: number }) => [
    one.name === '' ? given : one.name,
    String(one.came),
    String(one.absent),
  ]
  return {
    sectors: sectors.map(share('Not known')),
    organisations: organisations.map(share('Not given')),
    ways: ways.map(({ came }) => String(came)),
    arrivals: arrivals.stretches.map(({ came }) => [String(came), String((all += came))]),
  }
}

/** People in a full hall; four fifths of them come. */
const PEOPLE = inLane(400, 5000)

/** Guests through the calls of another screen: scanned, found, signing themselves in, walking in, going home, a mistake. */
async function morningAt(kiosk: Parameters<typeof portClient>[0]) {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const names = ['Ada', 'Bo', 'Cal', 'Dee', 'Eve', 'Fay', 'Gil', 'Hal', 'Ida', 'Jem']
  const ids = names.map((name, index) =>
    station.signIn.add(organiser, { ...(index % 3 === 0 ? kwame : ewa), name: `${name} Example`, email: '' }),
  )
  const door = portClient(kiosk)
  await door.staff.unlock({ role: 'steward', pin: PIN })
  for (const [index, id] of ids.entries()) {
    if (index < 4) await door.signIn.scan({ text: station.signIn.badge(id) })
    else if (index < 7) await door.signIn.signIn({ delegate: id })
    else if (index === 7) station.signIn.signIn(steward, id, 'self')
  }
  await door.signIn.walkIn({ ...ewa, name: 'Kit Walks', organisation: '=SUM(A1)', evenIfKnown: true })
  await door.signIn.signOut({ delegate: ids[1] ?? '' })
  await door.signIn.undo({ delegate: ids[6] ?? '', reason: 'Somebody else' })
  station.signIn.withdraw(organiser, ids[5] ?? '', 'Twice on the list')
  return { station, door, ids }
}

describe('attendance in numbers', () => {
  test('what the plots show is what the tables say, on screen, on paper, in the workbook and in the CSV', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const { station, door, ids } = await morningAt(kiosk)
    await keepPrints(page)
    await unlock(page, hands, 'steward')
    await hands.press(page, 'More', 'link')
    await hands.press(page, /^Numbers/, 'link')
    await page.getByRole('heading', { name: 'Numbers', exact: true }).waitFor()
    await expect
      .poll(() => figuresOf(page))
      .toEqual([
        expect.stringMatching(/^6 here now1 has left/),
        expect.stringMatching(/^7 people came6 of 9 expected/),
        expect.stringMatching(/^3 not here yetof 9 expected, 33%/),
        expect.stringMatching(/^1 walk-in/),
        expect.stringMatching(/^\d most at once/),
      ])
    await expectAccessible(page, 'numbers')

    // Another door signs somebody in: nobody has to ask again.
    await door.signIn.signIn({ delegate: ids[9] ?? '' })
    await expect.poll(async () => (await figuresOf(page))[1]).toMatch(/^8 people came7 of 9 expected/)
    const numbers = station.attendance.numbers()
    const screen = await numbersOnScreen(page)
    expect({
      ...screen,
      ways: screen.ways.map(([, came]) => came),
      arrivals: screen.arrivals.map(([, ...rest]) => rest),
    }).toEqual(shown(numbers))
    for (const rows of [screen.arrivals, screen.sectors, screen.organisations, screen.ways]) expect(total(rows)).toBe(8)
    // The pictures are of those numbers and of no others.
    expect(await heightsOf(page)).toEqual(screen.arrivals.map((row) => Number(row[1])))
    for (const name of ['By sector', 'By organisation']) {
      const rows = await rowsOf(page, name)
      expect(await barsOf(page, name, 'full')).toEqual(rows.map((row) => Number(row[1])))
      expect(await barsOf(page, name, 'hollow')).toEqual(rows.map((row) => Number(row[2])))
    }
    await expectAccessible(page, 'numbers with the table open')
    // Names of guests stay with the organiser.
    expect(await page.locator('main').innerText()).not.toContain('Ada')
    await hands.press(page, 'Print the numbers')
    await expect.poll(() => page.evaluate(() => window.printedSheets.length)).toBe(1)
    const sheets = await readWords(await paperOfPrint(page, 0))
    expect(sheets.length).toBeLessThanOrEqual(2)
    expect([sheets[0]?.width, sheets[0]?.height].map((side) => Math.round(side ?? 0))).toEqual([210, 297])
    const paper = sheets.map(({ text }) => text).join('\n')
    for (const [index, { text }] of sheets.entries())
      for (const words of ['Attendance', `Page ${index + 1} of ${sheets.length}`]) expect(text).toContain(words)
    for (const words of ['8', 'people came', 'not here yet', 'Elmdon House', 'Meriden Motors', 'In all'])
      expect(paper).toContain(words)

    await hands.press(page, 'Back to the desk')
    await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
    await changeDuty(page, hands, /rganiser/)
    await unlock(page, hands, 'organiser')
    await hands.press(page, 'Attendance', 'link')
    await page.getByRole('heading', { name: '2 people are not here yet' }).waitFor()
    expect(await numbersOnScreen(page)).toEqual(screen)
    await expectAccessible(page, 'attendance')
    await hands.press(page, 'Nobody else will come')
    await page.getByRole('heading', { name: '2 no-shows' }).waitFor()
    expect((await figuresOf(page))[2]).toMatch(/^2 no-shows/)

    const save = async (button: string): Promise<{ name: string; bytes: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), hands.press(page, button)])
      await page.getByText(/(is in your downloads|goes where you choose): 10 people, of whom 8 came/).waitFor()
      return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
    }
    const workbook = await save('Download the workbook')
    expect(workbook.name).toMatch(/^NEC-attendance-\d{4}-\d\d-\d\d-\d\d-\d\d\.xlsx$/)
    const { SheetNames, Sheets } = read(workbook.bytes, { cellDates: true })
    expect(SheetNames).toEqual(['Summary', 'Attendance', 'No-shows', 'Arrivals', 'Organisations', 'Way out'])
    const sheet = (name: string): Record<string, unknown>[] => {
      const found = Sheets[name]
      return found === undefined ? [] : utils.sheet_to_json(found)
    }
    expect(sheet('Arrivals').map((row) => [String(row['Came']), String(row['Came in all'])])).toEqual(
      screen.arrivals.map(([, ...rest]) => rest),
    )
    expect(
      sheet('Organisations').map((row) => [row['Organisation'], String(row['Came']), String(row['Did not come'])]),
    ).toEqual(screen.organisations)
    const list = sheet('Attendance')
    const sectorOf = (row: Record<string, unknown>) => row['Sector'] ?? 'Not known'
    expect(screen.sectors).toEqual(
      screen.sectors.map(([name]) => [
        name,
        String(list.filter((row) => sectorOf(row) === name && row['First in'] !== undefined).length),
        String(list.filter((row) => sectorOf(row) === name && row['Now'] === 'No-show').length),
      ]),
    )
    expect(list.filter((row) => row['First in'] instanceof Date)).toHaveLength(8)
    expect(sheet('No-shows').map((row) => row['Name'])).toEqual(
      list.filter((row) => row['Now'] === 'No-show').map((row) => row['Name']),
    )

    const csv = await save('Download CSV')
    const { data } = Papa.parse<Record<string, string>>(csv.bytes.toString().slice(1), {
      header: true,
      skipEmptyLines: true,
    })
    expect(data.map((row) => [row['Name'], row['Now'], row['Walk-in']])).toEqual(
      list.map((row) => [row['Name'], row['Now'], row['Walk-in']]),
    )
    expect(data.filter((row) => row['First in'] !== '')).toHaveLength(8)
    expect(data.find((row) => row['Name'] === 'Kit Walks')?.['Organisation']).toBe("'=SUM(A1)")
    expect(Object.keys(data[0] ?? {})).not.toContain('E-mail')
    await expectAccessible(page, 'attendance after the export')
    await takePicture(page, 'attendance')
    expect(errors).toEqual([])
  })

  test('before anybody is listed there is an empty picture and a plain sentence, and the keyboard reaches everything', async () => {
    const { page, errors } = await openHall(browser, { duty: 'organiser' })
    await unlock(page, keyboard, 'organiser')
    await keyboard.press(page, 'Attendance', 'link')
    await page.getByRole('heading', { name: 'Attendance', exact: true }).waitFor()
    await page.getByRole('img', { name: 'Nobody has come yet.' }).waitFor()
    await expectAccessible(page, 'attendance of nobody')
    await keyboard.choose(page, /With e-mail addresses/, 'checkbox')
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press(page, 'Download CSV')])
    const bytes = await bytesOf(download)
    expect(bytes.toString().slice(1).split('\r\n')).toEqual([expect.stringContaining('Name,Organisation'), ''])
    expect(bytes.toString()).toContain('E-mail')
    expect(errors).toEqual([])
  })

  test('a hall full of people of forty organisations, by touch: the twelve largest, and all others as one', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in', touch: true, size: 'portrait' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const sectors = station.event().pack.sectors
    station.batch(() => {
      for (let index = 0; index < PEOPLE; index += 1) {
        const id = station.signIn.add(organiser, {
          ...ewa,
          name: `Guest ${index}`,
          organisation: `${'A very long name of a partnership '.repeat(1 + (index % 3))}${index % 40}`,
          sector: sectors[index % sectors.length]?.id ?? '',
          email: '',
        })
        if (index % 5 > 0) station.signIn.signIn(steward, id)
      }
    })
    const finger = pointer(true)
    await unlock(page, finger, 'steward')
    await finger.press(page, 'More', 'link')
    await finger.press(page, /^Numbers/, 'link')
    await page.getByRole('heading', { name: 'By sector' }).waitFor()
    const [came, all] = [PEOPLE * 0.8, PEOPLE].map((people) => people.toLocaleString('en-GB'))
    expect((await figuresOf(page))[1]).toContain(`${came} people came${came} of ${all} expected`)
    const organisations = await rowsOf(page, 'By organisation')
    expect(organisations).toHaveLength(13)
    expect(organisations.at(-1)?.[0]).toMatch(/^\d+ others$/)
    // They have their numbers and no bar: the longest is of one organisation alone.
    expect((await barsOf(page, 'By organisation', 'full')).at(-1)).toBe(0)
    expect(organisations.reduce((sum, row) => sum + Number(row[1]?.replace(',', '')), 0)).toBe(PEOPLE * 0.8)
    await expectAccessible(page, 'numbers of many')
    expect(errors).toEqual([])
  })
})
