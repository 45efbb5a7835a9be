/** Two entries that are one person: a merge is a subject of its own, and who is one are those whom the merges that stand connect. Pure. */
import { z } from 'zod'
import { type Fact, factName, nameOf } from '../../../../shared/domain/fact.ts'
import { said } from '../../../../shared/domain/text.ts'
import { bodyOf, factType } from './catalogue.ts'
import { calledOf } from './fields.ts'
import { idFromName } from './ids.ts'
import { ours, typed } from './labels.ts'

const why = { reason: typed('note') }

/** About the two of them together (see `pairId`): they are one person. */
export const peopleMerged = factType(
  'people.merged',
  1,
  z.object({ one: z.uuid(), other: z.uuid(), reason: said }),
  { ...ours('one other'), ...why },
  { who: 'organiser' },
)
/** About the same: they are two after all. It takes the merges back that its writer saw; one that was made elsewhere meanwhile stands. */
export const peopleParted = factType(
  'people.parted',
  1,
  z.object({ takesBack: z.array(factName), reason: said }),
  { ...ours('takesBack[]'), ...why },
  { who: 'organiser' },
)
export const onePersonTypes = [peopleMerged, peopleParted] as const

/** The subject of every merge of these two, on every tablet. */
export const pairId = (one: string, other: string): string =>
  idFromName(`one person ${[one, other].toSorted().join(' ')}`)

/** The merges that stand. `facts`: those about merges that count. */
export function standingMerges(facts: readonly Fact[]): Fact[] {
  const back = new Set(
    facts.flatMap((fact) => (bodyOf(peopleParted, fact)?.takesBack ?? []).map((name) => `${fact.subject} ${name}`)),
  )
  const isBack = (fact: Fact) => back.has(`${fact.subject} ${nameOf(fact)}`)
  const gone = new Set(facts.filter(isBack).map(calledOf))
  return facts.filter((fact) => bodyOf(peopleMerged, fact) !== null && !gone.has(calledOf(fact)))
}

/** Who is one with whom: of each who is not alone all of them, in the order of their ids. */
export function connected(merges: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string>()
  const top = (id: string): string => {
    let current = id
    for (let next = above.get(current); next !== undefined && next !== current; next = above.get(current))
      current = next
    if (current !== id) above.set(id, current)
    return current
  }
  for (const merge of merges) {
    const pair = bodyOf(peopleMerged, merge)
    if (pair === null || pair.one === pair.other) continue
    const [one, other] = [top(pair.one), top(pair.other)]
    above.set(one, one)
    above.set(other, one)
  }
  const groups = Map.groupBy([...above.keys()].toSorted(), top)
  return new Map([...groups.values()].flatMap((ids) => ids.map((id) => [id, ids] as const)))
}
