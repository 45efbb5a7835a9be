import { expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { rowsIn } from './row-numbers.ts'

test('rows are written as people write them', () => {
  expect(rowsIn('3, 7-9', 100)).toEqual([3, 7, 8, 9])
  expect(rowsIn('9 3;7 – 8,3', 100)).toEqual([3, 7, 8, 9])
  expect(rowsIn(' ', 100)).toEqual([])
})

test.each(['x', '0', '4-2', '3-', '-3', '1.5', '1-101', '99999999'])('%j is none', (text) => {
  expect(rowsIn(text, 100)).toBeNull()
})

test('any rows that are written down are read back, and never more than may be', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 30 }), (rows) => {
      const sorted = rows.toSorted((one, other) => one - other)
      expect(rowsIn(rows.join(', '), 30)).toEqual(sorted)
      expect(rowsIn([...rows, 20_000].join(' '), rows.length)).toBeNull()
    }),
  )
})
