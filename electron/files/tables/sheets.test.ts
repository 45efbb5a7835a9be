import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readList } from '../../../test/support/read-list.ts'
import type { Reading, Table } from './table.ts'

const fixture = (name: string) => readFileSync(new URL(`../../../test/cases/${name}`, import.meta.url))
function table(bytes: Uint8Array, reading: Partial<Reading> = {}): Table {
  const read = readList('list.xlsx', bytes, reading)
  if (read.kind === 'error') throw new Error(read.sentence)
  return read
}
async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const PEOPLE = [
  ['Name', 'Organisation', 'Email'],
  ['Ada Okafor', 'Brightmoor', 'ada@example.org'],
  ['Grace Bello', 'Ash Lane', 'grace@example.org'],
  ['Tom Nwosu', 'Fenwick', 'tom@example.org'],
]

describe('which sheets of a workbook hold people', () => {
  test('a sheet for each sector: each is told with how many, and may be chosen', () => {
    const bytes = fixture('sheet-per-sector.xlsx')
    const sheets = ['Police', 'Schools', 'Housing'].map((name) => ({ name, people: 1 }))
    expect(table(bytes)).toMatchObject({ sheet: 'Police', sheets, rows: [{ cells: { 0: 'Ada Okafor' } }] })
    expect(table(bytes, { sheet: 'Housing' })).toMatchObject({ sheets, rows: [{ cells: { 0: 'Tom Nwosu' } }] })
  })

  test('a programme, a key and an empty sheet hold none; rows without a name and a list without headings are told as they are read', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Delegates').addRows(PEOPLE)
      book.addWorksheet('Programme').addRows([
        ['Time', 'Session', 'Table', 'Role'],
        ['10:00', 'Promises', '1', 'Chair'],
      ])
      book.addWorksheet('Key').addRows([['V'], ['vegetarian']])
      book.addWorksheet('Empty')
      book.addWorksheet('Reserve').addRows([
        ['First name', 'Surname', 'Organisation'],
        ['Ewa', 'Kaur', ''],
        ['', '', 'Ash Lane'],
        ['', 'Pike', ''],
      ])
      book.addWorksheet('Names only').addRows([['Jo Lee'], ['Sam Lee']])
    })
    const people = (read: Table) => read.sheets.map(({ name, people: many }) => `${name} ${many}`)
    const others = ['Delegates 3', 'Programme 0', 'Key 0', 'Empty 0', 'Reserve 2']
    expect(people(table(bytes))).toEqual([...others, 'Names only 0'])
    expect(people(table(bytes, { top: 'guess' }))).toEqual([...others, 'Names only 2'])
  })
})

describe('what a workbook hides or strikes through', () => {
  test('a row that a filter hides is read, and that is told with its number', () => {
    const { rows, notices } = table(fixture('hidden-row.xlsx'))
    expect(rows.map(({ number, mark }) => [number, mark])).toEqual([
      [2, undefined],
      [3, 'hidden'],
      [4, undefined],
    ])
    expect(notices).toMatchObject([{ row: 3, value: '', rows: 1, mark: 'hidden' }])
  })

  test('rows by hand, rows without height, a column, and whoever is struck through', async () => {
    const strike = { font: { strike: true } }
    const bytes = await workbook((book) => {
      book.addWorksheet('Read me first').addRow(['One row for each person'])
      const sheet = book.addWorksheet('List')
      sheet.addRows([...PEOPLE, ['Ewa Kaur', '', 'ewa@example.org'], ['Jo Pike', 'Ash Lane', 'jo@example.org']])
      for (const row of [2, 3, 5]) sheet.getRow(row).hidden = true
      for (const cell of ['A4', 'B4', 'C4']) sheet.getCell(cell).style = strike
      // One that was corrected is nobody who was taken out.
      sheet.getCell('B6').style = strike
      sheet.getColumn(3).hidden = true
    })
    const { rows, notices } = table(bytes)
    expect(rows.map(({ mark = '' }) => mark)).toEqual(['hidden', 'hidden', 'struck', 'hidden', ''])
    expect(notices.map(({ row, value, rows: many, mark }) => [row, value, many, mark])).toEqual([
      [2, '2–3, 5', 3, 'hidden'],
      [4, '', 1, 'struck'],
      [0, 'Email', 1, undefined],
    ])
  })

  test('a row of no height is hidden, a format that is crossed out in no cell is nothing, and whatever else styles say', async () => {
    const parts = unzipSync(await workbook((book) => void book.addWorksheet('List').addRows(PEOPLE)))
    const changed = (part: string, change: (xml: string) => string) =>
      zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
    const low = changed('xl/worksheets/sheet1.xml', (xml) => xml.replace('<row r="3"', '<row r="3" ht="0"'))
    expect(table(low).rows.map(({ mark }) => mark)).toEqual([undefined, 'hidden', undefined])
    for (const strike of ['<strike/>', '<strike val="0"/>']) {
      const styled = changed('xl/styles.xml', (xml) => xml.replace('<font>', `<font>${strike}`))
      expect(table(styled).rows.map(({ mark }) => mark === 'struck')).toEqual(Array(3).fill(strike === '<strike/>'))
    }
    expect(table(zipSync(parts)).notices).toEqual([])
  })
})
