import { describe, expect, test } from 'vitest'
import type { ImportFault } from '../../../../shared/contract/import.ts'
import { alikeOf, rowsOf, startOf } from './fault-rows.ts'

const fault = (row: number, column: string, cell: string | null, rows = 1): ImportFault => ({
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
    const [first, second] = rowsOf([fault(3, 'Name', ''), fault(3, 'Email', 'jo@'), fault(9, '', null)])
    expect(first?.faults).toHaveLength(2)
    expect(first === undefined ? null : startOf(first)).toEqual({ Name: '', Email: 'jo@' })
    expect(second === undefined ? null : startOf(second)).toEqual({})
  })

  test('a row that fell apart has a field for every cell that is read', () => {
    const torn = { ...fault(4, '', null), cells: [{ heading: 'Name', field: 'name' as const, value: 'Ewa' }] }
    expect(startOf({ row: 4, faults: [torn] })).toEqual({ Name: 'Ewa' })
  })

  test('what many rows say is put right once, the commonest first', () => {
    const many = [
      fault(2, 'Email', 'none', 3),
      fault(3, 'Email', 'none', 3),
      fault(4, 'Name', '', 7),
      fault(5, 'Name', 'x'),
    ]
    expect(alikeOf(many, 5).map(({ column, cell, rows }) => [column, cell, rows])).toEqual([
      ['Name', '', 7],
      ['Email', 'none', 3],
    ])
    expect(alikeOf(many, 1)).toHaveLength(1)
  })
})
