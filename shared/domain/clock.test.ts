import { describe, expect, test } from 'vitest'
import { tick, timestampSchema, wallOf } from './clock.ts'
import { fc } from '../../test/support/chance.ts'

const walls = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 1, maxLength: 60 })

describe('a venue’s clocks are wrong, but order is not', () => {
  test('whatever the wall clock does, each time is later than the one before, as text', () => {
    fc.assert(
      fc.property(walls, (readings) => {
        let last: string | null = null
        for (const wall of readings) {
          const next = tick(last, wall)
          expect(timestampSchema.safeParse(next).success).toBe(true)
          if (last !== null) expect(next > last).toBe(true)
          last = next
        }
      }),
    )
  })

  test('a tablet that believes it is 2016 merges a fact of 2023 and writes after it', () => {
    const seen = tick(null, Date.parse('2023-12-12T09:41:00Z'))
    const next = tick(seen, Date.parse('2016-01-01T00:00:05Z'))
    expect(next > seen).toBe(true)
    expect(next.slice(0, 24)).toBe('2023-12-12T09:41:00.000Z')
  })

  test('a time that the calendar does not have is none', () => {
    const isTime = (at: string) => timestampSchema.safeParse(at).success
    expect(isTime('2024-02-29T23:59:59.999Z.ffff')).toBe(true)
    expect(isTime('2023-02-29T09:41:00.000Z.0000')).toBe(false)
    expect(isTime('2023-13-12T09:41:00.000Z.0000')).toBe(false)
    expect(isTime('2023-12-12T09:61:00.000Z.0000')).toBe(false)
  })

  test('more than 65,536 facts in one millisecond spill into the next', () => {
    const full = '2023-12-12T09:41:00.000Z.ffff'
    expect(tick(full, wallOf(full))).toBe('2023-12-12T09:41:00.001Z.0000')
  })
})
