/** Reads the time that starts at a token: a date, a weekday, a stretch with its year. */
import { addMonths, type Day, monthsFrom, partsOf, type Span, weekdayFrom, weekdayUpTo } from './civil-day.ts'
import { dayAt, isNearYear, isYearOfMonth } from './dates.ts'
import { endOf } from './ends.ts'
import { halfTermTime, namedTime, unitTime, type Years, yearTime } from './stretches.ts'
import { skipFillers } from './skip.ts'
import {
  dayTime,
  type Found,
  type Part,
  type Role,
  type Time,
  timeOf,
  type Token,
  type Unit,
  type Which,
} from './token.ts'
import { LAST } from './vocabulary.ts'
import { workingDaysFrom } from './working-days.ts'

type Tokens = readonly Token[]

/** Past the words between a part and what it is a part of: “late in the year”. */
function skipInto(tokens: Tokens, start: number): number {
  const at = skipFillers(tokens, start)
  const token = tokens[at]
  return token?.kind === 'role' && token.role === 'in' ? skipFillers(tokens, at + 1) : at
}

/** The year that stands after a name: “2024”, “2024/25”, “next year”, “of this year”. */
function yearsAfter(
  tokens: Tokens,
  start: number,
  event: Day,
  month: number | null,
  role: Role | null,
): { years: Years; next: number } | null {
  const short = tokens[start]
  // “Sept 24”; “spring 24” where no more is said
  const isAlone = month !== null || tokens[start + 1] === undefined || tokens[start + 1]?.kind === 'join'
  const isYear = (number: number) =>
    month === null ? isNearYear(number, event) : isYearOfMonth(number, month, event, role)
  if (isAlone && short?.kind === 'number' && isYear(short.value))
    return { years: { first: 2000 + short.value, isPair: false }, next: start + 1 }
  let at = skipInto(tokens, start)
  const comma = tokens[at]
  if (comma?.kind === 'join' && comma.join === ',') at = skipFillers(tokens, at + 1)
  const [first, second] = [tokens[at], tokens[at + 1]]
  // “Q3 FY24/25”
  if (first?.kind === 'named' && first.named.kind === 'year' && second?.kind === 'years')
    return { years: { first: second.first, isPair: true }, next: at + 2 }
  if (first?.kind === 'years') return { years: { first: first.first, isPair: true }, next: at + 1 }
  if (first?.kind === 'year') return { years: { first: first.year, isPair: false }, next: at + 1 }
  // “Q1 of the next financial year”
  if (first?.kind === 'which' && second?.kind === 'named' && second.named.kind === 'year') {
    const whole = namedTime(second.named, null, first.which, event)?.spans[0]
    return whole === undefined ? null : { years: { first: partsOf(whole.from).year, isPair: true }, next: at + 2 }
  }
  if (first?.kind !== 'which' || second?.kind !== 'unit' || second.unit !== 'year') return null
  const year = partsOf(event).year + (first.which === 'this' ? 0 : 1)
  return { years: { first: year, isPair: false }, next: at + 2 }
}

/** “First week of July”, “last Friday in March”, “first fortnight in June”, “last working day of term”, “next working day”. */
function nthAt(tokens: Tokens, start: number, event: Day, role: Role | null): Found | null {
  const nth = tokens[start]
  let at = start + 1
  const word = tokens[at]
  const isWorking = word?.kind === 'word' && word.text === 'working'
  if (isWorking) at++
  const of = tokens[at]
  if (nth?.kind === 'which' && isWorking && of?.kind === 'unit' && of.unit === 'day' && !of.isPlural)
    return { time: nth.which === 'next' ? dayTime(workingDaysFrom(event, 1)) : null, next: at + 1 }
  if (nth?.kind !== 'ordinal' || (nth.isDigits && nth.value > 5)) return null
  const into = skipInto(tokens, at + 1)
  const [after, first] = [tokens[at + 1], tokens[into]]
  if (isWorking && of?.kind === 'unit' && after?.kind === 'role' && after.role === 'after') {
    const found = timeAt(tokens, at + 2, event, 'after')
    const day = found?.time?.spans.map((span) => endOf(span, timeOf([]), 'in')).find((one) => one >= event)
    return {
      time: day === undefined || nth.value < 1 ? null : dayTime(workingDaysFrom(day, nth.value)),
      next: found?.next ?? at + 2,
    }
  }
  // “Last week April”
  const isShort = into === at + 1 && first?.kind === 'month' && isEnd(tokens, into + 1)
  if ((into === at + 1 && !isShort) || (of?.kind !== 'weekday' && of?.kind !== 'unit'))
    return severalAt(tokens, at, event, nth.value)
  if (of.kind === 'unit' && (of.isPlural || !COUNTED_IN.has(of.unit)))
    return first === undefined ? null : { time: null, next: into + 1 }
  // “The first Tuesday of the month” may be how often.
  if (of.kind === 'weekday' && nth.value !== LAST && first?.kind === 'unit' && role === null)
    return { time: null, next: into + 1 }
  const whole = wholeAt(tokens, into, event, true, null)
  if (whole?.time == null) return whole
  const isLast = nth.value === LAST
  const within = ({ from, to }: Span): Span => {
    if (of.kind === 'weekday') {
      const day = isLast ? weekdayUpTo(of.weekday, to) : weekdayFrom(of.weekday, from) + (nth.value - 1) * 7
      return { from: day, to: day }
    }
    if (of.unit !== 'day') {
      const days = of.unit === 'week' ? 7 : 14
      return isLast
        ? { from: to - days + 1, to }
        : { from: from + (nth.value - 1) * days, to: from + nth.value * days - 1 }
    }
    const day = isLast ? to : from + nth.value - 1
    const working = isLast ? workingDaysFrom(to + 1, -1) : workingDaysFrom(from - 1, nth.value)
    const moved = isWorking ? working : day
    return { from: moved, to: moved }
  }
  const of1 = (time: Time): Time => ({
    ...time,
    spans: time.spans.map(within),
    isHoliday: false,
    opens: false,
    inYear: time.inYear === null ? null : (year) => of1(time.inYear?.(year) ?? time),
  })
  return { time: of1(whole.time), next: whole.next }
}
const isEnd = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at]
  return token === undefined || token.kind === 'join' || token.kind === 'year'
}

/** “The first two weeks of June”, from its first day on; “the last two weeks”, up to its last. */
function severalAt(tokens: Tokens, at: number, event: Day, nth: number): Found | null {
  const [count, unit] = [tokens[at], tokens[at + 1]]
  const into = skipInto(tokens, at + 2)
  if (count?.kind !== 'number' || unit?.kind !== 'unit' || into === at + 2) return null
  const month = tokens[into]
  const days = count.value * 7
  if (unit.unit !== 'week' || !(days > 0 && days <= 28) || (nth !== 1 && nth !== LAST) || month?.kind !== 'month')
    return { time: null, next: into + 1 }
  const whole = wholeAt(tokens, into, event, true, null)
  if (whole?.time == null) return whole
  const within = ({ from, to }: Span): Span =>
    nth === LAST ? { from: to - days + 1, to } : { from, to: from + days - 1 }
  return { time: { ...whole.time, spans: whole.time.spans.map(within), inYear: null }, next: whole.next }
}
const COUNTED_IN: ReadonlySet<Unit> = new Set<Unit>(['day', 'week', 'fortnight'])

const withPart = (time: Time, part: Part): Time => ({
  ...time,
  part,
  inYear: time.inYear === null ? null : (year) => withPart(time.inYear?.(year) ?? time, part),
})

/** A stretch: a name, a year, a unit such as “this month”; `isPartOf` where a part of it was said before, “the end of the month”. */
function wholeAt(tokens: Tokens, start: number, event: Day, isPartOf: boolean, role: Role | null): Found | null {
  let at = start
  let which: Which | null = null
  const said = tokens[at]
  if (said?.kind === 'which') {
    which = said.which
    at = skipFillers(tokens, at + 1)
  }
  const token = tokens[at]
  if (token?.kind === 'named' && token.named.needsRole === true && !isPartOf && (role === null || which !== null))
    return { time: null, next: at + 1 }
  if (token?.kind === 'named' && isAfterNext(tokens, at + 1)) return { time: null, next: at + 3 }
  if (token?.kind === 'month' || token?.kind === 'named') {
    const suffix = yearsAfter(
      tokens,
      at + 1,
      event,
      token.kind === 'month' ? token.month : null,
      isPartOf ? null : role,
    )
    return { time: namedTime(token.named, suffix?.years ?? null, which, event), next: suffix?.next ?? at + 1 }
  }
  if (token?.kind === 'year' || token?.kind === 'years') {
    const isPair = token.kind === 'years'
    const years: Years = { first: isPair ? token.first : token.year, isPair }
    const after = skipFillers(tokens, at + 1)
    const of = tokens[after]
    if (which !== null) return null
    return of?.kind === 'named' || (of?.kind === 'month' && isPair)
      ? { time: namedTime(of.named, years, null, event), next: after + 1 }
      : { time: yearTime(years), next: at + 1 }
  }
  if (token?.kind !== 'unit') return null
  const [after, next] = [tokens[at + 1], tokens[at + 2]]
  // “The year after next”
  if (!token.isPlural && after?.kind === 'role' && after.role === 'after' && next?.kind === 'which')
    return { time: next.which === 'next' ? afterNext(token.unit, event) : null, next: at + 3 }
  // “Next week Thursday”
  if (token.unit === 'week' && !token.isPlural && which !== null && after?.kind === 'weekday') {
    const monday = weekdayUpTo(1, event) + (which === 'this' ? 0 : 7)
    const day = weekdayFrom(after.weekday, monday)
    return { time: day < event ? null : dayTime(day), next: at + 2 }
  }
  const time = token.isPlural || (which === null && !isPartOf) ? null : unitTime(token.unit, which, event)
  return time === null ? null : { time, next: at + 1 }
}

const isAfterNext = (tokens: Tokens, at: number): boolean => {
  const [after, next] = [tokens[at], tokens[at + 1]]
  return after?.kind === 'role' && after.role === 'after' && next?.kind === 'which' && next.which === 'next'
}

/** “The week after next”; null for a unit that nobody names so. */
function afterNext(unit: Unit, event: Day): Time | null {
  const { year, month } = partsOf(event)
  const strong = { isStrong: true }
  if (unit === 'year') return yearTime({ first: year + 2, isPair: false })
  if (unit === 'month') return timeOf([monthsFrom(year, month + 2)], strong)
  if (unit === 'quarter') return timeOf([monthsFrom(year, month - ((month - 1) % 3) + 6, 3)], strong)
  const monday = weekdayUpTo(1, event) + 14
  return unit === 'week' ? timeOf([{ from: monday, to: monday + 4 }], strong) : null
}

/** “This time next year.” */
function sameTimeAt(tokens: Tokens, start: number, event: Day): Found | null {
  const [which, filler, next, unit] = tokens.slice(start, start + 4)
  if (which?.kind !== 'which' || which.which !== 'this' || filler?.kind !== 'filler') return null
  if (next?.kind !== 'which' || next.which !== 'next' || unit?.kind !== 'unit') return null
  const months = unit.unit === 'year' ? 12 : unit.unit === 'month' ? 1 : null
  const day = months === null ? event + 7 : addMonths(event, months)
  return unit.unit === 'year' || unit.unit === 'month' || unit.unit === 'week'
    ? { time: dayTime(day), next: start + 4 }
    : null
}

/** “Week commencing 8 January”, “the week of the 8th”: its Friday; “week ending 12 January”. */
function weekOf(tokens: Tokens, at: number, event: Day): Found | null {
  const [first, of] = [tokens[at], tokens[at + 1]]
  const isUnit = first?.kind === 'unit' && first.unit === 'week' && of?.kind === 'filler' && of.isOf === true
  if (first?.kind !== 'week-of' && !isUnit) return null
  const found = dayAt(tokens, skipFillers(tokens, at + 1), event, 'by')
  if (found === null && isUnit) return null
  const days = first.kind === 'week-of' ? first.days : 4
  const span = found?.time?.spans.find(({ from }) => from + days >= event || found.time?.isExact === true)
  if (found === null || span === undefined) return { time: null, next: found?.next ?? at + 1 }
  const to = span.to + days
  const isExact = found.time?.isExact === true && days === 0
  return { time: dayTime(to, { isStrong: true, isExact, spans: [{ from: span.from, to }] }), next: found.next }
}

/** Null where no time starts here. `role` is what stands before it. */
export function timeAt(tokens: Tokens, start: number, event: Day, role: Role | null): Found | null {
  let at = skipFillers(tokens, start)
  const same = sameTimeAt(tokens, at, event)
  if (same !== null) return same
  const first = tokens[at]
  const week = weekOf(tokens, at, event)
  if (week !== null) return week
  const nth = nthAt(tokens, at, event, role)
  if (nth !== null) return nth
  let part: Part | null = null
  if (first?.kind === 'part') part = first.part
  // “By start June”
  else if (first?.kind === 'onwards' && (role === 'by' || role === 'before')) part = 'start'
  if (part !== null) {
    at = skipInto(tokens, at + 1)
    // “Early in the week beginning 7 December”
    const within = tokens[at]?.kind === 'week-of' ? weekOf(tokens, at, event) : null
    if (within !== null) return within.time === null ? within : { ...within, time: withPart(within.time, part) }
  } else {
    const day = dayAt(tokens, at, event, role)
    if (day !== null) return day
  }
  const [which, half] = [tokens[at], tokens[at + 1]]
  // “The end of this half term”: of the weeks of school that run up to the next time off.
  if (
    part === 'end' &&
    which?.kind === 'which' &&
    which.which === 'this' &&
    half?.kind === 'named' &&
    half.named.isHalf === true
  )
    return { time: halfTermTime(event), next: at + 2 }
  // “The end of half term”: of the week off, or of the weeks of school?
  if (part === 'end' && which?.kind === 'named' && which.named.isHalf === true) return { time: null, next: at + 1 }
  const whole = wholeAt(tokens, at, event, part !== null, role)
  if (whole === null || whole.time === null || part === null) return whole
  return { time: withPart(whole.time, part), next: whole.next }
}
