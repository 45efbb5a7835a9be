import { describe, expect, test } from 'vitest'
import { advanced, percentOf, STARTING } from './progress-state.ts'
import { fc } from '../../../../test/support/chance.ts'

describe('how far it is', () => {
  test('nobody can tell how long a workbook takes to open, so no number is said', () => {
    expect(advanced(STARTING, { code: 'progress', phase: 'reading', done: 0, of: 0 }).part).toBeNull()
  })

  test('writing says that it cannot be stopped any more', () => {
    const writing = advanced(STARTING, { code: 'progress', phase: 'writing', done: 0, of: 5000 })
    expect(writing.words).toContain('cannot be stopped')
    expect(percentOf(writing.part ?? 0)).toBe(90)
  })

  test('whatever the station says, the bar never goes back and never runs over', () => {
    const step = fc.record({
      code: fc.constant('progress' as const),
      phase: fc.constantFrom('reading' as const, 'matching' as const, 'writing' as const),
      done: fc.nat(1000),
      of: fc.nat(1000),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let now = STARTING
        for (const next of steps) {
          const after = advanced(now, next)
          expect(after.part ?? 0).toBeGreaterThanOrEqual(now.part ?? 0)
          expect(after.part ?? 0).toBeLessThanOrEqual(1)
          now = after
        }
      }),
    )
  })
})
