/** Takes an import back: what it alone wrote goes, and whoever something else was said of since stays as they are. */
import { createHash } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import {
  type BeforeUndoing,
  type MadeImport,
  MOST_NAMED,
  type UndoneImport,
} from '../../../../shared/contract/import.ts'
import { type Actor, type FactRef, nameOf } from '../../../../shared/domain/fact.ts'
import { checkpoint } from '../../database/index.ts'
import { type Journal, type Writer, wordsErased } from '../../journal/index.ts'
import { broughtTypes, delegateAdded, delegateRestored, delegateWithdrawn } from '../facts.ts'
import type { createDeskRows } from '../rows.ts'
import { type ImportRow, importMade, importUndone } from './made.ts'

/** A badge that was printed for somebody, or that they were taken off the list as wrong, is no reason for them to be here. */
const GOES_WITH_THEM: ReadonlySet<string> = new Set(['badge.printed', 'badge.print-failed', delegateWithdrawn.type])
const SAYS_NOTHING: ReadonlySet<string> = new Set([...GOES_WITH_THEM, importUndone.type, wordsErased.type])
const BROUGHT: ReadonlySet<string> = new Set(broughtTypes.map(({ type }) => type))
const IDS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
/** Later than any fact. */
const NOW = Number.MAX_SAFE_INTEGER
/** As a field is kept (see fact-table.ts). */
const MARK = /\["import","none",null,"","([\da-f-]{36})"\]/

type Deps = {
  db: Database
  journal: Journal
  rows: ReturnType<typeof createDeskRows>
  /** What is being typed, and under which name: with ids in it. */
  drafts: () => Iterable<string>
  /** Takes what was said of a person out of all facts about them. */
  takeOut: (write: Writer, id: string) => void
}

type Undoing = UndoneImport | { code: 'changed'; before: BeforeUndoing } | null

/**
 * The ids of people. `gone`: only this import brought them, or one that was taken back before. `back`: they were on the list, and go back
 * to what was said before. `stay`: since it wrote of them they came, promised something, were corrected, or stood on another list.
 */
type Plan = Record<'gone' | 'back' | 'stay', string[]> & {
  /** Of each person: this import, and those that were taken back before, and the types of what they wrote. */
  written: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>
}

export function createImportUndo({ db, journal, rows, drafts, takeOut }: Deps) {
  const all: Statement<[], ImportRow> = db.prepare('SELECT * FROM listImport ORDER BY at DESC, id DESC LIMIT 100')
  const one: Statement<[string], ImportRow> = db.prepare('SELECT * FROM listImport WHERE id = ?')
  const takenBack: Statement<[], ImportRow> = db.prepare("SELECT * FROM listImport WHERE undone <> ''")
  const viewOf = ({ id, at, name, added, updated, undone }: ImportRow): MadeImport => ({
    id,
    at,
    name,
    added,
    updated,
    undone: undone === '' ? null : undone,
  })

  /** Looks at every fact: whoever brings a new kind of fact about people need not think of this. */
  function planFor(row: ImportRow): Plan {
    const undone = new Set([row, ...takenBack.all()].map(({ id }) => id))
    const [made] = journal.facts.about(row.id)
    const written = new Map<string, Map<string, Set<string>>>()
    /** Of each person, the latest that they were spoken of, and that they stood on a list that is not taken back. */
    const spokenOf = new Map<string, number>()
    const vouched = new Map<string, number>()
    /** What another tablet wrote may have been written after any list was read in here. */
    const when = ({ station, seq }: FactRef): number => (station === made?.station ? seq : NOW)
    const note = (of: Map<string, number>, person: string, at: number) =>
      void of.set(person, Math.max(at, of.get(person) ?? 0))
    for (const fact of journal.facts.told()) {
      const { subject, type, fields } = fact
      if (SAYS_NOTHING.has(type) || (type === importMade.type && undone.has(subject))) continue
      const mark = BROUGHT.has(type) ? MARK.exec(fields)?.[1] : undefined
      if (mark !== undefined && undone.has(mark)) {
        const of = written.get(subject) ?? new Map<string, Set<string>>()
        of.set(mark, (of.get(mark) ?? new Set()).add(type))
        written.set(subject, of)
        continue
      }
      note(spokenOf, subject, when(fact))
      if (mark !== undefined) note(vouched, subject, when(fact))
      for (const [named] of fields.matchAll(IDS)) note(type === importMade.type ? vouched : spokenOf, named, when(fact))
    }
    for (const text of drafts()) for (const [named] of text.matchAll(IDS)) note(spokenOf, named, NOW)
    // What was said before it is not against taking it back.
    const isSince = (of: Map<string, number>, person: string) => (of.get(person) ?? 0) > (made?.seq ?? 0)

    const plan: Plan = { gone: [], back: [], stay: [], written }
    for (const [person, by] of written) {
      if (rows.get(person) === null) continue
      const isAdded = [...by.values()].some((types) => types.has(delegateAdded.type))
      const own = by.get(row.id)
      if (isAdded && !spokenOf.has(person) && !vouched.has(person)) plan.gone.push(person)
      else if (own !== undefined) {
        const isPutBack = own.has(delegateRestored.type) && isSince(spokenOf, person)
        const isHeld = own.has(delegateAdded.type) || isPutBack || isSince(vouched, person)
        plan[isHeld ? 'stay' : 'back'].push(person)
      }
    }
    return plan
  }
  const seenOf = (plan: Plan): string =>
    createHash('sha256')
      .update(JSON.stringify([plan.gone, plan.back, plan.stay].map((ids) => ids.toSorted())))
      .digest('base64url')
  const told = (plan: Plan): BeforeUndoing => {
    const group = (ids: string[]) => ({
      count: ids.length,
      people: ids.slice(0, MOST_NAMED).map((id) => {
        const { name, organisation } = rows.must(id)
        return { name, organisation }
      }),
    })
    return { seen: seenOf(plan), gone: group(plan.gone), back: group(plan.back), stay: group(plan.stay) }
  }
  const standing = (id: string): ImportRow | null => {
    const row = one.get(id)
    return row === undefined || row.undone !== '' ? null : row
  }

  return {
    /** The newest hundred, newest first. */
    imports: (): MadeImport[] => all.all().map(viewOf),
    /** Whom `undo` would touch; null where there is no such import, or it was taken back already. */
    before(id: string): BeforeUndoing | null {
      const row = standing(id)
      return row === null ? null : told(planFor(row))
    },
    /**
     * What was said of those who go, and what it said of those who go back, is taken out of the facts as well. Does nothing where
     * `seen` is of another plan than the one that it would carry out now, and tells that one. Null as in `before`.
     */
    undo(actor: Actor, { id, reason, seen }: { id: string; reason: string; seen: string }): Undoing {
      // All in one transaction: what another program writes comes before the look, or after it is done.
      const answer = journal.commit(actor, (write): Undoing => {
        const row = standing(id)
        if (row === null) return null
        const plan = planFor(row)
        if (seenOf(plan) !== seen) return { code: 'changed', before: told(plan) }
        write.about(importUndone, id, { import: id, reason })
        for (const person of plan.gone) {
          // The same list may be read in again, and bring them under the same id.
          const theirs = journal.facts.about(person).filter(({ type }) => GOES_WITH_THEM.has(type))
          const takesBack = theirs.map(nameOf)
          for (const mark of plan.written.get(person)?.keys() ?? [])
            write.about(importUndone, person, { import: mark, reason, takesBack })
          takeOut(write, person)
        }
        for (const person of plan.back) write.about(importUndone, person, { import: id, reason })
        return { code: 'undone', gone: plan.gone.length, back: plan.back.length, stay: plan.stay.length }
      })
      if (answer?.code === 'undone') checkpoint(db)
      return answer
    },
  }
}
