/** What a workshop page says of times, gaps and places. Pure. */
import { dayInWords } from './days.ts'
import { whoInOrder } from './who.ts'
import type { ActionView } from '../../shared/domain/action.ts'
import { actionGaps } from '../../shared/domain/action.ts'
import type { EventPack, Session } from '../../shared/domain/event-pack.ts'

/** The sessions where groups work at tables. */
export const workshopsOf = (pack: EventPack): Session[] =>
  pack.programme.filter((session) => session.kind === 'workshop')

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/**
 * How much of a session is left at `now`, with `extra` minutes added by the facilitator: null before it starts, after it
 * has ended and on other days, when there is nothing to count.
 */
export function timeLeft(session: Session, now: Date, extra: number): { minutes: number; share: number } | null {
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
  if (today !== session.day) return null
  const at = now.getHours() * 60 + now.getMinutes() + now.getSeconds() / 60
  const start = minutesOf(session.starts)
  const end = minutesOf(session.ends) + extra
  if (at < start || at >= end) return null
  return { minutes: Math.ceil(end - at), share: (at - start) / (end - start) }
}

/** By when, as the table said it, and the day it comes to where that was worked out. */
export function whenInWords(action: Pick<ActionView, 'timescale' | 'due' | 'dueDerived'>): string {
  if (action.due === null) return action.timescale === '' ? 'When?' : `When? “${action.timescale}”`
  return action.dueDerived ? `“${action.timescale}” = by ${dayInWords(action.due)}` : `By ${dayInWords(action.due)}`
}

export const whoInWords = ({
  owner,
  organisation,
  area,
}: Pick<ActionView, 'owner' | 'organisation' | 'area'>): string =>
  whoInOrder({ name: owner, area, organisation }) || 'Who will see to it?'

export const GAP_QUESTIONS = {
  owner: 'Who will see to it?',
  timescale: 'By when?',
  measure: 'How will we know?',
} as const

/** How many questions the table has not answered yet, over all its actions. */
export const gapsLeft = (actions: readonly ActionView[]): number =>
  actions.reduce((sum, action) => sum + actionGaps(action).length, 0)
