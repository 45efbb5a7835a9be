import { describe, expect, test } from 'vitest'
import { organiser, readyStation, steward } from '../../../test/support/test-station.ts'

/** A desk with people who have these tickets, each called by theirs. Answers with who is found by a scan. */
async function desk(...tickets: string[]) {
  const station = await readyStation()
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  station.signIn.importer.run(
    organiser,
    'list.csv',
    Buffer.from(
      `Name,Organisation,Barcode #\n${tickets.map((ticket, index) => `Person ${NAMES[index]},Elmdon House,${quoted(ticket)}\n`).join('')}`,
    ),
    { encoding: null, sheet: null, mapping: null },
  )
  const scan = (text: string): string | null => {
    const answer = station.signIn.scan(steward, text)
    const name = 'delegate' in answer ? answer.delegate.name : null
    return name === null ? null : (tickets[NAMES.indexOf(name.replace('Person ', ''))] ?? null)
  }
  return { station, scan }
}
const NAMES = ['Amara', 'Bertrand', 'Chidi', 'Devinder', 'Esther']

describe('a ticket as scanners really give it', () => {
  test.each([
    ['as it stands on the list', 'aB-12"3#@£', 'aB-12"3#@£'],
    ['with caps lock on', 'ABC-12xy', 'abc-12XY'],
    ['by a scanner that is set to capital letters', 'Abc-12xY', 'ABC-12XY'],
    ['with what kind of code it was', 'ABCD-1', ']Q1ABCD-1'],
    ['with that, and caps lock', 'ABCD-1', ']q1abcd-1'],
    ['a British scanner on an American tablet', 'T-"1@2#3£4', 'T-@1"2\\3#4'],
    ['an American scanner on a British tablet', 'T-"1@2#3|4', 'T-@1"2£3~4'],
    ['and caps lock on', 'Tz-"1@2#3', 'tZ-@1"2£3'],
    ['a German tablet', 'XYZ-12/3', 'XZYß12-3'],
    ['a French tablet', 'AQM-12', 'QA?)&é'],
    ['in a link, as its last part', 'ABCD-1', 'https://tickets.example/t/ABCD-1'],
    ['in a link, as one of its parameters', 'ABCD-1', 'https://tickets.example/scan?event=77&code=ABCD-1&v=2'],
    ['in a link, with all that can come of it', 'ABCD-1', ']q1HTTPS://TICKETS.EXAMPLE/T/abcd-1'],
    ['in a link on a German tablet', 'ABCD-1', 'httpsÖ--tickets.example-t-ABCDß1'],
    [
      'a list of links, and just the link',
      'https://example.org/in/evt-1?pk=g-a1',
      'https://example.org/in/evt-1?pk=g-a1',
    ],
    [
      'a list of links, and the link in capitals',
      'https://example.org/in/evt-1?pk=g-a1',
      'HTTPS://EXAMPLE.ORG/IN/EVT-1?PK=G-A1',
    ],
    ['a list of links, and just the code', 'https://example.org/in/evt-1?pk=g-a1', 'g-a1'],
  ])('%s', async (_, ticket, scanned) => {
    const { scan } = await desk(ticket, 'another-ticket', 'https://example.org/in/evt-1?pk=g-a2')
    expect(scan(scanned)).toBe(ticket)
    expect(scan(`${scanned}\r\n`)).toBe(ticket)
  })

  test('two tickets that differ in case alone stay two; a third way to write them is nobody’s', async () => {
    const { scan } = await desk('abCD-1', 'ABcd-1')
    expect(scan('abCD-1')).toBe('abCD-1')
    expect(scan('ABcd-1')).toBe('ABcd-1')
    expect(scan('https://tickets.example/t/ABcd-1')).toBe('ABcd-1')
    expect(scan('abcd-1')).toBeNull()
    expect(scan('ABCD-1')).toBeNull()
  })

  test('with Caps Lock on, a scan that is one person’s ticket and may be another’s is asked about, and nobody is signed in', async () => {
    const { station, scan } = await desk('abCD-1', 'ABcd-1', 'WXYZ-2')
    const asked = station.signIn.scan(steward, 'ABcd-1', true)
    expect(asked).toMatchObject({ code: 'which-one', text: 'ABcd-1' })
    expect('people' in asked && asked.people.map(({ name }) => name).toSorted()).toEqual([
      'Person Amara',
      'Person Bertrand',
    ])
    expect(station.signIn.counts().here).toBe(0)
    // Where only one of the two ways is anybody’s, there is nothing to ask.
    for (const typed of ['WXYZ-2', 'wxyz-2'])
      expect(station.signIn.scan(steward, typed, true)).toMatchObject({ delegate: { name: 'Person Chidi' } })
    // Nobody is told of the two at a screen that nobody staffs, and neither is taken for the other.
    expect(station.forAnyone.whose({ text: 'ABcd-1', capsLock: true })).toEqual({ code: 'unknown-badge' })
    expect(scan('ABcd-1')).toBe('ABcd-1')
  })

  test('two tickets that differ in signs alone stay two, and so do the parts that all links share', async () => {
    const { scan } = await desk(
      'T"1',
      'T@1',
      'https://example.org/in/evt-1?pk=g-a1',
      'https://example.org/in/evt-1?pk=g-a2',
    )
    expect(scan('T"1')).toBe('T"1')
    expect(scan('T@1')).toBe('T@1')
    expect(scan('evt-1')).toBeNull()
    expect(scan('https://example.org/in/evt-1')).toBeNull()
    expect(scan('https://example.org/in/evt-1?pk=g-a3')).toBeNull()
    expect(scan('https://example.org/in/evt-1?pk=g-a2')).toBe('https://example.org/in/evt-1?pk=g-a2')
  })

  test('a link in which two people’s tickets are signs in neither: it is asked whose it is', async () => {
    const { station, scan } = await desk('ABCD-1', 'WXYZ-2')
    const both = 'https://tickets.example/ABCD-1?code=WXYZ-2'
    expect(station.signIn.scan(steward, both)).toMatchObject({ code: 'which-one', people: [{}, {}] })
    expect(station.signIn.counts().here).toBe(0)
    expect(scan('https://tickets.example/ABCD-1?code=WXYZ-3')).toBe('ABCD-1')
  })

  test('whoever was looked for in many ways is known by a corrected list, and no more by what the list had before', async () => {
    const { station, scan } = await desk('ABCD-1')
    expect(scan('abcd-1')).toBe('ABCD-1')
    station.signIn.importer.run(
      organiser,
      'later.csv',
      Buffer.from('Name,Organisation,Barcode #\nEwa Kaur,Elmdon House,LATE-1\n'),
      { encoding: null, sheet: null, mapping: null },
    )
    expect(station.signIn.scan(steward, 'late-1')).toMatchObject({ delegate: { name: 'Ewa Kaur' } })
    const read = station.signIn.readScan('abcd-1')
    const person = 'row' in read ? read.row.id : ''
    station.eraseDelegate(organiser, person, 'They asked', [])
    expect(scan('abcd-1')).toBeNull()
  })

  test('our own badge in a link, or in the letters of a German tablet, is that person’s', async () => {
    const { station } = await desk('ABCD-1')
    const read = station.signIn.readScan('ABCD-1')
    const badge = station.signIn.badge('row' in read ? read.row.id : '')
    const swapped = badge.replaceAll(/[YZ-]/g, (letter) => ({ Y: 'Z', Z: 'Y' })[letter] ?? 'ß')
    for (const text of [`https://badges.example/${badge}`, swapped, `]C1${badge.toLowerCase()}`])
      expect(station.signIn.scan(steward, text)).toMatchObject({ delegate: { name: 'Person Amara' } })
  })
})
