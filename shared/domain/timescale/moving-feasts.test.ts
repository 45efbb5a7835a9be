/** The feasts that follow the moon, against the calendars of the machine and the moon itself. */
import { describe, expect, test } from 'vitest'
import { dayOf, toIso } from './civil-day.ts'
import { MOVING } from './moving-feasts.ts'
import { readTimescale } from './timescale.ts'

const YEARS = Array.from({ length: 11 }, (_, later) => 2025 + later)
const tabled = (name: string): string[] => {
  const days = Object.entries(MOVING).find(([words]) => words.split('|').includes(name))?.[1]
  return YEARS.flatMap((year) => days?.(year) ?? []).map(toIso)
}

/** All days of these years on which this calendar has this day. */
function inCalendar(calendar: string, month: string, day: string): string[] {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { day: 'numeric', month: 'numeric', timeZone: 'UTC' })
  const isIt = (iso: string) => {
    const parts = format.formatToParts(new Date(`${iso}T12:00:00Z`))
    return ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join() === `${month},${day}`
  }
  const [first, last] = [dayOf(2025, 1, 1), dayOf(2035, 12, 31)]
  return Array.from({ length: last - first + 1 }, (_, later) => toIso(first + later)).filter(isIt)
}

test.each([
  ['eid al fitr', 'islamic-umalqura', '10', '1'],
  ['eid al adha', 'islamic-umalqura', '12', '10'],
  ['chinese new year', 'chinese', '1', '1'],
])('%s is the day that the %s calendar has', (name, calendar, month, day) => {
  expect(tabled(name)).toEqual(inCalendar(calendar, month, day))
})

test('Diwali is at a new moon of autumn, and one a year', () => {
  const diwali = tabled('diwali')
  expect(diwali.map((iso) => Number(iso.slice(0, 4)))).toEqual(YEARS)
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { day: 'numeric', timeZone: 'UTC' })
  for (const iso of diwali) {
    expect(iso.slice(5) >= '10-14' && iso.slice(5) <= '11-15', iso).toBe(true)
    // The month of that calendar begins with the new moon.
    expect(['29', '30', '1'], iso).toContain(chinese.format(new Date(`${iso}T12:00:00Z`)))
  }
})

describe('outside of the tables nobody guesses', () => {
  test.each([
    ['Diwali', '2023-12-12'],
    ['Diwali', '2035-11-01'],
    ['by Eid al-Adha', '2036-01-01'],
    ['Diwali 2036', '2034-01-01'],
    ['Eid', '2026-01-01'],
    ['Ramadan', '2026-01-01'],
  ])('“%s”, said on %s', (words, on) => {
    expect(readTimescale(words, on)).toMatchObject({ start: null, due: null, sure: false })
  })
})
