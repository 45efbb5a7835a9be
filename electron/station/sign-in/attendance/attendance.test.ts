/** Tells how a day at the door becomes numbers and a list, on a real station. */
import { read, utils } from '@e965/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fitsInAnyLetters, lettersOnPaper } from '../../../../test/support/on-paper.ts'
import { openWorkbook } from '../../../../test/support/open-workbook.ts'
import {
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  PASSPHRASE,
  PIN,
  readyStation,
  shippedPack,
  steward,
} from '../../../../test/support/test-station.ts'

// The computer stands in the venue, wherever these tests run.
beforeAll(() => void vi.stubEnv('TZ', 'Europe/London'))
afterAll(() => void vi.unstubAllEnvs())

const none = { access: '', dietary: '' }
const MINUTE = 60_000

async function morning() {
  const clock = handClock('2023-12-12T09:00:00.000Z')
  const station = await readyStation({ now: clock })
  return { clock, station }
}

const csvOf = ({ chunks }: { chunks: Iterable<Uint8Array> }) => {
  const text = Buffer.concat([...chunks]).toString()
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
}

describe('the numbers of a day', () => {
  test('a sign-in that was undone is no arrival, and the walk-in it made is nobody who was expected', async () => {
    const { station } = await morning()
    const listed = station.signIn.add(organiser, ewa)
    const { id } = station.signIn.walkIn(steward, kwame, none)
    station.signIn.scan(steward, station.signIn.badge(listed))
    expect(station.attendance.numbers().totals).toMatchObject({ invited: 1, came: 2, walkIns: 1, here: 2 })
    station.signIn.undo(steward, id, 'Somebody else')
    station.signIn.undo(steward, listed, 'Somebody else')
    expect(station.attendance.numbers()).toMatchObject({
      totals: { invited: 1, came: 0, walkIns: 0, absent: 1, uncounted: 1 },
      arrivals: { stretches: [] },
      ways: [],
    })
  })

  test('somebody taken off the list after they came counts nowhere, at the door as in the numbers, and comes back with their time', async () => {
    const { station } = await morning()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    station.signIn.withdraw(organiser, id, 'Twice on the list')
    expect(station.attendance.numbers().totals).toMatchObject({ invited: 0, came: 0, uncounted: 1 })
    expect(station.signIn.counts()).toMatchObject({ delegates: 0, here: 0, expected: 0, arrivals: [] })
    station.signIn.restore(organiser, id, '')
    expect(station.attendance.numbers().arrivals.stretches).toEqual([{ from: '2023-12-12T09:00:00.000Z', came: 1 }])
  })

  test('somebody who is forgotten leaves no number and no line', async () => {
    const { station } = await morning()
    const { id } = station.signIn.walkIn(steward, ewa, none)
    station.signIn.walkIn(steward, kwame, none)
    station.eraseDelegate(organiser, id, 'Asked by letter')
    expect(station.attendance.numbers().totals).toMatchObject({ came: 1, uncounted: 0 })
    expect(Buffer.concat([...station.attendance.export('csv', true).chunks]).toString()).not.toContain('Ewa')
  })

  test('a line of the paper sheet counts at the time that was written on it, and is marked as entered later', async () => {
    const { station, clock } = await morning()
    const id = station.signIn.add(organiser, ewa)
    clock.pass(4 * 60 * MINUTE)
    station.paper.enter(steward, {
      delegate: id,
      instead: null,
      in: '2023-12-12T09:17:00.000Z',
      out: '2023-12-12T12:30:00.000Z',
    })
    expect(station.attendance.numbers()).toMatchObject({
      totals: { came: 1, left: 1, here: 0 },
      arrivals: { stretches: [{ from: '2023-12-12T09:15:00.000Z', came: 1 }] },
      ways: [{ how: 'paper', came: 1 }],
      punctuality: { onTime: 1 },
    })
    const [line] = csvOf(station.attendance.export('csv', false))
    expect(line).toMatchObject({
      Name: 'Ewa Kaur',
      'First in': '2023-12-12 09:17',
      'Last out': '2023-12-12 12:30',
      Now: 'Left',
      'Entered later': 'Yes',
      'Signed in at': 'West door',
    })
  })

  test('whoever is not here is called a no-show only when the organiser says so or the day is over, and no longer when they come', async () => {
    const { station, clock } = await morning()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.add(organiser, kwame)
    expect(csvOf(station.attendance.export('csv', false)).map((line) => line['Now'])).toEqual([
      'Not here yet',
      'Not here yet',
    ])
    station.attendance.close(organiser, true)
    station.attendance.close(organiser, true)
    expect(station.attendance.numbers()).toMatchObject({ over: 'organiser', totals: { absent: 2 } })
    station.signIn.signIn(steward, id)
    expect(csvOf(station.attendance.export('csv', false)).map((line) => line['Now'])).toEqual(['Here', 'No-show'])
    station.attendance.close(organiser, false)
    expect(station.attendance.numbers().over).toBe('no')
    clock.pass(24 * 60 * MINUTE)
    expect(station.attendance.numbers().over).toBe('last-day')
    expect(station.check()).toMatchObject({ sound: true })
  })

  test('the door’s own numbers and these are the same', async () => {
    const { station, clock } = await morning()
    const ids = Array.from({ length: 40 }, (_, index) =>
      station.signIn.add(organiser, { ...ewa, name: `Ewa ${index}`, email: '' }),
    )
    for (const [index, id] of ids.entries()) {
      clock.pass(index * 7000)
      if (index % 4 !== 0) station.signIn.signIn(steward, id)
      if (index % 9 === 1) station.signIn.signOut(steward, id)
      if (index % 11 === 2) station.signIn.withdraw(organiser, id, 'A test')
    }
    const { totals, arrivals } = station.attendance.numbers()
    expect(station.signIn.counts()).toEqual({
      delegates: totals.invited + totals.walkIns,
      here: totals.here,
      left: totals.left,
      expected: totals.absent,
      walkIns: totals.walkIns,
      arrivals: arrivals.stretches.map(({ from, came }) => ({ from, count: came })),
    })
  })
})

describe('the door', () => {
  test('is told of the arrivals of the last day only, however long the tablet has stood there', async () => {
    const { station, clock } = await morning()
    station.signIn.walkIn(steward, kwame, none)
    clock.pass(40 * 24 * 60 * MINUTE)
    station.signIn.walkIn(steward, ewa, none)
    expect(station.signIn.counts()).toMatchObject({
      here: 2,
      arrivals: [{ from: '2024-01-21T09:00:00.000Z', count: 1 }],
    })
    expect(station.attendance.numbers().arrivals.stretches).toHaveLength(2)
  })
})

describe('the attendance list', () => {
  test('as a workbook has real dates, a frozen heading, a filter, the numbers and the no-shows on sheets of their own', async () => {
    const { station, clock } = await morning()
    station.signIn.signIn(steward, station.signIn.add(organiser, ewa))
    station.signIn.add(organiser, { ...kwame, name: 'Never Came' })
    clock.pass(10 * MINUTE)
    station.signIn.walkIn(steward, kwame, { access: 'Step-free', dietary: 'Halal' })
    station.attendance.close(organiser, true)
    const { name, chunks, people, absent } = station.attendance.export('xlsx', false)
    expect([people, absent]).toEqual([3, 1])
    expect(name).toMatch(/^NEC-attendance-2023-12-12-\d\d-10\.xlsx$/)
    const { excel, sheet } = await openWorkbook(chunks)
    expect(excel.worksheets.map((one) => one.name)).toEqual([
      'Summary',
      'Attendance',
      'No-shows',
      'Arrivals',
      'Organisations',
      'Way out',
    ])
    const list = sheet('Attendance')
    expect(list.views).toMatchObject([{ state: 'frozen', xSplit: 1, ySplit: 1 }])
    expect(list.getTable('Attendance')).toMatchObject({ table: { autoFilterRef: 'A1:M4' } })
    const headings = list.getRow(1).values
    expect(headings).not.toContain('E-mail')
    const at = (heading: string) => (Array.isArray(headings) ? headings.indexOf(heading) : -1)
    expect(list.getRow(2).getCell(at('First in')).value).toBeInstanceOf(Date)
    expect(list.getColumn(at('Now')).values.slice(2)).toEqual(['Here', 'Here', 'No-show'])
    expect(list.getColumn(at('Walk-in')).values.slice(2)).toEqual(['No', 'Yes', 'No'])
    expect(sheet('No-shows').getColumn(1).values.slice(2)).toEqual(['Never Came'])
    expect(sheet('Arrivals').getColumn(3).values.slice(2)).toEqual([1, 2])
    const summary = sheet('Summary')
    const line = (label: string) => summary.getCell(`C${summary.getColumn(1).values.indexOf(label)}`).value
    expect(['Expected', 'Expected and came', 'No-shows', 'Walk-ins', 'Came', 'Here'].map(line)).toEqual([
      2, 1, 1, 1, 2, 2,
    ])
  })

  test('never tells a need, a note or a badge’s code, and an e-mail address only to whoever asks for it', async () => {
    const { station } = await morning()
    const { id } = station.signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: 'Halal' })
    station.signIn.note(steward, id, 'Ask about the taxi')
    for (const kind of ['xlsx', 'csv'] as const) {
      const words = (emails: boolean) => {
        const bytes = Buffer.concat([...station.attendance.export(kind, emails).chunks])
        const { Sheets } = read(bytes)
        return kind === 'csv'
          ? bytes.toString()
          : Object.values(Sheets)
              .map((one) => utils.sheet_to_csv(one))
              .join()
      }
      expect(words(true)).toContain('ewa@elmdon.example')
      expect(words(false)).not.toContain('ewa@elmdon.example')
      for (const secret of ['Step-free', 'Halal', 'taxi', station.signIn.badge(id)])
        expect(words(true)).not.toContain(secret)
    }
  })

  test('a guest who is called =cmd() runs nothing in the officer’s spreadsheet', async () => {
    const { station } = await morning()
    station.signIn.walkIn(steward, { ...ewa, name: '=cmd()', organisation: '@SUM(A1)', area: '+49' }, none)
    expect(csvOf(station.attendance.export('csv', false))[0]).toMatchObject({
      Name: "'=cmd()",
      Organisation: "'@SUM(A1)",
      'Service area': "'+49",
    })
    const { sheetJs } = await openWorkbook(station.attendance.export('xlsx', false).chunks)
    expect(sheetJs.Sheets['Attendance']?.['A2']).toMatchObject({ t: 's', v: '=cmd()' })
    expect(sheetJs.Sheets['Organisations']?.['A2']).toMatchObject({ t: 's', v: '@SUM(A1)' })
  })

  test('has what was answered at the way out, and no such sheet where nothing is asked', async () => {
    const { station } = await morning()
    station.wayOut.answer('screen', 'yes')
    station.wayOut.answer('screen', 'yes')
    station.wayOut.answer('screen', 'not-yet')
    const { excel } = await openWorkbook(station.attendance.export('xlsx', false).chunks)
    const sheet = excel.getWorksheet('Way out')
    const rows = [1, 2, 3, 4].map((row) => sheet?.getRow(row).values)
    const question = 'Is it clearer to you what you can do?'
    expect(rows.map((row) => (Array.isArray(row) ? row.slice(1) : row))).toEqual([
      ['Asked at the way out', 'Answer', 'Given'],
      [question, 'Yes, much clearer', 2],
      [question, 'A little clearer', 0],
      [question, 'Not yet', 1],
    ])
    const { wayOut: _asked, ...silent } = shippedPack()
    station.loadEvent(silent, false)
    const { excel: without } = await openWorkbook(station.attendance.export('xlsx', false).chunks)
    expect(without.getWorksheet('Way out')).toBeUndefined()
  })

  test('of a rehearsal cannot pass as the real thing: its name, every sheet and every row say so', async () => {
    const station = openTest(undefined, { now: handClock() })
    await station.setUp({
      pack: shippedPack(),
      rehearsal: true,
      name: 'West door',
      duty: 'sign-in',
      pin: PIN,
      passphrase: PASSPHRASE,
    })
    station.signIn.walkIn(steward, ewa, none)
    const { name, chunks } = station.attendance.export('xlsx', false)
    expect(name).toMatch(/^REHEARSAL-NEC-attendance-/)
    const { excel } = await openWorkbook(chunks)
    for (const sheet of excel.worksheets) {
      expect(sheet.name).toMatch(/^REHEARSAL /)
      expect(sheet.getCell('A1').value).toMatch(/^REHEARSAL/)
      expect(sheet.headerFooter.oddHeader).toContain('REHEARSAL')
    }
    expect(csvOf(station.attendance.export('csv', false))[0]).toMatchObject({ Rehearsal: 'Rehearsal – not live' })
  })

  test('of an event that nobody is listed for is a whole file all the same', async () => {
    const { station } = await morning()
    const { excel } = await openWorkbook(station.attendance.export('xlsx', true).chunks)
    // Sheets of nothing but their headings would only be paper.
    expect(excel.worksheets.map((one) => one.name)).toEqual(['Summary', 'Attendance', 'Way out'])
    expect(csvOf(station.attendance.export('csv', true))).toEqual([])
  })

  test('shows every time as a time, also in a first column, and every sheet can be read on A4', async () => {
    const { station } = await morning()
    station.signIn.signIn(steward, station.signIn.add(organiser, ewa))
    station.signIn.add(organiser, { ...kwame, name: 'Never Came' })
    for (const emails of [false, true]) {
      const { excel, sheet, sheetJs } = await openWorkbook(station.attendance.export('xlsx', emails).chunks)
      expect(sheetJs.Sheets['Arrivals']?.['A2']).toMatchObject({ t: 'n', w: '12 Dec 2023 09:00' })
      expect(fitsInAnyLetters(sheet('Arrivals').getColumn(1).width, '12 Dec 2023 09:00'.length)).toBe(true)
      const headings = sheet('Attendance').getRow(1).values
      for (const [index, heading] of Array.isArray(headings) ? headings.entries() : []) {
        if (heading !== 'First in' && heading !== 'Last out') continue
        expect(fitsInAnyLetters(sheet('Attendance').getColumn(index).width, '12 Dec 2023 09:00'.length)).toBe(true)
      }
      expect(excel.worksheets).toHaveLength(6)
      for (const page of excel.worksheets) {
        expect([page.name, lettersOnPaper(page) >= 7]).toEqual([page.name, true])
        expect(page.pageSetup.paperSize).toBe(9)
        expect(page.headerFooter.oddHeader).toContain('NEC')
        expect(page.headerFooter.oddFooter).toContain('Page &P of &N')
      }
    }
  })
})
