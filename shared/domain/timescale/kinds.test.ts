/** What is no day, or only where something starts; and whatever else anyone writes. */
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { fromIso, toIso } from './civil-day.ts'
import { readTimescale } from './timescale.ts'

// A Tuesday at the NEC.
const NEC = '2023-12-12'

describe('a start is no end', () => {
  test.each([
    ['from April 2024', '2024-04-01', null],
    ['starting in January', '2024-01-01', null],
    ['not before Easter', '2024-03-31', null],
    ['weekly from February', '2024-02-01', null],
    ['September 2024 start', '2024-09-01', null],
    ['12 months from April', '2024-04-01', null],
    ['effective 1 April', '2024-04-01', null],
    ['start by March', null, '2024-03-31'],
    ['between June and August', '2024-06-01', '2024-08-31'],
    ['from 3 to 6 September', '2024-09-03', '2024-09-06'],
    ['start 1/4/24, end 31/3/25', '2024-04-01', '2025-03-31'],
    ['in the summer holidays', '2024-07-20', '2024-09-02'],
    ['in this financial year', null, '2024-03-31'],
    ['from May 27 to June 30', '2024-05-27', '2024-06-30'],
    ['1 May to June 24', '2024-05-01', '2024-06-24'],
    ['March 12 or 13', null, '2024-03-13'],
    ['to be completed in March', '2024-03-01', '2024-03-31'],
    ['early in week beginning 4 March', null, '2024-03-05'],
    ['June 24 - 30', '2024-06-24', '2024-06-30'],
    ['May at the very earliest', '2024-05-01', null],
    ['the earliest we can do is June', '2024-06-01', null],
    ['Oct-Dec', '2023-10-01', '2023-12-31'],
    ['start in January then finish by June', '2024-01-01', '2024-06-30'],
    ['by our AGM in May', null, '2024-05-31'],
    ['by Jan 23', null, '2024-01-23'],
    ['Jan 23', null, '2024-01-23'],
    ['05/26', null, '2026-05-31'],
    ['the first three weeks of May', null, '2024-05-21'],
    ['last two weeks of January', null, '2024-01-31'],
    ['Q2 of next financial year', null, '2024-09-30'],
    ['before the term is over', null, '2023-12-22'],
    ['mid-March to late April', '2024-03-16', '2024-04-30'],
    ['June at the latest, ideally May', null, '2024-06-30'],
    ['Christmas this month', null, '2023-12-25'],
  ])('“%s” is from %s, by %s', (words, start, due) => {
    expect(readTimescale(words, NEC)).toMatchObject({ start, due, sure: true })
  })
})

describe('what could be two days, or is about something else, is asked', () => {
  test.each([
    'by the March board',
    'by March 24',
    'from Jan 24',
    'not before June 24',
    'Apr 24 - Mar 25',
    'plan in January then launch in May',
    'will confirm by Friday',
    'first Tuesday of the month',
    'by the end of half term',
    'by Whitsun',
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
    'following Christmas',
    'by March and September',
    'Summer 2027 term',
    'not until after Easter',
    'in time for the spring term',
    'Nov 23 to Mar 24',
    'from June 24 to July 24',
    'not in March 2024',
    'by the weekend after next',
    'until 12 weeks',
    'by June 6 pupils',
    'by March 20 more families',
    'March 12, 13 and 14',
    'when we have moved by March',
    'extended by six weeks',
    'plan agreed in October',
    'before I leave in October',
    'if the bid succeeds by June',
  ])('“%s”', (words) => {
    expect(readTimescale(words, NEC)).toMatchObject({ start: null, due: null, sure: false })
  })

  test('an age is told apart, for it is a detail about somebody', () => {
    expect(readTimescale('by her 18th birthday', NEC)).toMatchObject({ sure: false, isAge: true })
    expect(readTimescale('once funding is agreed', NEC)).toMatchObject({ sure: false, isAge: false })
  })
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
