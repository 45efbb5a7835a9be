import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clockOf, timeOf } from './times.ts'

beforeEach(() => void vi.stubEnv('TZ', 'Europe/London'))
afterEach(() => void vi.unstubAllEnvs())

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

test('a tablet whose zone is put right while a page stands open tells times in the new one at once', () => {
  const at = '2023-12-11T18:30:00Z'
  const told = ['America/Los_Angeles', 'Europe/London', 'Asia/Kolkata', 'Pacific/Auckland'].map((zone) => {
    vi.stubEnv('TZ', zone)
    return [clockOf(new Date(at)), timeOf(at, new Date('2023-12-20T12:00:00Z'))]
  })
  expect(told).toEqual([
    ['10:30', '11 Dec, 10:30'],
    ['18:30', '11 Dec, 18:30'],
    ['00:00', '12 Dec, 00:00'],
    ['07:30', '12 Dec, 07:30'],
  ])
})
