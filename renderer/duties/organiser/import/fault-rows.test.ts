import { describe, expect, test } from 'vitest'
import type { ImportRowError } from '../../../../shared/contract/import.ts'
import { alikeOf, rowsOf, startOf } from './fault-rows.ts'

const error = (row: number, column: string, cell: string | null, rows = 1): ImportRowError => ({
  row,
  column,
  value: cell ?? '',
  reason: 'It is wrong.',
  field: 'email',
  cell,
  rows,
  instead: null,
  cells: [],
})

describe('rows that cannot be used', () => {
  test('everything wrong with a row stands together, with what its cells say', () => {
    const [first, second] = rowsOf([error(3, 'Name', ''), error(3, 'Email', 'jo@'), error(9, '', null)])
    expect(first?.errors).toHaveLength(2)
    expect(first === undefined ? null : startOf(first)).toEqual({ Name: '', Email: 'jo@' })
    expect(second === undefined ? null : startOf(second)).toEqual({})
  })

  test('a row that fell apart has a field for every cell that is read', () => {
    const torn = { ...error(4, '', null), cells: [{ heading: 'Name', field: 'name' as const, value: 'Ewa' }] }
    expect(startOf({ row: 4, errors: [torn] })).toEqual({ Name: 'Ewa' })
  })

  test('what many rows say is put right once, the commonest first', () => {
    const many = [
      error(2, 'Email', 'none', 3),
      error(3, 'Email', 'none', 3),
      error(4, 'Name', '', 7),
      error(5, 'Name', 'x'),
    ]
    expect(alikeOf(many, 5).map(({ column, cell, rows }) => [column, cell, rows])).toEqual([
      ['Name', '', 7],
      ['Email', 'none', 3],
    ])
    expect(alikeOf(many, 1)).toHaveLength(1)
  })
})
