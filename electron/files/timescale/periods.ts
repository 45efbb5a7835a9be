/** Stretches of time that people name: months, terms, quarters, holidays, years; and the day they come to. */
import { type Day, dayOf, monthsFrom, partsOf, type Span, weekdayUpTo } from './civil-day.ts'
import * as school from './school-year.ts'

type Period = {
  words: RegExp
  /** All that there are with this name in (or, for a year that runs on, from) this calendar year. */
  spans: (year: number) => Span[]
  /** Time off: “by half term” means before it begins. */
  isHoliday?: boolean
  /** “2023/24” is then the year from September, not the council's from April. */
  isSchool?: boolean
  isMonth?: boolean
  /** A word that means a time only together with others: “this term”, but not “term-time help”. */
  isVague?: boolean
}

/**
 * The council's financial year runs from 1 April to 31 March, and its quarters with it: Q1 is April to June. “Q4 2024” is
 * the fourth quarter of the year that starts in 2024, January to March 2025.
 */
const councilYear = (year: number): Span => monthsFrom(year, 4, 12)
const quarter =
  (number: number) =>
  (year: number): Span[] => [monthsFrom(year, 1 + number * 3, 3)]
const weeks = (year: number): Span[] => {
  const first = weekdayUpTo(1, dayOf(year, 1, 1))
  return Array.from({ length: 53 }, (_, index) => ({ from: first + index * 7, to: first + index * 7 + 4 }))
}

const MONTHS = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
// “We may be able to” is not a month.
const NOT_A_VERB = '(?!\\s+(?:be|not|need|also|take|have|well|depend|start|begin|require|change|vary|with)\\b)'
const QUARTERS = [
  'q1|(?:quarter|qtr) (?:1|one)|(?:first|1st) quarter',
  'q2|(?:quarter|qtr) (?:2|two)|(?:second|2nd) quarter',
  'q3|(?:quarter|qtr) (?:3|three)|(?:third|3rd) quarter',
  'q4|(?:quarter|qtr) (?:4|four)|(?:fourth|4th|last|final) quarter',
]

const term = (words: string, span: (year: number) => Span, isHoliday = false): Period => ({
  words: new RegExp(`\\b(?:${words})\\b`, 'g'),
  spans: (year) => [span(year)],
  isHoliday,
  isSchool: true,
})

// Not “twice a term”, “one day a week”.
const vague = (words: string, spans: Period['spans']): Period => ({
  words: new RegExp(`(?<!\\b(?:a|an|per|each|every|one|\\d) )\\b${words}\\b`, 'g'),
  spans,
  isVague: true,
})

/** In the order they are looked for; what one has taken the next does not see. */
const PERIODS: Period[] = [
  term('(?:spring|feb(?:ruary)?) half[- ]?term', school.springHalfTerm, true),
  term('(?:summer|may|whitsun?) half[- ]?term', school.summerHalfTerm, true),
  term('(?:autumn|oct(?:ober)?) half[- ]?term', school.autumnHalfTerm, true),
  {
    words: /\bhalf[- ]?term\b/g,
    spans: (year) => [school.springHalfTerm(year), school.summerHalfTerm(year), school.autumnHalfTerm(year)],
    isHoliday: true,
    isSchool: true,
  },
  term('(?:spring|easter) term', school.springTerm),
  term('summer term', school.summerTerm),
  term('(?:autumn|winter|christmas) term', school.autumnTerm),
  term('(?:easter|spring) (?:holidays?|break)', school.easterHolidays, true),
  term('summer (?:holidays?|break|recess)', school.summerHolidays, true),
  term('(?:christmas|xmas|winter) (?:holidays?|break|recess)', school.christmasHolidays, true),
  term('school year', school.schoolYear),
  { words: /\bacademic year\b/g, spans: (year) => [monthsFrom(year, 9, 12)], isSchool: true },
  vague('term', (year) => [school.springTerm(year), school.summerTerm(year), school.autumnTerm(year)]),
  {
    words: /\b(?:financial|fiscal|council|municipal|budget) year(?:[- ]end)?\b/g,
    spans: (year) => [councilYear(year)],
  },
  // The last day of the financial year; “the end of the year” is 31 December.
  { words: /\byear[- ]end\b/g, spans: (year) => [{ from: dayOf(year, 3, 31), to: dayOf(year, 3, 31) }] },
  ...QUARTERS.map((words, index): Period => ({
    words: new RegExp(`\\b(?:${words})\\b`, 'g'),
    spans: quarter(index + 1),
  })),
  vague('quarter', (year) => [1, 4, 7, 10].map((month) => monthsFrom(year, month, 3))),
  {
    words: /\bgood friday\b/g,
    spans: (year) => [{ from: school.easterSunday(year) - 2, to: school.easterSunday(year) - 2 }],
  },
  { words: /\beaster\b/g, spans: (year) => [{ from: school.easterSunday(year), to: school.easterSunday(year) }] },
  { words: /\b(?:christmas|xmas)\b/g, spans: (year) => [{ from: dayOf(year, 12, 25), to: dayOf(year, 12, 25) }] },
  { words: /\bnew year\b/g, spans: (year) => [monthsFrom(year, 1)] },
  ...MONTHS.map((words, index): Period => ({
    words: new RegExp(`\\b(?:${words})\\b${NOT_A_VERB}`, 'g'),
    spans: (year) => [monthsFrom(year, index + 1)],
    isMonth: true,
  })),
  { words: /\bspring\b/g, spans: (year) => [monthsFrom(year, 3, 3)] },
  { words: /\bsummer\b/g, spans: (year) => [monthsFrom(year, 6, 3)] },
  { words: /\bautumn\b/g, spans: (year) => [monthsFrom(year, 9, 3)] },
  { words: /\bwinter\b/g, spans: (year) => [monthsFrom(year, 12, 3)] },
  vague('month', (year) => Array.from({ length: 12 }, (_, index) => monthsFrom(year, index + 1))),
  vague('week', weeks),
  vague('(?:calendar )?year', (year) => [monthsFrom(year, 1, 12)]),
]
// “2024/25” by itself is the council's year, “2024” the calendar's.
const YEARS: Period[] = [
  { words: /\b20\d\d ?[/–-] ?(?:20)?\d\d\b/g, spans: (year) => [councilYear(year)] },
  { words: /\b20\d\d\b/g, spans: (year) => [monthsFrom(year, 1, 12)] },
]

// What stands before a period: which part of it, and whether it is the one after this one.
const LEAD =
  /(?:\b(?<when>before|after|since|from|starting|beginning|by|in|during|over|into)\s+)?(?:(?:the\s+)?(?:very\s+)?\b(?<part>start|beginning|early|mid|middle|end|late|first half|second half|first week|second week|third week|last week)\b[\s-]*(?:of|in)?\s*)?(?:(?:the|(?<now>this|current)|our)\s+)?(?<next>next|following)?\s*(?:(?:coming|council'?s?|school)\s+)?$/

type Years = { first: number; second: number | null }

/** A year in the words: `2024`, `2023/24`, or after a month `'24` or `24` where that is not a day long past or far off. */
function readYears(text: string, after: string, isMonth: boolean, event: Day): Years | null {
  const pair = /\b(20\d\d) ?[/–-] ?(?:20)?(\d\d)\b/.exec(text) ?? /^\s*'?(\d\d) ?[/–-] ?(\d\d)\b/.exec(after)
  if (pair !== null) {
    const first = Number(pair[1]) % 100
    if (Number(pair[2]) === (first + 1) % 100) return { first: 2000 + first, second: 2001 + first }
  }
  const near =
    /^\s*(?:of\s+|,\s*)?(20\d\d)\b/.exec(after)?.[1] ??
    /^\s*'(\d\d)\b/.exec(after)?.[1] ??
    /\b(20\d\d)\b/.exec(text)?.[1]
  if (near !== undefined) return { first: 2000 + (Number(near) % 100), second: null }
  const bare = isMonth ? /^\s+(\d\d)\b(?!\s*(?:st|nd|rd|th|\d|:))/.exec(after)?.[1] : undefined
  const year = 2000 + Number(bare)
  const now = partsOf(event).year
  return bare !== undefined && year >= now && year <= now + 5 ? { first: year, second: null } : null
}

function pickDay({ from, to }: Span, when: string, part: string, isHoliday: boolean): Day {
  const length = to - from + 1
  switch (part) {
    case 'start':
    case 'beginning':
      return when === 'before' ? from - 1 : from
    case 'early':
      return from + Math.floor(length / 3) - 1
    case 'mid':
    case 'middle':
    case 'first half':
      return from + Math.floor(length / 2) - 1
    case 'first week':
      return from + 6
    case 'second week':
      return from + 13
    case 'third week':
      return from + 20
    case '':
      break
    default:
      return to
  }
  if (when === 'before' || (isHoliday && (when === 'by' || when === ''))) return from - 1
  return ['from', 'starting', 'beginning', 'since'].includes(when) ? from : to
}

/** The day one named period comes to; null where that would be before the event, or nobody can say. */
function dayIn(
  period: Period,
  years: Years | null,
  lead: { when: string; part: string; next: boolean },
  event: Day,
): Day | null {
  if (lead.when === 'after') return null
  const now = partsOf(event).year
  const wanted =
    years === null
      ? Array.from({ length: 12 }, (_, index) => now - 1 + index)
      : [years.first, ...(years.second === null ? [] : [years.second])]
  const window =
    years?.second == null
      ? null
      : period.isSchool
        ? { from: dayOf(years.first, 9, 1), to: dayOf(years.second, 8, 31) }
        : councilYear(years.first)
  const days = wanted
    .flatMap(period.spans)
    .filter(
      ({ from, to }) =>
        (!lead.next || years !== null || from > event) && (window === null || (to >= window.from && to <= window.to)),
    )
    .map((span) => pickDay(span, lead.when, lead.part, period.isHoliday ?? false))
    .filter((day) => day >= event)
  return days.length === 0 ? null : Math.min(...days)
}

/** The last of the days that the periods named in these words come to, on or after the event; null for none. */
export function readPeriods(words: string, event: Day): Day | null {
  let left = words
  let latest: Day | null = null
  const take = (periods: Period[]): void => {
    for (const period of periods) {
      // Matching all makes each pattern anew, which takes ten times as long as seeing that it is not there.
      if (left.search(period.words) < 0) continue
      for (const match of left.matchAll(period.words)) {
        const after = words.slice(match.index + match[0].length)
        const groups = LEAD.exec(words.slice(0, match.index))?.groups ?? {}
        if (period.isVague === true && Object.values(groups).every((word) => word === undefined)) continue
        const lead = { when: groups['when'] ?? '', part: groups['part'] ?? '', next: groups['next'] !== undefined }
        const day = dayIn(period, readYears(words, after, period.isMonth ?? false, event), lead, event)
        if (day !== null) latest = Math.max(latest ?? day, day)
        left = left.slice(0, match.index) + ' '.repeat(match[0].length) + left.slice(match.index + match[0].length)
      }
    }
  }
  take(PERIODS)
  if (left === words) take(YEARS)
  return latest
}
