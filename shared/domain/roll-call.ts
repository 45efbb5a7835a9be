/** Roll calls: which ticks count for one, and where that leaves each person. Pure rules, the same on every tablet. */
import { type Timestamp, wallOf } from './clock.ts'

/** Somebody was seen: by whom, at which station, when, and for which roll call they ticked them. */
export type TickMark = { rollCall: string; at: Timestamp; by: string; station: string }

/** A roll call as far as the rules need it. Times are those of the journal's clock; `ended` is null while it is open. */
export type RollCallSpan = {
  id: string
  started: Timestamp
  ended: Timestamp | null
  /** When the last roll call ended that its station knew of as it began: nothing before that is about this one. */
  horizon: Timestamp | null
}

/** Two doors that each begin a roll call in one emergency do so within this time. Milliseconds. */
const ONE_EMERGENCY = 60 * 60 * 1000

const isBefore = (one: RollCallSpan, other: RollCallSpan): boolean =>
  one.started < other.started || (one.started === other.started && one.id < other.id)

/**
 * The roll calls that another door had begun for itself, not knowing of this one, in the hour before, and that were still
 * open as this one began: they are the same emergency, so they are shown as one.
 */
export const heldTogether = <Span extends RollCallSpan>(span: RollCallSpan, all: readonly Span[]): Span[] =>
  all.filter(
    (other) =>
      isBefore(other, span) &&
      wallOf(other.started) >= wallOf(span.started) - ONE_EMERGENCY &&
      (span.horizon === null || other.started > span.horizon) &&
      (other.ended === null || other.ended > span.started),
  )

/** From when on ticks count for it, whichever roll call they were made for: from the first of those held together. */
export const countsFrom = (span: RollCallSpan, all: readonly RollCallSpan[]): Timestamp =>
  heldTogether(span, all).reduce((first, { started }) => (started < first ? started : first), span.started)

/** The one that screens show: the latest begun of those that nobody has ended. */
export const openOne = <Span extends RollCallSpan>(all: readonly Span[]): Span | null =>
  all.reduce<Span | null>(
    (open, one) => (one.ended === null && (open === null || isBefore(open, one)) ? one : open),
    null,
  )

/**
 * What the ticks of one person mean for a roll call. `counts`: the first that accounts for them: one made for just this
 * roll call, or for any while it went on. `elsewhere`: the latest that does not count but that nobody here could have
 * known of as it began; it is shown beside the name for a steward to judge, never as safe and never left unsaid.
 */
export function readTicks(
  span: RollCallSpan,
  from: Timestamp,
  ticks: readonly TickMark[],
): { counts: TickMark | null; elsewhere: TickMark | null } {
  let counts: TickMark | null = null
  let elsewhere: TickMark | null = null
  for (const tick of ticks) {
    const isForIt = tick.rollCall === span.id || (tick.at >= from && (span.ended === null || tick.at <= span.ended))
    if (isForIt) {
      if (counts === null || isEarlier(tick, counts)) counts = tick
    } else if ((span.horizon === null || tick.at > span.horizon) && (span.ended === null || tick.at <= span.ended)) {
      if (elsewhere === null || isEarlier(elsewhere, tick)) elsewhere = tick
    }
  }
  return { counts, elsewhere: counts === null ? elsewhere : null }
}

const isEarlier = (one: TickMark, other: TickMark): boolean =>
  one.at < other.at || (one.at === other.at && one.station < other.station)

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
