import { describe, expect, test } from 'vitest'
import { fromIso, toIso, weekdayOf } from './civil-day.ts'
import {
  autumnHalfTerm,
  autumnTerm,
  easterSunday,
  springHalfTerm,
  springTerm,
  summerHalfTerm,
  summerTerm,
} from './school-year.ts'
import { readTimescale } from './timescale.ts'
import { fc, runs } from '../../../test/support/chance.ts'

// A Tuesday at the NEC.
const NEC = '2023-12-12'

/** What somebody wrote in “By when?”, the day it comes to, and what that day is. */
const worked = (said: [words: string, date: string][]) =>
  test.each(said)('“%s” comes to %s, worked out', (words, date) => {
    expect(readTimescale(words, NEC)).toMatchObject({ due: date, derived: true, sure: true })
  })
const asStated = (said: [words: string, date: string][]) =>
  test.each(said)('“%s” is %s, as they said', (words, date) => {
    expect(readTimescale(words, NEC)).toMatchObject({ due: date, derived: false, sure: true })
  })

describe('a full date stays as it was said', () => {
  asStated([
    ['31/03/2024', '2024-03-31'],
    ['31.3.24', '2024-03-31'],
    ['2024-03-31', '2024-03-31'],
    ['by 31 March 2024', '2024-03-31'],
    ['Friday 31st May 2024, at the latest', '2024-05-31'],
    ['1st of Sept 2024', '2024-09-01'],
    ['March 31st, 2024', '2024-03-31'],
    ['March 31, 2024', '2024-03-31'],
    ['05/04/2024', '2024-04-05'],
    ['3 pupils by 10 May 2024', '2024-05-10'],
    ['between 1 May and 30 June 2024', '2024-06-30'],
    ['week ending 8 March 2024', '2024-03-08'],
    ['29 February 2024', '2024-02-29'],
    ['was due 1 May 2022', '2022-05-01'],
    ['ASAP, no later than 5 January 2024', '2024-01-05'],
    ['monthly until 30 September 2024', '2024-09-30'],
  ])
})

describe('a date without a year is the next one', () => {
  worked([
    ['31 March', '2024-03-31'],
    ['March 31', '2024-03-31'],
    ['11 December', '2024-12-11'],
    ['12 December', '2023-12-12'],
    ['by the 20th of December', '2023-12-20'],
    ['4 March - 8 March', '2024-03-08'],
    ['by 10/5', '2024-05-10'],
    ['29 Feb', '2024-02-29'],
    ['before 1 April 2024', '2024-03-31'],
    ['week commencing 4 March 2024', '2024-03-08'],
    ['w/c 4 March', '2024-03-08'],
    ['the 15th', '2023-12-15'],
    ['by the 5th', '2024-01-05'],
  ])
})

describe('months end on their last day', () => {
  worked([
    ['March 2024', '2024-03-31'],
    ['Mar 24', '2024-03-31'],
    ["Sept '24", '2024-09-30'],
    ['end of March', '2024-03-31'],
    ['by the end of February', '2024-02-29'],
    ['by December', '2023-12-31'],
    ['next December', '2024-12-31'],
    ['start of April', '2024-04-01'],
    ['early June 2024', '2024-06-10'],
    ['mid-January', '2024-01-15'],
    ['late May', '2024-05-31'],
    ['first week of July', '2024-07-07'],
    ['before May', '2024-04-30'],
    ['January to March', '2024-03-31'],
    ['March/April 2024', '2024-04-30'],
    ['start in February and finish by the summer term', '2024-07-19'],
    ['end of the month', '2023-12-31'],
    ['next month', '2024-01-31'],
    ['end of next month', '2024-01-31'],
  ])
})

describe('school terms', () => {
  worked([
    ['spring term', '2024-03-28'],
    ['Spring Term 2024', '2024-03-28'],
    ['by the end of the spring term', '2024-03-28'],
    ['start of the spring term', '2024-01-08'],
    ['summer term', '2024-07-19'],
    ['autumn term', '2023-12-22'],
    ['next autumn term', '2024-12-20'],
    ['autumn term 2024/25', '2024-12-20'],
    ['spring term 2024-25', '2025-04-11'],
    ['end of term', '2023-12-22'],
    ['next term', '2024-03-28'],
    ['half term', '2024-02-09'],
    ['in half term', '2024-02-16'],
    ['by May half-term', '2024-05-24'],
    ['October half term', '2024-10-25'],
    ['before the summer holidays', '2024-07-19'],
    ['over the summer holidays', '2024-09-02'],
    ['during the Easter break', '2024-04-14'],
    ['end of the school year', '2024-07-19'],
    ['this academic year', '2024-08-31'],
  ])
})

describe('the council’s year', () => {
  worked([
    ['Q1 2024', '2024-06-30'],
    ['Q4', '2024-03-31'],
    ['quarter 4', '2024-03-31'],
    ['Q4 2024', '2025-03-31'],
    ['Q2 2024/25', '2024-09-30'],
    ['Q4 2023-24', '2024-03-31'],
    ['third quarter', '2023-12-31'],
    ['this quarter', '2023-12-31'],
    ['next quarter', '2024-03-31'],
    ['end of the financial year', '2024-03-31'],
    ['year end', '2024-03-31'],
    ['start of next financial year', '2024-04-01'],
    ['next financial year', '2025-03-31'],
    ['2024/25', '2025-03-31'],
    ['by the end of 2024–25', '2025-03-31'],
  ])
})

describe('years, seasons and feasts', () => {
  worked([
    ['end of the year', '2023-12-31'],
    ['next year', '2024-12-31'],
    ['early next year', '2024-05-01'],
    ['2025', '2025-12-31'],
    ['end of 2024', '2024-12-31'],
    ['by Christmas', '2023-12-25'],
    ['before Christmas', '2023-12-24'],
    ['by Easter', '2024-03-31'],
    ['Easter 2025', '2025-04-20'],
    ['by Good Friday', '2024-03-29'],
    ['in the new year', '2024-01-31'],
    ['summer 2024', '2024-08-31'],
    ['this winter', '2024-02-29'],
    ['every week until Easter', '2024-03-31'],
  ])
})

describe('lengths of time start on the day of the event', () => {
  worked([
    ['within 3 months', '2024-03-12'],
    ['in the next six months', '2024-06-12'],
    ['six weeks', '2024-01-23'],
    ['6-8 weeks', '2024-02-06'],
    ['a fortnight', '2023-12-26'],
    ['within a year', '2024-12-12'],
    ['half a year', '2024-06-12'],
    ['18 months', '2025-06-12'],
    ['2 years', '2025-12-12'],
    ['ten working days', '2023-12-26'],
    ['within 48 hours', '2023-12-14'],
    ['3 months from now', '2024-03-12'],
    ['within 6 weeks of this event', '2024-01-23'],
    ['within 2 weeks of Easter', '2024-04-14'],
    ['three months after 1 January 2024', '2024-04-01'],
    ['2 weeks before Easter', '2024-03-17'],
    ['two week placements in the summer holidays', '2024-09-02'],
  ])

  test('a month from the end of January is the end of February', () => {
    expect(readTimescale('one month', '2023-01-31').due).toBe('2023-02-28')
  })
})

describe('near days', () => {
  worked([
    ['today', '2023-12-12'],
    ['tomorrow', '2023-12-13'],
    ['Friday', '2023-12-15'],
    ['by Monday', '2023-12-18'],
    ['Tuesday', '2023-12-19'],
    ['next Friday', '2023-12-22'],
    ['next Monday', '2023-12-18'],
    ['Friday week', '2023-12-22'],
    ['this week', '2023-12-15'],
    ['next week', '2023-12-22'],
  ])
})

describe('words that name no day', () => {
  test.each([
    '',
    '  ',
    'ongoing',
    'Ongoing, reviewed each spring',
    'on-going',
    'ASAP',
    'as soon as possible',
    'immediately',
    'next board meeting',
    'TBC',
    'to be agreed with schools',
    'when funding allows',
    'monthly',
    'every term',
    'once a term',
    'two days a week',
    'annually',
    'long term',
    'term-time only',
    '24/7',
    '50/50',
    '9/10 children',
    'we may be able to',
    'march with us',
    'n/a',
    '?',
    'not sure yet',
    'after Christmas',
    'within 6 weeks of the placement starting',
    '31/02/2024',
    '32 March',
    'March 2021',
    'Q2 2020',
    'spring term 2019',
    '🎄',
    'A room with a view',
  ])('“%s” is left for a person to settle', (words) => {
    expect(readTimescale(words, NEC)).toMatchObject({ start: null, due: null, derived: false, sure: false })
  })
})

describe('a start is no end', () => {
  test.each([
    ['from April 2024', '2024-04-01', null],
    ['starting in January', '2024-01-01', null],
    ['not before Easter', '2024-03-31', null],
    ['weekly from February', '2024-02-01', null],
    ['September 2024 start', '2024-09-01', null],
    ['12 months from April', '2024-04-01', null],
    ['start by March', null, '2024-03-31'],
    ['between June and August', '2024-06-01', '2024-08-31'],
    ['from 3 to 6 September', '2024-09-03', '2024-09-06'],
    ['start 1/4/24, end 31/3/25', '2024-04-01', '2025-03-31'],
    ['in the summer holidays', '2024-07-20', '2024-09-02'],
    ['in this financial year', null, '2024-03-31'],
  ])('“%s” is from %s, by %s', (words, start, due) => {
    expect(readTimescale(words, NEC)).toMatchObject({ start, due, sure: true })
  })
})

describe('what could be two days, or is about something else, is asked', () => {
  test.each([
    'by the March board',
    'Easter Fair',
    'Friday night football',
    'the Friday before Easter',
    'the week before Christmas',
    'a month after the summer holidays start',
    'Monday to Friday',
    '10th and 17th June',
    'from 3 May to the 6th',
    '16 - 18 yrs',
    '6 sessions over 6 weeks',
    'H1',
    'FY26',
    'financial year 2024',
    'in Year 10',
    'first Monday of every month',
    'annually by 31 March',
    'spring 26 places',
    'May - may be later',
    'call April on 0121 496 0000',
    'not by March',
  ])('“%s”', (words) => {
    expect(readTimescale(words, NEC)).toMatchObject({ start: null, due: null, sure: false })
  })

  test('an age is told apart, for it is a detail about somebody', () => {
    expect(readTimescale('by her 18th birthday', NEC)).toMatchObject({ sure: false, isAge: true })
    expect(readTimescale('once funding is agreed', NEC)).toMatchObject({ sure: false, isAge: false })
  })
})

test('a later event moves every answer on', () => {
  expect(readTimescale('spring term', '2024-04-15').due).toBe('2025-04-11')
  expect(readTimescale('spring term', '2024-03-28').due).toBe('2024-03-28')
  expect(readTimescale('end of March', '2010-11-30').due).toBe('2011-03-31')
  expect(readTimescale('by Christmas', '2023-12-26').due).toBe('2024-12-25')
  expect(readTimescale('this week', '2023-12-16').due).toBe('2023-12-22')
})

describe('whatever anyone writes', () => {
  const event = fc
    .date({ min: new Date('2005-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const bit = fc.constantFrom(
    'by',
    'the',
    'end of',
    'start of',
    'early',
    'mid',
    'before',
    'after',
    'from',
    'until',
    'next',
    'this',
    'within',
    'spring term',
    'summer',
    'half term',
    'March',
    'may',
    'Q4',
    '2024',
    '2024/25',
    "'31",
    '31',
    '5th',
    '29 February',
    'financial year',
    'year',
    'quarter',
    'week',
    'month',
    '6 weeks',
    'three months',
    'a',
    'Friday',
    'Christmas',
    'Easter',
    'ongoing',
    '-',
    ',',
    '31/12',
    'of',
    'new year',
    'school year',
    '48 hours',
    'before 1 January',
    'w/c',
  )
  const words = fc.oneof(
    fc.array(bit, { maxLength: 8 }).map((bits) => bits.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ maxLength: 300 }),
  )

  test('is answered with a real day, never before the event unless a full date was said, or with none', () => {
    fc.assert(
      fc.property(words, event, (said, day) => {
        const { start, due: date, derived, sure } = readTimescale(said, day)
        expect(sure).toBe(start !== null || date !== null)
        if (start !== null && date !== null) expect(start <= date).toBe(true)
        if (date === null) {
          expect(derived).toBe(false)
          return
        }
        expect(date).toBe(toIso(fromIso(date)))
        if (derived) expect(date >= day).toBe(true)
        else expect(said).toMatch(/\d{4}|\d\d?/)
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('the school year we work out', () => {
  test.each([
    [1999, '04-04'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2016, '03-27'],
    [2023, '04-09'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2026, '04-05'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2285, '03-22'],
  ])('Easter in %i is on %s', (year, date) => {
    expect(toIso(easterSunday(year))).toBe(`${year}-${date}`)
  })

  test('ends its spring term on the Thursday before an early Easter, and on the Friday before Holy Week with a later one', () => {
    const ends: [number, string][] = [
      [2018, '03-29'],
      [2019, '04-12'],
      [2020, '04-03'],
      [2022, '04-08'],
      [2023, '03-31'],
      [2024, '03-28'],
      [2025, '04-11'],
    ]
    for (const [year, date] of ends) expect(toIso(springTerm(year).to)).toBe(`${year}-${date}`)
  })

  test('has its terms and half terms in order, on school days', () => {
    for (let year = 2000; year < 2100; year++) {
      const order = [
        springTerm(year).from,
        springHalfTerm(year).from,
        springHalfTerm(year).to,
        springTerm(year).to,
        summerTerm(year).from,
        summerHalfTerm(year).from,
        summerHalfTerm(year).to,
        summerTerm(year).to,
        autumnTerm(year).from,
        autumnHalfTerm(year).from,
        autumnHalfTerm(year).to,
        autumnTerm(year).to,
      ]
      expect(order.toSorted((one, other) => one - other)).toEqual(order)
      for (const term of [springTerm(year), summerTerm(year), autumnTerm(year)]) {
        expect(weekdayOf(term.from)).toBeLessThanOrEqual(5)
        expect(weekdayOf(term.to)).toBeLessThanOrEqual(5)
      }
    }
  })
})
