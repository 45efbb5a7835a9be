/** Which of the stretches of a name is meant: “next autumn”, “Q4 2024”, “this term”, “the new financial year”. */
import { type Day, dayOf, monthsFrom, partsOf, type Span, weekdayUpTo } from './civil-day.ts'
import { councilYear } from './names.ts'
import * as school from './school-year.ts'
import { dayTime, type Named, type Time, timeOf, type Unit, type Which } from './token.ts'

/** “2024”, or “2024/25”, which is a council's year, or a school's after the name of a term. */
export type Years = { first: number; isPair: boolean }

const around = (event: Day, spans: (year: number) => Span[]): Span[] => {
  const { year } = partsOf(event)
  return [-1, 0, 1, 2, 3].flatMap((later) => spans(year + later))
}

/** A whole year by itself: the calendar's, or a council's. */
export const yearTime = ({ first, isPair }: Years): Time =>
  timeOf([isPair ? councilYear(first) : monthsFrom(first, 1, 12)], { yearSaid: true, isYear: isPair ? null : first })

/** Null for “financial year 2024”, which is one of two. */
function inYears(named: Named, { first, isPair }: Years): Span[] | null {
  if (!isPair) return named.kind === 'year' ? null : named.spans(first)
  if (named.kind === 'year') return named.spans(first)
  // H1 of a council's year is April to September.
  if (named.kind === 'half') return named.spans(first).map(({ from }) => monthsFrom(first, partsOf(from).month + 3, 6))
  const whole = named.isSchool === true ? { from: dayOf(first, 9, 1), to: dayOf(first + 1, 8, 31) } : councilYear(first)
  return [first, first + 1].flatMap(named.spans).filter(({ from, to }) => from >= whole.from && to <= whole.to)
}

/**
 * Those that a word before the name leaves. “Next March” is the March to come and the one of next year; where those are two,
 * nobody can say which is meant: null.
 */
function chosen(named: Named, which: Which, event: Day): Span[] | null {
  const { year } = partsOf(event)
  const spans = around(event, named.spans)
  const ahead = spans.find(({ from }) => from > event)
  if (ahead === undefined) return null
  const isOfUnit = named.kind === 'year' || named.kind === 'year-end'
  switch (which) {
    case 'this': {
      const running = spans.find(({ to }) => to >= event)
      return running !== undefined && (isOfUnit || running.from <= event || partsOf(running.from).year === year)
        ? [running]
        : null
    }
    case 'next': {
      const isOne = isOfUnit || named.spans(year).length > 1 || partsOf(ahead.from).year > year
      return isOne ? [ahead] : null
    }
    case 'coming':
      return [ahead]
    case 'new':
      return named.kind === 'year' || named.kind === 'term' ? [ahead] : null
  }
}

/** The time that a name comes to, with the year or the word that was said with it; null where that is one of two. */
export function namedTime(named: Named, years: Years | null, which: Which | null, event: Day): Time | null {
  // H1 by itself is the calendar's or the council's.
  if (named.kind === 'half' && years === null) return null
  // A feast of which no table goes so far.
  if (years === null && named.spans(partsOf(event).year).length === 0) return null
  const spans =
    years !== null ? inYears(named, years) : which === null ? around(event, named.spans) : chosen(named, which, event)
  if (spans === null || spans.length === 0) return null
  return timeOf(spans, {
    isHoliday: named.isHoliday === true,
    opens: named.opens === true || which === 'new',
    yearSaid: years !== null,
    isStrong: years !== null || which !== null,
    inYear:
      years !== null || which !== null
        ? null
        : (year) => namedTime(named, { first: year, isPair: false }, null, event) ?? timeOf([]),
  })
}

/** The school's weeks from now to the next half term or the end of the term; null while there is no school. */
export function halfTermTime(event: Day): Time | null {
  const halves = around(event, (year) => [
    school.springHalfTerm(year),
    school.summerHalfTerm(year),
    school.autumnHalfTerm(year),
  ])
  const term = around(event, TERMS).find(({ to }) => to >= event)
  if (term === undefined || term.from > event || halves.some(({ from, to }) => from <= event && event <= to))
    return null
  const half = halves.find(({ from }) => from > event && from <= term.to)
  return dayTime(half === undefined ? term.to : half.from - 1)
}

const week = (monday: Day): Span => ({ from: monday, to: monday + 4 })
const TERMS = (year: number): Span[] => [school.springTerm(year), school.summerTerm(year), school.autumnTerm(year)]

function spansOf(unit: Unit, event: Day): Span[] | null {
  const { year, month } = partsOf(event)
  switch (unit) {
    case 'week':
      return [0, 7, 14].map((later) => week(weekdayUpTo(1, event) + later))
    case 'month':
      return [0, 1, 2].map((later) => monthsFrom(year, month + later))
    case 'quarter':
      return [0, 3, 6].map((later) => monthsFrom(year, month - ((month - 1) % 3) + later, 3))
    case 'term':
      return around(event, TERMS)
    case 'year':
      return [0, 1, 2].map((later) => monthsFrom(year + later, 1, 12))
    case 'hour':
    case 'day':
    case 'fortnight':
      return null
  }
}

/** “This term”, “next week”, “the end of the month”; null for a unit that nobody names so. */
export function unitTime(unit: Unit, which: Which | null, event: Day): Time | null {
  const spans = spansOf(unit, event)
  if (spans === null) return null
  const isAhead = which !== null && which !== 'this'
  const span = spans.find(({ from, to }) => (isAhead ? from > event : to >= event))
  if (span === undefined) return null
  const isYear = unit === 'year' && isAhead ? partsOf(span.from).year : null
  // “The start of term”, said in the middle of one, is the next.
  const open = which === null ? spans.filter(({ to }) => to >= event) : [span]
  return timeOf(open, { opens: which === 'new', isStrong: which !== null, isYear })
}
