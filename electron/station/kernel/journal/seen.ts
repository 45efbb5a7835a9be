/** What the writer of a fact had seen of its subject: a graph of the facts that each names. Pure. */
import { type FactRef, nameOf } from '../../../../shared/domain/fact.ts'

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

/**
 * Tells of the facts of one subject whether the writer of `later` had seen `earlier`; false where `later` is not among them. `called`: the
 * same for two facts that are one.
 */
export function sightOf<F extends Linked>(
  facts: readonly F[],
  called: (fact: F) => string = nameOf,
): (earlier: FactRef, later: FactRef) => boolean {
  const calledBy = new Map(facts.map((fact) => [nameOf(fact), called(fact)]))
  const callOf = (ref: FactRef): string => calledBy.get(nameOf(ref)) ?? nameOf(ref)
  const held = Map.groupBy(facts, called)
  const known = new Map<string, Set<string>>()
  const afterAll = (name: string): string[] => (held.get(name) ?? []).flatMap(({ after }) => after.map(callOf))
  const seenBy = (name: string): Set<string> => {
    const found = known.get(name)
    if (found !== undefined) return found
    const seen = new Set<string>()
    const open = afterAll(name)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...afterAll(next))
    }
    known.set(name, seen)
    return seen
  }
  return (earlier, later) => calledBy.has(nameOf(later)) && seenBy(callOf(later)).has(callOf(earlier))
}
