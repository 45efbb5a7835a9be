import { describe, expect, test } from 'vitest'
import { compared, keptOf, otherReferences, whyWords } from './one-words.ts'

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
        { label: 'Name', one: 'Ewa Kaur', other: 'E. Kaur', together: 'E. Kaur', stays: 'other', detail: null },
        { label: 'Role', one: 'Youth worker', other: '', together: 'Youth worker', stays: 'one', detail: null },
        { label: 'Pledges', one: '1', other: '2', together: '3', stays: null, detail: null },
      ],
      same: ['Sector: Voluntary'],
    })
  })

  test('what both say alike and together is something else is told as a difference', () => {
    const both = [['Name may be shown', 'Yes']] as const
    expect(compared(both, both, [['Name may be shown', 'No']]).differs).toMatchObject([{ stays: null, together: 'No' }])
  })

  test('a detail may be chosen where both say something else; what nobody chose stays as it was shown', () => {
    const { differs } = compared(
      [
        ['Name', 'Ewa Kaur', 'name'],
        ['E-mail', '', 'email'],
        ['Table', 'Table 1', 'table'],
        ['Pledges', '1'],
      ],
      [
        ['Name', 'E. Kaur', 'name'],
        ['E-mail', 'ewa@elmdon.example', 'email'],
        ['Table', 'Table 2', 'table'],
        ['Pledges', '2'],
      ],
      [
        ['Name', 'E. Kaur', 'name'],
        ['E-mail', 'ewa@elmdon.example', 'email'],
        ['Table', 'Table 2', 'table'],
        ['Pledges', '3'],
      ],
    )
    expect(differs.map(({ detail }) => detail)).toEqual(['name', null, 'table', null])
    expect(keptOf(differs, { name: 'one' })).toEqual({ name: 'one', table: 'other' })
  })

  test('why, in words; and the other references of a pledge', () => {
    expect(whyWords(['same-email', 'initial'])).toBe('the same e-mail address, an initial for a name')
    expect(otherReferences('NEC', { otherReferences: '7K3QF9W 7K4AB2C' })).toBe('NEC-7K3-QF9W, NEC-7K4-AB2C')
    expect(otherReferences('NEC', { otherReferences: '' })).toBe('')
  })
})
