/** What someone is typing: open drafts, and those that were left for staff to bring back. Never facts, never merged. */
import type { Database, Statement } from 'better-sqlite3'
import { z } from 'zod'
import {
  draftFormOf,
  draftForms,
  formNameOf,
  isOnePersons,
  MOST_DRAFTS,
  SAME_PERSON,
} from '../../../shared/domain/draft.ts'
import { mayAct, type Role } from '../../../shared/domain/fact.ts'
import { instant } from '../../../shared/domain/text.ts'
import { readWritten } from '../kernel/database/index.ts'
import type { Settings } from '../kernel/settings.ts'

/** `kept` is the scope as it is kept: of what is one person's and open, the screen's name stands behind it. */
type DraftRow = { id: number; kept: string; state: 'open' | 'parked'; saved: string }

const madeWay = z.object({ count: z.int(), latest: instant })

/** True where a draft kept under this name is one person's at one screen. */
const isAtScreen = (kept: string): boolean => {
  const form = draftForms.get(formNameOf(kept))
  return form !== undefined && isOnePersons(form)
}
const keptAs = (scope: string, screen: string): string => (isAtScreen(scope) ? `${formNameOf(scope)}:${screen}` : scope)
/** The scope alone, without the screen. */
const scopeOf = (kept: string): string => (isAtScreen(kept) ? formNameOf(kept) : kept)

type Deps = { db: Database; now: () => number; settings: Settings; changed: () => void }

export type DraftDrawer = ReturnType<typeof createDrafts>

/** `screen` is the name of the screen that asks; it counts where a draft is one person's. */
export function createDrafts({ db, now, settings, changed }: Deps) {
  const save: Statement<[string, string, string]> = db.prepare(
    "INSERT INTO draft (scope, state, body, saved) VALUES (?, 'open', ?, ?) ON CONFLICT (scope) WHERE state = 'open' DO UPDATE SET body = excluded.body, saved = excluded.saved",
  )
  const open: Statement<[string], DraftRow & { body: string }> = db.prepare(
    "SELECT id, scope AS kept, state, body, saved FROM draft WHERE scope = ? AND state = 'open'",
  )
  const clear: Statement<[string]> = db.prepare("DELETE FROM draft WHERE scope = ? AND state = 'open'")
  const putAside: Statement<[string, number]> = db.prepare("UPDATE draft SET state = 'parked', scope = ? WHERE id = ?")
  const all: Statement<[], DraftRow> = db.prepare(
    'SELECT id, scope AS kept, state, saved FROM draft ORDER BY saved DESC, id DESC',
  )
  const one: Statement<[number], DraftRow> = db.prepare(
    'SELECT id, scope AS kept, state, saved FROM draft WHERE id = ?',
  )
  const resume: Statement<[string, string, number]> = db.prepare(
    "UPDATE draft SET state = 'open', scope = ?, saved = ? WHERE id = ?",
  )
  const written: Statement<[], { id: number; kept: string; body: string; saved: string }> = db.prepare(
    'SELECT id, scope AS kept, body, saved FROM draft',
  )
  const discard: Statement<[number]> = db.prepare('DELETE FROM draft WHERE id = ?')

  /** Seconds since it was saved; less than nothing where the clock was set back meanwhile. */
  const ageOf = ({ saved }: { saved: string }): number => (now() - Date.parse(saved)) / 1000
  /** One person's, and too old to be still theirs. A clock that was set back does not tell how old it is, and so not whose. */
  const hasRested = (row: DraftRow): boolean => isAtScreen(row.kept) && Math.abs(ageOf(row)) > SAME_PERSON
  /** Parked; or somebody went without a word, and their screen too perhaps. An older version knew of no screens. */
  const isLeft = (row: DraftRow): boolean => row.state === 'parked' || hasRested(row)
  const leftRow = (id: number): DraftRow | null => {
    const row = one.get(id)
    return row !== undefined && isLeft(row) ? row : null
  }
  const noteMadeWay = (gone: readonly DraftRow[]): void => {
    const before = readMadeWay()
    const latest = [...gone.map(({ saved }) => saved), before?.latest ?? ''].toSorted().at(-1) ?? ''
    settings.keep('draftsMadeWay', JSON.stringify({ count: (before?.count ?? 0) + gone.length, latest }))
  }
  const readMadeWay = (): z.infer<typeof madeWay> | null => {
    const kept = settings.read('draftsMadeWay')
    return kept === null ? null : readWritten(madeWay, kept)
  }
  /**
   * Too many open ones of a form: the oldest are parked. Too many parked ones: the oldest make way, and staff are told.
   * True where either was so.
   */
  const keepWithin = (form: string): boolean => {
    const ofForm = (state: DraftRow['state']) =>
      all.all().filter((row) => row.state === state && formNameOf(row.kept) === form)
    const aside = ofForm('open').slice(MOST_DRAFTS)
    for (const row of aside) putAside.run(scopeOf(row.kept), row.id)
    const gone = ofForm('parked').slice(MOST_DRAFTS)
    for (const { id } of gone) discard.run(id)
    if (gone.length > 0) noteMadeWay(gone)
    return aside.length > 0 || gone.length > 0
  }
  /** All of `work` or nothing of it; tells the listeners where it answers true. */
  const together = (work: () => boolean): void => {
    if (db.transaction(work).immediate()) changed()
  }
  const parkKept = (kept: string): boolean => {
    const row = open.get(kept)
    if (row === undefined) return false
    putAside.run(scopeOf(kept), row.id)
    keepWithin(formNameOf(kept))
    return true
  }

  type Asked = (scope: string, body: string) => boolean
  const idsWhere = (isAsked: Asked): number[] =>
    written
      .all()
      .filter(({ kept, body }) => isAsked(scopeOf(kept), body))
      .map(({ id }) => id)

  return {
    /** What each one holds, with the name it is kept under. */
    texts: (): string[] => written.all().map(({ kept, body }) => `${kept} ${body}`),
    /** How many there are, open or left, of which this is so. */
    countWhere: (isAsked: Asked): number => idsWhere(isAsked).length,
    /** Those of which it is so: what their form is called, what they are about, and what was typed, as its JSON. */
    where: (isAsked: Asked): { called: string; scope: string; saved: string; body: string }[] =>
      written
        .all()
        .map(({ kept, ...draft }) => ({ ...draft, scope: scopeOf(kept) }))
        .filter(({ scope, body }) => isAsked(scope, body))
        .map(({ scope, body, saved }) => ({ called: draftFormOf(scope)?.called ?? 'A form', scope, saved, body })),
    /** Takes those away, inside a transaction of the caller’s, who tells the screens after it. Answers how many. */
    forgetWhere: (isAsked: Asked): number => idsWhere(isAsked).reduce((gone, id) => gone + discard.run(id).changes, 0),
    save(scope: string, body: string, screen: string): { saved: string } {
      const saved = new Date(now()).toISOString()
      const kept = keptAs(scope, screen)
      together(() => {
        const isNew = open.get(kept) === undefined
        save.run(kept, body, saved)
        return isNew && keepWithin(formNameOf(kept))
      })
      return { saved }
    },
    /** Null where there is none; one person's that has rested too long to be still theirs is parked. */
    open(scope: string, screen: string): { body: string; saved: string; age: number } | null {
      const row = open.get(keptAs(scope, screen))
      if (row === undefined) return null
      if (hasRested(row)) {
        together(() => parkKept(row.kept))
        return null
      }
      return { body: row.body, saved: row.saved, age: Math.max(0, ageOf(row)) }
    },
    clear: (scope: string, screen: string): void => void clear.run(keptAs(scope, screen)),
    park: (scope: string, screen: string): void => together(() => parkKept(keptAs(scope, screen))),
    /** The person at this screen has gone: whatever of theirs is open there is parked. */
    leave(screen: string): void {
      together(
        () => [...draftForms.keys()].filter(isAtScreen).filter((form) => parkKept(keptAs(form, screen))).length > 0,
      )
    },
    /** Whatever was left and this role may see. A form that this version does not know is the stewards'. */
    parked: (role: Role) => ({
      items: all
        .all()
        .filter(isLeft)
        .map(({ id, kept, saved }) => ({ id, saved, form: draftFormOf(scopeOf(kept)) }))
        .filter(({ form }) => mayAct(role, form?.who ?? 'steward'))
        .map(({ id, saved, form }) => ({ id, called: form?.called ?? 'A form', saved })),
      most: MOST_DRAFTS,
      madeWay: readMadeWay(),
    }),
    /** The scope of one that was left; null where it is gone. */
    scopeOf(id: number): string | null {
      const row = leftRow(id)
      return row === null ? null : scopeOf(row.kept)
    },
    /**
     * Opens what was left again, at this screen; what was open in that form is parked in its place. Null where it is gone,
     * and where this version has no such form: opened, nobody would find it again.
     */
    resume(id: number, screen: string): { scope: string } | null {
      const row = leftRow(id)
      if (row === null || draftFormOf(scopeOf(row.kept)) === null) return null
      const scope = scopeOf(row.kept)
      const kept = keptAs(scope, screen)
      together(() => {
        const inItsPlace = open.get(kept)
        if (inItsPlace !== undefined) putAside.run(scope, inItsPlace.id)
        resume.run(kept, new Date(now()).toISOString(), id)
        return true
      })
      return { scope }
    },
    discard: (id: number): void => together(() => leftRow(id) !== null && discard.run(id).changes > 0),
  }
}
