import { describe, expect, test } from 'vitest'
import type { ImportConflict } from '../../../../shared/contract/import.ts'
import { chosenFor, NO_CHOICES, pruned, withChoice, withGeneral } from './choice-state.ts'

const conflict: ImportConflict = {
  row: 3,
  kind: 'duplicate',
  field: null,
  earlier: null,
  ours: { name: 'Zachary Bell' },
  theirs: { name: 'Zach Bell' },
  choice: 'leave',
}

describe('what was chosen', () => {
  test('a choice of one goes before the choice for all, until all are chosen anew', () => {
    const one = withChoice(withGeneral(NO_CHOICES, 'duplicate', 'keep'), conflict, 'two')
    expect(chosenFor(one, conflict)).toBe('two')
    expect(chosenFor(withGeneral(one, 'duplicate', 'take'), conflict)).toBe('take')
    expect(chosenFor(withGeneral(one, 'duplicate', null), conflict)).toBe('leave')
  })

  test('a second thought replaces the first', () => {
    expect(withChoice(withChoice(NO_CHOICES, conflict, 'two'), conflict, 'keep').each).toHaveLength(1)
  })

  test('a conflict that is gone takes its choice along, and leaves the others', () => {
    const two = withChoice(withChoice(NO_CHOICES, conflict, 'two'), { ...conflict, row: 9 }, 'keep')
    expect(pruned(two, [conflict]).each).toEqual([{ row: 3, kind: 'duplicate', field: null, choice: 'two' }])
  })
})
