import { readFileSync } from 'node:fs'
import { CFB } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readList } from '../../../test/support/read-list.ts'
import type { Reading, Table, TableError } from './table.ts'

const containing = (words: string): unknown => expect.stringContaining(words)

type CompoundFiles = {
  utils: { cfb_new: () => object; cfb_add: (file: object, path: string, bytes: Uint8Array) => void }
  write: (file: object, options: { type: 'buffer' }) => Uint8Array
}

const text = (content: string) => new TextEncoder().encode(content)
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/delegates/${name}`, import.meta.url)))

function table(name: string, bytes: Uint8Array, options?: Partial<Reading>): Table {
  const read = readList(name, bytes, options)
  if (read.kind === 'error') throw new Error(read.sentence)
  return read
}
function error(name: string, bytes: Uint8Array, options?: Partial<Reading>): TableError {
  const read = readList(name, bytes, options)
  if (read.kind !== 'error') throw new Error('It was read')
  return read
}

describe('A list saved as CSV', () => {
  test('Rows are numbered as a spreadsheet shows them: headings and blank rows count', () => {
    const { headings, rows, headingRow } = table('a.csv', text('Name,Organisation\nAda,Nowhere\n\n,,\nBo,Example\n'))
    expect(headings).toEqual(['Name', 'Organisation'])
    expect(headingRow).toBe(1)
    expect(rows).toEqual([
      { number: 2, cells: ['Ada', 'Nowhere'] },
      { number: 5, cells: ['Bo', 'Example'] },
    ])
  })

  test.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('%j between cells (%s) is found out', (delimiter) => {
    const read = table(
      'a.csv',
      text(
        `Name${delimiter}Organisation${delimiter}Email\n"Lovelace, Ada; Lady"${delimiter}Nowhere${delimiter}ada@example.org\nBo${delimiter}Example${delimiter}\n`,
      ),
    )
    expect(read.delimiter).toBe(delimiter)
    expect(read.rows[0]?.cells).toEqual(['Lovelace, Ada; Lady', 'Nowhere', 'ada@example.org'])
  })

  test.each(['sep=;\r\n', '"sep=;"\r\n', '\uFEFFSEP=;\n'])(
    'Excel’s line %j names the delimiter and is not a row',
    (line) => {
      const read = table('a.csv', text(`${line}Name;Notes, and more\r\nAda;one, two, three\r\n`))
      expect(read).toMatchObject({
        delimiter: ';',
        headings: ['Name', 'Notes, and more'],
        headingRow: 1,
        rows: [{ number: 2, cells: ['Ada', 'one, two, three'] }],
      })
    },
  )

  test('…even where another delimiter looks likelier', () => {
    const read = table(
      'a.csv',
      text('sep=|\nName, in full|Email\nLovelace, Ada|a@example.org\nExample, Bo|b@example.org\n'),
    )
    expect(read).toMatchObject({ delimiter: '|', headings: ['Name, in full', 'Email'] })
  })

  test('A list of one column has no delimiter to find', () => {
    expect(table('a.csv', text('Name\nAda Lovelace\nBo Example\n')).rows).toHaveLength(2)
  })

  test('Quotation marks, line breaks and both kinds of line end in one file', () => {
    const read = table('a.csv', text('Name,Notes\r\n"Ada ""the first""","one\ntwo\r\nthree"\nBo,x\r'))
    expect(read.rows).toEqual([
      { number: 2, cells: ['Ada "the first"', 'one\ntwo\nthree'] },
      { number: 3, cells: ['Bo', 'x'] },
    ])
  })

  test('Excel’s “Unicode text”, tabs in UTF-16, is read', () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFFName\tOrganisation\r\nZoë\tKraków Trust\r\n', 'utf16le'))
    expect(table('a.txt', bytes)).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      encodingGuessed: false,
      rows: [{ cells: ['Zoë', 'Kraków Trust'] }],
    })
  })

  test('Windows-1252 is told as a guess, and can be read another way', () => {
    const bytes = Uint8Array.from(Buffer.from('Name\nZo\u00eb\n', 'latin1'))
    expect(table('a.csv', bytes)).toMatchObject({
      encoding: 'windows-1252',
      encodingGuessed: true,
      rows: [{ cells: ['Zoë'] }],
    })
    expect(table('a.csv', bytes, { encoding: 'utf-8' })).toMatchObject({
      encoding: 'utf-8',
      encodingGuessed: false,
      rows: [{ cells: ['Zo\u{fffd}'] }],
    })
  })

  test('Headings that repeat or are missing get names of their own', () => {
    const { headings } = table('a.csv', text('Company,Name,,Company,Company (2),\n1,2,3,4,5,\n'))
    expect(headings).toEqual(['Company', 'Name', 'Column C', 'Company (2)', 'Company (2) (2)'])
  })

  test('A title above the headings is passed over, and that is said', () => {
    const read = table('a.csv', text('Delegates for the day\n\nName,Organisation\nAda,Nowhere\n'))
    expect(read).toMatchObject({ headingRow: 3, headings: ['Name', 'Organisation'], rows: [{ number: 4 }] })
    expect(read.notices).toEqual([
      {
        row: 1,
        column: '',
        value: 'Delegates for the day',
        rows: 1,
        reason: 'The headings are in row 3; what stands above them was not read.',
      },
    ])
  })

  test('A quotation mark that never closes is told with its row, since nobody can say what it swallowed', () => {
    expect(error('a.csv', text('Name,Org\nAda,x\n"Bo,y\nCy,z\n'))).toMatchObject({
      code: 'unclosed-quote',
      sentence: containing('row 3'),
    })
  })

  test('A row whose quotation marks do not pair up is marked as torn', () => {
    const read = table('a.csv', text('Name,Org\n"Bo\n"Cy",z\nDi,x\n'))
    expect(read.rows.map(({ torn }) => torn)).toEqual([true, undefined])
  })
})

describe('A file that is no list of delegates is refused with a sentence', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)
  const word = zipSync({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w/>') })
  const numbers = zipSync({ 'Index/Document.iwa': text('x') })
  const folder = zipSync({ 'photo.jpg': text('x') })
  const binary = zipSync({ 'xl/workbook.bin': text('x') })
  test.each<[string, Uint8Array, TableError['code']]>([
    ['empty.csv', new Uint8Array(), 'empty'],
    ['spaces.csv', text(' \r\n ,, \n'), 'empty'],
    ['paper.csv', text('%PDF-1.7 …'), 'not-a-spreadsheet'],
    ['photo.xlsx', png, 'not-a-spreadsheet'],
    ['letter.xlsx', word, 'not-a-spreadsheet'],
    ['folder.xlsx', folder, 'not-a-spreadsheet'],
    ['list.json', text('[{"name": "Ada"}]'), 'not-a-spreadsheet'],
    ['noise.csv', Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 11), 'not-a-spreadsheet'],
    ['list.numbers', numbers, 'other-spreadsheet'],
    ['list.xlsb', binary, 'other-spreadsheet'],
    ['report.xls', text('<html><table><tr><td>Name</td></tr></table></html>'), 'other-spreadsheet'],
    ['report.xls', text('\uFEFF<?xml version="1.0"?><Workbook/>'), 'other-spreadsheet'],
    ['old-format.xls', fixture('old-format.xls'), 'other-spreadsheet'],
    ['open-document.ods', fixture('open-document.ods'), 'other-spreadsheet'],
    ['only-headings.csv', text('Name,Organisation\n\n'), 'no-rows'],
    ['no-headings.csv', text('Ada Lovelace,ada@example.org\nBo Example,bo@example.org\n'), 'no-headings'],
    ['numbers.csv', text('1,2,3\n4,5,6\n'), 'no-headings'],
    ['cut-short.xlsx', fixture('libreoffice.xlsx').slice(0, 3000), 'damaged'],
  ])('%s', (name, bytes, code) => {
    const { code: said, sentence, todo } = error(name, bytes)
    expect(said).toBe(code)
    expect(sentence).toContain(name)
    expect(sentence).toMatch(/\.$/)
    expect(todo).toMatch(/^[A-Z].*\.$/)
  })

  test('A workbook behind a password says so, in the container Excel uses and in an encrypted ZIP', () => {
    // MS-OFFCRYPTO 2.3.4: the workbook is a stream called EncryptedPackage in a compound file.
    const { utils, write } = CFB as CompoundFiles
    const container = utils.cfb_new()
    for (const stream of ['EncryptionInfo', 'EncryptedPackage'])
      utils.cfb_add(container, `/${stream}`, new Uint8Array(5000))
    expect(error('locked.xlsx', new Uint8Array(write(container, { type: 'buffer' })))).toMatchObject({
      code: 'password',
      sentence: containing('locked.xlsx'),
    })
    const zip = zipSync({ 'xl/workbook.xml': text('x') })
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    const directory = view.getUint32(zip.length - 6, true)
    view.setUint16(directory + 8, 1, true)
    expect(error('locked.xlsx', zip).code).toBe('password')
  })

  test('Its content counts, not its name: a workbook called .csv and a CSV called .xlsx are both read', () => {
    expect(table('list.csv', fixture('libreoffice.xlsx')).kind).toBe('xlsx')
    expect(table('list.xlsx', text('Name\nAda\n')).kind).toBe('csv')
  })

  test('More rows than any conference has are refused without being held', () => {
    expect(error('big.csv', text(`Name\n${'Ada\n'.repeat(200_001)}`)).code).toBe('too-many-rows')
    expect(table('big.csv', text(`Name\n${'Ada\n'.repeat(200_000)}`)).rows).toHaveLength(200_000)
  })

  test('200 MB of anything is refused at once', () => {
    expect(error('huge.csv', new Uint8Array(200_000_000)).code).toBe('too-large')
  })

  test('A line with millions of commas does not take the tablet’s memory', () => {
    expect(error('wide.csv', text(`Name\n${','.repeat(13_000_000)}`)).code).toBe('too-many-columns')
    expect(error('wide.csv', text(`${'a,'.repeat(501)}b\n${'x,'.repeat(501)}y\n`)).code).toBe('too-many-columns')
  })
})
