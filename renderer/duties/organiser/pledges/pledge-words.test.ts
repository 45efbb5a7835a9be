import { describe, expect, test } from 'vitest'
import { byWhenWords, howManyWords, mayContactWords } from './pledge-words.ts'

const pack = {
  pledgeTypes: [
    {
      id: 'mentor',
      title: 'A mentor',
      hint: '',
      unit: { one: 'mentor', many: 'mentors' },
      questions: [],
      examples: [],
      icon: 'house' as const,
      leaf: 'home' as const,
      priority: null,
    },
  ],
}

describe('a pledge in words', () => {
  test('how many carries its unit, and nobody having said so is nothing', () => {
    expect(howManyWords(pack, { type: 'mentor', quantity: 1 })).toBe('1 mentor')
    expect(howManyWords(pack, { type: 'mentor', quantity: null })).toBe('')
    expect(howManyWords(pack, { type: 'gone', quantity: 3 })).toBe('3')
  })

  test('a day that was worked out says from what', () => {
    expect(byWhenWords({ timescale: 'spring term', due: '2024-03-28', dueDerived: true })).toBe(
      '28 March 2024, worked out from “spring term”',
    )
    expect(byWhenWords({ timescale: '28 March 2024', due: '2024-03-28', dueDerived: false })).toBe('28 March 2024')
    expect(byWhenWords({ timescale: 'when we can', due: null, dueDerived: false })).toBe('“when we can”')
  })

  test('where they may be written to', () => {
    expect(mayContactWords({ mayContact: true, email: '', byKind: 'delegate' })).toBe('Yes, at the address on the list')
    expect(mayContactWords({ mayContact: true, email: 'a@example.org', byKind: 'delegate' })).toBe(
      'Yes, at a@example.org',
    )
    expect(mayContactWords({ mayContact: false, email: 'a@example.org', byKind: 'delegate' })).toBe('No')
  })
})
