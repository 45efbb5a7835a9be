import { expect, test } from 'vitest'
import { leftWords, madeWayWords } from './parked-words.ts'

const LEFT = '2023-12-12T09:05:00.000Z'

test('what had to make way is told by how many, up to when, and what to do', () => {
  const at = leftWords(LEFT)
  expect(at).toMatch(/^at Tue,? \d\d:05$/)
  expect(madeWayWords({ count: 1, latest: LEFT }, 100)).toBe(
    `One older one, left ${at}, had to make way for newer ones: 100 of each kind are kept. Throw away what nobody will come back for.`,
  )
  expect(madeWayWords({ count: 3, latest: LEFT }, 100)).toMatch(/^3 older ones, the last of them left at /)
})
