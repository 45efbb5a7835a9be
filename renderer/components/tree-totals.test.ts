/** What the attract screen and the wall say of the tree. */
import { describe, expect, test } from 'vitest'
import type { PledgeType } from '../../shared/domain/event-pack.ts'
import { largestTypes, pledgedWords, treeLabel, unitWords } from './tree-totals.ts'

const type = (id: string, one: string, many: string): PledgeType => ({
  id,
  title: `Title of ${id}`,
  hint: '',
  unit: { one, many },
  questions: [],
  examples: [],
  icon: 'house',
  leaf: 'home',
  priority: null,
})
const work = type('work', 'work placement', 'work placements')
const mentor = type('mentor', 'mentor', 'mentors')
const other = type('other', 'pledge', 'pledges')

describe('what the pledges add up to', () => {
  test('the two largest are shown by how much was promised, not by how many promised it', () => {
    const types = [
      { type: 'work', pledges: 2, quantity: 31 },
      { type: 'mentor', pledges: 9, quantity: 12 },
      { type: 'gone-from-the-pack', pledges: 1, quantity: 90 },
    ]
    const largest = largestTypes({ types }, [mentor, work], 2)
    expect(largest.map((one) => unitWords(one.type, one.quantity))).toEqual(['31 work placements', '12 mentors'])
  })

  test('“20 pledges” beside “142 pledges so far” would only puzzle people', () => {
    const types = [
      { type: 'other', pledges: 20, quantity: 20 },
      { type: 'mentor', pledges: 1, quantity: 1 },
    ]
    expect(largestTypes({ types }, [mentor, other], 2).map((one) => one.type.id)).toEqual(['mentor'])
  })

  test('one is one, and thousands have their comma', () => {
    expect(unitWords(work, 1)).toBe('1 work placement')
    expect(unitWords(work, 1200)).toBe('1,200 work placements')
  })

  test('somebody who did not say how many has pledged the kind of thing', () => {
    expect(pledgedWords(mentor, 3)).toBe('3 mentors')
    expect(pledgedWords(mentor, null)).toBe('“Title of mentor”')
    expect(pledgedWords(other, 2)).toBe('“Title of other”')
  })

  test('a screen reader hears what the tree shows', () => {
    expect(treeLabel(0)).toBe('The pledge tree, in bud: no pledges yet')
    expect(treeLabel(1)).toBe('The pledge tree, 1 pledge')
    expect(treeLabel(1420)).toBe('The pledge tree, 1,420 pledges')
  })
})
