/** What someone is typing: one open draft a form, parked ones for staff to bring back. Never facts, never merged. */
import type { Database, Statement } from 'better-sqlite3'

type DraftRow = { id: number; scope: string; body: string; saved: string }

export function createDraftDrawer({ db, now, changed }: { db: Database; now: () => number; changed: () => void }) {
  const save: Statement<[string, string, string]> = db.prepare(
    "INSERT INTO draft (scope, state, body, saved) VALUES (?, 'open', ?, ?) ON CONFLICT (scope) WHERE state = 'open' DO UPDATE SET body = excluded.body, saved = excluded.saved",
  )
  const open: Statement<[string], DraftRow> = db.prepare(
    "SELECT id, scope, body, saved FROM draft WHERE scope = ? AND state = 'open'",
  )
  const clear: Statement<[string]> = db.prepare("DELETE FROM draft WHERE scope = ? AND state = 'open'")
  const park: Statement<[string]> = db.prepare("UPDATE draft SET state = 'parked' WHERE scope = ? AND state = 'open'")
  const parked: Statement<[], DraftRow> = db.prepare(
    "SELECT id, scope, body, saved FROM draft WHERE state = 'parked' ORDER BY saved DESC",
  )
  const one: Statement<[number], DraftRow> = db.prepare(
    "SELECT id, scope, body, saved FROM draft WHERE id = ? AND state = 'parked'",
  )
  const resume: Statement<[string, number]> = db.prepare("UPDATE draft SET state = 'open', saved = ? WHERE id = ?")
  const discard: Statement<[number]> = db.prepare("DELETE FROM draft WHERE id = ? AND state = 'parked'")
  return {
    save(scope: string, body: string): { saved: string } {
      const saved = new Date(now()).toISOString()
      save.run(scope, body, saved)
      return { saved }
    },
    open(scope: string): { body: string; saved: string; age: number } | null {
      const row = open.get(scope)
      return row === undefined
        ? null
        : { body: row.body, saved: row.saved, age: Math.max(0, (now() - Date.parse(row.saved)) / 1000) }
    },
    clear: (scope: string): void => void clear.run(scope),
    park(scope: string): void {
      if (park.run(scope).changes > 0) changed()
    },
    parked: (): DraftRow[] => parked.all(),
    /** Opens a parked draft again; what was open in that form is parked in its place. Null where it is gone. */
    resume(id: number): { scope: string } | null {
      const scope = db
        .transaction(() => {
          const row = one.get(id)
          if (row === undefined) return null
          park.run(row.scope)
          resume.run(new Date(now()).toISOString(), id)
          return row.scope
        })
        .immediate()
      if (scope !== null) changed()
      return scope === null ? null : { scope }
    },
    discard(id: number): void {
      if (discard.run(id).changes > 0) changed()
    },
  }
}
