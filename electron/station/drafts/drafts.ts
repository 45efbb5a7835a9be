/** What someone is typing: one open draft a form, parked ones for staff to bring back. Never facts, never merged. */
import type { Database, Statement } from 'better-sqlite3'

/** The page where it is being typed: by its window, which keeps what it is when the page is opened anew, or by its screen. */
export type Holder = object | number

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
  // In memory: after a restart no page is the one it was, and whoever asks first is asked whether it is theirs.
  const holders = new Map<string, Holder>()
  const isAnothers = (scope: string, holder: Holder | undefined): boolean =>
    holder !== undefined && holders.has(scope) && holders.get(scope) !== holder
  return {
    /** What another page has open in this form is parked in its place. */
    save(scope: string, body: string, holder?: Holder): { saved: string } {
      if (isAnothers(scope, holder) && park.run(scope).changes > 0) changed()
      if (holder !== undefined) holders.set(scope, holder)
      const saved = new Date(now()).toISOString()
      save.run(scope, body, saved)
      return { saved }
    },
    /** Null also where it is open on another page: what somebody is typing there is nobody else's to read. */
    open(scope: string, holder?: Holder): { body: string; saved: string; age: number } | null {
      const row = isAnothers(scope, holder) ? undefined : open.get(scope)
      if (row !== undefined && holder !== undefined) holders.set(scope, holder)
      return row === undefined
        ? null
        : { body: row.body, saved: row.saved, age: Math.max(0, (now() - Date.parse(row.saved)) / 1000) }
    },
    /** This and parking leave alone what another page has open. */
    clear(scope: string, holder?: Holder): void {
      if (isAnothers(scope, holder)) return
      clear.run(scope)
      holders.delete(scope)
    },
    park(scope: string, holder?: Holder): void {
      if (isAnothers(scope, holder)) return
      holders.delete(scope)
      if (park.run(scope).changes > 0) changed()
    },
    parked: (): DraftRow[] => parked.all(),
    /** Opens a parked draft again; what was open in that form is parked in its place. Null where it is gone. */
    resume(id: number, holder?: Holder): { scope: string } | null {
      const scope = db
        .transaction(() => {
          const row = one.get(id)
          if (row === undefined) return null
          park.run(row.scope)
          resume.run(new Date(now()).toISOString(), id)
          return row.scope
        })
        .immediate()
      if (scope !== null) {
        holders.delete(scope)
        if (holder !== undefined) holders.set(scope, holder)
        changed()
      }
      return scope === null ? null : { scope }
    },
    discard(id: number): void {
      if (discard.run(id).changes > 0) changed()
    },
  }
}
