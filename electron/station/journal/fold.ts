/** The fold: a subject's facts, in their one order, into a record. Pure, and of one mind about which facts count. */
import type { Fact } from '../../../shared/domain/fact.ts'
import type { RecordKind, Row } from './catalogue.ts'

/** Marks a record whose last change was made without seeing the one before it, on another station; the mark stays. */
const withConflict = (before: Row | null, row: Row | null, unseen: boolean): Row | null =>
  row !== null && 'conflict' in row && row.conflict !== 1 && (unseen || before?.conflict === 1)
    ? { ...row, conflict: 1 }
    : row

/**
 * Adds to a record one fact whose writer had seen all that it is made of. A fact that says nothing which this record can
 * read changes nothing: one of another type, from a newer app, or with nothing left in it.
 */
export function foldOne(kind: RecordKind, row: Row | null, fact: Fact): Row | null {
  const next = kind.steps.get(fact.type)?.(row, fact)
  return next === undefined ? row : withConflict(row, next, false)
}

/** The facts that count for a record: those that no other one takes back. */
function counting(kind: RecordKind, facts: readonly Fact[]): readonly Fact[] {
  const back = facts.flatMap((fact) => kind.takesBack.get(fact.type)?.(fact) ?? [])
  return back.length === 0 ? facts : facts.filter((fact) => !back.some((isTakenBack) => isTakenBack(fact)))
}

/** Folds all of a subject's facts, given in order. */
export function foldAll(kind: RecordKind, facts: readonly Fact[]): Row | null {
  let row: Row | null = null
  let last: Fact | null = null
  for (const fact of counting(kind, facts)) {
    const next: Row | null | undefined = kind.steps.get(fact.type)?.(row, fact)
    if (next === undefined) continue
    const unseen = last !== null && last.station !== fact.station && (fact.after === null || fact.after < last.at)
    row = withConflict(row, next, unseen)
    last = fact
  }
  return row
}
