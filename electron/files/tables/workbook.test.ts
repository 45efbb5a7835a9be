import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { listParts } from './archive.ts'
import { readList } from '../../../test/support/read-list.ts'
import type { Table } from './table.ts'

const containing = (words: string): unknown => expect.stringContaining(words)

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/delegates/${name}`, import.meta.url)))

function table(bytes: Uint8Array, sheet?: string): Table {
  const read = readList('list.xlsx', bytes, { sheet: sheet ?? null })
  if (read.kind === 'error') throw new Error(read.sentence)
  return read
}

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('A list saved as an Excel workbook', () => {
  test('One that LibreOffice wrote: title, note, merged cells, formulas, dates, noughts, right to left', () => {
    const read = table(fixture('libreoffice.xlsx'))
    expect(read).toMatchObject({
      kind: 'xlsx',
      sheets: [
        { name: 'Read me first', people: 0 },
        { name: 'Delegates', people: 3 },
      ],
      sheet: 'Delegates',
      headingRow: 3,
    })
    expect(read.headings).toEqual(['Surname', 'Forename', 'Employer', 'E-mail', 'Booked on', 'Badge number', 'Table'])
    expect(read.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [4, 'Ní Shampla', 'Siobhán', 'Nowhere Council', 'siobhan@example.org', '2023-11-04', '000417', '4'],
      [5, 'Öçek', 'Yusuf\nEmre', '', '', '2023-11-05 13:30', '112000000071840', 'Table 2'],
      [8, 'مثال', 'ليلى', 'Example 🌱 Trust', '#DIV/0!'],
    ])
    expect(read.notices.map(({ row, column, value }) => [row, column, value])).toEqual([
      [1, '', 'Delegates, Nowhere Hall, an invented day'],
      [4, 'Employer', 'C4:C5'],
    ])
  })

  test('A formula is never worked out: its last value is read, and one without a value is told', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('List')
      sheet.addRow(['Name', 'Email'])
      sheet.addRow(['Ada', { formula: 'LOWER("ADA@EXAMPLE.ORG")', result: 'ada@example.org' }])
      sheet.addRow(['Bo', { formula: 'WEBSERVICE("https://example.org/")' }])
      sheet.addRow(['Cy', { formula: 'Z9', result: 0 }])
    })
    const read = table(bytes)
    expect(read.rows.map(({ cells }) => cells[1] ?? '')).toEqual(['ada@example.org', '', ''])
    expect(read.notices).toMatchObject([{ row: 3, value: 'B3', rows: 2, reason: containing('not been worked out') }])
  })

  test('Dates are written year first whatever the tablet’s time zone, long codes in full or as cut short', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('List')
      sheet.addRow(['Name', 'Booked', 'Code', 'Here', 'Link'])
      sheet.addRow([
        'Ada',
        new Date(Date.UTC(2023, 5, 30)),
        123_456_789_012,
        true,
        { text: 'ada@example.org', hyperlink: 'mailto:ada@example.org' },
      ])
      sheet.addRow([
        { richText: [{ text: 'Bo ' }, { font: { bold: true }, text: 'Example' }] },
        new Date(Date.UTC(2023, 0, 2, 15, 45)),
        1.1200000001184e24,
        false,
        '',
      ])
    })
    const zone = process.env.TZ
    for (const TZ of ['Europe/London', 'Pacific/Auckland', 'America/Los_Angeles']) {
      process.env.TZ = TZ
      expect(table(bytes).rows.map(({ cells }) => cells)).toEqual([
        ['Ada', '2023-06-30', '123456789012', 'Yes', 'ada@example.org'],
        ['Bo Example', '2023-01-02 15:45', '1.1200000001184E+24', 'No', ''],
      ])
    }
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('The sheet that looks like a list is taken, hidden ones are not offered, and a person may choose', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Orders').addRows([
        ['Order code', 'Name', 'Email'],
        ['ZZ1', 'Buyer', 'buyer@example.org'],
      ])
      book.addWorksheet('Order positions').addRows([
        ['Order code', 'Attendee name', 'Attendee email', 'Company', 'Ticket secret'],
        ['ZZ1', 'Ada', 'ada@example.org', 'Nowhere', 'abc'],
      ])
      book.addWorksheet('Workings', { state: 'hidden' }).addRows([
        ['Name', 'Surname', 'Email', 'Job title', 'Company', 'Sector', 'Table'],
        ['x', 'x', 'x', 'x', 'x', 'x', 'x'],
      ])
    })
    expect(table(bytes)).toMatchObject({
      sheets: [
        { name: 'Orders', people: 1 },
        { name: 'Order positions', people: 1 },
      ],
      sheet: 'Order positions',
      rows: [{ number: 2 }],
    })
    expect(table(bytes, 'Orders').headings).toEqual(['Order code', 'Name', 'Email'])
    expect(readList('list.xlsx', bytes, { sheet: 'Nowhere' })).toMatchObject({
      kind: 'error',
      code: 'no-such-sheet',
      todo: containing('Orders'),
    })
  })

  test('A workbook that would unpack to more than the tablet can hold is refused by its directory', async () => {
    const bytes = await workbook((book) => void book.addWorksheet('List').addRows([['Name'], ['Ada']]))
    const view = new DataView(bytes.buffer)
    for (let index = 0; index < bytes.length - 4; index++)
      if (view.getUint32(index, true) === 0x02014b50) view.setUint32(index + 24, 60_000_000, true)
    expect(readList('list.xlsx', bytes)).toMatchObject({ kind: 'error', code: 'too-large' })
  })

  test('Pictures and macros are never unpacked: it does not matter that these are broken', async () => {
    const parts = unzipSync(await workbook((book) => void book.addWorksheet('List').addRows([['Name'], ['Ada']])))
    const bytes = zipSync({
      ...parts,
      'xl/media/image1.png': new Uint8Array(300),
      'xl/vbaProject.bin': new Uint8Array(300),
    })
    for (const part of listParts(bytes) ?? [])
      if (/media|vba/.test(part.name))
        bytes.fill(0xff, part.start + 30 + part.name.length, part.start + 30 + part.name.length + part.packed)
    expect(() => unzipSync(bytes)).toThrow(/invalid/)
    expect(table(bytes).rows).toHaveLength(1)
  })

  test('A stray cell in the last row costs nothing and is a row; one far to the right is told', async () => {
    const parts = unzipSync(await workbook((book) => void book.addWorksheet('List').addRows([['Name'], ['Ada']])))
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    const withCell = (cell: string) =>
      zipSync({
        ...parts,
        'xl/worksheets/sheet1.xml': strToU8(
          sheet.replace(
            '</sheetData>',
            `<row r="1048576"><c r="${cell}" t="str"><v>far away</v></c></row></sheetData>`,
          ),
        ),
      })
    expect(table(withCell('A1048576')).rows).toEqual([
      { number: 2, cells: ['Ada'] },
      { number: 1_048_576, cells: ['far away'] },
    ])
    expect(readList('list.xlsx', withCell('XFD1048576'))).toMatchObject({
      kind: 'error',
      code: 'too-many-columns',
      sentence: containing('XFD1048576'),
    })
  })

  test('Parts that contradict one another are told as damaged', async () => {
    const parts = unzipSync(await workbook((book) => void book.addWorksheet('List').addRows([['Name'], ['Ada']])))
    expect(readList('list.xlsx', zipSync({ ...parts, 'xl/workbook.xml': strToU8('<workbook>') }))).toMatchObject({
      kind: 'error',
      code: 'damaged',
    })
  })
})
