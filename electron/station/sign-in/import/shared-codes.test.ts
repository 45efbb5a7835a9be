import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../../test/support/chance.ts'
import { isMostlyShared } from './shared-codes.ts'

const people = (...pairs: [name: string, code: string][]) => pairs.map(([name, code]) => ({ name, code }))

describe('A code that people with different names share is nobody’s', () => {
  test('a kind of badge is no code, however few bear another kind', () => {
    expect(
      isMostlyShared(people(['Ada Okafor', 'Delegate'], ['Grace Bello', 'Delegate'], ['Tom Nwosu', 'Speaker'])),
    ).toBe(true)
  })

  test('one person who stands there twice, also by a short name, shares it with nobody', () => {
    expect(isMostlyShared(people(['Ada Okafor', 'T1'], ['ada okafor', 'T1'], ['A. Okafor', 'T1']))).toBe(false)
    expect(isMostlyShared(people(['Ada Okafor', 'T1'], ['Abi Okafor', 'T1']))).toBe(true)
  })

  test('one code that was written twice by mistake leaves the others what they are', () => {
    expect(
      isMostlyShared(
        people(['Ada Okafor', 'T1'], ['Grace Bello', 'T1'], ['Tom Nwosu', 'T2'], ['Li Wu', 'T3'], ['Jo Ng', 'T4']),
      ),
    ).toBe(false)
  })

  test('codes of their own are never a kind', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 20 }), (codes) => {
        expect(isMostlyShared(codes.map((code, index) => ({ name: `Person ${index}`, code })))).toBe(false)
      }),
      { numRuns: runs(100) },
    )
  })
})
