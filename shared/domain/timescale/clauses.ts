/** Cuts a phrase into the times it names, each with what the words before it make of it, and what else it says. */
import type { Day } from './civil-day.ts'
import { lengthAt } from './lengths.ts'
import { ledAt } from './leads.ts'
import { roleAfter, roleAt, untilAt } from './roles.ts'
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
  /** It says by when in words that are no time: “by our AGM in November”. */
  isBy: boolean
}
type Tokens = readonly Token[]

/** What a time describes is not that time: “the March board”, “Friday football”. */
function describes(tokens: Tokens, next: number, time: Time): boolean {
  const token = tokens[skipFillers(tokens, next)]
  if (token === undefined || time.isDate) return false
  return token.kind === 'word' ? !token.isLight : ['number', 'unit', 'named'].includes(token.kind)
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
  let [hasMore, isOpen, isBy] = [false, false, false]
  /** How many times were named before “then”. */
  let before = 0
  let join: Clause['join'] = null
  let last = -1
  /** Between “if” and the next comma nothing is promised. */
  let isCondition = false
  let isAway = false

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
      const next = tokens[lead.next]
      // “Before I retire in October”
      const isUntold = next?.kind === 'word' && next.isLight && !isA(next)
      if (lead.role === 'by') isBy = true
      if (lead.role === 'after' || (lead.role === 'before' && isUntold)) flags.add('condition')
      if ((lead.role === 'after' || lead.role === 'before') && isUntold) isCondition = true
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
    if (isCondition) return next
    // “Out of office till Monday, then within two days”: from when?
    if (isAway && found.time.isLength) isOpen = true
    if (until !== null && until.time === null) isOpen = true
    if (found.time.isLength && role === 'from') isOpen = true
    const hangs = last === start ? join : null
    const inherited = hangs !== null && role === null ? (clauses.at(-1)?.role ?? null) : null
    const isTold = role !== null || inherited === null
    clauses.push({ role: role ?? inherited, time: found.time, until: until?.time ?? null, join: hangs, isTold })
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
    const led = token?.kind === 'lead' ? ledAt(tokens, at, event) : null
    if (token?.kind === 'lead' && led !== null) {
      if (led.isOpen === true) isOpen = true
      if (token.lead === 'away') isAway = true
      if (led.hasMore === true) hasMore = true
      if (led.isVague === true) flags.add('vague')
      if (led.time !== undefined) clauses.push({ role: 'by', time: led.time, until: null, join: null, isTold: true })
      at = led.next
      last = led.time === undefined ? last : at
      continue
    }
    if (token?.kind === 'join') {
      if (token.join === ',') isCondition = false
      if (token.join === 'then') before = clauses.length
      if (last === at) {
        if (token.join === 'or' || token.join === '/') join = 'or'
        else if (token.join === 'and' || token.join === 'then' || (token.join === ',' && join === null)) join = 'and'
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
    else if (token?.kind === 'flag' && token.rate === undefined) {
      flags.add(token.flag)
      if (token.flag === 'condition') isCondition = true
    } else if (token?.kind === 'ordinal' && token.value === LAST && isTimeWord(tokens[at + 1])) flags.add('past')
    else if (token?.kind === 'word' ? !token.isLight : isLeftOver(token)) hasMore = true
    at++
  }
  // “December, then a review in June”: two days, unless the first is where it starts.
  const first = clauses[before - 1]
  const isStart = first?.role === 'from' || first?.role === 'not-before'
  if (first !== undefined && clauses.length > before && !isStart) isOpen = true
  return { clauses, flags, hasMore, isOpen, isBy }
}

const isTimeWord = (token: Token | undefined): boolean =>
  token !== undefined && ['unit', 'weekday', 'month', 'named'].includes(token.kind)
const isLeftOver = (token: Token | undefined): boolean =>
  token !== undefined &&
  ['number', 'ordinal', 'unit', 'part', 'which', 'date', 'year', 'years', 'week-of'].includes(token.kind)
