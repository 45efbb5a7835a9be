/** The fold in format 2: a subject's facts that count, in their one order, into a record, and whether two of them did not see each other. Pure. */
import type { RecordKind, Row } from '../catalogue.ts'
import { inOrder } from './order.ts'
import { sightOf } from './seen.ts'
import type { Fact } from './store.ts'

/** What a step set, beside the marks that every step sets. */
const setBy = (before: Row | null, after: Row): string[] =>
  Object.keys(after).filter(
    (column) => !['changed', 'conflict', 'id'].includes(column) && before?.[column] !== after[column],
  )

/**
 * A record whose facts set one thing without having seen each other is in conflict, until a fact that saw both sets it again. The first
 * fact of a record begins it: what it says is set by nobody else.
 */
export function fold(kind: RecordKind, facts: readonly Fact[]): Row | null {
  const back = facts.flatMap((fact) => kind.takesBack.get(fact.type)?.(fact as never) ?? [])
  const counting = facts.filter((fact) => !back.some((isTakenBack) => isTakenBack(fact as never))).toSorted(inOrder)
  const saw = sightOf(counting)
  let row: Row | null = null
  /** Of each column, the facts that set it and that no later one which set it had seen. */
  const setters = new Map<string, Fact[]>()
  for (const fact of counting) {
    const next: Row | null | undefined = kind.steps.get(fact.type)?.(row, fact as never)
    if (next === undefined) continue
    if (next !== null && row !== null)
      for (const column of setBy(row, next))
        setters.set(column, [...(setters.get(column) ?? []).filter((one) => !saw(one, fact)), fact])
    row = next
  }
  if (row === null || !('conflict' in row)) return row
  return { ...row, conflict: Number([...setters.values()].some((all) => all.length > 1)) }
}
