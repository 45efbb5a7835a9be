import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { fc } from '../../../../test/support/chance.ts'
import { readDelegates } from '../../../../test/support/read-delegates.ts'
import { readList } from '../../../../test/support/read-list.ts'
import { recogniseMapping } from './mapping.ts'

const EVENT = { sectors: [{ id: 'faith', name: 'Faith and belief' }], tables: ['Acorn'] }
function read(csv: string | Uint8Array, fixes: Partial<typeof AS_FOUND.fixes> = {}) {
  const list = readList('list.csv', typeof csv === 'string' ? Buffer.from(csv) : csv)
  if (list.kind === 'error') throw new Error(list.sentence)
  const sample = list.rows.map(({ cells }) => cells)
  return readDelegates(list, recogniseMapping(list.headings, sample), EVENT, { ...AS_FOUND.fixes, ...fixes })
}
const PEOPLE = ['Ada Okafor,Brightmoor,ada@example.org', 'Grace Bello,Ash Lane,grace@example.org', 'Tom Nwosu,Fenwick,']
/** A list of three people with this row among them. */
const among = (row: string) =>
  ['Name,Organisation,Email', ...PEOPLE.slice(0, 1), row, ...PEOPLE.slice(1), ''].join('\n')
const names = ({ candidates }: ReturnType<typeof read>) => candidates.map(({ name }) => name)

describe('rows that are nobody', () => {
  test('sections and totals: two people come, and four rows are told with what they are', () => {
    const all = read(readFileSync(new URL('../../../../test/cases/totals-and-sections.csv', import.meta.url)))
    expect(names(all)).toEqual(['Ada Okafor', 'Grace Bello'])
    expect(all.errors.map(({ row, value, reason }) => [row, value, reason.includes('section')])).toEqual([
      [2, 'POLICE', true],
      [4, 'SCHOOLS', true],
      [6, 'Total: 2', false],
      [7, 'Total', false],
    ])
  })

  test.each([
    'Total,,',
    'TOTALS,3,',
    'Grand total: 3,,',
    'Sub-total (Police) = 3,,',
    'Total attending,"1,203",',
    'Cyfanswm: 3,,',
    'Number of delegates: 3,,',
    '3 people,,',
    'Number of attendees,3,',
    '*** TOTAL 3 ***,,',
    '--- Health ---,,',
    'Voluntary sector,,',
    'Police,,',
    'Schools,,',
    'Charities:,,',
    'Ash Lane team:,,',
    'FENWICK,,',
    'VOLUNTARY SERVICES,,',
    'Faith and belief,,',
    'Acorn,,',
    'Table 4,,',
    'Last updated 3 May,,',
    'Please tell us by Friday whether you are coming,,',
    'Speakers,Speakers,Speakers',
  ])('%j is nobody, and is told', (row) => {
    const all = read(among(row))
    expect(names(all)).toEqual(['Ada Okafor', 'Grace Bello', 'Tom Nwosu'])
    expect(all.errors).toMatchObject([{ row: 3, field: 'name', instead: expect.stringMatching(/./) as unknown }])
    expect(all.errors[0]?.reason.includes('adds up')).toBe(/total|cyfanswm|number of|3 people/i.test(row))
  })

  test.each(['Apologies,,', 'Not attending:,,', 'Waiting list,,'])('%j: the people below may not be coming', (row) => {
    expect(read(among(row)).errors[0]?.reason).toContain('told of everybody below it')
  })

  test.each(['Ewa,,', 'ASH LANE,,', 'Charlotte Church,,', 'TOM LEE,,'])(
    '%j may be somebody: they come, and an organiser is asked to look',
    (row) => {
      const all = read(among(row))
      expect(names(all)).toContain(row.replace(',,', ''))
      expect(all.notices).toMatchObject([
        { row: 3, reason: expect.stringContaining('heading of a section') as unknown },
      ])
    },
  )

  test.each([
    'Ewa Kaur,,',
    'Ewa,Brightmoor,',
    'TOTAL,TotalEnergies,',
    'Police,,police@example.org',
    'Sum,2,',
    'ewa kaur,,',
  ])('%j is somebody, and there is nothing to say', (row) => {
    const all = read(among(row))
    expect([names(all)[1], all.notices]).toEqual([row.split(',')[0], []])
  })

  test('where all names are in capitals, or of one word, or nothing stands beside a name, that says nothing', () => {
    expect(read('Name,Organisation\nADA,Brightmoor\nTOM,\nEWA,Fenwick\n').notices).toEqual([])
    expect(names(read('Name,Organisation\nADA,Brightmoor\nTOM,\nEWA,Fenwick\n'))).toEqual(['ADA', 'TOM', 'EWA'])
    expect(names(read('Name,Organisation\nFenwick,\nAda Okafor,\nTom Nwosu,\n'))).toHaveLength(3)
    expect(names(read('Name\nAda Okafor\nTotal: 1\n'))).toEqual(['Ada Okafor'])
  })

  test('a list of nothing but names: a group is nobody, and a word in capitals is looked at', () => {
    const all = read('Name\nPOLICE\nAda Okafor\nFENWICK\nTom Nwosu\n')
    expect([names(all), all.errors.map(({ row }) => row)]).toEqual([['Ada Okafor', 'FENWICK', 'Tom Nwosu'], [2]])
    expect(all.notices.map(({ row }) => row)).toEqual([4])
  })

  test('whoever says that it is a person is right', () => {
    const cells = [{ row: 3, heading: 'Name', value: 'POLICE' }]
    expect(names(read(among('POLICE,,'), { cells }))).toContain('POLICE')
  })

  test('nobody is lost of whom more is said than a name', () => {
    const word = fc.constantFrom(
      'Police',
      'TOTAL',
      'Total: 3',
      'Ewa',
      'Speakers',
      'Table 4',
      'ASH LANE SCHOOL',
      'Acorn',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const list = ['Name,Email,Organisation', ...words.map((name, index) => `${name},p${index}@example.org,Fenwick`)]
        expect(names(read(list.join('\n')))).toEqual(words)
      }),
    )
  })
})
