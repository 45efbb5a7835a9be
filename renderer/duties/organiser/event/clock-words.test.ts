import { describe, expect, test } from 'vitest'
import { aheadWords, momentSaid } from './clock-words.ts'

const [MINUTE, HOUR, DAY] = [60_000, 60 * 60_000, 24 * 60 * 60_000]

test('how far a clock is off is said to the minute, in two words at most', () => {
  const much = (ahead: number) => / is (.+) fast/.exec(aheadWords(ahead))?.[1]
  expect([40_000, MINUTE, 4 * HOUR, 4 * HOUR + 5 * MINUTE, 9 * 365 * DAY + HOUR + MINUTE].map(much)).toEqual([
    '1 minute',
    '1 minute',
    '4 hours',
    '4 hours 5 minutes',
    '3,285 days 1 hour',
  ])
})

test('which way it is off is said with what that does', () => {
  expect(aheadWords(0)).toBe('What it writes down is shown as it says.')
  expect(aheadWords(4 * HOUR)).toBe(
    'Somebody said that it is 4 hours fast: what it writes down is shown 4 hours earlier.',
  )
  expect(aheadWords(-HOUR)).toBe('Somebody said that it is 1 hour slow: what it writes down is shown 1 hour later.')
})

describe('the right time', () => {
  test('is read as a day and a time of this tablet’s zone', () => {
    expect(momentSaid('2023-12-12', '10:05')?.toISOString()).toBe('2023-12-12T10:05:00.000Z')
  })

  test('is none where either is missing, or is no time', () => {
    for (const [day, time] of [
      ['', '10:05'],
      ['2023-12-12', ''],
      ['2023-13-40', '10:05'],
      ['2023-12-12', '25:00'],
    ] as const)
      expect(momentSaid(day, time)).toBeNull()
  })
})
