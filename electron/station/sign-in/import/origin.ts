/** Where the details of a person come from, and which of them a list leaves as they are. Pure. */
import { type Fact, isGone } from '../../../../shared/domain/fact.ts'
import { bodyOf } from '../../kernel/journal/index.ts'
import { delegateAdded, delegateAmended, importOf, needsRecorded } from '../facts.ts'
import { importUndone, type Origin } from './import-facts.ts'

export const NEEDS = ['accessNeeds', 'dietaryNeeds'] as const

/** Where what a fact says of a person came from; null where it says nothing of their details that can be read here. */
function originOf(fact: Fact): Origin | null {
  const amended = bodyOf(delegateAmended, fact)
  const needs = bodyOf(needsRecorded, fact)
  const said = amended ?? needs ?? bodyOf(delegateAdded, fact)
  if (said === null) return null
  if (said.origin !== undefined) return said.origin
  // Facts of older versions have no origin. Of needs nothing tells but who wrote them: a list is the organiser's; at the door it is a
  // steward, or the person themselves.
  if (needs !== null) return fact.by.role === 'organiser' ? 'import' : 'hand'
  if ((amended?.chosen ?? []).length > 0) return 'chosen'
  return said.import === undefined ? 'hand' : 'import'
}

/** The details that a fact sets of somebody who is on the list. What the list that brought them says was said before all else. */
function setIn(fact: Fact, origin: Origin): readonly string[] {
  const needs = bodyOf(needsRecorded, fact)
  if (needs !== null) return needs.first === true && origin === 'import' ? [] : NEEDS
  const { changes, chosen = [] } = bodyOf(delegateAmended, fact) ?? { changes: {} }
  return [...Object.keys(changes), ...chosen]
}

/** The fields of a person whose last change was made by somebody here, or chosen by them, and not brought by a list. */
export function correctedIn(facts: readonly Fact[]): ReadonlySet<string> {
  const fields = new Set<string>()
  const undone = new Set(facts.flatMap((fact) => bodyOf(importUndone, fact)?.import ?? []))
  for (const fact of facts) {
    if (fact.fields.some(isGone) || undone.has(importOf(fact) ?? '')) continue
    const origin = originOf(fact)
    if (origin === null) continue
    for (const field of setIn(fact, origin))
      if (origin === 'import') fields.delete(field)
      else fields.add(field)
  }
  return fields
}
