import { afterAll, expect, test, vi } from 'vitest'
import { clockOf, timeOf } from './times.ts'

// Before anything is loaded: a page keeps the zone it began in.
const zone = vi.hoisted(() => {
  const before = process.env['TZ']
  process.env['TZ'] = 'Europe/London'
  return before
})
afterAll(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('the half past one that comes twice in October is told apart, on its day and looked back at', () => {
  const first = '2023-10-29T00:30:00Z'
  const second = '2023-10-29T01:30:00Z'
  expect([first, second].map((at) => clockOf(new Date(at)))).toEqual(['01:30 (BST)', '01:30 (GMT)'])
  expect(timeOf(second, new Date('2023-10-29T08:00:00Z'))).toBe('01:30 (GMT)')
  expect(timeOf(first, new Date('2023-11-02T08:00:00Z'))).toBe('29 Oct, 01:30 (BST)')
})

test('the minutes before and after, and the night in spring, are told as ever', () => {
  const times = ['2023-10-28T23:59:00Z', '2023-10-29T02:00:00Z', '2023-03-26T00:59:00Z', '2023-03-26T01:00:00Z']
  expect(times.map((at) => clockOf(new Date(at)))).toEqual(['00:59', '02:00', '00:59', '02:00'])
  expect(timeOf('no time', new Date(0))).toBe('')
})
