import { expect, test } from 'vitest'
import { createNotices } from './notices.ts'

test('fifty values of a kind are told one by one and can be put right; all others together, and not by one answer', () => {
  const notices = createNotices()
  const say = (row: number, value: string) => {
    notices.add('sector', row, 'Sector', value, 'No sector of this event.', 'sector')
    notices.keep()
  }
  for (let row = 1; row <= 53; row += 1) say(row, `Sector ${row}`)
  say(54, 'Sector 7')
  const told = notices.list()
  expect(told).toHaveLength(51)
  expect(told[6]).toEqual({
    row: 7,
    column: 'Sector',
    value: 'Sector 7',
    reason: 'No sector of this event.',
    rows: 2,
    field: 'sector',
  })
  expect(told[50]).toEqual({
    row: 51,
    column: 'Sector',
    value: '',
    reason: 'The same of other values. No sector of this event.',
    rows: 3,
  })
})

test('what cannot be put right has no field, and what is said of a faulty row counts for nothing', () => {
  const notices = createNotices()
  notices.add('fold', 1, 'Name', 'Ewa', 'Two spaces.')
  notices.keep()
  notices.add('fold', 2, 'Name', 'Kwame', 'Two spaces.')
  notices.drop()
  expect(notices.list()).toStrictEqual([{ row: 1, column: 'Name', value: 'Ewa', reason: 'Two spaces.', rows: 1 }])
})
