/** How many have come, quickly: the door asks at every arrival. What it cannot tell, count.ts can. */
import type { Database, Statement } from 'better-sqlite3'
import { stretchesOf } from './stretches.ts'

export type SignInCounts = {
  delegates: number
  here: number
  left: number
  expected: number
  walkIns: number
  /** By five minutes, of the last day on which anybody came. */
  arrivals: { from: string; count: number }[]
}

/** The list by its indexes, without reading anybody. `gone`: the ids, as JSON, of those who were taken off it; they count nowhere. */
const LIST = `SELECT (SELECT count(*) FROM delegate) AS known,
  (SELECT count(*) FROM delegate WHERE walkIn = 1 AND status = 'listed') AS walkIns,
  (SELECT count(*) FROM delegate WHERE status = 'withdrawn') AS withdrawn,
  (SELECT json_group_array(id) FROM delegate WHERE status = 'withdrawn') AS gone`
const PRESENCES = 'SELECT presence, count(*) AS n FROM attendance GROUP BY presence'
/** By the minute, as `2023-12-12T09:41`. */
const ARRIVALS = `SELECT substr(firstIn, 1, 16) AS minute, count(*) AS n FROM attendance
  WHERE firstIn > (SELECT strftime('%Y-%m-%dT%H:%M:%fZ', max(firstIn), '-24 hours') FROM attendance) GROUP BY minute`
const GONE = `SELECT presence, substr(firstIn, 1, 16) AS minute FROM attendance WHERE id IN (SELECT value FROM json_each(?))`

export function createSignInCounts(db: Database): () => SignInCounts {
  const list: Statement<[], { known: number; walkIns: number; withdrawn: number; gone: string }> = db.prepare(LIST)
  const presences: Statement<[], { presence: string; n: number }> = db.prepare(PRESENCES)
  const arrivals: Statement<[], { minute: string; n: number }> = db.prepare(ARRIVALS)
  const goneAmong: Statement<[string], { presence: string; minute: string }> = db.prepare(GONE)
  return () => {
    const { known = 0, walkIns = 0, withdrawn = 0, gone = '[]' } = list.get() ?? {}
    const delegates = known - withdrawn
    const standing = new Map(presences.all().map(({ presence, n }) => [presence, n]))
    const came = new Map(arrivals.all().map(({ minute, n }) => [minute, n]))
    for (const { presence, minute } of goneAmong.all(gone)) {
      standing.set(presence, (standing.get(presence) ?? 0) - 1)
      const then = came.get(minute)
      if (then !== undefined) came.set(minute, then - 1)
    }
    const here = standing.get('here') ?? 0
    const left = standing.get('left') ?? 0
    const { stretches } = stretchesOf([...came].map(([minute, count]) => ({ at: `${minute}Z`, came: count })))
    return {
      delegates,
      here,
      left,
      expected: Math.max(0, delegates - here - left),
      walkIns,
      arrivals: stretches.flatMap((stretch) => (stretch.came > 0 ? [{ from: stretch.from, count: stretch.came }] : [])),
    }
  }
}
