/**
 * Words before a time that make it no day of a promise: what has been done (“met on 12 October”), who is away (“closed over Christmas”), what
 * was planned once (“originally March”). “Moved from March to May” leaves the May.
 */
import type { Day } from './civil-day.ts'
import { lengthAt } from './lengths.ts'
import { roleAt, untilAt } from './roles.ts'
import { skipFillers } from './skip.ts'
import { timeAt } from './times.ts'
import type { Lead, Role, Time, Token } from './token.ts'

type Tokens = readonly Token[]
export type Led = {
  next: number
  /** The one that counts of those it stands before. */
  time?: Time
  hasMore?: boolean
  isOpen?: boolean
  isVague?: boolean
}

/** How many words may stand between: “I emailed all of them on 20 November”. */
const NEAR = 5
/** “To be completed”, “will be agreed” is yet to come. */
const TO_COME = new Set('be will to should must can could would shall get getting want need needs hope'.split(' '))

function isToCome(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .some(
      (token) => (token.kind === 'word' && TO_COME.has(token.text)) || (token.kind === 'join' && token.join === 'to'),
    )
}

/** Those of its roles that leave a time to what stands before it. */
const TAKES: Record<Lead, (role: Role | null) => boolean> = {
  done: (role) => role === null || role === 'in',
  away: (role) => role !== 'by' && role !== 'before',
  old: () => true,
  was: (role) => role === null || role === 'in',
  moved: (role) => role === null || role === 'in' || role === 'from',
  now: () => false,
}

type Taken = { next: number; role: Role | null; isYear: boolean; until: Time | null }

/** The time that starts here with its role and its end, where that is one for this kind of lead. */
function takenAt(tokens: Tokens, at: number, event: Day, lead: Lead): Taken | null {
  const { role, next } = roleAt(tokens, at)
  if (!TAKES[lead](role)) return null
  const found = timeAt(tokens, next, event, role)
  if (found === null) return null
  const until = untilAt(tokens, found.next, role, event)
  const isYear = (until?.time ?? found.time)?.yearSaid === true
  return { next: until?.next ?? found.next, role, isYear, until: until?.time ?? null }
}

/** Past what hangs on a time: “in October and November”. */
function pastList(tokens: Tokens, start: number, event: Day, lead: Lead): number {
  let at = start
  for (;;) {
    const join = tokens[at]
    if (join?.kind !== 'join' || (join.join === ',' && lead !== 'done' && lead !== 'away')) return at
    const more = takenAt(tokens, at + 1, event, lead)
    if (more === null || more.isYear || roleAt(tokens, at + 1).role !== null) return at
    at = more.next
  }
}

/** “Moved to 10 March”, “pushed back until May”. */
function movedTo(tokens: Tokens, at: number, event: Day): Led | null {
  const join = tokens[at]
  const isTo = (join?.kind === 'join' && join.join === 'to') || (join?.kind === 'role' && join.role === 'until')
  const length = lengthAt(tokens, roleAt(tokens, at).next, event, 'by')
  // “Extended by six weeks”: from when?
  if (length !== null) return { next: length.next, isOpen: true }
  if (!isTo) return null
  const found = timeAt(tokens, at + 1, event, null)
  if (found === null) return null
  return found.time === null ? { next: found.next, isOpen: true } : { next: found.next, time: found.time }
}

/** What the lead at this place makes of the time after it. */
export function ledAt(tokens: Tokens, start: number, event: Day): Led {
  const token = tokens[start]
  const lead = token?.kind === 'lead' ? token.lead : 'now'
  if (lead === 'now') {
    const at = skipFillers(tokens, start + 1)
    return { next: start + 1, isVague: timeAt(tokens, roleAt(tokens, at).next, event, null) === null }
  }
  const rest = { next: start + 1, hasMore: token?.kind === 'lead' && token.isLight !== true }
  if (lead === 'done' && isToCome(tokens, start)) return rest
  if (lead === 'moved') {
    const to = movedTo(tokens, start + 1, event)
    if (to !== null) return to
  }
  const furthest = lead === 'was' ? start + 1 : start + NEAR
  for (let at = start + 1; at <= furthest; at++) {
    const taken = takenAt(tokens, at, event, lead)
    if (taken !== null) {
      if (lead === 'moved' && taken.role === 'from')
        return taken.until === null ? { next: taken.next } : { next: taken.next, time: taken.until }
      // A day with its year is told, and not to be guessed.
      if (taken.isYear && lead !== 'was' && lead !== 'old') return rest
      return { next: pastList(tokens, taken.next, event, lead), hasMore: lead === 'done' || lead === 'away' }
    }
    const between = tokens[at]
    const isBetween =
      between !== undefined &&
      (['word', 'which', 'filler', 'lead'].includes(between.kind) ||
        (between.kind === 'join' && between.join === 'to' && lead === 'done') ||
        (between.kind === 'role' && between.role === 'in'))
    if (!isBetween) break
  }
  return rest
}
