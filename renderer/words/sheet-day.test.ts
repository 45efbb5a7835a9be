import { weekdayInWords } from './days.ts'
import { expect, test } from 'vitest'
import { shippedPack } from '../../test/support/test-station.ts'
import { doorsOn, sheetDays, usualDay } from './sheet-day.ts'

const pack = shippedPack()
const days = { ...pack, dates: { from: '2023-12-11', to: '2023-12-13' } }
const noon = (day: string) => new Date(`${day}T12:00:00`)

test('on the day, the sheet is of today; the day after, of the event; yesterday can be chosen', () => {
  expect(usualDay(pack, noon('2023-12-12'), false)).toBe('2023-12-12')
  expect(usualDay(pack, noon('2023-12-13'), false)).toBe('2023-12-12')
  expect(sheetDays(pack, noon('2023-12-12'))).toEqual(['2023-12-12', '2023-12-11'])
  expect(sheetDays(pack, noon('2023-12-13'))).toEqual(['2023-12-13', '2023-12-12'])
  expect(sheetDays(pack, noon('2024-01-08'))).toEqual(['2024-01-08', '2024-01-07', '2023-12-12'])
})

test('an event of three days: those that have come; a rehearsal is today', () => {
  expect(sheetDays(days, noon('2023-12-12'))).toEqual(['2023-12-12', '2023-12-11'])
  expect(sheetDays(days, noon('2023-12-14'))).toEqual(['2023-12-14', '2023-12-13', '2023-12-12', '2023-12-11'])
  expect(usualDay(days, noon('2023-12-12'), false)).toBe('2023-12-12')
  expect(usualDay(days, noon('2024-05-01'), true)).toBe('2024-05-01')
  expect(usualDay(days, noon('2023-12-01'), false)).toBe('2023-12-01')
})

test('doors open three hours before the first session; a day is said as it is said', () => {
  expect(doorsOn(pack, '2023-12-12')).toEqual(new Date('2023-12-12T06:00:00'))
  expect(doorsOn(pack, '2024-02-02')).toEqual(new Date('2024-02-02T06:00:00'))
  expect(weekdayInWords('2023-12-12')).toBe('Tuesday 12 December')
})
