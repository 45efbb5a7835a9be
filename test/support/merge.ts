/** How a test carries what one tablet knows to another without a file: the same steps as a bundle’s, in memory. */
import type { Fact } from '../../shared/domain/fact.ts'
import type { Journal } from '../../electron/station/kernel/journal/index.ts'
import {
  type CarriedChain as Chain,
  followChain,
  heldToCarry,
  nothingTaken,
  type Taken,
  takeChain,
} from '../../electron/station/kernel/journal/merge.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { drain } from '../../electron/slices.ts'

/** A whole chain that is in memory. */
export type CarriedChain = Chain & { facts: readonly unknown[] }

/** All that a journal holds and may pass on, its own as far as it goes. */
export function chainsOf(journal: Journal): CarriedChain[] {
  journal.signHead()
  return heldToCarry(journal.facts).map(({ facts, ...chain }) => ({ ...chain, facts: [...facts()] }))
}

/** Yields after each page, looked at or taken; returns what became of what was given. */
export function* takeInPages(journal: Journal, carried: CarriedChain, size = 500): Generator<void, Taken> {
  const taken = nothingTaken()
  const way = followChain(journal, carried)
  for (const [index, fact] of carried.facts.entries()) {
    if (way.add(fact) !== null) break
    if (index % size === 0) yield
  }
  const no = way.end()
  if (no !== null) {
    taken[no] = carried.facts.length
    return taken
  }
  const into = takeChain(journal, carried, taken, size)
  for (const fact of carried.facts) if (into.add(fact)) yield
  into.end()
  yield
  return taken
}

/** All that a tablet holds, its own and what came from others. */
export const factsOf = (station: Station): Fact[] =>
  station.journal.facts.chains().flatMap(({ station: of }) => [...station.journal.facts.from(of, 0)])

/** What leaves tablets. */
export type Carried = CarriedChain[]

/** As it leaves a tablet. */
export const carried = (...from: Station[]): CarriedChain[] => from.flatMap(({ journal }) => chainsOf(journal))

export function takeIn(to: Station, chains: readonly CarriedChain[], pageSize = 500): Taken {
  const all = nothingTaken()
  for (const chain of chains) {
    const taken = drain(takeInPages(to.journal, chain, pageSize))
    for (const key of Object.keys(all) as (keyof Taken)[]) all[key] += taken[key]
  }
  return all
}

/** What one tablet knows, brought to another. */
export const carry = (from: Station, to: Station): Taken => takeIn(to, carried(from))
