import { expect, test } from 'vitest'
import { isOnItsDays } from './event-days.ts'

test('a time is on the days of its event from their first midnight in Britain to their last, in summer and winter', () => {
  const days = { dates: { from: '2024-07-02', to: '2024-07-03' } }
  const is = (instant: string) => isOnItsDays(instant, days)
  expect(['2024-07-01T23:00:00.000Z', '2024-07-02T09:00:00.000Z', '2024-07-03T22:59:59.999Z'].map(is)).toEqual([
    true,
    true,
    true,
  ])
  expect(['2024-07-01T22:59:59.999Z', '2024-07-04T00:00:00.000Z', '2050-01-01T00:00:00.000Z'].map(is)).toEqual([
    false,
    false,
    false,
  ])
  expect(is('0001-01-01T00:00:00.000Z')).toBe(false)
})
