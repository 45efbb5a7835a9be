/** By when a rehearsal crowd means to keep its promises: days, people's own words, or not sure yet. */
import type { TimescaleInput } from '../../../shared/domain/entry.ts'
import type { Dice } from './crowd-random.ts'
import type { Phrases } from './phrases.ts'

/**
 * Promises for the year or so after an event's last day (an ISO date), from a fortnight on. `openShare` of them are not sure
 * yet; two in five of the others name a day, the rest say it in words.
 */
export function createTimescales(
  { ways, months }: Phrases['timescales'],
  dice: Dice,
  after: string,
  openShare: number,
): () => TimescaleInput {
  const start = Date.parse(`${after}T00:00:00Z`)
  const days = Array.from({ length: 380 }, (_, day) =>
    new Date(start + (14 + day) * 86_400_000).toISOString().slice(0, 10),
  )
  const inWords = (way: string, day: string): string =>
    way
      .replace('{day}', String(Number(day.slice(8))))
      .replace('{month}', months[Number(day.slice(5, 7)) - 1] ?? '')
      .replace('{year}', day.slice(0, 4))
  return () => {
    if (dice.chance(openShare)) return { kind: 'open' }
    const day = dice.oneOf(days) ?? after
    return dice.chance(0.4) ? { kind: 'date', date: day } : { kind: 'words', words: inWords(dice.pick(ways), day) }
  }
}
