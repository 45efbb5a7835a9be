import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import { eventbriteCsv, eventbritePeople } from '../../../../test/fixtures/delegates/eventbrite.ts'
import { microsoftFormsWorkbook } from '../../../../test/fixtures/delegates/microsoft-forms.ts'
import { recogniseMapping, type Mapping } from './mapping.ts'
import { readDelegates } from '../../../../test/support/read-delegates.ts'
import { readList } from '../../../../test/support/read-list.ts'
import type { Table } from '../../../files/tables/index.ts'
import type { EventNames } from './one-of.ts'

const containing = (words: string): unknown => expect.stringContaining(words)
const matching = (words: RegExp): unknown => expect.stringMatching(words)

const EVENT: EventNames = {
  sectors: [
    { id: 'council', name: 'Council', aliases: ['Local authority'] },
    { id: 'health', name: 'Health' },
    { id: 'police', name: 'Police' },
    { id: 'voluntary', name: 'Voluntary' },
    { id: 'business', name: 'Business' },
  ],
  tables: ['Table 1', 'Table 2', 'Table 12'],
}

function tableOf(content: string | Uint8Array): Table {
  const table = readList('list', typeof content === 'string' ? new TextEncoder().encode(content) : content)
  if (table.kind === 'error') throw new Error(table.sentence)
  return table
}

/** Reads a list as an organiser who agrees with every guess would. */
function read(content: string | Uint8Array, change: (mapping: Mapping) => void = () => {}) {
  const table = tableOf(content)
  const mapping = recogniseMapping(
    table.headings,
    table.rows.slice(0, 50).map((row) => row.cells),
  )
  change(mapping)
  return readDelegates(table, mapping, EVENT)
}

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/delegates/${name}`, import.meta.url)))
const told = (list: { row: number; column: string; value: string }[]) =>
  list.map(({ row, column, value }) => [row, column, value])

describe('A list from a booking service', () => {
  test('Eventbrite: five are coming, one of them without the address that is wrong; one has no name, one is not coming, and nothing else is taken', () => {
    const { candidates, errors, notices, leftBehind, rows, faulty } = read(fixture('eventbrite.csv'))
    expect(candidates).toEqual([
      {
        row: 2,
        name: 'Zoë O’Exemplar',
        listName: '',
        role: 'Councillor',
        organisation: 'Nowhere Council',
        area: '',
        sector: 'council',
        email: 'zoe.oexemplar@example.org',
        table: '',
        badge: '1120000000118400000001001',
        accessNeeds: '',
        dietaryNeeds: 'Vegan',
      },
      {
        row: 3,
        name: 'Mary Sue van der Sample',
        listName: '',
        role: 'Owner, "Madeup & Daughters"',
        organisation: 'Madeup & Daughters Joinery, Ltd',
        area: '',
        sector: 'business',
        email: 'mary@example.org',
        table: '',
        badge: '1120000000218400000002001',
        accessNeeds: 'Step-free access and a hearing loop',
        dietaryNeeds: '',
      },
      {
        row: 6,
        name: '李小明',
        listName: '',
        role: '',
        organisation: 'Example Valley NHS Trust',
        area: '',
        sector: 'health',
        email: '',
        table: '',
        badge: '1120000000518400000005001',
        accessNeeds: '',
        dietaryNeeds: '',
      },
      {
        row: 7,
        name: 'Priya Inkpenn',
        listName: '',
        role: '',
        organisation: '',
        area: '',
        sector: '',
        email: '',
        table: '',
        badge: '1120000000618400000006001',
        accessNeeds: '',
        dietaryNeeds: '',
      },
      {
        row: 8,
        name: 'Tomasz Quibblethorpe',
        listName: '',
        role: '',
        organisation: '',
        area: '',
        sector: '',
        email: 'tomasz@example.org',
        table: '',
        badge: '1120000000718400000007001',
        accessNeeds: '',
        dietaryNeeds: '',
      },
    ])
    expect(told(errors)).toEqual([
      [4, 'Last Name', 'Info Requested'],
      [5, 'Attendee Status', 'Not Attending'],
    ])
    expect(told(notices)).toEqual([
      [7, 'Email', 'priya at example.org'],
      [8, 'Which sector are you from?', 'Circus'],
      [8, 'Quantity', '3'],
    ])
    expect([rows, faulty]).toEqual([7, 2])
    for (const heading of [
      'Buyer Email',
      'Home Address 1',
      'Home Phone',
      'Cell Phone',
      'Birth Date',
      'Total Paid',
      'Order #',
    ])
      expect(leftBehind).toContain(heading)
    expect(JSON.stringify({ candidates, errors, notices })).not.toMatch(
      /0790|01632|1970|Invented Street|ZZ1|Beatrix|bookings/,
    )
  })

  test('Eventbrite: 500 people, each one a delegate, not coming, or without a name', () => {
    const people = eventbritePeople({ rows: 500, seed: 3 })
    const { candidates, errors, rows, faulty } = read(eventbriteCsv({ rows: 500, seed: 3 }))
    const coming = people.flatMap((one, index) =>
      one.status === 'Attending' && !one.infoRequested
        ? [{ row: index + 2, name: `${one.firstName} ${one.lastName}`, email: one.email, badge: one.barcode }]
        : [],
    )
    expect(candidates.map(({ row, name, email, badge }) => ({ row, name, email, badge }))).toEqual(coming)
    expect(rows).toBe(500)
    expect(faulty).toBe(500 - coming.length)
    expect(new Set(errors.map(({ column }) => column))).toEqual(new Set(['Attendee Status', 'Last Name']))
    expect(read(eventbriteCsv({ rows: 500, seed: 3, tidy: true })).faulty).toBe(0)
  })

  test('pretix: the attendee’s own details, a cancelled position and a lunch told apart', () => {
    const { candidates, errors, notices } = read(fixture('pretix.csv'))
    expect(
      candidates.map(({ row, name, organisation, email, badge }) => [row, name, organisation, email, badge]),
    ).toEqual([
      [2, 'Siobhán Ní Shampla', 'Nowhere Council', 'siobhan@example.org', 'pk3m9zq2invented7xw5'],
      [3, 'Jürgen Öçek', 'Sampleford College', '', 'pk3m9zq2invented7xw6'],
      [5, 'Yusuf', '', 'yusuf@example.org', 'pk3m9zq2invented7xw8'],
    ])
    expect(candidates[0]).toMatchObject({ role: 'Virtual school head; deputy', accessNeeds: 'BSL interpreter' })
    expect(told(errors)).toEqual([
      [4, 'Status', 'canceled'],
      [6, 'Attendee name', ''],
    ])
    // Whoever has not paid yet may come.
    expect(told(notices)).toEqual([[5, 'Status', 'pending']])
  })

  test('Microsoft Forms: the answers, several to one question, and nobody’s assistant', async () => {
    for (const signedIn of [false, true]) {
      const { candidates, errors, leftBehind } = read(await microsoftFormsWorkbook({ signedIn }))
      expect(candidates).toEqual([
        {
          row: 2,
          name: 'Wenjing Applebottom',
          listName: '',
          role: 'Social worker',
          organisation: 'Nowhere Council',
          area: '',
          sector: 'council',
          email: 'wenjing@example.org',
          table: '',
          badge: '',
          accessNeeds: '',
          dietaryNeeds: 'Vegetarian, No nuts',
        },
        {
          row: 3,
          name: 'Rhys Crumblethwaite',
          listName: '',
          role: 'Inspector',
          organisation: 'Invented Shire Police',
          area: '',
          sector: 'police',
          email: 'rhys@example.org',
          table: '',
          badge: '',
          accessNeeds: 'Hearing loop',
          dietaryNeeds: '',
        },
      ])
      expect(told(errors)).toEqual([
        [4, 'Will you be attending?', 'No'],
        [5, 'What is your full name?', ''],
      ])
      expect(leftBehind).toContain('What is your mobile number, in case plans change?')
    }
  })

  test('A workbook kept by hand in LibreOffice, with one formula gone wrong', () => {
    const { candidates, errors, notices } = read(fixture('libreoffice.xlsx'))
    expect(
      candidates.map(({ row, name, organisation, table, badge }) => [row, name, organisation, table, badge]),
    ).toEqual([
      [4, 'Siobhán Ní Shampla', 'Nowhere Council', '4', '000417'],
      [5, 'Yusuf Emre Öçek', '', 'Table 2', '112000000071840'],
      [8, 'ليلى مثال', 'Example 🌱 Trust', '', ''],
    ])
    expect(errors).toEqual([])
    expect(notices).toContainEqual({
      row: 8,
      column: 'E-mail',
      value: '#DIV/0!',
      reason: 'The spreadsheet shows an error here. Mend its formula, or write the value instead. It was left out.',
      field: 'email',
      rows: 1,
    })
  })
})

describe('A row that cannot be a delegate says what is wrong, and what to do', () => {
  const one = (cells: string, headings = 'Name,Email,Organisation,Table') => read(`${headings}\n${cells}\n`)

  test.each([
    [',ada@example.org,,', 'Name', '', /no name/],
    ['12345,,,', 'Name', '12345', /no letters/],
    ['🙂,,,', 'Name', '🙂', /no letters/],
    ['ada@example.org,,,', 'Name', 'ada@example.org', /e-mail address, not a name/],
    [`${'x'.repeat(121)},,,`, 'Name', `${'x'.repeat(80)}…`, /121 characters long; the most is 120/],
    ['#REF!,,,', 'Name', '#REF!', /shows an error/],
    ['Ada,,Nowhere,Table 1,Lovelace', '', 'Lovelace', /more cells than there are headings/],
    ['Name,Email,Organisation,Table', '', 'Name Email Organisation Table', /repeats the headings/],
  ])('%s', (cells, column, value, reason) => {
    const { candidates, errors } = one(cells)
    expect(candidates).toEqual([])
    expect(errors).toMatchObject([{ row: 2, column, value, reason: matching(reason) }])
  })

  test.each([
    ['Ada,ada@nowhere,,', 'Email', 'ada@nowhere', /no e-mail address/, ''],
    [
      'Ada,ada@example.org; bo@example.org,,',
      'Email',
      'ada@example.org; bo@example.org',
      /several addresses/,
      'ada@example.org',
    ],
    [`Ada,,${'x'.repeat(161)},`, 'Organisation', `${'x'.repeat(80)}…`, /161 characters long; the most is 160/, ''],
    ['Ada,,#REF!,', 'Organisation', '#REF!', /shows an error/, ''],
  ])('%s: an optional detail that cannot be read loses nobody, and is noted', (cells, column, value, reason, email) => {
    const { candidates, errors, notices } = one(cells)
    expect(candidates).toMatchObject([{ name: 'Ada', organisation: '', email }])
    expect(errors).toEqual([])
    expect(notices).toMatchObject([{ row: 2, column, value, reason: matching(reason) }])
  })

  test('Of a need that is too long the beginning is kept', () => {
    const { candidates, notices } = one(`Ada,${'Step-free '.repeat(40)}`, 'Name,Access needs')
    expect(candidates).toMatchObject([{ name: 'Ada', accessNeeds: 'Step-free '.repeat(30).trim() }])
    expect(notices).toMatchObject([{ column: 'Access needs', reason: containing('Only its beginning was kept.') }])
  })

  test('A row torn by a stray quotation mark is not guessed at', () => {
    const { candidates, errors } = read('Name,Organisation\n"Bo\n"Cy",Nowhere\nDi,Example\n')
    expect(candidates.map(({ name }) => name)).toEqual(['Di'])
    expect(errors).toMatchObject([{ row: 2, reason: containing('quotation marks') }])
  })

  test('With no column for the name, every row says so', () => {
    const { candidates, errors } = read('Firm,Email\nNowhere,a@example.org\nExample,b@example.org\n')
    expect(candidates).toEqual([])
    expect(errors).toMatchObject([{ row: 2, column: '', reason: containing('No column is chosen') }, { row: 3 }])
  })
})

describe('What is no fault is read, and told where it matters', () => {
  test('Addresses as people copy them', () => {
    const { candidates } = read('Name,Email\nA B,MAILTO:A.B@Example.org\nC D,<c@example.org>;\nE F,N/A\n')
    expect(candidates.map(({ email }) => email)).toEqual(['a.b@example.org', 'c@example.org', ''])
  })

  test('Tables by number or name become the event’s own; others stay as written', () => {
    const { candidates, notices } = read('Name,Table\nA B,1\nC D,table 12\nE F,Balcony\n')
    expect(candidates.map(({ table }) => table)).toEqual(['Table 1', 'Table 12', 'Balcony'])
    expect(notices).toMatchObject([{ row: 4, column: 'Table', value: 'Balcony', rows: 1 }])
  })

  test('A sector that the event does not know is left empty and told once, with how many rows say it', () => {
    const { candidates, notices } = read(`Name,Sector\n${'A B,Circus\n'.repeat(30)}C D,Health (hospital)\n`)
    expect(candidates.map(({ sector }) => sector)).toEqual([...Array.from({ length: 30 }, () => ''), 'health'])
    expect(notices).toMatchObject([
      { row: 2, value: 'Circus', rows: 30 },
      { row: 32, value: 'Health (hospital)', reason: 'This was taken as “Health”.', rows: 1 },
    ])
  })

  test('A wrong column for the sector does not fill the screen: fifty values are told, the rest are counted', () => {
    const { notices } = read(
      `Name,Sector\n${Array.from({ length: 400 }, (_, index) => `A B,Circus ${index}`).join('\n')}\n`,
    )
    expect(notices).toHaveLength(51)
    expect(notices.at(-1)).toMatchObject({ value: '', rows: 350 })
  })

  test('A ticket code that Excel has cut short is not believed', () => {
    const { candidates, notices } = read('Name,Barcode #\nA B,1.12E+24\nC D,1120000000118400000001001\n')
    expect(candidates.map(({ badge }) => badge)).toEqual(['', '1120000000118400000001001'])
    expect(notices).toMatchObject([{ row: 2, value: '1.12E+24' }])
  })

  test('Letters that could not be read, or that were garbled before, are pointed out', () => {
    const { candidates, notices } = read('Name,Organisation\nZoÃ« B,Nowhere\nZo\u{fffd} C,Nowhere\n')
    expect(candidates).toHaveLength(2)
    expect(told(notices)).toEqual([
      [2, 'Name', 'ZoÃ« B'],
      [3, 'Name', 'Zo\u{fffd} C'],
    ])
  })

  test('A faulty row is told by its faults alone', () => {
    expect(read('Name,Sector\n,Circus\n').notices).toEqual([])
  })

  test('A telephone number is not taken even if a person maps it, nor a column that is not there', () => {
    const { candidates, notices, leftBehind } = read('Name,Mobile\nA B,07700 900123\n', (mapping) => {
      mapping.fields.role = 'Mobile'
      mapping.fields.table = 'Nowhere'
    })
    expect(JSON.stringify(candidates)).not.toContain('07700')
    expect(told(notices)).toEqual([
      [1, 'Mobile', ''],
      [1, 'Nowhere', ''],
    ])
    expect(leftBehind).toEqual(['Mobile'])
  })

  test('People called No, Null and Na, people with one name, and names from right to left are all people', () => {
    const { candidates } = read(
      'First name,Last name\nJo,No\nAda,Null\nNa,\n,Suharto\nليلى,مثال\nAnne-Marie 🌱,O’Exemplar\n',
    )
    expect(candidates.map(({ name }) => name)).toEqual([
      'Jo No',
      'Ada Null',
      'Na',
      'Suharto',
      'ليلى مثال',
      'Anne-Marie 🌱 O’Exemplar',
    ])
  })

  test('Every field that an import may fill is filled by the column chosen for it', () => {
    const columns = IMPORT_FIELDS.map((field) => `Column for ${field}`)
    const cells = [
      'Fay',
      'Lay',
      '',
      'Fi',
      'Job',
      'Org',
      'Team A',
      'Health',
      'a@example.org',
      'Balcony',
      'code',
      'Ramp',
      'Vegan',
    ]
    const fields = Object.fromEntries(
      IMPORT_FIELDS.map((field, index) => [field, columns[index] ?? null]),
    ) as Mapping['fields']
    const table = tableOf(`${columns.join(',')}\n${cells.join(',')}\n`)
    expect(readDelegates(table, { format: 'plain', fields, status: null, quantity: null }, EVENT).candidates).toEqual([
      {
        row: 2,
        name: 'Fi Lay',
        listName: 'Fay Lay',
        role: 'Job',
        organisation: 'Org',
        area: 'Team A',
        sector: 'health',
        email: 'a@example.org',
        table: 'Balcony',
        badge: 'code',
        accessNeeds: 'Ramp',
        dietaryNeeds: 'Vegan',
      },
    ])
  })
})
