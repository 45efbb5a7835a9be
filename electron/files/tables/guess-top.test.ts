import { describe, expect, test } from 'vitest'
import { readList } from '../../../test/support/read-list.ts'

const guess = (text: string) => {
  const table = readList('list.csv', Buffer.from(text), { top: 'guess' })
  if (table.kind === 'error') throw new Error(table.sentence)
  return table
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
    expect(readList('list.csv', list)).toMatchObject({ kind: 'error', code: 'no-headings' })
    expect(readList('list.csv', Buffer.from('Name\nEwa\n'), { top: 'people' })).toMatchObject({
      rows: [{ cells: ['Name'] }, { cells: ['Ewa'] }],
    })
  })
})
