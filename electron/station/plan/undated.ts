/** Which rows of the plan have no due date: planning systems refuse those, so they are named before anything is exported. */
import type { Database, Statement } from 'better-sqlite3'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { planTitle, type Undated } from '../../../shared/domain/plan.ts'
import { readTimescale } from '../../../shared/domain/timescale/timescale.ts'
import type { LoadedEvent } from '../kernel/core.ts'
import { planRef } from './plan-rows.ts'

/** So many are named; of more, how many there are. */
const NAMED = 200

export function createUndated(db: Database, event: () => LoadedEvent): () => Undated {
  const all: Statement<[], { reference: string; words: string; total: number }> =
    db.prepare(`SELECT reference, words, count(*) OVER () AS total FROM (
      SELECT reference, wording AS words, made, id, 1 AS part FROM pledge WHERE status = 'live' AND due IS NULL
      UNION ALL SELECT reference, title, made, id, 2 FROM action WHERE status = 'live' AND due IS NULL)
    ORDER BY part, made, id LIMIT ${NAMED}`)
  return () => {
    const { pack } = event()
    const rows = all.all()
    return {
      total: rows[0]?.total ?? 0,
      first: rows.map(({ reference, words }) => ({ ref: planRef(pack, reference), title: planTitle(words) })),
      board: nextBoardOf(pack),
    }
  }
}

/** The day of the board's next meeting, or the last that “February 2024” can mean; null where the pack's words name none. */
const nextBoardOf = ({ strategy, dates }: Pick<EventPack, 'strategy' | 'dates'>): string | null =>
  readTimescale(strategy.nextBoard, dates.to).due
