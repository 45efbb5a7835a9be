/** Stretches of a year that people name: months, terms, quarters, holidays, years; and the days of `feasts.ts`. */
import { dayOf, monthsFrom, type Span, weekdayFrom } from './civil-day.ts'
import { FEASTS, lastSundayOfMarch, lastSundayOfOctober, UNTABLED } from './feasts.ts'
import { MOVING } from './moving-feasts.ts'
import * as school from './school-year.ts'
import type { Named, Token } from './token.ts'

/** The council's financial year runs from 1 April to 31 March, and its quarters with it: Q1 is April to June. */
export const councilYear = (year: number): Span => monthsFrom(year, 4, 12)

type Entry = readonly [phrase: string, token: Token]
const named = (
  phrases: string | readonly string[],
  spans: Named['spans'],
  kind: Named['kind'],
  more: Partial<Named> = {},
): Entry[] =>
  (typeof phrases === 'string' ? phrases.split('|') : phrases).map((phrase) => [
    phrase,
    { kind: 'named', named: { spans, kind, ...more } },
  ])
const one = (span: (year: number) => Span) => (year: number) => [span(year)]
/** Every name before every word. */
const paired = (names: string, words: string): string[] =>
  words.split('|').flatMap((word) => names.split('|').map((name) => `${name} ${word}`))

/** In English, and in Welsh. */
const MONTHS = [
  'january|jan|ionawr',
  'february|feb|febuary|feburary|chwefror',
  'march|mar|mawrth',
  'april|apr|ebrill',
  'may|mai',
  'june|jun|mehefin',
  'july|jul|gorffennaf',
  'august|aug|awst',
  'september|sept|sep|medi',
  'october|oct|hydref',
  'november|nov|tachwedd',
  'december|dec|rhagfyr',
]
const QUARTERS = [
  'q1|quarter 1|qtr 1|quarter one|first quarter|1st quarter|first qtr|1st qtr',
  'q2|quarter 2|qtr 2|quarter two|second quarter|2nd quarter|second qtr|2nd qtr',
  'q3|quarter 3|qtr 3|quarter three|third quarter|3rd quarter|third qtr|3rd qtr',
  'q4|quarter 4|qtr 4|quarter four|fourth quarter|4th quarter|final quarter|fourth qtr|4th qtr',
]
const HALF_TERM = 'half term|halfterm|half term holiday|half term break|half term week'
const HOLIDAYS = 'holidays|holiday|hols|break|vacation|recess|school holidays'
const TERM = { isSchool: true } as const
const OFF = { isSchool: true, isHoliday: true } as const

/** All weekends of a year, from Saturday to Sunday. */
const weekends = (year: number): Span[] => {
  const first = weekdayFrom(6, dayOf(year, 1, 1))
  return Array.from({ length: 52 }, (_, later) => ({ from: first + later * 7, to: first + later * 7 + 1 }))
}

export const NAMES: readonly Entry[] = [
  ...MONTHS.flatMap((words, index) =>
    words.split('|').map((word): Entry => {
      const spans = (year: number) => [monthsFrom(year, index + 1)]
      return [word, { kind: 'month', month: index + 1, named: { spans, kind: 'month' } }]
    }),
  ),
  ...named('spring term|easter term|spr term', one(school.springTerm), 'term', TERM),
  ...named('summer term|sum term', one(school.summerTerm), 'term', TERM),
  ...named('autumn term|winter term|christmas term|aut term', one(school.autumnTerm), 'term', TERM),
  ...named(paired('spring|february|feb', HALF_TERM), one(school.springHalfTerm), 'term', OFF),
  ...named(paired('summer|may|whitsun|whit', HALF_TERM), one(school.summerHalfTerm), 'term', OFF),
  ...named(paired('autumn|october|oct', HALF_TERM), one(school.autumnHalfTerm), 'term', OFF),
  ...named(
    HALF_TERM,
    (year) => [school.springHalfTerm(year), school.summerHalfTerm(year), school.autumnHalfTerm(year)],
    'term',
    { ...OFF, isHalf: true },
  ),
  ...named(paired('easter|spring', HOLIDAYS), one(school.easterHolidays), 'term', OFF),
  ...named(paired('summer', HOLIDAYS), one(school.summerHolidays), 'term', OFF),
  ...named(paired('christmas|xmas|winter', HOLIDAYS), one(school.christmasHolidays), 'term', OFF),
  ...named('school year', one(school.schoolYear), 'year', TERM),
  ...named('academic year|acad year|ay', (year) => [monthsFrom(year, 9, 12)], 'year', TERM),
  ...named(paired('financial|fiscal|council|budget|fin', 'year|yr|year end|yr end'), one(councilYear), 'year'),
  ...named('fy|fye', one(councilYear), 'year'),
  ...named('tax year|tax year end', (year) => [{ from: dayOf(year, 4, 6), to: dayOf(year + 1, 4, 5) }], 'year'),
  // The last day of the financial year; “the end of the year” is 31 December.
  ...named('year end|yr end|eofy', (year) => [{ from: dayOf(year, 3, 31), to: dayOf(year, 3, 31) }], 'year-end'),
  ...named('calendar year|eoy|years end', (year) => [monthsFrom(year, 1, 12)], 'season'),
  ...named('this weekend', weekends, 'season', { opens: true }),
  ...named('weekend', weekends, 'season', { opens: true, needsRole: true }),
  ...named(
    'eom|month end|months end',
    (year) => Array.from({ length: 12 }, (_, index) => monthsFrom(year, index + 1)),
    'season',
  ),
  ...QUARTERS.flatMap((words, index) => named(words, (year) => [monthsFrom(year, 4 + index * 3, 3)], 'quarter')),
  ...QUARTERS.flatMap((words, index) =>
    named(paired('calendar', words), (year) => [monthsFrom(year, 1 + index * 3, 3)], 'half'),
  ),
  // Halves of the calendar's year, unless a council's year is said with them.
  ...[0, 1].flatMap((half) => named(`h${half + 1}`, (year) => [monthsFrom(year, 1 + half * 6, 6)], 'half')),
  ...named('spring|springtime', (year) => [monthsFrom(year, 3, 3)], 'season'),
  ...named('summer|summertime', (year) => [monthsFrom(year, 6, 3)], 'season'),
  ...named('autumn', (year) => [monthsFrom(year, 9, 3)], 'season'),
  ...named('winter', (year) => [monthsFrom(year, 12, 3)], 'season'),
  ...named('new year', (year) => [monthsFrom(year, 1)], 'feast', { opens: true, needsRole: true }),
  ...named(
    paired('clocks|the clocks', 'change|changing'),
    (year) => [lastSundayOfMarch(year), lastSundayOfOctober(year)].map((day) => ({ from: day, to: day })),
    'feast',
  ),
  ...Object.entries(FEASTS).flatMap(([words, day]) =>
    named(words, (year) => [{ from: day(year), to: day(year) }], 'feast'),
  ),
  ...Object.entries(MOVING).flatMap(([words, days]) =>
    named(words, (year) => days(year).map((day) => ({ from: day, to: day })), 'feast'),
  ),
  ...UNTABLED.map((words): Entry => [words, { kind: 'flag', flag: 'vague' }]),
]
