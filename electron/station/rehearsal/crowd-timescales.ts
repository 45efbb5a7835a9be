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

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Two in five of those who know say a day within about a year `after` the event (an ISO date), the others put it in words. */
export function sayByWhen(dice: Dice, after: string, openShare: number): TimescaleInput {
  if (dice.chance(openShare)) return { kind: 'open' }
  const day = daysAfter(after, 14 + dice.below(380))
  if (dice.chance(0.4)) return { kind: 'date', date: day }
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
  const words = dice.pick([
    `by the end of ${month}`,
    `from ${month} on`,
    `${month} ${day.slice(0, 4)}`,
    `by ${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`,
    'within three months',
    'before the summer holidays',
    'spring term',
    'next financial year',
    'as soon as we know whom to ring',
    'by Easter',
    'every month for a year',
    'in six weeks',
    'end of the year',
    'straight away',
  ])
  return { kind: 'words', words }
}
