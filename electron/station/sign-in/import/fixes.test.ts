import { describe, expect, test } from 'vitest'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { createFixer } from './fixes.ts'
import { recogniseMapping } from './mapping.ts'
import { readDelegates } from '../../../../test/support/read-delegates.ts'
import { readList } from '../../../../test/support/read-list.ts'

const table = (text: string) => {
  const read = readList('list.csv', Buffer.from(text))
  if (read.kind === 'error') throw new Error(read.sentence)
  return read
}
const EVENT = { sectors: [{ id: 'health', name: 'Health' }] }
const read = (text: string, fixes: Partial<typeof AS_FOUND.fixes>) => {
  const list = table(text)
  const mapping = recogniseMapping(list.headings, [])
  return readDelegates(list, mapping, EVENT, { ...AS_FOUND.fixes, ...fixes })
}

describe('a row is put right where it stands', () => {
  const list = 'Name,Email,Sector\nEwa,not an address,NHS Trust\n,jo@elmdon.example,NHS Trust\nSam,,Circus\n'

  test('the cell is read as if the file had said so, and the file is not touched', () => {
    const given = table(list)
    const before = JSON.stringify(given)
    const fixed = read(list, {
      cells: [
        { row: 2, heading: 'Email', value: ' EWA@elmdon.example ' },
        { row: 3, heading: 'Name', value: 'Jo Pike' },
      ],
    })
    expect(fixed.faulty).toBe(0)
    expect(fixed.candidates.map(({ name, email }) => [name, email])).toEqual([
      ['Ewa', 'ewa@elmdon.example'],
      ['Jo Pike', 'jo@elmdon.example'],
      ['Sam', ''],
    ])
    expect(JSON.stringify(given)).toBe(before)
  })

  test('a correction that is wrong too is told like any other fault', () => {
    const { errors } = read(list, { cells: [{ row: 3, heading: 'Name', value: '@@' }] })
    expect(errors.filter(({ row }) => row === 3)).toMatchObject([{ column: 'Name', value: '@@' }])
  })

  test('one answer for every row that says the same, but not for a row with an answer of its own', () => {
    const { candidates } = read(list, {
      cells: [
        { row: 2, heading: 'Sector', value: '' },
        { row: 2, heading: 'Email', value: '' },
        { row: 3, heading: 'Name', value: 'Jo' },
      ],
      everywhere: [
        { heading: 'Sector', from: 'NHS Trust', to: 'health' },
        { heading: 'Sector', from: 'Circus', to: 'Health' },
      ],
    })
    expect(candidates.map(({ sector }) => sector)).toEqual(['', 'health', 'health'])
  })

  test('rows left out on purpose are neither people nor faults, and are counted', () => {
    expect(read(list, { without: [2] })).toMatchObject({ leftOut: 1, faulty: 1, rows: 3 })
    expect(read(list, { everywhere: [{ heading: 'Sector', from: 'NHS Trust', to: null }] })).toMatchObject({
      leftOut: 2,
      faulty: 0,
      rows: 3,
    })
  })

  test('a row that fell apart is written again, cell by cell', () => {
    const torn = 'Name,Email\nEwa,ewa@elmdon.example,Elmdon,\n'
    expect(read(torn, {}).errors).toMatchObject([{ row: 2, torn: true }])
    const { candidates } = read(torn, {
      cells: [
        { row: 2, heading: 'Name', value: 'Ewa Kaur' },
        { row: 2, heading: 'Email', value: 'ewa@elmdon.example' },
      ],
    })
    expect(candidates).toMatchObject([{ row: 2, name: 'Ewa Kaur', email: 'ewa@elmdon.example' }])
  })

  test('a cancelled ticket can be made good; a column or row that is not there is passed over', () => {
    const { candidates } = read('Name,Attendee Status\nEwa,Cancelled\n', {
      cells: [
        { row: 2, heading: 'Attendee Status', value: 'Attending' },
        { row: 99, heading: 'Name', value: 'Nobody' },
        { row: 2, heading: 'No such column', value: 'x' },
      ],
    })
    expect(candidates).toHaveLength(1)
  })

  test('with nothing to correct no row is looked at', () => {
    expect(createFixer({ headings: ['Name'] }, AS_FOUND.fixes)).toBeNull()
  })
})
