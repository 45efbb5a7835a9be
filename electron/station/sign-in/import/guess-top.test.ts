import { describe, expect, test } from 'vitest'
import { mappingByContents } from './mapping.ts'
import { readTable } from './read-table.ts'

const EVENT = {
  sectors: [
    { id: 'health', name: 'Health' },
    { id: 'housing', name: 'Housing' },
  ],
  tables: ['Table 1', 'Table 2'],
}
const guess = (text: string) => {
  const table = readTable('list.csv', Buffer.from(text), { top: 'guess' })
  if (table.kind === 'fault') throw new Error(table.sentence)
  return table
}
const fieldsOf = (text: string) => {
  const table = readTable('list.csv', Buffer.from(text), { top: 'people' })
  if (table.kind === 'fault') throw new Error(table.sentence)
  const { fields } = mappingByContents(
    table.headings,
    table.rows.map((row) => row.cells),
    EVENT,
  )
  return Object.fromEntries(Object.entries(fields).filter(([, heading]) => heading !== null))
}

describe('whether the first row is headings', () => {
  test.each([
    ['Name,Organisation\nEwa Kaur,Elmdon\n'],
    ['Enw,Sefydliad\nEwa Kaur,Elmdon\nJo Pike,Meriden\n'],
    ['Name\nEwa Kaur\n'],
    ['Delegates for Monday\n\nName,Organisation\nEwa Kaur,Elmdon\n'],
    ['Full name,x\nEwa Kaur,1\n'],
  ])('%j: headings', (text) => expect(guess(text).top).toBe('headings'))

  test.each([
    ['Ewa Kaur\nJo Pike\n'],
    ['Ewa\n'],
    ['Ewa Kaur,Elmdon House\nJo Pike,Meriden Motors\n'],
    ['Ewa Kaur,Local authority\nJo Pike,Police\n'],
    ['ewa,ewa@elmdon.example\njo,jo@elmdon.example\n'],
    ['李雷,海淀\n韩梅梅,海淀\n李明明 王,x\n'.replace('李雷', '李 雷').replace('韩梅梅', '韩 梅梅')],
  ])('%j: people', (text) => {
    const { top, rows, headings } = guess(text)
    expect([top, rows[0]?.number, headings[0]]).toEqual(['people', 1, 'Column A'])
  })

  test('a person may say otherwise, and somebody at a terminal is asked for headings as before', () => {
    const list = Buffer.from('Ewa Kaur,ewa@elmdon.example\n')
    expect(readTable('list.csv', list)).toMatchObject({ kind: 'fault', code: 'no-headings' })
    expect(readTable('list.csv', Buffer.from('Name\nEwa\n'), { top: 'people' })).toMatchObject({
      rows: [{ cells: ['Name'] }, { cells: ['Ewa'] }],
    })
  })
})

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
