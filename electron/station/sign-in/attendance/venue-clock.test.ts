/** Tells what the clock on the wall says. */
import { describe, expect, test } from 'vitest'
import { createVenueClock } from './venue-clock.ts'

describe('the clock at the venue', () => {
  test('in summer a quarter past nine in Solihull is not what the station’s UTC says', () => {
    const { wallOf } = createVenueClock('Europe/London')
    expect(wallOf('2024-06-20T08:15:30.000Z')).toBe('2024-06-20T09:15:30')
    expect(wallOf('2023-12-12T09:15:30.000Z')).toBe('2023-12-12T09:15:30')
  })

  test('in a cell, the hour that comes twice in October is told apart; every other time is one that a spreadsheet can reckon with', () => {
    const { cellOf } = createVenueClock('Europe/London')
    expect(cellOf('2023-10-29T00:30:00Z')).toBe('2023-10-29 01:30 (BST)')
    expect(cellOf('2023-10-29T01:30:00Z')).toBe('2023-10-29 01:30 (GMT)')
    expect(cellOf('2023-10-28T23:59:59Z')).toBe('2023-10-29T00:59:59Z')
    expect(cellOf('2023-10-29T02:00:00Z')).toBe('2023-10-29T02:00:00Z')
    expect(cellOf('2023-03-26T00:30:00Z')).toBe('2023-03-26T00:30:00Z')
    expect(createVenueClock('Australia/Lord_Howe').cellOf('2024-04-06T15:10:00Z')).toBe('2024-04-07 01:40 (GMT+10:30)')
  })

  test('somebody who comes just after midnight comes on the new day, and the night the clocks change is right to the minute', () => {
    const { wallOf } = createVenueClock('Europe/London')
    expect(wallOf('2024-06-19T23:00:00Z')).toBe('2024-06-20T00:00:00')
    expect(wallOf('2024-03-31T00:59:59Z')).toBe('2024-03-31T00:59:59')
    expect(wallOf('2024-03-31T01:00:00Z')).toBe('2024-03-31T02:00:00')
    expect(createVenueClock('Asia/Kathmandu').wallOf('2024-06-20T08:15:00Z')).toBe('2024-06-20T14:00:00')
  })
})
