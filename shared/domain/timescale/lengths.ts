/** Lengths of time that people name: “within three months”, “six to eight weeks”, “a week on Friday”. */
import { addMonths, type Day, weekdayFrom } from './civil-day.ts'
import { endOf } from './ends.ts'
import { skipFillers } from './skip.ts'
import { dayTime, type Found, type Role, type Time, type Token, type Unit } from './token.ts'
import { timeAt } from './times.ts'
import { workingDaysFrom } from './working-days.ts'

type Length = { amount: number; unit: Unit; isWorking: boolean; next: number }

/** The day so long after `day`. */
function move(day: Day, { amount, unit, isWorking }: Length, sign: 1 | -1): Day {
  const by = amount * sign
  switch (unit) {
    case 'hour':
      return day + sign * Math.ceil(amount / 24)
    case 'day':
      return isWorking ? workingDaysFrom(day, Math.round(by)) : day + Math.round(by)
    case 'week':
      return day + Math.round(by * 7)
    case 'fortnight':
      return day + Math.round(by * 14)
    case 'year':
      return addMonths(day, Math.round(by * 12))
    case 'month':
    case 'quarter':
    case 'term':
      return addMonths(day, Math.trunc(by)) + Math.round((by % 1) * 30)
  }
}

const MEASURED: ReadonlySet<Unit> = new Set<Unit>(['hour', 'day', 'week', 'fortnight', 'month', 'year'])
const isA = (token: Token | undefined): boolean => token?.kind === 'word' && (token.text === 'a' || token.text === 'an')
const numberAt = (tokens: readonly Token[], at: number): number | null => {
  const token = tokens[at]
  return token?.kind === 'number' && token.value > 0 && token.value <= 400 ? token.value : null
}

function amountAt(tokens: readonly Token[], start: number): { amount: number; next: number } | null {
  const low = numberAt(tokens, start)
  if (low === null) return isA(tokens[start]) ? { amount: 1, next: start + 1 } : null
  const more = numberAt(tokens, start + 1)
  if (more === 0.5) return { amount: low + more, next: start + 2 }
  const join = tokens[start + 1]
  const high = join?.kind === 'join' && ['-', 'to', 'or'].includes(join.join) ? numberAt(tokens, start + 2) : null
  return high === null ? { amount: low, next: start + 1 } : { amount: Math.max(low, high), next: start + 3 }
}

/** The longer end of “six to eight weeks”. */
function measureAt(tokens: readonly Token[], start: number, isOver: boolean): Length | null {
  const said = amountAt(tokens, start)
  let at = said?.next ?? start
  const word = tokens[at]
  const isWorking = word?.kind === 'word' && (word.text === 'working' || word.text === 'school')
  if (isWorking) at++
  const unit = tokens[at]
  if (unit?.kind !== 'unit' || !MEASURED.has(unit.unit)) return null
  if (said === null && unit.unit !== 'fortnight' && !(isOver && !unit.isPlural) && numberAt(tokens, at + 1) !== 0.5)
    return null
  const half = numberAt(tokens, at + 1) === 0.5 ? 0.5 : 0
  return { amount: (said?.amount ?? 1) + half, unit: unit.unit, isWorking, next: at + (half === 0 ? 1 : 2) }
}

/** “Up to” opens what was said. */
const isUpTo = (tokens: readonly Token[], start: number): boolean => {
  const first = tokens[0]
  return start === 1 && first?.kind === 'role' && first.isUpTo === true
}
/** Nothing more than a full stop. */
const isAllSaid = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at).every((token) => token.kind === 'join' && token.join === ',')

const isRate = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token?.kind === 'flag' && token.flag === 'frequency') return true
  return isA(token) && tokens[at + 1]?.kind === 'unit'
}

/** “A week on Friday”, “two weeks today”. */
function onDay(tokens: readonly Token[], at: number, event: Day): { day: Day; next: number } | null {
  const first = tokens[at]
  const from = first?.kind === 'role' && first.role === 'in' ? at + 1 : at
  const token = tokens[from]
  if (token?.kind === 'near') return { day: event + token.days, next: from + 1 }
  return token?.kind === 'weekday' ? { day: weekdayFrom(token.weekday, event + 1), next: from + 1 } : null
}

/** “4 January”, “Friday”, and no stretch. */
const isDay = (time: Time | null): boolean =>
  time !== null && (time.isDate || (time.spans.length === 1 && time.spans.every(({ from, to }) => from === to)))

/** What stands after a length and says from when it counts. */
function counted(length: Length, tokens: readonly Token[], event: Day): Found {
  const ending = (day: Day, next: number): Found => ({ time: dayTime(day, { isLength: true }), next })
  const { unit } = length
  const near = tokens[length.next]
  const isOnDay = unit === 'week' || unit === 'fortnight' || near?.kind === 'near'
  const day = isOnDay ? onDay(tokens, length.next, event) : null
  if (day !== null) return ending(move(day.day, length, 1), day.next)
  const next = tokens[length.next]
  const after = skipFillers(tokens, length.next)
  const lead = tokens[after]
  if (lead?.kind === 'anchor') return ending(move(event, length, 1), after + 1)
  const isOf = next?.kind === 'filler' && next.isOf === true
  const role = isOf ? 'after' : lead?.kind === 'role' ? lead.role : null
  // “Six weeks from 4 January”, but “twelve months from April” may be how long it lasts.
  const date = role === 'from' ? timeAt(tokens, after + 1, event, role) : null
  const first = isDay(date?.time ?? null) ? date?.time?.spans.find(({ from }) => from >= event) : undefined
  if (date !== null && first !== undefined && date.time?.isRange === false)
    return ending(move(first.from, length, 1), date.next)
  if (role !== 'after' && role !== 'before') return ending(move(event, length, 1), length.next)
  // “Within six weeks of a placement starting” is a day nobody knows yet.
  const start = timeAt(tokens, isOf ? after : after + 1, event, role)
  const time = start?.time ?? null
  const isBefore = role === 'before' && time?.part === null
  const from = time?.spans
    .map((span) => (isBefore || time.part === 'start' || time.opens ? span.from : endOf(span, time, 'in')))
    .find((one) => one >= event)
  if (start === null || from === undefined) return { time: null, next: start?.next ?? after + 1 }
  return ending(move(from, length, role === 'before' ? -1 : 1), start.next)
}

export type FoundLength = Found & {
  /** How often something happens, or how long it lasts, and no day at all. */
  no: 'rate' | 'lasts' | null
}

/**
 * The length of time that starts here, as the day it ends on; null for none. What is said of how often (“two days a week”) or how long
 * (“for a year”, “half a day”) is no day.
 */
export function lengthAt(tokens: readonly Token[], start: number, event: Day, role: Role | null): FoundLength | null {
  let at = skipFillers(tokens, start)
  const which = tokens[at]
  let isOver = false
  if (which?.kind === 'which') {
    const of = tokens[at + 1]
    const isAhead = which.which === 'next' || which.which === 'coming'
    // “In the next year” is twelve months; “next year” and “by next year” are a year of the calendar.
    isOver =
      isAhead &&
      tokens[at - 1]?.kind === 'filler' &&
      (role === 'in' || role === 'over' || role === 'by') &&
      of?.kind === 'unit' &&
      !of.isPlural
    if (isOver && of?.kind === 'unit' && of.unit === 'quarter') return { time: null, next: at + 2, no: null }
    if (!isOver && !(isAhead && (of?.kind === 'number' || isFortnight(of)))) return null
    at++
  }
  const length = measureAt(tokens, at, isOver)
  if (length === null) return null
  const { amount, unit, isWorking, next } = length
  if (isRate(tokens, next)) return { time: null, next: next + 1, no: 'rate' }
  const lasts =
    (role === 'over' && which?.kind !== 'which') ||
    role === 'for' ||
    // “Up to 12 weeks” is a day where nothing else was said.
    (role === 'until' && (!isUpTo(tokens, start) || !isAllSaid(tokens, next))) ||
    role === 'from' ||
    role === 'not-before' ||
    role === 'after' ||
    role === 'between'
  const isShort = (unit === 'hour' && amount < 24) || (unit === 'day' && amount <= 5 && !isWorking)
  // “16 to 18 years” are an age.
  const isOld = unit === 'year' && amount > 5
  if (lasts || ((role === null || role === 'until') && (isShort || isOld))) return { time: null, next, no: 'lasts' }
  return { ...counted(length, tokens, event), no: null }
}
const isFortnight = (token: Token | undefined): boolean => token?.kind === 'unit' && token.unit === 'fortnight'
