import { expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { withCode } from './badge-codes.ts'

const code = fc.constantFrom('', ...['A', 'B', 'C', 'D', 'E'].map((end) => `PK1-NEC-000000000000000${end}`))

test('Whatever codes somebody is given, in whatever order: each is there once, and the first stays the one that is printed', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 12 }), (given) => {
      const all = given.reduce(withCode, { badge: '', otherBadges: '' })
      const ever = [...new Set(given.filter((one) => one !== ''))]
      expect(all.badge).toBe(ever[0] ?? '')
      expect([all.badge, ...all.otherBadges.split(' ')].filter((one) => one !== '')).toEqual(ever)
    }),
    { numRuns: runs(300) },
  )
})
