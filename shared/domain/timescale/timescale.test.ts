import { describe, expect, test } from 'vitest'
import { readTimescale } from './timescale.ts'

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
    ['by the end of March/April', '2024-04-30'],
    ['by March or April', '2024-04-30'],
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
    ['early next year', '2024-04-30'],
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
    ['ten working days', '2023-12-28'],
    ['within 48 hours', '2023-12-14'],
    ['3 months from now', '2024-03-12'],
    ['within 6 weeks of this event', '2024-01-23'],
    ['within 2 weeks of Easter', '2024-04-14'],
    ['three months after 1 January 2024', '2024-04-01'],
    ['2 weeks before Easter', '2024-03-17'],
    ['within 3 weeks of the start of term', '2024-01-29'],
    ['two weeks after the start of the summer term', '2024-04-29'],
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

test('a later event moves every answer on', () => {
  expect(readTimescale('spring term', '2024-04-15').due).toBe('2025-04-11')
  expect(readTimescale('spring term', '2024-03-28').due).toBe('2024-03-28')
  expect(readTimescale('end of March', '2010-11-30').due).toBe('2011-03-31')
  expect(readTimescale('by Christmas', '2023-12-26').due).toBe('2024-12-25')
  expect(readTimescale('this week', '2023-12-16').due).toBe('2023-12-22')
})
