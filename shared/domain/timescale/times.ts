/** Reads the time that starts at a token: a date, a weekday, a stretch with its year. */
import { addMonths, type Day, partsOf, type Span, weekdayFrom, weekdayOf, weekdayUpTo } from './civil-day.ts'
import { dayAt, isNearYear } from './dates.ts'
import { namedTime, unitTime, type Years, yearTime } from './stretches.ts'
import { skipFillers } from './skip.ts'
import { dayTime, type Found, type Part, type Role, type Time, type Token, type Which } from './token.ts'
import { LAST } from './vocabulary.ts'

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
  isMonth: boolean,
): { years: Years; next: number } | null {
  const short = tokens[start]
  // “Sept 24”; “spring 24” where no more is said
  const isAlone = isMonth || tokens[start + 1] === undefined || tokens[start + 1]?.kind === 'join'
  if (isAlone && short?.kind === 'number' && isNearYear(short.value, event))
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
  if (first?.kind !== 'which' || second?.kind !== 'unit' || second.unit !== 'year') return null
  const year = partsOf(event).year + (first.which === 'this' ? 0 : 1)
  return { years: { first: year, isPair: false }, next: at + 2 }
}

/** “First week of July”, “last Friday in March”, “last working day of term”. */
function nthAt(tokens: Tokens, start: number, event: Day): Found | null {
  const nth = tokens[start]
  if (nth?.kind !== 'ordinal' || (nth.isDigits && nth.value > 5)) return null
  let at = start + 1
  const word = tokens[at]
  const isWorking = word?.kind === 'word' && word.text === 'working'
  if (isWorking) at++
  const of = tokens[at]
  const isPart = of?.kind === 'weekday' || (of?.kind === 'unit' && (of.unit === 'week' || of.unit === 'day'))
  const into = skipInto(tokens, at + 1)
  if (!isPart || into === at + 1) return null
  const whole = wholeAt(tokens, into, event, true)
  if (whole?.time == null) return whole
  const isLast = nth.value === LAST
  const within = ({ from, to }: Span): Span => {
    if (of.kind === 'weekday') {
      const day = isLast ? weekdayUpTo(of.weekday, to) : weekdayFrom(of.weekday, from) + (nth.value - 1) * 7
      return { from: day, to: day }
    }
    if (of.unit === 'week')
      return isLast ? { from: to - 6, to } : { from: from + (nth.value - 1) * 7, to: from + nth.value * 7 - 1 }
    const day = isLast ? to : from + nth.value - 1
    const moved = !isWorking || weekdayOf(day) <= 5 ? day : isLast ? weekdayUpTo(5, day) : weekdayFrom(1, day)
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

const withPart = (time: Time, part: Part): Time => ({
  ...time,
  part,
  inYear: time.inYear === null ? null : (year) => withPart(time.inYear?.(year) ?? time, part),
})

/** A stretch: a name, a year, a unit such as “this month”; `isPartOf` where a part of it was said before, “the end of the month”. */
function wholeAt(tokens: Tokens, start: number, event: Day, isPartOf: boolean): Found | null {
  let at = start
  let which: Which | null = null
  const said = tokens[at]
  if (said?.kind === 'which') {
    which = said.which
    at = skipFillers(tokens, at + 1)
  }
  const token = tokens[at]
  if (token?.kind === 'month' || token?.kind === 'named') {
    const suffix = yearsAfter(tokens, at + 1, event, token.kind === 'month')
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
  if (token.unit === 'year' && after?.kind === 'role' && after.role === 'after' && next?.kind === 'which')
    return { time: yearTime({ first: partsOf(event).year + 2, isPair: false }), next: at + 3 }
  const time = token.isPlural || (which === null && !isPartOf) ? null : unitTime(token.unit, which, event)
  return time === null ? null : { time, next: at + 1 }
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
  const nth = nthAt(tokens, at, event)
  if (nth !== null) return nth
  let part: Part | null = null
  if (first?.kind === 'part') part = first.part
  // “By start June”
  else if (first?.kind === 'onwards' && (role === 'by' || role === 'before')) part = 'start'
  if (part !== null) at = skipInto(tokens, at + 1)
  else {
    const day = dayAt(tokens, at, event, role)
    if (day !== null) return day
  }
  const whole = wholeAt(tokens, at, event, part !== null)
  if (whole === null || whole.time === null || part === null) return whole
  return { time: withPart(whole.time, part), next: whole.next }
}
