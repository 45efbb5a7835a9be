/** The fold: a subject's facts that count, in their one order, into a record. Pure. */
import { type Fact, nameOf } from '../../../../shared/domain/fact.ts'
import type { RecordKind, Row, Timed } from './catalogue.ts'
import { calledOf } from './fields.ts'
import { inOrder } from './order.ts'
import { sightOf } from './seen.ts'

/** Marks that every step sets beside what it says. */
const MARKS: ReadonlySet<string> = new Set(['changed', 'conflict', 'id'])

const setBy = ({ gathers }: RecordKind, before: Row, after: Row): string[] =>
  Object.keys(after).filter((column) => !MARKS.has(column) && !gathers.has(column) && before[column] !== after[column])

/** Without what a step keeps for the next ones alone, which has no column. */
const inColumns = ({ columns }: RecordKind, row: Row): Row => ({
  id: row.id,
  ...Object.fromEntries(columns.flatMap((column) => (column in row ? [[column, row[column] ?? null]] : []))),
})

/**
 * Adds to a record without a conflict one fact whose writer had seen all that it is made of. A fact that says nothing which this record
 * can read changes nothing: one of another type, from a newer app, or with nothing left in it.
 */
export function foldOne(kind: RecordKind, row: Row | null, fact: Timed): Row | null {
  const next = kind.steps.get(fact.type)?.(row, fact)
  if (next === undefined) return row
  return next && inColumns(kind, next)
}

/** Those that begin the record, then the others, each in order. */
function inTurn<F extends Fact>(kind: RecordKind, facts: readonly F[]): readonly F[] {
  const { first = [], since = [] } = Object.groupBy(facts, (fact) =>
    kind.begins.get(fact.type)?.(fact) === true ? 'first' : 'since',
  )
  return [...first.toSorted(inOrder), ...since.toSorted(inOrder)]
}

/** The facts that are not taken back by another, in turn. What was written anew twice is taken back by either of its names. */
function standing<F extends Fact>(kind: RecordKind, facts: readonly F[], held: readonly Fact[]): readonly F[] {
  const back = facts.flatMap((fact) => kind.takesBack.get(fact.type)?.(fact) ?? [])
  if (back.length === 0) return inTurn(kind, facts)
  const gone = new Set(held.filter((fact) => back.some((isTakenBack) => isTakenBack(fact))).map(calledOf))
  return inTurn(
    kind,
    facts.filter((fact) => !gone.has(calledOf(fact))),
  )
}

/** Of one name that counts the fact that does: of a copied disk another may be held under it. */
function toWalk(counting: readonly Fact[], held: readonly Fact[]): readonly Fact[] {
  const names = new Set(counting.map(nameOf))
  return [...counting, ...held.filter((fact) => !names.has(nameOf(fact)))]
}

/**
 * Folds all of a subject's facts, in whatever order they are given. A record whose facts set one thing without having seen each other is
 * in conflict, until a fact that saw both sets it again; or a later one about another who is one person with them: it stands then. The first fact of a record begins it: nobody else sets what it says.
 * `held`: all that is held about the subject, for a writer saw also by way of what does not count, or was taken back since.
 */
export function foldAll(kind: RecordKind, facts: readonly Timed[], held: readonly Fact[] = facts): Row | null {
  const counting = standing(kind, facts, held)
  const [first] = counting
  // Whoever writes alone sees all they wrote.
  const saw = counting.every(({ station }) => station === first?.station)
    ? null
    : sightOf(toWalk(facts, held), calledOf)
  // Where nothing begins it any more it may still be there, by what else was said.
  const isBegun = counting.some(({ type }) => kind.begins.has(type))
  let row: Row | null = isBegun ? null : (kind.remains?.of(facts.toSorted(inOrder)) ?? null)
  /**
   * By column, and of each who is one person with the others, the facts that set it and that no later one which set it had seen. What was
   * said of one of them contradicts nothing that was said of another.
   */
  const setters = new Map<string, Readonly<Record<string, readonly Fact[]>>>()
  for (const fact of counting) {
    const next: Row | null | undefined = kind.steps.get(fact.type)?.(row, fact)
    if (next === undefined) continue
    if (saw !== null && next !== null && row !== null)
      for (const column of setBy(kind, row, next)) {
        const { [fact.subject]: own = [], ...others } = setters.get(column) ?? {}
        const settled = Object.fromEntries(Object.entries(others).map(([subject, all]) => [subject, all.slice(-1)]))
        setters.set(column, { ...settled, [fact.subject]: [...own.filter((one) => !saw(one, fact)), fact] })
      }
    row = next
  }
  if (row === null) return null
  const made = inColumns(kind, row)
  if (!('conflict' in made)) return made
  const isOpen = [...setters.values()].some((bySubject) => Object.values(bySubject).some((all) => all.length > 1))
  return { ...made, conflict: Number(isOpen) }
}
