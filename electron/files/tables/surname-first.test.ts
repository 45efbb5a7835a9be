import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { readList } from '../../../test/support/read-list.ts'

function read(text: string | Uint8Array, top: 'guess' | 'headings' = 'guess') {
  const table = readList('list.txt', typeof text === 'string' ? Buffer.from(text) : text, { top })
  return table.kind === 'error' ? table.code : table.rows.map(({ cells }) => cells)
}

test('lines of “Surname, Forename” are one column, so that each name is put in order as a whole', () => {
  const lines = readFileSync(new URL('../../../test/cases/surname-forename-lines.txt', import.meta.url))
  expect(read(lines)).toEqual([['Okafor, Ada'], ['Bello, Grace'], ['Nwosu, Tom']])
  expect(read('de la Cruz, Ana María\nO’Neil, J. P.\nÓ Sé, Seán\n\nLee, Jo\n')).toEqual([
    ['de la Cruz, Ana María'],
    ['O’Neil, J. P.'],
    ['Ó Sé, Seán'],
    ['Lee, Jo'],
  ])
})

test.each([
  ['a name, and where they work', 'Ewa Kaur, Elmdon House\nJo Pike, Meriden\n'],
  ['one word each, of which the second is no name', 'Ewa, Police\nJo, Council\n'],
  ['where they work again and again', 'Ewa, Elmdon\nJo, Elmdon\nSam, Elmdon\nAda, Meriden\n'],
  ['cells of a program', 'Okafor,Ada\nBello,Grace\n'],
  ['more than two', 'Okafor, Ada, 4\nBello, Grace, 4\n'],
])('%s: two columns or more stay what they are', (_what, text) => {
  expect(JSON.stringify(read(text))).not.toMatch(/[a-z], ?[A-Z]/)
})

test('headings over such lines are headings, and nothing is put together where somebody says that there are some', () => {
  expect(read('Surname, Forename\nOkafor, Ada\n')).toEqual([['Okafor', ' Ada']])
  expect(read('Okafor, Ada\nBello, Grace\n', 'headings')).toEqual([['Bello', ' Grace']])
})
