/** Tells what the clock on the wall says. */
import { describe, expect, test } from 'vitest'
import { createVenueClock } from './venue-clock.ts'

describe('the clock at the venue', () => {
  test('in summer a quarter past nine in Solihull is not what the station’s UTC says', () => {
    const { wallOf } = createVenueClock('Europe/London')
    expect(wallOf('2024-06-20T08:15:30.000Z')).toBe('2024-06-20T09:15:30')
    expect(wallOf('2023-12-12T09:15:30.000Z')).toBe('2023-12-12T09:15:30')
  })

  test('somebody who comes just after midnight comes on the new day, and the night the clocks change is right to the minute', () => {
    const { wallOf } = createVenueClock('Europe/London')
    expect(wallOf('2024-06-19T23:00:00Z')).toBe('2024-06-20T00:00:00')
    expect(wallOf('2024-03-31T00:59:59Z')).toBe('2024-03-31T00:59:59')
    expect(wallOf('2024-03-31T01:00:00Z')).toBe('2024-03-31T02:00:00')
    expect(createVenueClock('Asia/Kathmandu').wallOf('2024-06-20T08:15:00Z')).toBe('2024-06-20T14:00:00')
  })
})
