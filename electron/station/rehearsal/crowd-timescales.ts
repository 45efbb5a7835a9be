/** By when a rehearsal crowd means to keep its promises: days, people's own words, or not sure yet. */
import type { TimescaleInput } from '../../../shared/domain/pledge.ts'
import type { Dice } from './crowd-random.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** What people say instead of a day; `day` is an ISO date. */
const WAYS_TO_SAY: [(day: string) => string, ...((day: string) => string)[]] = [
  (day) => `by the end of ${month(day)}`,
  (day) => `from ${month(day)} on`,
  (day) => `${month(day)} ${day.slice(0, 4)}`,
  (day) => `by ${Number(day.slice(8))} ${month(day)} ${day.slice(0, 4)}`,
  () => 'within three months',
  () => 'before the summer holidays',
  () => 'spring term',
  () => 'next financial year',
  () => 'as soon as we know whom to ring',
  () => 'by Easter',
  () => 'every month for a year',
  () => 'in six weeks',
  () => 'end of the year',
  () => 'straight away',
]
const month = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? ''

/**
 * Promises for the year or so after an event's last day (an ISO date), from a fortnight on. `openShare` of them are not sure
 * yet; two in five of the others name a day, the rest say it in words.
 */
export function createTimescales(dice: Dice, after: string, openShare: number): () => TimescaleInput {
  const start = Date.parse(`${after}T00:00:00Z`)
  const days = Array.from({ length: 380 }, (_, day) =>
    new Date(start + (14 + day) * 86_400_000).toISOString().slice(0, 10),
  )
  return () => {
    if (dice.chance(openShare)) return { kind: 'open' }
    const day = dice.oneOf(days) ?? after
    return dice.chance(0.4) ? { kind: 'date', date: day } : { kind: 'words', words: dice.pick(WAYS_TO_SAY)(day) }
  }
}
