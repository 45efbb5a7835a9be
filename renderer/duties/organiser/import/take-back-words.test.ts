import { expect, test } from 'vitest'
import { fc } from '../../../../test/support/chance.ts'
import { undoingWords } from './take-back-words.ts'

test('the bar of a list that is taken back never goes back, and never runs over', () => {
  const counts = fc.array(fc.nat(1000)).map((all) => all.toSorted((one, other) => one - other))
  fc.assert(
    fc.property(counts, counts, fc.nat(1000), (looked, taken, of) => {
      const parts = [
        ...looked.map((done) => undoingWords({ code: 'progress', phase: 'looking', done, of }).part),
        ...taken.map((done) => undoingWords({ code: 'progress', phase: 'taking-back', done, of }).part),
      ]
      expect(parts.toSorted((one, other) => one - other)).toEqual(parts)
      for (const part of parts) expect(part).toBeLessThanOrEqual(1)
    }),
  )
})

test('it says how many are done', () => {
  const { part, words } = undoingWords({ code: 'progress', phase: 'taking-back', done: 1200, of: 20_000 })
  expect(words).toContain('Taking back 20,000 people: 1,200 done')
  expect(part).toBeCloseTo(0.248)
})
