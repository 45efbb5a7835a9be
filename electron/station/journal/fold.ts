/** The fold: a subject's facts, in their one order, into a record. Pure. */
import type { Fact } from '../../../shared/domain/fact.ts'
import type { RecordKind, Row } from './catalogue.ts'

/** Marks a record whose last change was made without seeing the one before it, on another station. */
const withConflict = (row: Row, conflict: boolean): Row =>
  'conflict' in row && conflict && row.conflict !== 1 ? { ...row, conflict: 1 } : row

/**
 * Adds one fact to a record. `unseen`: its writer had not seen the latest fact about this subject.
 * A redacted fact with nothing left, or one whose type this record does not know, changes nothing.
 */
export function foldOne(kind: RecordKind, row: Row | null, fact: Fact, unseen: boolean): Row | null {
  const step = kind.steps.get(fact.type)
  if (step === undefined || fact.body === null) return row
  const next = step(row, fact.body, fact)
  return next === null ? null : withConflict(next, unseen || (row !== null && row.conflict === 1))
}

/** Folds all of a subject's facts, given in order. */
export function foldAll(kind: RecordKind, facts: readonly Fact[]): Row | null {
  let row: Row | null = null
  let last: Fact | null = null
  for (const fact of facts) {
    if (!kind.steps.has(fact.type)) continue
    const unseen = last !== null && last.station !== fact.station && (fact.after === null || fact.after < last.at)
    row = foldOne(kind, row, fact, unseen)
    last = fact
  }
  return row
}
