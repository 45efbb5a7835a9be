/** Who is in the building, now or at an earlier moment, with what they need: what a roll call is made of. */
import type { Database, Statement } from 'better-sqlite3'
import { changesIn, stepsIn } from './facts.ts'

type CameRow = {
  id: string
  name: string
  organisation: string
  sector: string
  tableName: string
  presence: string
  since: string
  trail: string
  access: string
}

/** Somebody who is in the building or was; `since` is when they last came, or left. */
export type InBuilding = Pick<CameRow, 'id' | 'name' | 'organisation' | 'sector' | 'access'> & {
  table: string
  presence: 'here' | 'left'
  since: string
}

const CAME =
  "SELECT d.id, d.name, d.organisation, d.sector, d.tableName, a.presence, a.since, a.trail, coalesce(n.access, '') AS access FROM attendance a JOIN delegate d ON d.id = a.id LEFT JOIN needs n ON n.id = a.id WHERE a.since <> ''"

type Stood = Pick<InBuilding, 'presence' | 'since'>

/** Where they stood at an earlier moment; null where they had not come yet. A step that changes nothing counts for nothing. */
function standingAt(trail: string, moment: string): Stood | null {
  const last = changesIn(stepsIn(trail).filter(({ at }) => at <= moment)).at(-1)
  return last === undefined ? null : { presence: last.kind === 'in' ? 'here' : 'left', since: last.at }
}

export function createBuilding(db: Database) {
  const page: Statement<[string, number], CameRow> = db.prepare(`${CAME} AND a.id > ? ORDER BY a.id LIMIT ?`)
  const one: Statement<[string], CameRow> = db.prepare(`${CAME} AND a.id = ?`)
  const here: Statement<[], { n: number }> = db.prepare(
    "SELECT count(*) AS n FROM attendance WHERE presence = 'here' AND id IN (SELECT id FROM delegate)",
  )
  const at = ({ tableName: table, presence: now, since, trail, ...person }: CameRow, moment: string | null) => {
    const then =
      moment === null || since <= moment
        ? { presence: now === 'here' ? ('here' as const) : ('left' as const), since }
        : standingAt(trail, moment)
    return then === null ? null : { ...person, table, ...then }
  }
  return {
    here: (): number => here.get()?.n ?? 0,
    /** One person as they stood at `moment`, or now; null where they had not come. */
    one(id: string, moment: string | null): InBuilding | null {
      const row = one.get(id)
      return row === undefined ? null : at(row, moment)
    },
    /**
     * Looks at so many of those who ever came, in the order of their ids after `from`, and answers with how each stood at
     * `moment`, or now. `next` is where to go on; null at the end.
     */
    page(from: string, limit: number, moment: string | null): { people: InBuilding[]; next: string | null } {
      const rows = page.all(from, limit)
      return {
        people: rows.flatMap((row) => at(row, moment) ?? []),
        next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
      }
    },
  }
}
