/** Two entries that are one thing: a merge is a subject of its own, and who or what is one are those that the merges that stand connect. Pure. */
import type { Fact } from '../../../../shared/domain/fact.ts'
import { factName, nameOf } from '../../../../shared/domain/fact.ts'
import { z } from 'zod'
import { said } from '../../../../shared/domain/text.ts'
import { bodyOf, type Family } from './catalogue.ts'
import { calledOf } from './fields.ts'
import { idFromName } from './ids.ts'

/** What every merge says: which two, and why. */
export const mergedBody = z.object({ one: z.uuid(), other: z.uuid(), reason: said })
/** Which merges its writer saw, and takes back. */
export const partedBody = z.object({ takesBack: z.array(factName), reason: said })

export const family = (name: string, given: Omit<Family, 'pairId'>): Family => ({
  ...given,
  pairId: (one, other) => idFromName(`${name} ${[one, other].toSorted().join(' ')}`),
})

export const typesIn = ({ merged, parted }: Family): readonly string[] => [merged.type, parted.type]

/** The merges that stand. `facts`: those about merges that count. */
export function standingMerges({ merged, parted }: Family, facts: readonly Fact[]): Fact[] {
  const back = new Set(
    facts.flatMap((fact) => (bodyOf(parted, fact)?.takesBack ?? []).map((name) => `${fact.subject} ${name}`)),
  )
  const isBack = (fact: Fact) => back.has(`${fact.subject} ${nameOf(fact)}`)
  const gone = new Set(facts.filter(isBack).map(calledOf))
  return facts.filter((fact) => bodyOf(merged, fact) !== null && !gone.has(calledOf(fact)))
}

/** Who is one with whom: of each that is not alone all of them, in the order of their ids. */
export function connected({ merged }: Family, merges: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string>()
  const top = (id: string): string => {
    let current = id
    for (let next = above.get(current); next !== undefined && next !== current; next = above.get(current))
      current = next
    if (current !== id) above.set(id, current)
    return current
  }
  for (const merge of merges) {
    const pair = bodyOf(merged, merge)
    if (pair === null || pair.one === pair.other) continue
    const [one, other] = [top(pair.one), top(pair.other)]
    above.set(one, one)
    above.set(other, one)
  }
  const groups = Map.groupBy([...above.keys()].toSorted(), top)
  return new Map([...groups.values()].flatMap((ids) => ids.map((id) => [id, ids] as const)))
}
