import { describe, expect, test } from 'vitest'
import { readList } from '../../../../test/support/read-list.ts'
import { mappingByContents } from './mapping.ts'

const EVENT = {
  sectors: [
    { id: 'health', name: 'Health' },
    { id: 'housing', name: 'Housing' },
  ],
  tables: ['Table 1', 'Table 2'],
}
const fieldsOf = (text: string) => {
  const table = readList('list.csv', Buffer.from(text), { top: 'people' })
  if (table.kind === 'error') throw new Error(table.sentence)
  const { fields } = mappingByContents(
    table.headings,
    table.rows.map((row) => row.cells),
    EVENT,
  )
  return Object.fromEntries(Object.entries(fields).filter(([, heading]) => heading !== null))
}

describe('without headings, what stands in the columns says what they are', () => {
  test.each([
    ['Ewa Kaur\nJo Pike\n', { name: 'Column A' }],
    ['Ewa Kaur,Elmdon House\nJo Pike,Meriden Motors\n', { name: 'Column A', organisation: 'Column B' }],
    ['Ewa Kaur,Greyfriars\nJo Pike,Meriden\n', { name: 'Column A', organisation: 'Column B' }],
    [
      'Ewa,Kaur,Elmdon Trust\nJo,Pike,Meriden Motors\n',
      { firstName: 'Column A', lastName: 'Column B', organisation: 'Column C' },
    ],
    ['Elmdon Trust,Ewa Kaur\nMeriden Motors,Jo Pike\n', { name: 'Column B', organisation: 'Column A' }],
    [
      'EB-000123,ewa@elmdon.example,Ewa Kaur,Youth worker,Elmdon Trust,Health,Table 2\nEB-000124,,Jo Pike,Team manager,Meriden Motors,Housing,Table 1\n',
      {
        badge: 'Column A',
        email: 'Column B',
        name: 'Column C',
        role: 'Column D',
        organisation: 'Column E',
        sector: 'Column F',
        table: 'Column G',
      },
    ],
  ])('%j', (text, fields) => expect(fieldsOf(text)).toEqual(fields))
})
