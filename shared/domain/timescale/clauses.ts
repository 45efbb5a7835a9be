/** Cuts a phrase into the times it names, each with what the words before it make of it, and what else it says. */
import type { Day } from './civil-day.ts'
import { lengthAt } from './lengths.ts'
import { skipFillers } from './skip.ts'
import { timeAt } from './times.ts'
import type { Flag, Role, Time, Token } from './token.ts'
import { LAST } from './vocabulary.ts'

export type Clause = {
  role: Role | null
  time: Time
  /** The end of “from … to …”, of which `time` is the start. */
  until: Time | null
  /** How it hangs on the time before it: “March and September”. */
  join: 'and' | 'or' | null
  /** Its role was said with it; else it has the one before it: “by March or April”. */
  isTold: boolean
}
export type Phrase = {
  clauses: Clause[]
  flags: ReadonlySet<Flag>
  /** Words are left that may change what it means. */
  hasMore: boolean
  /** It names a day that nobody can be sure of. */
  isOpen: boolean
}
type Tokens = readonly Token[]

/** Of several that stand together: “starting by” is a day by which, “not before” is none. */
const STRONGEST: readonly Role[] = [
  'not-before',
  'before',
  'until',
  'by',
  'between',
  'after',
  'from',
  'for',
  'over',
  'in',
]

const isDate = (token: Token | undefined): boolean =>
  token?.kind === 'date' || token?.kind === 'number' || (token?.kind === 'ordinal' && token.isDigits)

function roleAt(tokens: Tokens, start: number): { role: Role | null; next: number } {
  const roles: Role[] = []
  let at = start
  for (;;) {
    const token = tokens[at]
    if (token?.kind === 'role') roles.push(token.role)
    // “Start 1/4/24, end 31/3/25”
    else if (token?.kind === 'part' && token.part === 'end' && isDate(tokens[at + 1])) roles.push('until')
    else if (token?.kind === 'latest') roles.push('by')
    // “Start June”, but “start by March”.
    else if (token?.kind === 'onwards' && roles.length === 0) roles.push('from')
    else if (token?.kind !== 'filler') break
    at++
  }
  // “Not until after Easter” begins nobody knows when.
  if (roles.includes('after') && roles.includes('not-before')) return { role: 'after', next: at }
  return { role: STRONGEST.find((role) => roles.includes(role)) ?? null, next: at }
}

/** What a time describes is not that time: “the March board”, “Friday football”. */
function describes(tokens: Tokens, next: number, time: Time): boolean {
  const token = tokens[skipFillers(tokens, next)]
  if (token === undefined || time.isDate) return false
  return token.kind === 'word' ? !token.isLight : ['number', 'unit', 'named'].includes(token.kind)
}

/** What stands after a time and makes something else of it. */
function roleAfter(tokens: Tokens, next: number, role: Role | null): { role: Role | null; next: number } {
  const at = skipFillers(tokens, next)
  const token = tokens[at]
  if (token?.kind === 'latest') return { role: role === 'before' ? role : 'by', next: at + 1 }
  const isLast = at === tokens.length - 1
  const takes = role === null || role === 'from' || role === 'not-before' || role === 'in'
  const isOnwards = token?.kind === 'onwards' || (isLast && token?.kind === 'role' && token.role === 'in')
  return isOnwards && takes ? { role: 'from', next: at + 1 } : { role, next }
}

/** The end of a stretch: “to August”, “- March”, “and 30 June” after “between”. */
function untilAt(
  tokens: Tokens,
  next: number,
  role: Role | null,
  event: Day,
): { time: Time | null; next: number } | null {
  const at = skipFillers(tokens, next)
  const join = tokens[at]
  if (join?.kind !== 'join') return null
  const isTo = join.join === 'to' || join.join === '-' || (join.join === 'and' && role === 'between')
  if (!isTo) return null
  const found = timeAt(tokens, at + 1, event, null)
  const day = tokens[skipFillers(tokens, at + 1)]
  // “From 3 May to the 6th”: of which month?
  const isOrdinal = day?.kind === 'ordinal' && found?.time?.isStrong !== true
  // “Monday to Friday” is how often.
  const isWeekdays = day?.kind === 'weekday' && found?.next === at + 2
  return found !== null && ((isOrdinal && found.next <= at + 3) || isWeekdays)
    ? { time: null, next: found.next }
    : found
}

const isAfterUnit = (tokens: Tokens, start: number): boolean => {
  const before = tokens[start - 1]
  return before?.kind === 'weekday' || (before?.kind === 'unit' && before.unit !== 'day')
}

const isA = (token: Token | undefined): boolean => token?.kind === 'word' && (token.text === 'a' || token.text === 'an')

/** How often: “every week”, “three times a year”, “an hour a week”; the place after it, or null. */
function rateAt(tokens: Tokens, at: number): number | null {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const isOf =
    next !== undefined && ['unit', 'weekday', 'month', 'named', 'number', 'ordinal', 'near'].includes(next.kind)
  if (token?.kind === 'flag' && token.rate === 'per') return isOf ? at + 2 : null
  if (token?.kind === 'flag' && token.rate === 'times') return at + 1
  const isCounted =
    before !== undefined &&
    (before.kind === 'unit' ||
      before.kind === 'flag' ||
      before.kind === 'number' ||
      (before.kind === 'word' && !before.isLight))
  return isA(token) && isCounted && next?.kind === 'unit' ? at + 2 : null
}

export function phraseOf(tokens: Tokens, event: Day): Phrase {
  const clauses: Clause[] = []
  const flags = new Set<Flag>()
  let [hasMore, isOpen] = [false, false]
  let join: Clause['join'] = null
  let last = -1

  /** The time, or the length, at this place with all that belongs to it; the place after it, or null. */
  const clauseAt = (start: number): number | null => {
    const lead = roleAt(tokens, start)
    const length = lengthAt(tokens, lead.next, event, lead.role)
    if (length !== null && length.no !== null) {
      if (length.no === 'rate') flags.add('frequency')
      else hasMore = true
      return length.next
    }
    const found = length ?? timeAt(tokens, lead.next, event, lead.role)
    if (found === null) {
      // “Once we have a venue”, “after recruitment”
      if (lead.role === 'after') flags.add('condition')
      return null
    }
    if (found.time === null) {
      isOpen = true
      return found.next
    }
    // “The Friday before Easter”, “the week before Christmas”
    if (lead.role === 'before' && isAfterUnit(tokens, start)) isOpen = true
    const until = untilAt(tokens, found.next, lead.role, event)
    const { role, next } = roleAfter(tokens, until?.next ?? found.next, lead.role)
    if (describes(tokens, next, until?.time ?? found.time)) {
      hasMore = true
      return next
    }
    if (until !== null && until.time === null) isOpen = true
    if (found.time.isLength && role === 'from') isOpen = true
    const hangs = last === start ? join : null
    const before = hangs !== null && role === null ? (clauses.at(-1)?.role ?? null) : null
    const isTold = role !== null || before === null
    clauses.push({ role: role ?? before, time: found.time, until: until?.time ?? null, join: hangs, isTold })
    last = next
    return next
  }

  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    const rate = rateAt(tokens, at)
    if (rate !== null) {
      flags.add('frequency')
      at = rate
      continue
    }
    if (token?.kind === 'join') {
      if (last === at) {
        if (token.join === 'or' || token.join === '/') join = 'or'
        else if (token.join === 'and' || (token.join === ',' && join === null)) join = 'and'
        last = at + 1
      }
      at++
      continue
    }
    const next = token?.kind === 'flag' || (token?.kind === 'word' && !isA(token)) ? null : clauseAt(at)
    if (next !== null) {
      at = Math.max(next, at + 1)
      continue
    }
    if (token?.kind === 'broken') isOpen = true
    else if (token?.kind === 'flag' && token.rate === undefined) flags.add(token.flag)
    else if (token?.kind === 'ordinal' && token.value === LAST && isTimeWord(tokens[at + 1])) flags.add('past')
    else if (token?.kind === 'word' ? !token.isLight : isLeftOver(token)) hasMore = true
    at++
  }
  return { clauses, flags, hasMore, isOpen }
}

const isTimeWord = (token: Token | undefined): boolean =>
  token !== undefined && ['unit', 'weekday', 'month', 'named'].includes(token.kind)
const isLeftOver = (token: Token | undefined): boolean =>
  token !== undefined &&
  ['number', 'ordinal', 'unit', 'part', 'which', 'date', 'year', 'years', 'week-of'].includes(token.kind)
