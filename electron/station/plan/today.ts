/** What the organiser’s first page tells beside the numbers: what is moving, what is lacking, and what has left the tablet. */
import type { Statement } from 'better-sqlite3'
import type { ActionQuery, IdeaQuery } from '../../../shared/domain/action.ts'
import type { PledgeQuery } from '../../../shared/domain/pledge.ts'
import type { StationCore } from '../kernel/core.ts'
import type { Page } from '../kernel/list.ts'

type ListOf<Q> = (asked: Page & Partial<Q>) => { total: number }
type Lists = {
  pledges: { list: ListOf<PledgeQuery> }
  workshops: { listActions: ListOf<ActionQuery>; listIdeas: ListOf<IdeaQuery> }
}
/** What this tablet alone remembers. */
type Memory = { read: (key: Left) => string | null; keep: (key: Left, value: string) => unknown }
type Left = 'planExported' | 'copySaved'
type LeftAt = { at: string; isOld: boolean } | null

const HOUR = 60 * 60 * 1000
const NEWEST = 5
const ONLY_HOW_MANY = { search: '', offset: 0, limit: 1, status: 'live' } as const

/** Facts that change what a plan says. A copy holds them all. */
const OF_THE_PLAN = ['pledge', 'pledges', 'action', 'idea', 'person', 'words', 'event']
  .map((kind) => `type GLOB '${kind}.*'`)
  .join(' OR ')

export function createToday({ db, journal, now }: StationCore, { pledges, workshops }: Lists, memory: Memory) {
  const ofThePlan: Statement<[], { n: number }> = db.prepare(`SELECT count(*) AS n FROM fact WHERE ${OF_THE_PLAN}`)
  const printed: Statement<[], { n: number }> = db.prepare('SELECT count(*) AS n FROM badgePrint WHERE prints > 0')
  const tablets: Statement<[], { n: number }> = db.prepare('SELECT count(*) AS n FROM station')
  const newest: Statement<
    { most: number },
    { kind: 'pledge' | 'action' | 'idea'; id: string; words: string; made: string }
  > = db.prepare(`SELECT kind, id, words, made FROM (
      SELECT 'pledge' AS kind, id, wording AS words, made FROM pledge WHERE status = 'live'
      UNION ALL SELECT 'action', id, title, made FROM action WHERE status = 'live'
      UNION ALL SELECT 'idea', id, words, made FROM idea WHERE status = 'live'
    ) ORDER BY made DESC, id DESC LIMIT @most`)

  const factsFor = { planExported: () => ofThePlan.get()?.n ?? 0, copySaved: () => journal.facts.count() }
  const leftAt = (key: Left): LeftAt => {
    const [at, facts] = (memory.read(key) ?? '').split(' ')
    return at === undefined || at === '' ? null : { at, isOld: Number(facts) !== factsFor[key]() }
  }
  // The very question that the link on the page asks, so that its number and its rows cannot differ.
  const pledgesOf = (asked: Partial<PledgeQuery>) => pledges.list({ ...ONLY_HOW_MANY, ...asked }).total
  const actionsOf = (asked: Partial<ActionQuery>) => workshops.listActions({ ...ONLY_HOW_MANY, ...asked }).total
  const ideasOf = (asked: Partial<IdeaQuery>) => workshops.listIdeas({ ...ONLY_HOW_MANY, ...asked }).total

  return {
    /** The file has been made; whoever asked for it has it. */
    left: (key: Left): void => void memory.keep(key, `${new Date(now()).toISOString()} ${factsFor[key]()}`),
    today() {
      const since = new Date(now() - HOUR).toISOString()
      return {
        since,
        lastHour: {
          pledges: pledgesOf({ madeFrom: since }),
          actions: actionsOf({ madeFrom: since }),
          ideas: ideasOf({ madeFrom: since }),
        },
        newest: newest.all({ most: NEWEST }),
        lacking: {
          pledges: { date: pledgesOf({ gaps: ['date'] }), priority: pledgesOf({ gaps: ['priority'] }) },
          actions: {
            owner: actionsOf({ gaps: ['owner'] }),
            date: actionsOf({ gaps: ['date'] }),
            measure: actionsOf({ gaps: ['measure'] }),
            priority: actionsOf({ gaps: ['priority'] }),
          },
        },
        overdue: { pledges: pledgesOf({ overdue: 'yes' }), actions: actionsOf({ overdue: 'yes' }) },
        badgesPrinted: printed.get()?.n ?? 0,
        tablets: tablets.get()?.n ?? 0,
        exported: leftAt('planExported'),
        copied: leftAt('copySaved'),
      }
    },
  }
}
