/** The plan desk: the day in numbers, the history of a record, and the export of everything to the action plan. */
import type { Database, Statement } from 'better-sqlite3'
import type { Fact } from '../../../shared/domain/fact.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import type { FollowUp } from '../follow-up/index.ts'
import type { StationCore } from '../kernel/core.ts'
import { planCsv } from './csv.ts'
import { type HistoryLine, historyOf } from './history.ts'
import { planJson } from './json.ts'
import type { PlanExport } from './plan-export.ts'
import { createToday } from './today.ts'
import { planRows } from './plan-rows.ts'
import { createUndated } from './undated.ts'
import { planWorkbook } from './workbook/index.ts'

export const PLAN_KINDS = ['xlsx', 'csv', 'json'] as const
type PlanKind = (typeof PLAN_KINDS)[number]

const MEDIA: Record<PlanKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
}

const WRITERS: Record<PlanKind, (plan: PlanExport) => Iterable<Uint8Array>> = {
  xlsx: planWorkbook,
  csv: planCsv,
  json: planJson,
}

type Sources = {
  followUp: Pick<FollowUp, 'groupNames'>
  signIn: {
    counts(): { here: number; delegates: number; walkIns: number }
    onePerson: { factsOf(person: string): Fact[]; nameOn(entry: string): string }
  }
  pledges: { read(id: string): unknown; factsOf(id: string): Fact[]; referenceOf(entry: string): string }
  stationName: (id: string) => string
  lastBackup: () => string | null
} & Parameters<typeof createToday>[1] & { memory: Parameters<typeof createToday>[2] }

const referenceWords = (reference: string): string => (reference === '' ? '' : formatReference(reference))

export type Plan = ReturnType<typeof createPlan>

export function createPlan(
  core: StationCore,
  { signIn, pledges, followUp, stationName, lastBackup, memory, ...lists }: Sources,
) {
  const { db, snapshot, journal, now, event } = core
  const today = createToday(core, { ...lists, pledges }, memory)
  const counts: Statement<
    [],
    {
      pledges: number
      pledgesWithdrawn: number
      actions: number
      actionsWithGaps: number
      ideas: number
      withdrawn: number
    }
  > = db.prepare(`SELECT
    (SELECT count(*) FROM pledge WHERE status = 'live') AS pledges,
    (SELECT count(*) FROM pledge WHERE status = 'withdrawn') AS pledgesWithdrawn,
    (SELECT count(*) FROM action WHERE status = 'live') AS actions,
    (SELECT count(*) FROM action WHERE status = 'live' AND ((owner = '' AND organisation = '' AND area = '') OR due IS NULL OR measure = '')) AS actionsWithGaps,
    (SELECT count(*) FROM idea WHERE status = 'live') AS ideas,
    (SELECT count(*) FROM pledge WHERE status = 'withdrawn') + (SELECT count(*) FROM action WHERE status = 'withdrawn') + (SELECT count(*) FROM idea WHERE status = 'withdrawn') AS withdrawn`)
  const types: Statement<[], { type: string; pledges: number; quantity: number }> = db.prepare(
    "SELECT type, count(*) AS pledges, sum(coalesce(quantity, 1)) AS quantity FROM pledge WHERE status = 'live' GROUP BY type ORDER BY pledges DESC, type",
  )
  const pledgePriorities: Statement<[], { priority: string | null; type: string; n: number }> = db.prepare(
    "SELECT priority, type, count(*) AS n FROM pledge WHERE status = 'live' GROUP BY priority, type",
  )
  const actionPriorities: Statement<[], { priority: string | null; n: number }> = db.prepare(
    "SELECT priority, count(*) AS n FROM action WHERE status = 'live' GROUP BY priority",
  )

  const undated = createUndated(db, event)
  const organisationsIn = (table: string): Statement<[], { name: string }> =>
    db.prepare(
      `SELECT min(organisation) AS name FROM ${table} WHERE organisation <> '' GROUP BY organisation COLLATE NOCASE ORDER BY organisation COLLATE NOCASE LIMIT 1000`,
    )
  const organisations = {
    delegates: organisationsIn('delegate'),
    pledges: organisationsIn('pledge'),
    actions: organisationsIn('action'),
    ideas: organisationsIn('idea'),
  }

  /** How many pledges and actions serve each priority; a pledge without one of its own serves that of its type. */
  const byPriority = () => {
    const { pack } = event()
    const typePriority = new Map(pack.pledgeTypes.map((type) => [type.id, type.priority]))
    const rows = new Map(pack.priorities.map(({ id }) => [id, { priority: id, pledges: 0, actions: 0 }]))
    for (const { priority, type, n } of pledgePriorities.all()) {
      const row = rows.get(priority ?? typePriority.get(type) ?? '')
      if (row !== undefined) row.pledges += n
    }
    for (const { priority, n } of actionPriorities.all()) {
      const row = rows.get(priority ?? '')
      if (row !== undefined) row.actions += n
    }
    return [...rows.values()]
  }
  const tally = () =>
    counts.get() ?? { pledges: 0, pledgesWithdrawn: 0, actions: 0, actionsWithGaps: 0, ideas: 0, withdrawn: 0 }

  const exportOf = (exported: string, offered: string | null, from: Database): PlanExport => {
    const loaded = event()
    const { pack } = loaded
    const { rows, ideas, withdrawn } = planRows(from, loaded, { exported, offered, groupOf: followUp.groupNames() })
    return {
      event: {
        id: pack.id,
        name: pack.name,
        code: pack.code,
        venue: pack.venue,
        startsOn: pack.dates.from,
        endsOn: pack.dates.to,
      },
      rehearsal: loaded.rehearsal,
      exported,
      rows: rows(),
      ideas: ideas(),
      withdrawn: withdrawn(),
    }
  }

  const telling = (subject: string, facts: readonly Fact[]): HistoryLine[] => {
    const members = journal.membersOf(subject)
    const nameOn = signIn.onePerson.nameOn
    const otherOf = ({ one, other }: { one: string; other: string }) => (other === subject ? one : other)
    return historyOf(facts, {
      bodyOf: journal.bodyOf,
      timeOf: journal.timeOf,
      stationName,
      otherName: (pair) => nameOn(otherOf(pair)),
      otherPledge: (pair) => referenceWords(pledges.referenceOf(otherOf(pair))),
      personName: (id) => (members.includes(id) ? '' : nameOn(id)),
    })
  }

  return {
    overview() {
      const { here, delegates, walkIns } = signIn.counts()
      const { withdrawn: _all, ...rest } = tally()
      return {
        here,
        delegates,
        walkIns,
        ...rest,
        types: types.all(),
        priorities: byPriority(),
        facts: journal.facts.count(),
        lastBackup: lastBackup(),
      }
    },
    ...today,
    organisations: (of: keyof typeof organisations): string[] => organisations[of].all().map(({ name }) => name),
    /** Of anything that has one; of a person, and of a pledge, it tells what was said of each of their entries. */
    history: (subject: string): HistoryLine[] =>
      telling(subject, pledges.read(subject) === null ? signIn.onePerson.factsOf(subject) : pledges.factsOf(subject)),
    /** What these facts say, in words; `subject`: whose page it stands on. */
    telling,
    undated,
    /**
     * The file as pieces, made as they are taken, as of the moment when the first is. `name` is a good name for it; `counts` says what is in it.
     * `offered`: an ISO day for the rows of which nobody said one, marked as offered; null leaves them without.
     */
    export(
      kind: PlanKind,
      offered: string | null = null,
    ): {
      name: string
      media: string
      chunks: Iterable<Uint8Array>
      /** `undated`: rows of which nobody said by when. */
      counts: { rows: number; undated: number; ideas: number; withdrawn: number }
    } {
      const exported = new Date(now()).toISOString()
      const { pack, rehearsal } = event()
      const write = WRITERS[kind]
      // Read at one moment, however long the writing takes and whatever is promised meanwhile.
      function* chunks(): Generator<Uint8Array> {
        const from = snapshot()
        try {
          yield* write(exportOf(exported, offered, from))
        } finally {
          from.close()
        }
      }
      const { ideas, withdrawn, ...all } = tally()
      return {
        name: `${rehearsal ? 'REHEARSAL-' : ''}${pack.code}-action-plan-${exported.slice(0, 16).replaceAll(/[:T]/g, '-')}.${kind}`,
        media: MEDIA[kind],
        chunks: chunks(),
        counts: {
          rows: all.pledges + all.actions,
          undated: undated().total,
          ...(kind === 'csv' ? { ideas: 0, withdrawn: 0 } : { ideas, withdrawn }),
        },
      }
    },
  }
}
