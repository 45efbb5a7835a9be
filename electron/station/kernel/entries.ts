/** What is the same for pledges, actions and ideas: how they are read, listed, taken back and brought back. */
import type { Statement } from 'better-sqlite3'
import { z } from 'zod'
import { dayHere } from '../../../shared/domain/day-here.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { PaperSaid } from '../../../shared/domain/entry.ts'
import { said } from '../../../shared/domain/text.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { StationCore } from './core.ts'
import { type FactType, on, type Row, type Timed } from './journal/index.ts'
import { type AskedOfList, type Listing, listRows, type Page, type Sql } from './list.ts'

/** Why it was taken back, or brought back. */
export const reasoned = z.object({ reason: said })

type Reasoned = z.infer<typeof reasoned>

/** As an entry stands that was just made; one from paper as of what stands on it. */
export const fresh = ({ time }: Timed, { origin, card, written = time }: PaperSaid) => ({
  origin: origin ?? ('screen' as const),
  card: card ?? '',
  entered: time,
  status: 'live' as const,
  withdrawnReason: '',
  made: written,
  changed: written,
  conflict: 0,
})

/** The steps of such a record for both. */
export const standingSteps = (withdrawn: FactType<Reasoned>, restored: FactType<Reasoned>) => [
  on<Row, Reasoned>(
    withdrawn,
    (row, { reason }, { time }) => row && { ...row, status: 'withdrawn', withdrawnReason: reason, changed: time },
  ),
  on<Row, Reasoned>(
    restored,
    (row, _body, { time }) => row && { ...row, status: 'live', withdrawnReason: '', changed: time },
  ),
]

/** `whose`: what a fact of it says beside why. `derived`: what its list names and its table has not. */
type Kind<S, V> = Pick<Listing, 'table' | 'list'> & {
  record: Pick<Listing, 'searched'> & { viewOf: (row: S) => V }
  derived: (pack: EventPack) => Readonly<Record<string, Sql>>
  withdrawn: FactType<Reasoned>
  restored: FactType<Reasoned>
  whose?: (row: S) => object
}

export function createEntries<S extends { status: 'live' | 'withdrawn' }, V>(
  { db, journal, now, event }: Pick<StationCore, 'db' | 'journal' | 'now' | 'event'>,
  { table, list, derived, record: { viewOf, searched }, withdrawn, restored, whose = () => ({}) }: Kind<S, V>,
) {
  const one: Statement<[string], S> = db.prepare(`SELECT * FROM ${table} WHERE id = ?`)
  const get = (id: string): S | undefined => one.get(journal.leaderOf(id))
  /** Throws where there is none: for ids that were read in the same call. */
  const must = (id: string): S => {
    const row = get(id)
    if (row === undefined) throw new Error(`The ${table} ${id} is gone`)
    return row
  }
  const say = (actor: Actor, id: string, type: FactType<Reasoned>, reason: string): V => {
    const row = must(id)
    // With every entry that is one with it: one that is left would keep it as it was.
    const entries = journal.membersOf(id).filter(journal.facts.hasAny)
    if ((row.status === 'live') === (type === withdrawn))
      journal.commit(actor, (write) => entries.forEach((of) => write.about(type, of, { reason, ...whose(row) })))
    return viewOf(must(id))
  }
  return {
    must,
    /** Null where there is none of this id. */
    read(id: string): V | null {
      const row = get(id)
      return row === undefined ? null : viewOf(row)
    },
    view: (id: string): V => viewOf(must(id)),
    /** Writes nothing where it is withdrawn already; so for bringing back. */
    withdraw: (actor: Actor, id: string, reason: string): V => say(actor, id, withdrawn, reason),
    restore: (actor: Actor, id: string, reason: string): V => say(actor, id, restored, reason),
    list: (page: Page, asked: AskedOfList): { total: number; items: V[] } =>
      listRows(
        db,
        viewOf,
        { table, searched, list, derived: derived(event().pack), today: dayHere(new Date(now())) },
        page,
        asked,
      ),
  }
}
