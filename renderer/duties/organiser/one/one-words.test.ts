import { describe, expect, test } from 'vitest'
import { compared, otherReferences, whyWords } from './one-words.ts'

describe('two entries beside each other', () => {
  test('what differs says which of it stays, and what both say stands apart', () => {
    expect(
      compared(
        [
          ['Name', 'Ewa Kaur'],
          ['Role', 'Youth worker'],
          ['Sector', 'Voluntary'],
          ['Pledges', '1'],
          ['Table', ''],
        ],
        [
          ['Name', 'E. Kaur'],
          ['Role', ''],
          ['Sector', 'Voluntary'],
          ['Pledges', '2'],
          ['Table', ''],
        ],
        [
          ['Name', 'E. Kaur'],
          ['Role', 'Youth worker'],
          ['Sector', 'Voluntary'],
          ['Pledges', '3'],
          ['Table', ''],
        ],
      ),
    ).toEqual({
      differs: [
        { label: 'Name', one: 'Ewa Kaur', other: 'E. Kaur', together: 'E. Kaur', stays: 'other' },
        { label: 'Role', one: 'Youth worker', other: '', together: 'Youth worker', stays: 'one' },
        { label: 'Pledges', one: '1', other: '2', together: '3', stays: null },
      ],
      same: ['Sector: Voluntary'],
    })
  })

  test('what both say alike and together is something else is told as a difference', () => {
    const both = [['Name may be shown', 'Yes']] as const
    expect(compared(both, both, [['Name may be shown', 'No']]).differs).toMatchObject([{ stays: null, together: 'No' }])
  })

  test('why, in words; and the other references of a pledge', () => {
    expect(whyWords(['same-email', 'initial'])).toBe('the same e-mail address, an initial for a name')
    expect(otherReferences('NEC', { otherReferences: '7K3QF9W 7K4AB2C' })).toBe('NEC-7K3-QF9W, NEC-7K4-AB2C')
    expect(otherReferences('NEC', { otherReferences: '' })).toBe('')
  })
})
