/** Which of the facts that are held count: the branches of a copied disk, stations that are shut out, what was migrated twice. Pure. */
import type { RawFact } from '../../../../shared/domain/fact.ts'

type Named = Pick<RawFact, 'station' | 'seq' | 'hash'>

/** What the organiser has said of clashes. `settled`: from the fork on, the branch that begins with this fact counts. */
export type Rulings = {
  settled: readonly Named[]
  /** The last number of a station that counts. */
  shutOut: readonly { station: string; last: number }[]
}

/**
 * Where the chain of a station forks, as the branches are told: each fact of a fork or after it, with the hash of the fact before it.
 * `first` is the first number that is there more than once.
 */
export type Fork = { station: string; first: number; facts: readonly (Named & { previous: string })[] }

/** A fork that is settled by nobody, or twice in two ways: the fact of the smallest hash that was named counts, so that all agree. */
export function createCounting(forks: readonly Fork[], { settled, shutOut }: Rulings): (fact: Named) => boolean {
  const lastOf = new Map<string, number>()
  for (const { station, last } of shutOut) lastOf.set(station, Math.min(last, lastOf.get(station) ?? last))
  const branchOf = new Map(forks.map((fork) => [fork.station, { first: fork.first, chosen: chosenIn(fork, settled) }]))
  return ({ station, seq, hash }) => {
    if (seq > (lastOf.get(station) ?? Number.POSITIVE_INFINITY)) return false
    const fork = branchOf.get(station)
    return fork === undefined || seq < fork.first || fork.chosen.has(hash)
  }
}

/** The hashes of the branch that counts, as far as it goes without forking again. */
function chosenIn({ station, facts }: Fork, settled: readonly Named[]): ReadonlySet<string> {
  const named = new Set(settled.filter((one) => one.station === station).map(({ hash }) => hash))
  const after = Map.groupBy(facts, ({ previous }) => previous)
  const held = new Set(facts.map(({ hash }) => hash))
  let next = facts.filter(({ previous }) => !held.has(previous))
  const chosen = new Set<string>()
  while (next.length > 0) {
    const one = next.length === 1 ? next[0] : next.filter(({ hash }) => named.has(hash)).toSorted(byHash)[0]
    if (one === undefined) return chosen
    chosen.add(one.hash)
    next = after.get(one.hash) ?? []
  }
  return chosen
}

const byHash = (one: Named, other: Named): number => (one.hash < other.hash ? -1 : 1)
