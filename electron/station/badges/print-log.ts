/** The log of printings: every time badges went to a printer, from the trails of the people whose badges they were. */
import type { Database, Statement } from 'better-sqlite3'
import { z } from 'zod'
import type { PrintLogLine } from '../../../shared/contract/badges.ts'
import { BADGE_LAYOUTS } from '../../../shared/domain/badge-layout.ts'
import { inSurnameOrder } from '../../../shared/domain/name-order.ts'

const kind = z.object({ layout: z.enum(BADGE_LAYOUTS), why: z.enum(['alone', 'arrival', 'all', 'again']) })

type JobRow = { job: string; at: string; layout: string; why: string; station: string; badges: number; failed: number }
type NameRow = { job: string; id: string; name: string; organisation: string }

const JOB = "t.value ->> 'job'"
const FROM = 'FROM badgePrint b JOIN delegate d ON d.id = b.id, json_each(b.trail) t'
/** A search keeps whole printings: one badge found in it is enough. */
const HAVING = "HAVING @like = '' OR max(d.name LIKE @like ESCAPE '\\' OR d.organisation LIKE @like ESCAPE '\\') = 1"

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

export function createPrintLog(db: Database, stationName: (id: string) => string) {
  const total: Statement<[{ like: string }], { n: number }> = db.prepare(
    `SELECT count(*) AS n FROM (SELECT 1 ${FROM} GROUP BY ${JOB} ${HAVING})`,
  )
  const page: Statement<[{ like: string; limit: number; offset: number }], JobRow> = db.prepare(`
    SELECT ${JOB} AS job, min(t.value ->> 'at') AS at, min(t.value ->> 'layout') AS layout, min(t.value ->> 'why') AS why,
      min(t.value ->> 'station') AS station, count(*) AS badges, sum(t.value ->> 'failed') AS failed
    ${FROM} GROUP BY ${JOB} ${HAVING} ORDER BY at DESC, job LIMIT @limit OFFSET @offset`)
  const names: Statement<[string], NameRow> = db.prepare(
    `SELECT ${JOB} AS job, d.id, d.name, d.organisation ${FROM} WHERE ${JOB} IN (SELECT value FROM json_each(?))`,
  )

  return {
    page({ search, offset, limit }: { search: string; offset: number; limit: number }): {
      total: number
      items: PrintLogLine[]
    } {
      const wanted = search.trim()
      const like = wanted === '' ? '' : `%${escapeLike(wanted)}%`
      const jobs = page.all({ like, offset, limit })
      const named = Map.groupBy(names.all(JSON.stringify(jobs.map(({ job }) => job))), ({ job }) => job)
      const items = jobs.flatMap(({ job, at, station, badges, failed, ...row }) => {
        const people = inSurnameOrder(named.get(job) ?? []).map(({ person }) => person)
        const [first] = people
        return first === undefined
          ? []
          : [
              {
                ...kind.parse(row),
                job,
                at,
                station: stationName(station),
                badges,
                failed,
                first: { id: first.id, name: first.name },
                last: people.at(-1)?.name ?? '',
              },
            ]
      })
      return { total: total.get({ like })?.n ?? 0, items }
    },
  }
}
