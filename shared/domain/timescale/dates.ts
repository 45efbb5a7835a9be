/** Reads the day that starts at a token: “31 March 2027”, “Friday 1st”, “the 15th”, “next Friday”, “tomorrow”. */
import { type Day, dayOf, monthsFrom, partsOf, type Span, weekdayFrom, weekdayOf } from './civil-day.ts'
import { skipFillers } from './skip.ts'
import { dayTime, type Found, type Role, type Time, timeOf, type Token } from './token.ts'

type Tokens = readonly Token[]

/** Two figures after a name are a year where that is near: “spring 24” in 2023. */
export function isNearYear(number: number, event: Day): boolean {
  const { year } = partsOf(event)
  return number > 9 && 2000 + number >= year && 2000 + number <= year + 5
}
/**
 * Two figures after a month are most often its day: “June 30”. They are a year where there is no such day, and where they are the year it
 * is or the next one and no more is said with them: “March 24” in 2023. “By March 24” may be either.
 */
export function isYearOfMonth(number: number, month: number, event: Day, role: Role | null): boolean {
  // In November 2026 “Jan 26” is no month that is yet to come.
  if (!isNearYear(number, event) || monthsFrom(2000 + number, month).to < event) return false
  return number > 31 || ((role === null || role === 'in') && 2000 + number <= partsOf(event).year + 1)
}
const isDay = (year: number, month: number, day: number): boolean =>
  day >= 1 && month >= 1 && month <= 12 && partsOf(dayOf(year, month, day)).month === month

/** All days of this date from last year on; 29 February may be years away. */
const everyYear = (month: number, day: number, event: Day): Span[] => {
  const { year } = partsOf(event)
  return Array.from({ length: 10 }, (_, later) => year - 1 + later)
    .filter((one) => isDay(one, month, day))
    .map((one) => ({ from: dayOf(one, month, day), to: dayOf(one, month, day) }))
}

/** A date with or without its year, of the weekday that was said with it; null where there is none such. */
function dateTime(day: number, month: number, year: number | null, weekday: number | null, event: Day): Time | null {
  if (year !== null) {
    const date = dayOf(year, month, day)
    const isReal = isDay(year, month, day) && (weekday === null || weekdayOf(date) === weekday)
    return isReal ? dayTime(date, { isExact: true, isDate: true, isStrong: true, yearSaid: true }) : null
  }
  const spans = everyYear(month, day, event)
  const next = spans.find(({ from }) => from >= event)
  // 29 February, and the next February has none.
  if (next !== undefined && next.from > event + 366) return null
  // “Monday 31 March”, and the next one is no Monday: a slip in one of the two.
  if (next === undefined || (weekday !== null && weekdayOf(next.from) !== weekday)) return null
  return timeOf(spans, {
    isDate: true,
    isStrong: true,
    inYear: (said) => {
      const time = dateTime(day, month, said, weekday, event)
      return time === null ? timeOf([]) : { ...time, isExact: false }
    },
  })
}

const isCounting = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'word' ? !token.isLight : ['unit', 'month', 'number', 'ordinal'].includes(token.kind))

/** “April 27 2027”: both are there. */
function isDayBeforeYear(tokens: Tokens, at: number): boolean {
  const comma = tokens[at]
  const year = tokens[comma?.kind === 'join' && comma.join === ',' ? at + 1 : at]
  return year?.kind === 'year'
}

const isTo = (token: Token | undefined): boolean =>
  token?.kind === 'join' && (token.join === 'to' || token.join === '-')
/** A day, whatever it is: in “1 May to June 27” and “June 27 - 30” the 27 is one, too. */
const SURELY_A_DAY = 0
/** The figures that stand with those after a month: “Nov 26 to Mar 27”, “May 27 to June 30”; null where there are none. */
function besides(tokens: Tokens, start: number, at: number): number | null {
  const [join, before, far] = [tokens[start - 1], tokens[start - 2], tokens[start - 3]]
  const isJoined = isTo(join) || (join?.kind === 'join' && join.join === 'and')
  if (isJoined && before?.kind === 'month' && (far?.kind === 'number' || far?.kind === 'ordinal')) return SURELY_A_DAY
  if (isJoined && before !== undefined && before.kind === 'number') return before.value
  const [link, month, other] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (link?.kind !== 'join' || link.join === ',') return null
  if (month?.kind === 'number') return SURELY_A_DAY
  return month?.kind === 'month' && other?.kind === 'number' ? other.value : null
}

type Said = { year: number | null; isExact: boolean; next: number }
/** “2024”, “of 2024”, “next year”. */
function yearAfter(tokens: Tokens, start: number, event: Day): Said {
  let at = skipFillers(tokens, start)
  const comma = tokens[at]
  if (comma?.kind === 'join' && comma.join === ',') at++
  const [first, second] = [tokens[at], tokens[at + 1]]
  if (first?.kind === 'year') return { year: first.year, isExact: true, next: at + 1 }
  // “3 March 27”, “April 30, 27”, but not “3 March, 27 pupils”
  if (first?.kind === 'number' && isNearYear(first.value, event) && !isCounting(second))
    return { year: 2000 + first.value, isExact: true, next: at + 1 }
  if (first?.kind === 'which' && first.which !== 'new' && second?.kind === 'unit' && second.unit === 'year')
    return { year: partsOf(event).year + (first.which === 'this' ? 0 : 1), isExact: false, next: at + 2 }
  return { year: null, isExact: true, next: start }
}

const numberAt = (tokens: Tokens, at: number): number | null => {
  const token = tokens[at]
  const isOne = token?.kind === 'number' || (token?.kind === 'ordinal' && (token.isDigits || isDayInWords(tokens, at)))
  return isOne && Number.isInteger(token.value) && token.value >= 1 ? token.value : null
}

/** “The fifth of next month”, “second of March”, “second March”, “March the third”: not “second week”, nor “first June meeting”. */
function isDayInWords(tokens: Tokens, at: number): boolean {
  const [before, of] = [tokens[at - 1], tokens[at + 1]]
  const after = skipFillers(tokens, at + 1)
  const token = tokens[after]
  if (of?.kind === 'filler' && of.isOf === true)
    return token?.kind === 'month' || (token?.kind === 'which' && tokens[after + 1]?.kind === 'unit')
  if (token?.kind === 'month') {
    const next = tokens[skipFillers(tokens, after + 1)]
    return next === undefined || next.kind === 'year' || next.kind === 'join'
  }
  return before?.kind === 'filler' && tokens[at - 2]?.kind === 'month' && !isCounting(of)
}

/** “31 March 2024”, “March 31st”, “1 to 12 January”. */
function dayAndMonth(
  tokens: Tokens,
  start: number,
  weekday: number | null,
  event: Day,
  role: Role | null,
): Found | null {
  const finish = (day: number, month: number, at: number, first: number | null = null): Found => {
    const { year, isExact, next } = yearAfter(tokens, at, event)
    const time = dateTime(day, month, year, weekday, event)
    if (time === null) return { time: null, next }
    const spans = first === null ? time.spans : time.spans.map(({ to }) => ({ from: to - day + first, to }))
    return { time: { ...time, spans, isExact: time.isExact && isExact, isRange: first !== null }, next }
  }
  const day = numberAt(tokens, start)
  const first = tokens[start]
  if (day !== null) {
    const join = tokens[start + 1]
    const second = join?.kind === 'join' ? numberAt(tokens, start + 2) : null
    const after = skipFillers(tokens, start + (second === null ? 1 : 3))
    const month = tokens[after]
    if (month?.kind !== 'month') return null
    if (second === null || join?.kind !== 'join') return finish(day, month.month, after + 1)
    const { join: between } = join
    if (between === 'or' || between === '/') return finish(second, month.month, after + 1)
    const isRange = between === '-' || between === 'to' || role === 'between' || second === day + 1
    return isRange ? finish(second, month.month, after + 1, day) : { time: null, next: after + 1 }
  }
  if (first?.kind !== 'month') return null
  const at = skipFillers(tokens, start + 1)
  const number = numberAt(tokens, at)
  const [token, after] = [tokens[at], tokens[at + 1]]
  if (number === null || number > 99 || after?.kind === 'unit') return null
  if (token?.kind === 'number' && isYearOfMonth(number, first.month, event, null) && !isDayBeforeYear(tokens, at + 1)) {
    const other = besides(tokens, start, at)
    if (other === null && isYearOfMonth(number, first.month, event, role)) return null
    // “By Dec 25”, “June 27 to July 27”: days, or a year of them?
    if (other === null || isNearYear(other, event)) return { time: null, next: at + 1 }
  }
  // “June 6 pupils”, “by March 20 more families”
  const isMore = after?.kind === 'word' && after.isLight && isCounting(tokens[at + 2])
  const isNoun = after?.kind === 'word' && !after.isLight
  if (token?.kind === 'number' && (isNoun || (isMore && after.text === 'more'))) return { time: null, next: at + 1 }
  const other = listedAt(tokens, at + 1)
  if (other !== null) return other.isOr ? finish(other.day, first.month, at + 3) : { time: null, next: at + 3 }
  const last = after?.kind === 'join' && (after.join === '-' || after.join === 'to') ? numberAt(tokens, at + 2) : null
  const isEnd = last !== null && tokens[at + 3]?.kind !== 'month' && tokens[at + 3]?.kind !== 'unit'
  return isEnd ? finish(last, first.month, at + 3, number) : finish(number, first.month, at + 1)
}

/** “March 12 or 13”, and “March 12, 13 and 14”, of which nobody says which. */
function listedAt(tokens: Tokens, at: number): { day: number; isOr: boolean } | null {
  const [join, following] = [tokens[at], tokens[at + 2]]
  const day = numberAt(tokens, at + 1)
  if (join?.kind !== 'join' || day === null || day > 31 || isCounting(following)) return null
  const isList = following?.kind === 'join' && numberAt(tokens, at + 3) !== null
  if (join.join === ',') return isList ? { day, isOr: false } : null
  const isOr = join.join === 'or' || join.join === '/'
  return isOr || join.join === 'and' ? { day, isOr: isOr && !isList } : null
}

/** “The 15th”, “Friday 13th”, “the 5th of next month”; null where the day and its weekday do not go together. */
function dayOfMonth(tokens: Tokens, at: number, weekday: number | null, event: Day): Found | null {
  const token = tokens[at]
  const isOne = token?.kind === 'ordinal' || (weekday !== null && token?.kind === 'number')
  const day = numberAt(tokens, at)
  if (!isOne || day === null) return null
  const { year, month } = partsOf(event)
  const of = skipFillers(tokens, at + 1)
  const [which, unit] = [tokens[of], tokens[of + 1]]
  const isOfMonth = which?.kind === 'which' && unit?.kind === 'unit' && unit.unit === 'month'
  const isThis = which?.kind === 'unit' && which.unit === 'month'
  const next = isOfMonth ? of + 2 : isThis ? of + 1 : at + 1
  const months = isOfMonth && which.which !== 'this' ? [1] : isOfMonth ? [0] : [0, 1, 2]
  const first = months
    .map((later) => ({ date: dayOf(year, month + later, day), wanted: ((month + later - 1) % 12) + 1 }))
    .find(({ date, wanted }) => date >= event && partsOf(date).month === wanted)
  const isRight = first !== undefined && (weekday === null || weekdayOf(first.date) === weekday)
  return { time: isRight ? dayTime(first.date, { isStrong: weekday !== null }) : null, next }
}

function weekdayAt(tokens: Tokens, start: number, event: Day): Found | null {
  const which = tokens[start]
  const at = which?.kind === 'which' ? start + 1 : start
  const token = tokens[at]
  if (token?.kind !== 'weekday') return null
  const { weekday } = token
  const after = skipComma(tokens, at + 1)
  const date = dayAndMonth(tokens, after, weekday, event, null) ?? numericAt(tokens, after, weekday, event, 'by')
  if (date !== null) return date
  const number = dayOfMonth(tokens, after, weekday, event)
  if (number !== null) return number
  const coming = weekdayFrom(weekday, event + 1)
  const isNext = which?.kind === 'which' && which.which === 'next'
  const [unit, next] = [tokens[after], tokens[after + 1]]
  if (unit?.kind === 'unit' && !unit.isPlural && (unit.unit === 'week' || unit.unit === 'fortnight'))
    return { time: dayTime(coming + (unit.unit === 'week' ? 7 : 14)), next: after + 1 }
  const nextWeek = event + 8 - weekdayOf(event)
  if (unit?.kind === 'which' && next?.kind === 'unit' && next.unit === 'week')
    return { time: dayTime(weekdayFrom(weekday, unit.which === 'this' ? nextWeek - 7 : nextWeek)), next: after + 2 }
  // “Next Friday” is the one of next week.
  return { time: dayTime(isNext && coming < nextWeek ? coming + 7 : coming), next: at + 1 }
}

function numericAt(tokens: Tokens, at: number, weekday: number | null, event: Day, role: Role | null): Found | null {
  const token = tokens[at]
  if (token?.kind !== 'date') return null
  if (token.isOdd === true && role === null) return { time: null, next: at + 1 }
  const time = dateTime(token.day, token.month, token.year, weekday, event)
  // “Nine out of ten” is no date: without a year, a slash needs to be all there is.
  return { time: time === null ? null : { ...time, isStrong: token.year !== null }, next: at + 1 }
}

/** Null where no day starts here; without a time where it is one that is not in the calendar, or one of two. */
export function dayAt(tokens: Tokens, start: number, event: Day, role: Role | null): Found | null {
  const token = tokens[start]
  if (token?.kind === 'near') {
    const unit = tokens[start + 1]
    const isWeek = unit?.kind === 'unit' && unit.unit === 'week' && token.days > 0
    return { time: dayTime(event + token.days + (isWeek ? 7 : 0)), next: start + (isWeek ? 2 : 1) }
  }
  const date = numericAt(tokens, start, null, event, role) ?? dayAndMonth(tokens, start, null, event, role)
  if (date !== null) return withWeekday(date, tokens, event)
  return weekdayAt(tokens, start, event) ?? dayOfMonth(tokens, start, null, event)
}

/** “7 February (Wednesday)”: the same day twice; without a time where it is another. */
function withWeekday(date: Found, tokens: Tokens, event: Day): Found {
  const at = skipComma(tokens, date.next)
  const [token, after] = [tokens[at], tokens[at + 1]]
  const isAlone = after === undefined || (after.kind === 'join' && !isTo(after)) || after.kind === 'filler'
  if (token?.kind !== 'weekday' || !isAlone || date.time === null || date.time.isRange) return date
  const { spans, isExact } = date.time
  const day = isExact ? spans[0] : spans.find(({ from }) => from >= event)
  const isSame = day !== undefined && weekdayOf(day.from) === token.weekday
  return { time: isSame ? date.time : null, next: at + 1 }
}
function skipComma(tokens: Tokens, start: number): number {
  const at = skipFillers(tokens, start)
  const comma = tokens[at]
  return comma?.kind === 'join' && comma.join === ',' ? skipFillers(tokens, at + 1) : at
}
