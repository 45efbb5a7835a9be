/** What the words before, after and between times make of them: “by”, “at the latest”, “to”. */
import type { Day } from './civil-day.ts'
import { skipFillers } from './skip.ts'
import { timeAt } from './times.ts'
import type { Role, Time, Token } from './token.ts'

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

export function roleAt(tokens: Tokens, start: number): { role: Role | null; next: number } {
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
    // “The earliest we can do is June”
    else if (token?.kind !== 'filler' && !(roles[0] === 'not-before' && token?.kind === 'word' && token.isLight)) break
    at++
  }
  // “Not until after Easter” begins nobody knows when.
  if (roles.includes('after') && roles.includes('not-before')) return { role: 'after', next: at }
  return { role: STRONGEST.find((role) => roles.includes(role)) ?? null, next: at }
}

/** What stands after a time and makes something else of it. */
export function roleAfter(tokens: Tokens, next: number, role: Role | null): { role: Role | null; next: number } {
  const at = skipFillers(tokens, next)
  const token = tokens[at]
  if (token?.kind === 'latest') return { role: role === 'before' ? role : 'by', next: at + 1 }
  const isLast = at === tokens.length - 1
  const follows = tokens[at + 1]
  // “March at the earliest”
  if (token?.kind === 'role' && token.role === 'not-before' && (follows === undefined || follows.kind === 'join'))
    return { role: 'not-before', next: at + 1 }
  const takes = role === null || role === 'from' || role === 'not-before' || role === 'in'
  const isOnwards = token?.kind === 'onwards' || (isLast && token?.kind === 'role' && token.role === 'in')
  return isOnwards && takes ? { role: 'from', next: at + 1 } : { role, next }
}

/** The end of a stretch: “to August”, “- March”, “and 30 June” after “between”. */
export function untilAt(
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
