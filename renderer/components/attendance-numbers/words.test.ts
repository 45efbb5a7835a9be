/** Tells what is said of the attendance. */
import { describe, expect, test } from 'vitest'
import type { AttendanceNumbers } from '../../../shared/contract/attendance.ts'
import { plotOf } from '../numbers/plot.ts'
import { scaleOf } from '../numbers/scale.ts'
import { plotCaption, plotSentence } from '../numbers/words.ts'
import {
  ARRIVALS,
  arrivalsOverTime,
  figuresOf,
  organisationRows,
  timeRows,
  timeWords,
  uncountedWords,
} from './words.ts'

const now = new Date(2023, 11, 12, 12, 50)
const clock = (hours: number, minutes: number) => new Date(2023, 11, 12, hours, minutes).toISOString()
const punctuality = { starts: [{ day: '2023-12-12', clock: '10:00' }], onTime: 0, soonAfter: 0, late: 0, otherDay: 0 }
const numbers: AttendanceNumbers = {
  asOf: now.toISOString(),
  over: 'no',
  totals: { invited: 274, invitedCame: 238, walkIns: 16, came: 254, here: 214, left: 40, absent: 36, uncounted: 1 },
  arrivals: { minutes: 5, stretches: [{ from: clock(9, 50), came: 26 }] },
  peak: { count: 250, at: clock(10, 42) },
  punctuality,
  ways: [],
  sectors: [],
  organisations: [],
  others: { organisations: 0, came: 0, absent: 0 },
}
const said = (more: Partial<AttendanceNumbers>) =>
  figuresOf({ ...numbers, ...more }, now).map(({ number, words, more: line }) => `${number} ${words} (${line})`)

describe('the figures', () => {
  test('on the day nobody is called a no-show, and whoever is here is here', () => {
    expect(said({})).toEqual([
      '214 here now (40 have left)',
      '254 people came (238 of 274 expected)',
      '36 not here yet (of 274 expected, 13%)',
      '16 walk-ins (not on the list before)',
      '250 most at once (first at 10:42)',
    ])
  })

  test('the morning after, those who went home without a word are not called here', () => {
    expect(said({ over: 'last-day' }).slice(0, 3)).toEqual([
      '214 not signed out (40 have left)',
      '254 people came (238 of 274 expected)',
      '36 no-shows (of 274 expected, 13%)',
    ])
    expect(said({ over: 'organiser' })[0]).toContain('here now')
  })

  test('before anybody is listed they are plain noughts', () => {
    const totals = { invited: 0, invitedCame: 0, walkIns: 0, came: 0, here: 0, left: 0, absent: 0, uncounted: 0 }
    expect(said({ totals, peak: null })).toEqual([
      '0 here now (nobody has left)',
      '0 people came (0 of 0 expected)',
      '0 not here yet (of 0 expected)',
      '0 walk-ins (not on the list before)',
      '0 most at once (nobody has come yet)',
    ])
    expect(uncountedWords(totals)).toBe('')
  })
})

describe('the plot in words', () => {
  test('says when it was busiest and how many had come by the end of it', () => {
    const plot = plotOf(
      arrivalsOverTime({
        arrivals: { minutes: 5, stretches: [{ from: clock(9, 45), came: 4 }, ...numbers.arrivals.stretches] },
      }),
      null,
      now,
    )
    expect(plotSentence(plot, 30, ARRIVALS)).toBe(
      'Arrivals by five minutes, from 09:45 to 09:50. Busiest five minutes: from 09:50, 26 came. 30 people had come in all by then.',
    )
    expect(plotCaption(plot, ARRIVALS)).toBe('Busiest five minutes: from 09:50, 26 came.')
    expect(plotSentence(plotOf({ minutes: 5, stretches: [] }, null, now), 0, ARRIVALS)).toBe('Nobody has come yet.')
  })

  test('longer stretches have their own names', () => {
    const inWords = (minutes: number) =>
      plotSentence(plotOf({ minutes, stretches: [{ from: clock(9, 45), count: 4 }] }, null, now), 4, ARRIVALS)
    expect([5, 15, 60, 1440, 10_080].map((minutes) => inWords(minutes).split(',')[0])).toEqual([
      'Arrivals by five minutes',
      'Arrivals by 15 minutes',
      'Arrivals by hour',
      'Arrivals by day',
      'Arrivals by 7 days',
    ])
  })
})

describe('in time', () => {
  test('is told against the start, and not at all where the programme is for another day', () => {
    expect(timeWords({ ...punctuality, onTime: 3 })).toBe('The programme started at 10:00.')
    expect(timeRows({ ...punctuality, onTime: 3, late: 1 }).map(({ full }) => full)).toEqual([3, 0, 1])
    expect(timeRows({ ...punctuality, otherDay: 9 })).toEqual([])
    expect(timeWords({ ...punctuality, otherDay: 9 })).toContain('The programme is for Tuesday 12 December')
    expect(timeWords(punctuality)).toBe('The programme starts at 10:00.')
  })
})

describe('organisations', () => {
  test('the small ones are one row together, so that the rows add up to everybody', () => {
    const organisations = [
      { name: 'Elmdon House', came: 9, absent: 1 },
      { name: '', came: 2, absent: 0 },
    ]
    expect(organisationRows({ organisations, others: { organisations: 14, came: 20, absent: 3 } })).toEqual([
      { name: 'Elmdon House', full: 9, hollow: 1 },
      { name: 'Not given', full: 2, hollow: 0 },
      { name: '14 others', full: 20, hollow: 3, rest: true },
    ])
    // What is drawn is as long as those who are named, however many the others are together.
    const many = organisationRows({ organisations, others: { organisations: 300, came: 2000, absent: 3 } })
    expect(scaleOf(many)).toBe(10)
    expect(organisationRows({ organisations, others: { organisations: 0, came: 0, absent: 0 } })).toHaveLength(2)
  })
})
