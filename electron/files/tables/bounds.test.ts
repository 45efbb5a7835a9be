/** Small files that would cost minutes: each is refused in a sentence, and none is worked on for longer than it is long. */
import { readdirSync, readFileSync } from 'node:fs'
import * as xlsx from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readyStation } from '../../../test/support/test-station.ts'
import { listParts, unpack } from './archive.ts'
import { readInThread } from './read-in-thread.ts'
import { AS_A_LIST, readList } from '../../../test/support/read-list.ts'
import { headedRows } from './headed-rows.ts'
import { LIMITS } from './table.ts'
import { xmlError } from './whole-xml.ts'

const PEOPLE = [
  ['Name', 'Organisation'],
  ['Ewa Kaur', 'Elmdon House'],
]

/** A workbook of two people, one part of which says more than a program would have written. */
function workbookWith(part: RegExp, change: (xml: string) => string): Uint8Array {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(PEOPLE), 'List')
  const bytes = new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer)
  const parts = (listParts(bytes) ?? []).map((one): [string, Uint8Array] => {
    const content = unpack(bytes, one) ?? new Uint8Array()
    return [one.name, part.test(one.name) ? strToU8(change(new TextDecoder().decode(content))) : content]
  })
  return zipSync(Object.fromEntries(parts))
}
const SHEET = /sheet1\.xml$/
const STRINGS = /sharedStrings\.xml$/
const inSheet = (more: string) => workbookWith(SHEET, (xml) => xml.replace('</sheetData>', `${more}</sheetData>`))
const inStrings = (more: string) => workbookWith(STRINGS, (xml) => xml.replace('</sst>', `${more}</sst>`))

describe('a workbook that is small on disk', () => {
  test('two people are read, whatever they are read with', () => {
    for (const bytes of [inSheet(''), inStrings('')])
      expect(readList('list.xlsx', bytes)).toMatchObject({ kind: 'xlsx', rows: [{ cells: PEOPLE[1] }] })
  })

  const blanks = ' '.repeat(LIMITS.unpackedFreely + 15_000_000)
  test.each([
    ['unfolds to millions of blanks between two rows', inSheet(blanks)],
    [
      'unfolds to millions of blanks in one cell',
      inSheet(`<row r="3"><c t="inlineStr"><is><t>${blanks}</t></is></c></row>`),
    ],
    ['unfolds to millions of blanks in a tag', inSheet(`<row r="3"${blanks}></row>`)],
    ['unfolds to millions of shared strings', inStrings('<si><t>a</t></si>'.repeat(1_500_000))],
    ['unfolds to millions of cells in a row', inSheet(`<row r="3">${'<c><v>1</v></c>'.repeat(1_500_000)}</row>`)],
  ])('%s', (_what, bytes) => {
    expect(bytes.length).toBeLessThan(150_000)
    expect(readList('list.xlsx', bytes)).toEqual({
      kind: 'error',
      code: 'too-large',
      sentence: '“list.xlsx” holds more than any list of delegates.',
      todo: 'Copy the rows of people into a new workbook, or save the sheet as CSV, and import that.',
    })
  })

  test.each([
    [
      'a cell longer than Excel can hold',
      inSheet(`<row r="3"><c t="str"><v>${'x'.repeat(LIMITS.text + 1)}</v></c></row>`),
      'too-large',
    ],
    ['a tag that goes on and on', inSheet(`<row r="3"${' a="b"'.repeat(LIMITS.tag / 6 + 1)}/>`), 'too-large'],
    ['rows within rows', inSheet('<row>'.repeat(200) + '</row>'.repeat(200)), 'too-large'],
    ['rows that are opened and never closed', inSheet('<row>'.repeat(90)), 'damaged'],
    ['rows that another name closes', inSheet('<row></col>'), 'damaged'],
    ['tags that never end', inSheet('<c '.repeat(90)), 'damaged'],
    ['a comment that says more than a cell could', inSheet(`<!-- ${'x'.repeat(LIMITS.text)} -->`), 'too-large'],
    ['a comment that never ends', inSheet('<!-- '), 'damaged'],
    [
      'a list of words that stand for longer ones',
      workbookWith(SHEET, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
      'damaged',
    ],
  ])('%s', (_what, bytes, code) => {
    expect(readList('list.xlsx', bytes)).toMatchObject({ kind: 'error', code })
  })

  test.each([
    ['a cell that says it is the three hundred millionth of its row', '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>'],
    ['one that no row could have', '<row r="9"><c r="ZZZZZZZZ9"><v>1</v></c></row>'],
  ])('%s is told, and nothing before it is walked through', (_what, row) => {
    expect(readList('list.xlsx', inSheet(row))).toMatchObject({ kind: 'error', code: 'too-many-columns' })
  })

  test('a row that says it is the four billionth is a row like any other', () => {
    const row = '<row r="4000000000"><c r="A4000000000" t="str"><v>Jo</v></c></row>'
    expect(readList('list.xlsx', inSheet(row))).toMatchObject({
      kind: 'xlsx',
      rows: [{ number: 2 }, { cells: ['Jo'] }],
    })
  })

  test('a few thousand rows of the same are no more than a list may be', () => {
    const rows = Array.from(
      { length: 9000 },
      (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="0"/><c r="B${index + 3}" s="0"/></row>`,
    )
    expect(readList('list.xlsx', inSheet(rows.join('')))).toMatchObject({ kind: 'xlsx', rows: [{ cells: PEOPLE[1] }] })
  })

  test('one that says it unpacks to little, or to more than there is, is not believed', () => {
    const bytes = inSheet('')
    const declared = (size: number) => {
      const lying = bytes.slice()
      const view = new DataView(lying.buffer)
      for (let index = 0; index < lying.length - 4; index++)
        if (view.getUint32(index, true) === 0x02014b50) view.setUint32(index + 24, size, true)
      return lying
    }
    expect(readList('list.xlsx', declared(10))).toMatchObject({ kind: 'error', code: 'damaged' })
    expect(readList('list.xlsx', declared(2_000_000_000))).toMatchObject({ kind: 'error', code: 'too-large' })
  })

  test('it is told to whoever imports it, with what to do', async () => {
    const station = await readyStation()
    expect(station.signIn.importer.preview('list.xlsx', inStrings(blanks), {})).toMatchObject({
      code: 'file-refused',
      sentence: '“list.xlsx” holds more than any list of delegates.',
    })
  })
})

describe('the XML of a workbook', () => {
  test('what Excel, LibreOffice and booking services write passes', () => {
    const folder = new URL('../../../test/fixtures/delegates/', import.meta.url)
    const books = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))
    expect(books.length).toBeGreaterThan(0)
    for (const name of books) {
      const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
      for (const part of listParts(bytes) ?? [])
        if (/\.(xml|rels)$/.test(part.name))
          expect([name, part.name, xmlError(unpack(bytes, part) ?? new Uint8Array())]).toEqual([name, part.name, null])
    }
  })

  test.each([
    ['<?xml version="1.0"?><a><b c=">"/>x</a>', null],
    ['<x:a x:b="1"\n></x:a >', null],
    ['<a><!-- <b> --><![CDATA[ </c> ]]></a>', null],
    ['<a></a', 'damaged'],
    ['<a></ab>', 'damaged'],
    ['<ab></a>', 'damaged'],
    ['<a>', 'damaged'],
    ['</a>', 'damaged'],
    ['<!ELEMENT a>', 'damaged'],
    ['\u{feff}<a/>', null],
    ['', null],
  ])('%j: %j', (xml, error) => {
    expect(xmlError(strToU8(xml))).toBe(error)
  })

  test('in an alphabet of two bytes a letter it is not looked into', () => {
    expect(xmlError(new Uint8Array(Buffer.from('\ufeff<a/>', 'utf16le')))).toBe('damaged')
  })
})

describe('a text with far more columns than any list', () => {
  test.each([
    ['a million headings', `Name,${'a,'.repeat(1_000_000)}\nEwa\n`],
    ['a million cells in the last row', `Name\n${'Ewa\n'.repeat(100)}Jo${','.repeat(1_000_000)}x\n`],
  ])('%s', (_what, text) => {
    expect(readList('list.csv', Buffer.from(text))).toMatchObject({
      kind: 'error',
      code: 'too-many-columns',
      todo: 'Delete the columns that are not about delegates, and import the file again.',
    })
  })

  test('a million blank ones are none, as Excel leaves them behind', () => {
    const text = `Name,Email${','.repeat(1_000_000)}\n${'Ewa,ewa@elmdon.example\n'.repeat(1000)}`
    const read = readList('list.csv', Buffer.from(text))
    expect(read).toMatchObject({ kind: 'csv', headings: ['Name', 'Email'] })
  })

  test('no cell is looked at again and again for each blank column beside it', () => {
    let looks = 0
    const counted = (cells: string[]) =>
      new Proxy(cells, {
        get(target, key, receiver) {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1
          return Reflect.get(target, key, receiver) as unknown
        },
      })
    const blank = Array.from({ length: LIMITS.columns - 2 }, () => '')
    const rows = Array.from({ length: 1000 }, (_, index) => ({ number: index + 2, cells: counted(['Ewa', 'Elmdon']) }))
    const shaped = headedRows(
      'list.csv',
      [{ number: 1, cells: ['Name', 'Organisation', ...blank] }, ...rows],
      AS_A_LIST,
    )
    expect(shaped).toMatchObject({ headings: ['Name', 'Organisation'] })
    expect(looks).toBeLessThan(rows.length * 2 * 5)
  })
})

describe('words without end', () => {
  test('a heading of a million characters is read to where a heading ends', () => {
    const read = readList('list.csv', Buffer.from(`Name,${'a@'.repeat(500_000)}\nEwa,x\n`))
    expect(read).toMatchObject({ kind: 'csv', headings: ['Name', 'a@'.repeat(LIMITS.heading / 2)] })
  })
})

describe('a file that takes too long all the same', () => {
  const list = Buffer.from(`Name\n${'Ewa Kaur\n'.repeat(200_000)}`)

  test('is let go of in time, in words; the more there is, the longer it may take', async () => {
    const waits: number[] = []
    const overAtOnce = (milliseconds: number, what: () => void) => {
      waits.push(milliseconds)
      what()
      return () => undefined
    }
    for (const bytes of [list.subarray(0, 150_000), list]) {
      expect(await readInThread('list.csv', bytes, AS_A_LIST, { after: overAtOnce })).toEqual({
        kind: 'error',
        code: 'too-slow',
        sentence: '“list.csv” takes far longer to read than a list of its size.',
        todo: 'Open it in Excel or LibreOffice, copy the rows of people into a new file, and import that.',
      })
    }
    expect(waits).toEqual([11_000, 44_000.1])
  })

  test('nobody waits for the end of its time once it has been read', async () => {
    let waiting = 0
    const counting = () => {
      waiting += 1
      return () => void (waiting -= 1)
    }
    const read = await readInThread('list.csv', list.subarray(0, 9005), AS_A_LIST, { after: counting })
    expect(read).toMatchObject({ kind: 'csv' })
    expect(waiting).toBe(0)
  })
})
