/** What the writer of a fact had seen of its subject: a graph of the facts that each names. Pure. */
import { type FactRef, nameOf } from '../../../shared/domain/fact.ts'

type Linked = FactRef & { after: readonly FactRef[] }

const byName = (one: FactRef, other: FactRef): number =>
  one.station === other.station ? one.seq - other.seq : one.station < other.station ? -1 : 1

/** The facts of one subject that no other of them names: what a writer who holds all of these puts into `after`. */
export function endsOf(facts: readonly Linked[]): FactRef[] {
  const followed = new Set(facts.flatMap(({ after }) => after.map(nameOf)))
  return facts
    .filter((fact) => !followed.has(nameOf(fact)))
    .map(({ station, seq }) => ({ station, seq }))
    .toSorted(byName)
}

/** Tells of the facts of one subject whether the writer of `later` had seen `earlier`; false where `later` is not among them. */
export function sightOf(facts: readonly Linked[]): (earlier: FactRef, later: FactRef) => boolean {
  const held = new Map(facts.map((fact) => [nameOf(fact), fact]))
  const known = new Map<string, Set<string>>()
  const seenBy = (start: Linked): Set<string> => {
    const found = known.get(nameOf(start))
    if (found !== undefined) return found
    const seen = new Set<string>()
    const open = [...start.after]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const name = nameOf(next)
      if (seen.has(name)) continue
      seen.add(name)
      open.push(...(held.get(name)?.after ?? []))
    }
    known.set(nameOf(start), seen)
    return seen
  }
  return (earlier, later) => {
    const fact = held.get(nameOf(later))
    return fact !== undefined && seenBy(fact).has(nameOf(earlier))
  }
}
