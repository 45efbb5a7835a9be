/** Takes an import back: what it alone wrote goes, and whoever something else was said of since stays as they are. */
import { createHash } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import {
  type BeforeUndoing,
  type MadeImport,
  MOST_NAMED,
  type UndoneImport,
} from '../../../../shared/contract/import.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import { checkpoint } from '../../database/index.ts'
import type { Journal } from '../../journal/index.ts'
import { broughtTypes, delegateAdded, delegateRestored } from '../facts.ts'
import type { createDeskRows } from '../rows.ts'
import { type ImportRow, importUndone } from './made.ts'

/** A badge that was printed for somebody says nothing of whether they belong here. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['badge.printed', 'badge.print-failed', importUndone.type])
const IDS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

type Deps = { db: Database; journal: Journal; rows: ReturnType<typeof createDeskRows> }

/**
 * The ids of people. `gone`: only this import brought them. `back`: they were on the list, and go back to what was said
 * before. `stay`: it brought or put back these, but since then they came, promised something, or were corrected.
 */
type Plan = Record<'gone' | 'back' | 'stay', string[]>

export function createImportUndo({ db, journal, rows }: Deps) {
  const all: Statement<[], ImportRow> = db.prepare('SELECT * FROM listImport ORDER BY at DESC, id DESC LIMIT 100')
  const one: Statement<[string], ImportRow> = db.prepare('SELECT * FROM listImport WHERE id = ?')
  const viewOf = ({ id, at, name, added, updated, undone }: ImportRow): MadeImport => ({
    id,
    at,
    name,
    added,
    updated,
    undone: undone === '' ? null : undone,
  })

  /** Looks at every fact since: whoever brings a new kind of fact about people need not think of this. */
  function planFor({ id, at }: ImportRow): Plan {
    const mark = `"import":"${id}"`
    const written = new Map<string, Set<string>>()
    const spokenOf = new Set<string>()
    for (const { subject, type, by, body } of journal.facts.since(`${at}.0000`)) {
      if (SAYS_NOTHING.has(type)) continue
      if (body?.includes(mark) === true) {
        written.set(subject, (written.get(subject) ?? new Set()).add(type))
        continue
      }
      spokenOf.add(subject)
      for (const [named] of `${by} ${body ?? ''}`.matchAll(IDS)) spokenOf.add(named)
    }
    const plan: Plan = { gone: [], back: [], stay: [] }
    for (const [subject, types] of written) {
      if (rows.get(subject) === null) continue
      const isTheirs = types.has(delegateAdded.type)
      if ((isTheirs || types.has(delegateRestored.type)) && spokenOf.has(subject)) plan.stay.push(subject)
      else plan[isTheirs ? 'gone' : 'back'].push(subject)
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
     * In one transaction; what was said of those who go is taken out of the facts as well. Does nothing where `seen` is of
     * another plan than the one that it would carry out now, and tells that one. Null as in `before`.
     */
    undo(
      actor: Actor,
      { id, reason, seen }: { id: string; reason: string; seen: string },
    ): UndoneImport | { code: 'changed'; before: BeforeUndoing } | null {
      const row = standing(id)
      if (row === null) return null
      const plan = planFor(row)
      if (seenOf(plan) !== seen) return { code: 'changed', before: told(plan) }
      journal.commit(actor, (write) => {
        write.about(importUndone, id, { import: id, reason })
        for (const person of [...plan.gone, ...plan.back]) write.about(importUndone, person, { import: id, reason })
        for (const person of plan.gone) for (const type of broughtTypes) write.redact(type, person)
      })
      checkpoint(db)
      return { code: 'undone', gone: plan.gone.length, back: plan.back.length, stay: plan.stay.length }
    },
  }
}
