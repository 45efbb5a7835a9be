/** Roll calls: which ticks count for one, and where that leaves each person. Pure rules, the same on every tablet. */
import type { Timestamp } from './clock.ts'

/** When something was. `time`: as people are shown it, an ISO instant. `seq`: the number of its fact, 0 where only its time counts. */
export type Moment = { time: string; station: string; seq: number }

/** True where one tablet did both, so that their order is known whatever its clock said. */
export const isByOneClock = (one: Moment, other: Moment): boolean =>
  one.station === other.station && one.seq > 0 && other.seq > 0

/** Of one tablet what it did first, whatever its clock said; of two what was first by the clock. */
export function isBefore(one: Moment, other: Moment): boolean {
  if (isByOneClock(one, other)) return one.seq < other.seq
  return one.time < other.time || (one.time === other.time && one.station < other.station)
}

/**
 * Somebody was seen: by whom, when, and for which roll call they ticked them. `order`: where it stands in the order of facts.
 * `isCertain` is false where the clock cannot be believed.
 */
export type TickMark = Moment & { rollCall: string; order: Timestamp; by: string; isCertain: boolean }

/** A roll call as far as the rules need it. `end` is null while it is open. */
export type RollCallSpan = {
  id: string
  start: Moment
  /** `together`: those that were ended by the same press. */
  end: (Moment & { order: Timestamp; together: ReadonlySet<string> }) | null
  /** The roll calls that its station knew to be over as it began; null where it did not say. */
  over: ReadonlySet<string> | null
}

/** Two doors that each begin a roll call in one emergency do so within this time. Milliseconds. */
const ONE_EMERGENCY = 60 * 60 * 1000

const isApart = (one: Moment, other: Moment): boolean =>
  Math.abs(Date.parse(one.time) - Date.parse(other.time)) > ONE_EMERGENCY

/** True where whoever began it knew the other to be over. */
const knewOver = (span: RollCallSpan, other: RollCallSpan): boolean =>
  span.over === null ? other.end !== null && isBefore(other.end, span.start) : span.over.has(other.id)

const beganBefore = (one: RollCallSpan, other: RollCallSpan): boolean =>
  isBefore(one.start, other.start) || (!isBefore(other.start, one.start) && one.id < other.id)

/**
 * The roll calls that another door had begun for itself, neither knowing of the other, in the hour before, and that were still
 * open as this one began: they are the same emergency, so they are shown as one.
 */
export const heldTogether = <Span extends RollCallSpan>(span: RollCallSpan, all: readonly Span[]): Span[] =>
  all.filter(
    (other) =>
      other.id !== span.id &&
      beganBefore(other, span) &&
      !isApart(other.start, span.start) &&
      !knewOver(span, other) &&
      !knewOver(other, span) &&
      (other.end === null || other.end.together.has(span.id) || isBefore(span.start, other.end)),
  )

/** The one that screens show: the latest begun of those that nobody has ended. */
export const openOne = <Span extends RollCallSpan>(all: readonly Span[]): Span | null =>
  all.reduce<Span | null>(
    (open, one) => (one.end === null && (open === null || beganBefore(open, one)) ? one : open),
    null,
  )

/** A roll call among all others. */
export type Frame<Span extends RollCallSpan = RollCallSpan> = {
  span: Span
  /** From when on ticks count for it, whichever roll call they were made for: the first start of those held together. */
  from: Moment
  /** The ids of those that it does not go on from. */
  over: ReadonlySet<string>
}

export const frameOf = <Span extends RollCallSpan>(span: Span, all: readonly Span[]): Frame<Span> => ({
  span,
  from: heldTogether(span, all).reduce((first, { start }) => (isBefore(start, first) ? start : first), span.start),
  over: new Set(all.filter((other) => knewOver(span, other)).map(({ id }) => id)),
})

/**
 * What the ticks of one person mean for a roll call. `counts`: the first that accounts for them: one made for just this
 * roll call, or while it went on for any that it did not know to be over. `elsewhere`: the latest that does not count but that nobody here
 * could have known of as it began; it is shown beside the name for a steward to judge, never as safe and never left unsaid.
 */
export function readTicks(
  { span, from, over }: Frame,
  ticks: readonly TickMark[],
): { counts: TickMark | null; elsewhere: TickMark | null } {
  let counts: TickMark | null = null
  let elsewhere: TickMark | null = null
  for (const tick of ticks) {
    // What was ticked before whoever ended it heard of that was ticked in time, whatever the clocks say.
    const isInTime = span.end === null || tick.order <= span.end.order
    const isSince = !isBefore(tick, from)
    const isOver = over.has(tick.rollCall)
    if (tick.rollCall === span.id || (isInTime && isSince && !isOver && tick.isCertain)) {
      if (counts === null || isBefore(tick, counts)) counts = tick
    } else if (isInTime && (!isOver || isSince)) {
      if (elsewhere === null || isBefore(elsewhere, tick)) elsewhere = tick
    }
  }
  return { counts, elsewhere: counts === null ? elsewhere : null }
}

/** Where a person stands: seen, gone before anybody had to look for them, or still to find. */
export type Standing = 'accounted' | 'left' | 'to-find'

export const standingOf = ({ tick, presence }: { tick: object | null; presence: 'here' | 'left' }): Standing =>
  tick !== null ? 'accounted' : presence === 'left' ? 'left' : 'to-find'

export type Tally = { accounted: number; toFind: number; left: number }

/** How many stand where. The three add up to everybody on the list. */
export function tally(standings: Iterable<Standing>): Tally {
  const counts: Tally = { accounted: 0, toFind: 0, left: 0 }
  for (const standing of standings) {
    if (standing === 'accounted') counts.accounted += 1
    else if (standing === 'left') counts.left += 1
    else counts.toFind += 1
  }
  return counts
}

/** A roll call that nobody has touched for this long may be an old one: whoever comes is asked which they mean. Milliseconds. */
export const QUIET_ROLL_CALL = 15 * 60 * 1000
