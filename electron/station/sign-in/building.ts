/** Who is in the building, now or at an earlier moment, with what they need: what a roll call is made of. */
import type { Database, Statement } from 'better-sqlite3'
import { isBefore, type Moment } from '../../../shared/domain/roll-call.ts'
import { changesIn, momentOf, stepsIn } from './facts.ts'

type CameRow = {
  id: string
  name: string
  organisation: string
  sector: string
  tableName: string
  presence: string
  since: string
  station: string
  sinceSeq: number
  trail: string
  access: string
}

/** Somebody who is in the building or was; `moment` is when they last came, or left. */
export type InBuilding = Pick<CameRow, 'id' | 'name' | 'organisation' | 'sector' | 'access'> & {
  table: string
  presence: 'here' | 'left'
  moment: Moment
}

const CAME =
  "SELECT d.id, d.name, d.organisation, d.sector, d.tableName, a.presence, a.since, a.station, a.sinceSeq, a.trail, coalesce(n.access, '') AS access FROM attendance a JOIN delegate d ON d.id = a.id LEFT JOIN needs n ON n.id = a.id WHERE a.since <> ''"

type Stood = Pick<InBuilding, 'presence' | 'moment'>

/** Where they stood at an earlier moment; null where they had not come yet. A step that changes nothing counts for nothing. */
function standingAt(trail: string, moment: Moment): Stood | null {
  const last = changesIn(stepsIn(trail).filter((step) => !isBefore(moment, momentOf(step)))).at(-1)
  return last === undefined ? null : { presence: last.kind === 'in' ? 'here' : 'left', moment: momentOf(last) }
}

export function createBuilding(db: Database) {
  const page: Statement<[string, number], CameRow> = db.prepare(`${CAME} AND a.id > ? ORDER BY a.id LIMIT ?`)
  const one: Statement<[string], CameRow> = db.prepare(`${CAME} AND a.id = ?`)
  const here: Statement<[], { n: number }> = db.prepare(
    "SELECT count(*) AS n FROM attendance WHERE presence = 'here' AND id IN (SELECT id FROM delegate)",
  )
  const rowAt = (
    { tableName: table, presence: now, since: time, station, sinceSeq: seq, trail, ...person }: CameRow,
    moment: Moment | null,
  ) => {
    const last: Moment = { time, station, seq }
    const then =
      moment === null || !isBefore(moment, last)
        ? { presence: now === 'here' ? ('here' as const) : ('left' as const), moment: last }
        : standingAt(trail, moment)
    return then === null ? null : { ...person, table, ...then }
  }
  return {
    here: (): number => here.get()?.n ?? 0,
    /** One person as they stood at `moment`, or now; null where they had not come. */
    one(id: string, moment: Moment | null): InBuilding | null {
      const row = one.get(id)
      return row === undefined ? null : rowAt(row, moment)
    },
    /**
     * Looks at so many of those who ever came, in the order of their ids after `from`, and answers with how each stood at
     * `moment`, or now. `next` is where to go on; null at the end.
     */
    page(from: string, limit: number, moment: Moment | null): { people: InBuilding[]; next: string | null } {
      const rows = page.all(from, limit)
      return {
        people: rows.flatMap((row) => rowAt(row, moment) ?? []),
        next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
      }
    },
  }
}
