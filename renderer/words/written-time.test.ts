import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { momentOf, readOn } from './written-time.ts'
import { fc } from '../../test/support/chance.ts'

const zone = process.env['TZ']
beforeEach(() => {
  process.env['TZ'] = 'Europe/London'
})
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** The hour and minute that a text is read as, where nothing says that the evening fits better; null where it is no time. */
function readTime(text: string): { hours: number; minutes: number } | null {
  const read = readOn(text, { day: '2023-12-12', now: new Date(2023, 11, 13), from: new Date(2023, 11, 12) })
  if (read.ok) return { hours: read.at.getHours(), minutes: read.at.getMinutes() }
  expect(read).toEqual({ ok: false, why: 'unreadable', at: null })
  return null
}

describe('times as people write them', () => {
  test.each([
    ['0905', 9, 5],
    ['905', 9, 5],
    ['9:05', 9, 5],
    ['9.05', 9, 5],
    ['09.05', 9, 5],
    ['9 05 am', 9, 5],
    ['9 05', 9, 5],
    ['9h05', 9, 5],
    ['9-05', 9, 5],
    [' 9:05 a.m. ', 9, 5],
    ['9am', 9, 0],
    ['9', 9, 0],
    ['09', 9, 0],
    ['1.30pm', 13, 30],
    ['1:30 p', 13, 30],
    ['12:15', 12, 15],
    ['12.15 am', 0, 15],
    ['12 pm', 12, 0],
    ['noon', 12, 0],
    ['1330', 13, 30],
    ['2359', 23, 59],
    ['000', 0, 0],
  ])('%s', (text, hours, minutes) => {
    expect(readTime(text)).toEqual({ hours, minutes })
  })

  test.each(['', 'x', '2505', '9:60', '960', '24', '13 pm', '0 am', '12345', '9:5', '-9', '9m', 'nine', '9:05:00'])(
    '“%s” is no time',
    (text) => {
      expect(readTime(text)).toBeNull()
    },
  )

  test('every minute of the day, written in the usual ways, is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const two = (part: number) => String(part).padStart(2, '0')
        for (const text of [
          `${two(hours)}${two(minutes)}`,
          `${two(hours)}:${two(minutes)}`,
          `${hours}.${two(minutes)}`,
        ])
          expect(readTime(text)).toEqual({ hours, minutes })
      }),
    )
  })

  test('whatever is typed, it is a time of the day or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const around = { day: '2023-12-12', now: new Date(2023, 11, 13), from: new Date(2023, 11, 12) }
        const read = readOn(text, around)
        if (read.ok) expect(read.at >= around.from && read.at < around.now).toBe(true)
        else expect(read).toEqual({ ok: false, why: 'unreadable', at: null })
      }),
    )
  })
})

describe('the moment that was meant', () => {
  const day = '2023-12-12'
  const at = (time: string) => new Date(`2023-12-12T${time}:00Z`)
  const around = { day, now: at('18:00'), from: at('06:00') }

  test('after lunch, “1.30” is half past one; at eleven it is early in the morning, and is asked about', () => {
    expect(readOn('1.30', around)).toEqual({ ok: true, at: at('13:30') })
    expect(readOn('1.30', { ...around, now: at('11:00') })).toEqual({ ok: false, why: 'early', at: at('01:30') })
    expect(readOn('0130', around)).toEqual({ ok: false, why: 'early', at: at('01:30') })
  })

  test('out at “4” by somebody who came at nine is four in the afternoon; out at “0850” is a slip', () => {
    const out = { ...around, after: at('09:05') }
    expect(readOn('4', out)).toEqual({ ok: true, at: at('16:00') })
    expect(readOn('0850', out)).toMatchObject({ ok: false, why: 'out-before-in' })
    expect(readOn('9:05', out)).toMatchObject({ ok: false, why: 'out-before-in' })
  })

  test('a time that has not come yet says so, and so does no time at all', () => {
    expect(readOn('1805', around)).toMatchObject({ ok: false, why: 'not-yet' })
    expect(readOn('2505', around)).toEqual({ ok: false, why: 'unreadable', at: null })
  })

  test('summer time is an hour ahead of the instant; the hour that is skipped in spring is no time', () => {
    expect(momentOf('2024-06-20', 9, 5)?.toISOString()).toBe('2024-06-20T08:05:00.000Z')
    expect(momentOf('2024-03-30', 9, 5)?.toISOString()).toBe('2024-03-30T09:05:00.000Z')
    expect(momentOf('2024-03-31', 9, 5)?.toISOString()).toBe('2024-03-31T08:05:00.000Z')
    expect(momentOf('2024-03-31', 1, 30)).toBeNull()
    const night = { day: '2024-03-31', now: new Date('2024-03-31T09:00:00Z'), from: new Date('2024-03-30T22:00:00Z') }
    expect(readOn('0130', night)).toEqual({ ok: false, why: 'skipped', at: null })
    // In autumn the clock shows 01:30 twice; the first time round is taken.
    expect(momentOf('2024-10-27', 1, 30)?.toISOString()).toBe('2024-10-27T00:30:00.000Z')
    expect(momentOf('2024-10-27', 1, 30, 'BST')?.toISOString()).toBe('2024-10-27T00:30:00.000Z')
    expect(momentOf('2024-10-27', 1, 30, 'GMT')?.toISOString()).toBe('2024-10-27T01:30:00.000Z')
    const autumn = { day: '2024-10-27', now: new Date('2024-10-27T09:00:00Z'), from: new Date('2024-10-26T22:00:00Z') }
    expect(readOn('01:30 (GMT)', autumn)).toEqual({ ok: true, at: new Date('2024-10-27T01:30:00Z') })
    expect(readOn('01:30 (CET)', autumn)).toMatchObject({ ok: false, why: 'skipped' })
    expect(momentOf('2024-10-27', 9, 5)?.toISOString()).toBe('2024-10-27T09:05:00.000Z')
  })

  test('what is read is what the tablet’s clock showed, in whatever zone it stands', () => {
    for (const there of ['Europe/London', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland']) {
      process.env['TZ'] = there
      const read = readOn('9.05', {
        day: '2024-06-20',
        now: new Date('2024-06-22T00:00:00Z'),
        from: new Date('2024-06-18T00:00:00Z'),
      })
      expect(read.ok ? [read.at.getHours(), read.at.getMinutes()] : read.why).toEqual([9, 5])
    }
  })
})
