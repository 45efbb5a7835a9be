/** How a test carries what one tablet knows to another, until tablets carry it themselves. */
import type { Fact } from '../../shared/domain/fact.ts'
import { type CarriedChain, chainsOf, type Taken, takeInPages } from '../../electron/station/kernel/journal/merge.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { drain } from '../../electron/slices.ts'

/** All that a tablet holds, its own and what came from others. */
export const factsOf = (station: Station): Fact[] =>
  station.journal.facts.chains().flatMap(({ station: of }) => [...station.journal.facts.from(of, 0)])

/** What leaves tablets. */
export type Carried = CarriedChain[]

/** As it leaves a tablet. */
export const carried = (...from: Station[]): CarriedChain[] => from.flatMap(({ journal }) => chainsOf(journal))

const NOTHING: Taken = { added: 0, known: 0, clashing: 0, notUnderstood: 0, refused: 0, waiting: 0 }

export function takeIn(to: Station, chains: readonly CarriedChain[], pageSize = 500): Taken {
  const all = { ...NOTHING }
  for (const chain of chains) {
    const taken = drain(takeInPages(to.journal, chain, pageSize))
    for (const key of Object.keys(all) as (keyof Taken)[]) all[key] += taken[key]
  }
  return all
}

/** What one tablet knows, brought to another. */
export const carry = (from: Station, to: Station): Taken => takeIn(to, carried(from))
