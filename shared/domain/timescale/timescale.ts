/** Turns what people say about when into a day: “spring term”, “within 3 months”, “by 31 March”. Pure. */
import { type Clause, phraseOf } from './clauses.ts'
import { type Day, fromIso, partsOf, type Span, toIso } from './civil-day.ts'
import { endOf, middleOf } from './ends.ts'
import { tokensOf } from './lexer.ts'
import type { Role, Time } from './token.ts'

export type Timescale = {
  /** The ISO day from which, where one was said: “from September”, “between June and August”; of “Oct-Dec” it may be past. */
  start: string | null
  /** The ISO day by which; null where the words name none. */
  due: string | null
  /** True where we worked the day out; false where a full date was stated, and where there is none. */
  derived: boolean
  /** True where the words name a day by which, or one from which. Where false nobody should guess. */
  sure: boolean
  /** True where somebody's age was said, which is a detail about them, and no day. */
  isAge: boolean
}

/** The first day that this can end on, not before `floor`; null for none. A full date stays, even one long past. */
function dueOf(time: Time, role: Role | null, floor: Day): Day | null {
  const days = time.spans.map((span) => endOf(span, time, role))
  return (time.isExact ? days[0] : days.find((day) => day >= floor)) ?? null
}

function beginOf({ from, to }: Span, part: Time['part']): Day {
  if (part === 'end' || part === 'late') return to
  return part === 'mid' || part === 'second half' ? middleOf({ from, to }) : from
}

/** The day it starts on; null where it has begun, or where that is past. */
function startOf(time: Time, event: Day): Day | null {
  const span = time.spans.find(({ to }) => to >= event)
  const day = span === undefined ? null : beginOf(span, time.part)
  return day !== null && (day > event || (day === event && span?.from === span?.to)) ? day : null
}

type Reading = { start: Day | null; due: Day | null; derived: boolean }
const NOTHING: Reading = { start: null, due: null, derived: false }

/** “Between June and August”, “January to March 2024”. */
function readRange({ time, until }: Clause, event: Day): Reading {
  if (until === null) return NOTHING
  const first = time.yearSaid ? time.spans[0] : undefined
  const due = dueOf(until, 'until', Math.max(event, first?.from ?? event))
  if (due === null) return NOTHING
  const from = time.yearSaid ? first : time.spans.findLast(({ from: start }) => start <= due)
  if (from === undefined || from.from > due) return NOTHING
  const start = beginOf(from, time.part)
  // Both ends were said, so both stand, even where it has begun: “Jan-Mar” in January.
  return { start: start < due ? start : null, due, derived: !until.isExact }
}

const isInside = (role: Role | null): boolean => role === 'in' || role === 'over'
const isDeadline = ({ role, time }: Clause): boolean => {
  if (role === 'for')
    return time.opens || time.part === 'start' || (!time.isHoliday && time.spans.every(({ from, to }) => from === to))
  return role === 'by' || role === 'until' || role === 'before'
}

/** Where one of them is a whole year, it is the year of the others: “next year, by May”. */
function withYear(clauses: readonly Clause[]): readonly Clause[] {
  const years = clauses.filter(
    ({ time, role }) => time.isYear !== null && time.part === null && (isInside(role) || role === null),
  )
  const [year] = years
  const said = year?.time.isYear
  if (clauses.length < 2 || years.length !== 1 || said === null || said === undefined) return clauses
  const others = clauses.filter((clause) => clause !== year)
  if (!others.every(({ time }) => time.inYear !== null)) return clauses
  return others.map((clause) => ({ ...clause, time: clause.time.inYear?.(said) ?? clause.time }))
}

/** Several that were said side by side: the last of “March or April”; “March and September” are two, and nobody says which. */
function readSeveral(clauses: readonly Clause[], event: Day): Reading {
  const first = clauses[0]
  if (first === undefined) return NOTHING
  let due = dueOf(first.time, first.role, event)
  let end: Day | null = due
  for (const { time, join, role } of clauses.slice(1)) {
    const next = dueOf(time, role ?? first.role, end ?? event)
    const follows = time.spans.some(({ from, to }) => end !== null && from <= end + 1 && to >= end)
    if (next === null || join === null || (join === 'and' && !follows)) return NOTHING
    end = next
    due = next
  }
  return { start: null, due, derived: !(clauses.length === 1 && first.time.isExact && first.role !== 'before') }
}

/** “Diwali next month”: the one day that the stretch after it holds; null for none, and where it holds several. */
function dayInside(clauses: readonly Clause[]): Day | null {
  const [day, stretch] = clauses
  if (day === undefined || stretch === undefined || clauses.length > 2) return null
  if ([day, stretch].some(({ role, join, time }) => role !== null || join !== null || time.part !== null)) return null
  const [whole] = stretch.time.spans
  if (whole === undefined || stretch.time.spans.length > 1 || whole.from === whole.to) return null
  const held = day.time.spans.filter(({ from, to }) => from === to && from >= whole.from && to <= whole.to)
  return held.length === 1 ? (held[0]?.from ?? null) : null
}

function read(words: string, event: Day): Reading & { isAge: boolean } {
  const phrase = phraseOf(tokensOf(words, partsOf(event).year), event)
  const { flags, hasMore, isOpen, isBy } = phrase
  const isAge = flags.has('age')
  const nothing = { ...NOTHING, isAge }
  if (isOpen || flags.has('not')) return nothing
  const clauses = withYear(phrase.clauses)
  const isLoose =
    flags.has('condition') ||
    flags.has('vague') ||
    isAge ||
    flags.has('past') ||
    clauses.some(({ role }) => role === 'after')
  const isOften = flags.has('frequency')

  const from = clauses.find(
    ({ role, time, until }) => (role === 'from' || role === 'not-before') && until === null && !time.isRange,
  )
  const start = from === undefined || isLoose ? null : startOf(from.time, event)
  const floor = Math.max(event, start ?? event)

  const ranges = clauses.filter(({ until }) => until !== null)
  if (ranges.length > 0) {
    const [range] = ranges
    if (range === undefined || ranges.length > 1 || isLoose) return nothing
    const reading = readRange(range, event)
    // “Q2 (Jul-Sep 2024)”: the same end twice.
    const isSame = ({ time, role }: Clause) => role === null && dueOf(time, null, event) === reading.due
    return clauses.every((clause) => clause === range || isSame(clause)) ? { ...reading, isAge } : nothing
  }

  // “Every month by the 5th” comes again and again; “every month until July” ends.
  const deadlines = clauses.filter((clause) => isDeadline(clause) && (!isOften || clause.role === 'until'))
  if (deadlines.length > 0) {
    const [only] = deadlines
    const days = deadlines.map(({ time, role }) => dueOf(time, role, floor)).filter((day) => day !== null)
    if (days.length === 0) return nothing
    // “By March and September”
    if (deadlines.some(({ join, isTold }) => join === 'and' && !isTold))
      return { ...readSeveral(deadlines, event), isAge }
    const isStated = deadlines.length === 1 && only !== undefined && only.time.isExact && only.role !== 'before'
    return { start, due: Math.max(...days), derived: !isStated, isAge }
  }
  if (isLoose) return nothing
  if (from !== undefined) return { ...NOTHING, start, isAge }
  if (isOften) return nothing

  const inside = clauses.filter(({ role, time }) => isInside(role) || time.isRange)
  const [within] = inside
  if (within !== undefined && inside.length === 1 && clauses.length === 1) {
    const reading = readSeveral(inside, event)
    const isStretch = within.time.spans.some(({ from: one, to }) => one !== to)
    const begins = !isBy && (within.time.part === null || within.time.part === 'first half')
    return { ...reading, start: isStretch && begins ? startOf(within.time, event) : null, isAge }
  }
  // “31/03/27 (end of Q4)”: the same day twice.
  const [stated] = clauses
  const same = new Set(clauses.map(({ time, role }) => dueOf(time, role, event)))
  if (stated !== undefined && clauses.length > 1 && same.size === 1 && clauses.every(({ role }) => role === null))
    return { ...NOTHING, due: dueOf(stated.time, null, event), derived: !stated.time.isExact, isAge }
  const narrowed = hasMore ? null : dayInside(clauses)
  if (narrowed !== null && narrowed >= event) return { ...NOTHING, due: narrowed, derived: true, isAge }
  const told = clauses.filter(({ role, time }) => (role === null && (!hasMore || time.isStrong)) || isInside(role))
  const isAll = told.length === clauses.length || told.length === 1
  return isAll && told.length > 0 ? { ...readSeveral(told, event), isAge } : nothing
}

/**
 * Reads a timescale in people's own words, said on `eventDate` (an ISO day). A stated full date stays as it is, even one
 * long past; whatever has to be worked out is `derived` and never before the event. Words without a year mean the next time
 * after it. Words that name no day (“ongoing”, “next board meeting”), that name a length, a frequency or an age, or that could be two
 * days, give none. Never throws.
 */
export function readTimescale(words: string, eventDate: string): Timescale {
  const { start, due, derived, isAge } = read(words, fromIso(eventDate))
  return {
    start: start === null ? null : toIso(start),
    due: due === null ? null : toIso(due),
    derived: due !== null && derived,
    sure: start !== null || due !== null,
    isAge,
  }
}
