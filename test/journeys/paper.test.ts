/** The paper sheet: printed with everyone on it, and entered afterwards by the keyboard alone. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { readPaper, readWords } from '../support/paper.ts'
import { keepPrints, paperOfPrint, printsOf } from '../support/printing.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openReadyKiosk } from '../support/test-client.ts'
import { ewa, handClock, kwame, organiser, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, pointer, unlock, unlockAgain, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const at = (time: string) => `2023-12-12T${time}:00.000Z`

const stationOf = (kiosk: Kiosk): Station => {
  const station = kiosk.station()
  if (station === null) throw new Error('The tablet is not set up')
  return station
}

/** A tablet at the door on the morning of the event, its own clock and the page's at the same time. */
async function openDoor(fill: (station: Station, clock: ReturnType<typeof handClock>) => void, time = '11:00') {
  const folder = join(tempFolder(), 'station')
  const clock = handClock(at('08:55'))
  const before = await openReadyKiosk(folder, 'sign-in', { now: clock })
  fill(stationOf(before), clock)
  before.close()
  const hall = await openHall(browser, { folder, now: at(time) })
  return { ...hall, station: stationOf(hall.kiosk) }
}

/** The names on a printing, in the order they stand there. */
const namesPrinted = (page: Page, printing: number): Promise<string[]> =>
  page.evaluate((which) => {
    const sheet = window.printedSheets[which]
    return sheet instanceof Element
      ? [...sheet.querySelectorAll('[data-person] > th')].map((name) => name.textContent)
      : []
  }, printing)

const HARD = [
  'Kwame Okonkwo-Bell',
  'Ewa Kaur',
  'Siân O’Brien',
  'Jan van der Berg',
  'Madonna',
  'Wang Xiaoming',
  'Łukasz Żółkiewski',
  'Jill Gray OBE',
  '王小明',
  'فاطمة الزهراء',
  'Featherstonehaugh-Cholmondeley-Warner-Majoribanks',
  `${'Anastasia Wilhelmina '.repeat(5)}Montague`,
  'Zoë 🎉 Zane',
]

const WITHOUT_FONT: Record<string, string> = {
  王小明: '[Chinese characters]',
  'فاطمة الزهراء': '[Arabic letters]',
  'Zoë 🎉 Zane': 'Zoë Zane',
}

describe('the sheet that is printed', () => {
  test('the printed sign-in sheet has everyone exactly once, by the last word of their name, on numbered pages', async () => {
    const people = inventedPeople({ count: 40, seed: 9 })
    const { page, errors } = await openDoor((open) => {
      for (const { email: _email, ...person } of people) open.signIn.add(organiser, { ...person, email: '' })
      for (const name of HARD) open.signIn.add(organiser, { ...kwame, name, email: 'nobody@sheet.example' })
      const gone = open.signIn.add(organiser, { ...ewa, name: 'Gone Away' })
      open.signIn.withdraw(organiser, gone, 'They asked')
      const here = open.signIn.find('kwame okonkwo').find(({ name }) => name === 'Kwame Okonkwo-Bell')
      open.signIn.signIn(steward, here?.id ?? '')
    })
    await keepPrints(page)
    await unlock(page, hands, 'steward')
    await visit(page, '/paper')
    await page.getByRole('heading', { name: 'Print the sign-in sheet' }).waitFor()
    await page.getByText('53 people').waitFor()
    await page.getByRole('img', { name: 'What the first page will look like' }).waitFor()
    await expectAccessible(page, 'paper, print')
    await takePicture(page, 'paper-print')
    await hands.press(page, 'Print the sheet')
    await expect.poll(() => printsOf(page)).toBe(1)
    await page.getByText(/pages went to the printer/).waitFor()

    const everyone = [...people.map(({ name }) => name), ...HARD]
    const printed = await namesPrinted(page, 0)
    // What this browser has no font for stands as what it is; a picture beside a name is left out.
    const asPrinted = (name: string) => (printed.includes(name) ? name : (WITHOUT_FONT[name] ?? name))
    expect(printed.toSorted()).toEqual(everyone.map(asPrinted).toSorted())
    const place = (name: string) => printed.indexOf(asPrinted(name))
    for (const [before, after] of [
      ['Jan van der Berg', 'Jill Gray OBE'],
      ['Jill Gray OBE', 'Ewa Kaur'],
      ['Ewa Kaur', 'Madonna'],
      ['Madonna', 'Kwame Okonkwo-Bell'],
      ['Siân O’Brien', 'Kwame Okonkwo-Bell'],
      ['Kwame Okonkwo-Bell', 'Wang Xiaoming'],
      ['Wang Xiaoming', 'Zoë 🎉 Zane'],
      ['Łukasz Żółkiewski', '王小明'],
    ] as const)
      expect([before, after, place(before) < place(after)]).toEqual([before, after, true])

    const pdf = await readPaper(await paperOfPrint(page, 0))
    expect(pdf.length).toBeGreaterThanOrEqual(3)
    for (const [index, sheet] of pdf.entries()) {
      expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([210, 297])
      const words = sheet.text.replaceAll(/\s+/g, ' ')
      expect(words).toContain(`page ${index + 1} of ${pdf.length}`)
      for (const always of [
        'our partnership event at the NEC',
        'Name',
        'Organisation',
        'Time in',
        'Time out',
        'Initials',
      ])
        expect(words).toContain(always)
      expect(words).toContain('Solihull Metropolitan Borough Council holds this sheet')
      expect(words).toContain('Printed Tuesday 12 December, 11:00')
      expect(words).not.toContain('sheet.example')
      // Nothing is cut off at the edge of the paper.
      const ink = sheet.ink()
      expect(ink?.left).toBeGreaterThan(9)
      expect(ink?.right).toBeLessThan(201)
      expect(ink?.bottom).toBeLessThan(288)
    }
    const all = pdf.map(({ text }) => text.replaceAll(/\s+/g, '')).join('\n')
    expect(all.split('Okonkwo-Bell')).toHaveLength(2)
    expect(all).toContain('Notonthelist?')
    expect(all).not.toContain('GoneAway')
    // Who is here already has their time on it, and need not sign.
    expect(all).toMatch(/KwameOkonkwo-Bell[^]{0,60}08:55/)

    // Sideways, in large print, for two desks, without those who are here.
    await hands.choose(page, 'Only those not here yet')
    await hands.choose(page, 'On its side')
    await hands.choose(page, 'Large print', 'checkbox')
    await page.getByLabel('Desks that share it').selectOption('2 desks')
    await page.getByText('52 people').waitFor()
    await expectAccessible(page, 'paper, two desks')
    await hands.press(page, 'Print for all 2 desks')
    await expect.poll(() => printsOf(page)).toBe(2)
    expect((await namesPrinted(page, 1)).toSorted()).toEqual(
      everyone
        .filter((name) => name !== 'Kwame Okonkwo-Bell')
        .map(asPrinted)
        .toSorted(),
    )
    const shared = await readWords(await paperOfPrint(page, 1))
    expect(shared.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`)).toEqual(
      shared.map(() => '297 × 210'),
    )
    const firsts = shared.filter(({ text }) => /page 1 of/.test(text.replaceAll(/\s+/g, ' ')))
    expect(firsts).toHaveLength(2)
    // One desk alone.
    await hands.press(page, /^Print [A-Z]–[A-Z]$/)
    await expect.poll(() => printsOf(page)).toBe(3)
    expect((await namesPrinted(page, 2)).length).toBeLessThan(40)
    expect(errors).toEqual([])
  })

  test('a sheet of a great many people has everyone once, on as many pages as it takes', async () => {
    const people = inventedPeople({ count: inLane(400, 5000), seed: 5 })
    const { page, errors } = await openDoor((open) =>
      open.batch(() => {
        for (const person of people) open.signIn.add(organiser, person)
      }),
    )
    await keepPrints(page)
    await unlock(page, hands, 'steward')
    await visit(page, '/paper')
    await page.getByText(`${people.length.toLocaleString('en-GB')} people`).waitFor()
    await hands.press(page, 'Print the sheet')
    await expect.poll(() => printsOf(page)).toBe(1)
    expect((await namesPrinted(page, 0)).toSorted()).toEqual(people.map(({ name }) => name).toSorted())
    const pages = await page.evaluate(() =>
      window.printedSheets[0] instanceof Element ? window.printedSheets[0].children.length : 0,
    )
    // Twenty to twenty-four of them fit on one, and the pages of the screen are those of the paper.
    expect(pages).toBeGreaterThan(people.length / 27)
    expect(pages).toBeLessThan(people.length / 20 + 1)
    const pdf = Buffer.from(await paperOfPrint(page, 0)).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(pages)
    expect(errors).toEqual([])
  })
})

/** A person's keys: what comes faster is taken for a scanner. Milliseconds between two. */
const PERSON = { delay: 45 }

/** The ordinary lines of a sheet, of three kinds in turn. */
const LINES = inLane(6, 25)

describe('entering the sheet afterwards', () => {
  test('a sheet is entered line by line with the keyboard alone, dated to the times written on it', async () => {
    const people = inventedPeople({ count: inLane(40, 120), seed: 21 })
    const early = { ...ewa, name: 'Quentin Zephyrine' }
    const { page, station, errors } = await openDoor((open, clock) => {
      for (const person of people) open.signIn.add(organiser, person)
      const id = open.signIn.add(organiser, early)
      clock.set(at('10:02'))
      open.signIn.signIn(steward, id)
    })
    await unlock(page, keyboard, 'steward')
    await keyboard.press(page, 'More', 'link')
    await keyboard.press(page, /^Paper sheet/, 'link')
    await page.getByRole('heading', { name: 'Print the sign-in sheet' }).waitFor()
    await keyboard.press(page, 'Enter the sheet', 'link')
    await page.getByRole('heading', { name: 'Enter the sheet' }).waitFor()
    await expectAccessible(page, 'paper, enter, empty')

    let keys = 0
    const type = async (text: string) => {
      keys += [...text].length
      await page.keyboard.type(text, PERSON)
    }
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    const name = page.getByRole('combobox', { name: 'Name' })
    const timeIn = page.getByLabel(/^Time in/)
    const options = page.getByRole('listbox', { name: 'Whose line is it?' }).getByRole('option')
    const isAt = (field: 'name' | 'in' | 'organisation') => page.locator(`#paper-line-${field}:focus`).waitFor()
    const isEntered = (lines: number) =>
      page.getByRole('heading', { name: `Entered so far: ${lines}`, exact: true }).waitFor()

    /** Types as much of a name as it takes for the first of the list to be the right one, as somebody reading a sheet does. */
    const find = async (wanted: string) => {
      await isAt('name')
      const words = wanted.split(' ')
      const letters = Array.from(`${words.at(-1)} ${words.slice(0, -1).join(' ')}`)
      // Nobody is listed before three letters, and “Li ” and “O’B” have two.
      let enough = 3
      while (letters.slice(0, enough).filter((letter) => /\p{L}/u.test(letter)).length < 3) enough += 1
      let typed = letters.slice(0, enough).join('')
      await type(typed)
      for (const letter of [...letters.slice(enough), null]) {
        // The last of the list says what the list is of.
        await page.getByText(`add “${typed.trim()}”`).waitFor()
        if ((await options.first().innerText()).startsWith(wanted)) break
        if (letter === null) throw new Error(`${wanted} is not found`)
        typed += letter
        await type(letter)
      }
      await press('Enter')
      await isAt('in')
    }

    // The ordinary lines; every third has the same time as the one before, and only Enter is pressed for it.
    const names = people.map((person) => person.name)
    const ordinary = [...new Set(names)].filter((one) => names.indexOf(one) === names.lastIndexOf(one)).slice(0, LINES)
    const written = new Map<string, string>()
    let time = ''
    for (const [line, wanted] of ordinary.entries()) {
      await find(wanted)
      if (line % 3 !== 2) {
        time = `09:${String(5 + line).padStart(2, '0')}`
        await type([time.replace(':', ''), time.slice(1).replace(':', '.'), time][line % 3] ?? time)
      }
      written.set(wanted, time)
      await press('Enter')
    }
    await isEntered(LINES)
    const perLine = keys / LINES
    await takePicture(page, 'paper-enter')
    await expectAccessible(page, 'paper, enter, lines')

    // One who signed in at a tablet at 10:02 as well: the sheet's time is the first arrival, and the page says so.
    await find(early.name)
    await type('9 05 am')
    await press('Enter')
    await page.getByText(/had signed in at 10:02 \(West door\); 09:05 is now their first arrival/).waitFor()
    await isEntered(LINES + 1)

    // A wrong time: refused in words, corrected where it stands, and then entered, with a time out.
    const [slip = '', mistake = ''] = [...new Set(names)].filter(
      (one) => names.indexOf(one) === names.lastIndexOf(one) && !written.has(one),
    )
    await find(slip)
    await type('1205')
    await press('Enter')
    await page.getByText('12:05 on Tuesday 12 December has not come yet').waitFor()
    await expectAccessible(page, 'paper, enter, a wrong time')
    expect(await timeIn.evaluate((field) => field === document.activeElement)).toBe(true)
    await type('925')
    await press('Tab')
    await type('10.40')
    await press('Enter')
    await isEntered(LINES + 2)

    // Somebody on the blank lines.
    await isAt('name')
    await type('zara exley')
    await page.getByText('add “zara exley”').waitFor()
    if ((await options.count()) > 1) await press('ArrowUp')
    await expectAccessible(page, 'paper, enter, not on the list')
    await press('Enter')
    await isAt('organisation')
    await type('Invented Joinery')
    await press('Enter')
    await isAt('in')
    await type('920')
    await press('Enter')
    await isEntered(LINES + 3)
    await page.getByText('added', { exact: true }).waitFor()

    // The next of them is on the list after all, a letter apart.
    await isAt('name')
    await type('zahra exley')
    await page.getByText('add “zahra exley”').waitFor()
    await press('ArrowUp')
    await press('Enter')
    await isAt('organisation')
    await type('Invented Joinery')
    await press('Enter')
    await isAt('in')
    await type('930')
    await press('Enter')
    await page.getByRole('dialog', { name: /same person/ }).waitFor()
    await expectAccessible(page, 'paper, enter, the same person?')
    await keyboard.press(page, 'Back to the line')
    await press('Escape')
    await isEntered(LINES + 3)

    // The wrong line: taken back with one stroke, and the right one entered.
    await find(mistake)
    await type('0950')
    await press('Enter')
    await isEntered(LINES + 4)
    await isAt('name')
    await press('Control+z')
    await isEntered(LINES + 3)
    await find(mistake)
    await type('0951')
    await press('Enter')
    await isEntered(LINES + 4)

    // A line entered before is put right from the list.
    const [first = ''] = ordinary
    await keyboard.press(page, `Correct: ${first}`)
    await isAt('in')
    await page.keyboard.type('0859', PERSON)
    await page.keyboard.press('Enter')
    written.set(first, '08:59')
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: first }).innerText()).toContain('08:59')
    await isEntered(LINES + 4)
    expect(await name.inputValue()).toBe('')
    process.stdout.write(`${perLine.toFixed(1)} keys a line for the first ${LINES} lines\n`)
    expect(perLine).toBeLessThan(14)

    // The facts carry the written time, marked as from paper; the desk shows them as here since then.
    for (const [wanted, since] of written) {
      const found = station.signIn.find(wanted).find((each) => each.name === wanted)
      expect(found).toMatchObject({ presence: 'here', since: at(since) })
      const fact = station.journal.facts
        .about(found?.id ?? '')
        .findLast(({ type: kind }) => kind === 'attendance.signed-in')
      expect(fact).toMatchObject({ body: { how: 'paper', at: at(since) }, by: { role: 'steward' } })
    }
    expect(station.signIn.find(slip)[0]).toMatchObject({ presence: 'left', since: at('10:40') })
    expect(station.signIn.find('zara exley')[0]).toMatchObject({ walkIn: true, presence: 'here', since: at('09:20') })
    expect(station.check()).toMatchObject({ sound: true })
    await keyboard.press(page, 'Back to the desk')
    await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
    await page.keyboard.type(first, PERSON)
    await page.getByText('already here, 08:59').waitFor()
    expect(errors).toEqual([])
  })

  test('the tablet goes out in the middle of a line, and the line is there again', async () => {
    const { page, station, errors } = await openDoor((open) => void open.signIn.add(organiser, ewa))
    await unlock(page, keyboard, 'steward')
    await visit(page, '/paper/enter')
    const name = page.getByRole('combobox', { name: 'Name' })
    await name.waitFor()
    await page.keyboard.type('kau', PERSON)
    await page.getByRole('option', { name: /Ewa Kaur/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('9.1', PERSON)
    await expect.poll(() => station.drafts.open('paper-line', '')?.body ?? '').toContain('"9.1"')
    await page.reload()
    await unlockAgain(page, keyboard)
    await page.getByText('This line was half entered').waitFor()
    expect(await name.inputValue()).toBe('Ewa Kaur')
    await expectAccessible(page, 'paper, enter, half a line')
    const timeIn = page.getByLabel(/^Time in/)
    expect(await timeIn.inputValue()).toBe('9.1')
    await timeIn.press('End')
    await page.keyboard.type('5', PERSON)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Entered so far: 1' }).waitFor()
    expect(station.signIn.find('ewa')[0]).toMatchObject({ presence: 'here', since: at('09:15') })
    // And nothing of it comes back once it is entered.
    await expect.poll(() => station.drafts.open('paper-line', '')?.body ?? '').not.toContain('Kaur')
    await page.reload()
    await unlockAgain(page, keyboard)
    await page.getByRole('heading', { name: 'Entered so far: 1' }).waitFor()
    expect(await name.inputValue()).toBe('')
    expect(errors).toEqual([])
  })

  // Only the disk of a station in this process can be made to look full.
  test('the disk is full: the line is not entered, says so, and is not lost over a restart either', async () => {
    const { page, station, errors } = await openDoor(() => undefined)
    await unlock(page, keyboard, 'steward')
    await visit(page, '/paper/enter')
    const name = page.getByRole('combobox', { name: 'Name' })
    await name.waitFor()
    const crowd: string[] = []
    for (let more = 0; more < 40; more += 1) crowd.push(station.signIn.add(organiser, kwame))
    station.limitPages(0)
    const fill = () => {
      for (let round = 0; round < 200; round += 1) for (const id of crowd) station.signIn.note(steward, id, `${round}`)
    }
    expect(fill).toThrow(/full/)
    await page.keyboard.type('okon', PERSON)
    await page
      .getByRole('option', { name: /Kwame Okonkwo-Bell/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('930', PERSON)
    await page.keyboard.press('Enter')
    await page.getByText('Not entered', { exact: true }).waitFor()
    await page.getByText(/Kwame Okonkwo-Bell is not entered. This tablet’s disk is full/).waitFor()
    await expectAccessible(page, 'paper, enter, not entered')
    station.limitPages(1_000_000)
    await page.keyboard.type('x', PERSON)
    await expect.poll(() => station.drafts.open('paper-line', '')?.body ?? '').toContain('Okonkwo')
    await page.reload()
    await page.getByText('Not entered', { exact: true }).waitFor()
    await keyboard.press(page, /^Look again: Kwame/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Entered so far: 1' }).waitFor()
    await expect.poll(() => station.drafts.open('paper-line', '')?.body ?? '').not.toContain('Okonkwo')
    await page.reload()
    await page.getByRole('heading', { name: 'Entered so far: 1' }).waitFor()
    expect(await name.inputValue()).toBe('')
    // The browser itself remarks on a call that was refused; nothing else went wrong.
    expect(errors.filter((error) => !error.includes('507'))).toEqual([])
  })
})
