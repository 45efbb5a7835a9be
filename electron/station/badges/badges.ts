/** Badges: whom to print, what stands on a badge, and the log of what was printed. */
import type { Statement } from 'better-sqlite3'
import type { BadgeContent, PrintedPerson } from '../../../shared/contract/badges.ts'
import { inSurnameOrder } from '../../../shared/domain/name-order.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../kernel/core.ts'
import type { FactType } from '../kernel/journal/index.ts'
import { badgeFailed, badgePrinted, type Printing, trailOf } from './facts.ts'
import { createPrintLog } from './print-log.ts'

type Wanted = {
  who: 'all' | 'never-printed'
  sector: string | null
  table: string | null
  order: 'surname' | 'name'
  offset: number
  limit: number
}

/** As many as one call can tell of a printing. */
const MOST_IN_A_JOB = 500

type Named = { id: string; name: string; organisation: string }

const byName = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true })

/** By surname, as on every other list; or by the name as it is said, those of one name by surname. */
function inOrder(people: readonly Named[], order: Wanted['order']): Named[] {
  const sorted = inSurnameOrder(people).map(({ person }) => person)
  return order === 'surname' ? sorted : sorted.toSorted((one, other) => byName.compare(one.name, other.name))
}

export type Badges = ReturnType<typeof createBadges>

export function createBadges({ db, journal }: StationCore, stationName: (id: string) => string) {
  const matching: Statement<{ never: number; sector: string | null; table: string | null }[], Named> = db.prepare(`
    SELECT d.id, d.name, d.organisation FROM delegate d
    WHERE d.status = 'listed'
      AND (@sector IS NULL OR d.sector = @sector)
      AND (@table IS NULL OR d.tableName = @table)
      AND (@never = 0 OR NOT EXISTS (SELECT 1 FROM badgePrint b WHERE b.id = d.id AND b.prints > 0))`)
  const content: Statement<[string], BadgeContent> = db.prepare(
    'SELECT id, name, organisation, role, sector, tableName AS "table", badge FROM delegate WHERE id = ?',
  )
  const one: Statement<[string], { trail: string }> = db.prepare('SELECT trail FROM badgePrint WHERE id = ?')
  const ofJob: Statement<[string], { id: string; name: string; organisation: string; trail: string }> = db.prepare(`
    SELECT d.id, d.name, d.organisation, b.trail FROM badgePrint b JOIN delegate d ON d.id = b.id
    WHERE EXISTS (SELECT 1 FROM json_each(b.trail) t WHERE t.value ->> 'job' = ?)`)
  const sectors: Statement<[], { sector: string; badges: number }> = db.prepare(
    "SELECT sector, count(*) AS badges FROM delegate WHERE status = 'listed' GROUP BY sector ORDER BY badges DESC, sector LIMIT 500",
  )
  const tables: Statement<[], { table: string; badges: number }> = db.prepare(
    'SELECT tableName AS "table", count(*) AS badges FROM delegate WHERE status = \'listed\' GROUP BY tableName ORDER BY badges DESC, tableName LIMIT 500',
  )
  const log = createPrintLog(db, stationName)

  const triedIn = (job: string, id: string) =>
    trailOf(one.get(journal.leaderOf(id)) ?? null).find((printing) => printing.job === job) ?? null

  /** One fact for each of them that is still on this tablet, in one transaction; what is known already is not told again. */
  const tell = (
    actor: Actor,
    type: FactType<Printing>,
    delegates: readonly string[],
    printing: Printing,
    isNews: (id: string) => boolean,
  ): number => {
    const fresh = [...new Set(delegates.map(journal.leaderOf))].filter(
      (id) => content.get(id) !== undefined && isNews(id),
    )
    if (fresh.length > 0) journal.commit(actor, (write) => fresh.forEach((id) => write.about(type, id, printing)))
    return fresh.length
  }

  return {
    people({ who, sector, table, order, offset, limit }: Wanted): { total: number; items: string[] } {
      const found = matching.all({ never: Number(who === 'never-printed'), sector, table })
      if (limit === 0) return { total: found.length, items: [] }
      const items = inOrder(found, order).slice(offset, offset + limit)
      return { total: found.length, items: items.map(({ id }) => id) }
    },
    choices: () => ({ sectors: sectors.all(), tables: tables.all() }),
    /** One each, in the order they are asked for; of those who are one person there is one. */
    contents: (delegates: readonly string[]): BadgeContent[] =>
      [...new Set(delegates.map(journal.leaderOf))].flatMap((id) => {
        const found = content.get(id)
        return found === undefined ? [] : [found]
      }),
    printed: (actor: Actor, delegates: readonly string[], printing: Printing): number =>
      tell(actor, badgePrinted, delegates, printing, (id) => triedIn(printing.job, id) === null),
    notPrinted: (actor: Actor, delegates: readonly string[], printing: Printing): number =>
      tell(actor, badgeFailed, delegates, printing, (id) => triedIn(printing.job, id)?.failed !== true),
    /** Null where this tablet knows of no such printing. */
    notOut(actor: Actor, job: string, delegates: readonly string[] | null): number | null {
      const all = ofJob.all(job).map(({ id }) => id)
      const first = all[0]
      const printing = first === undefined ? null : triedIn(job, first)
      if (printing === null) return null
      const { layout, why } = printing
      const chosen = delegates === null ? all : all.filter((id) => delegates.includes(id))
      return tell(actor, badgeFailed, chosen, { layout, why, job }, (id) => triedIn(job, id)?.failed === false)
    },
    log: log.page,
    job: (job: string): PrintedPerson[] =>
      inSurnameOrder(ofJob.all(job))
        .slice(0, MOST_IN_A_JOB)
        .map(({ person: { id, name, organisation, trail } }) => ({
          id,
          name,
          organisation,
          failed: trailOf({ trail }).some((printing) => printing.job === job && printing.failed),
        })),
  }
}
