/** Workshops: a table's actions in its own order, and its ideas. */
import type { Statement } from 'better-sqlite3'
import { generateKeyBetween } from 'fractional-indexing'
import {
  type ActionDetails,
  actionRecord,
  type ActionView,
  type IdeaDetails,
  ideaRecord,
  type IdeaView,
  type StoredAction,
  type StoredIdea,
  type TablePlace,
} from '../../../shared/domain/action.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../kernel/core.ts'
import { listRows } from '../kernel/list.ts'
import { keepTimescale } from '../../files/timescale/index.ts'
import {
  actionAmended,
  actionMoved,
  actionProposed,
  actionRestored,
  actionWithdrawn,
  ideaAmended,
  ideaPosted,
  ideaRestored,
  ideaWithdrawn,
} from './facts.ts'

const { viewOf: actionViewOf } = actionRecord
const { viewOf: ideaViewOf } = ideaRecord

export type WorkshopDesk = ReturnType<typeof createWorkshopDesk>

export function createWorkshopDesk({ db, journal, newReference, event }: StationCore) {
  const oneAction: Statement<[string], StoredAction> = db.prepare('SELECT * FROM action WHERE id = ?')
  const oneIdea: Statement<[string], StoredIdea> = db.prepare('SELECT * FROM idea WHERE id = ?')
  const actionsOf: Statement<[string, string], StoredAction> = db.prepare(
    "SELECT * FROM action WHERE session = ? AND tableId = ? AND status = 'live' ORDER BY place, id",
  )
  const lastPlace: Statement<[string, string], { place: string | null }> = db.prepare(
    'SELECT max(place) AS place FROM action WHERE session = ? AND tableId = ?',
  )
  const ideasOf: Statement<[string, string], StoredIdea> = db.prepare(
    "SELECT * FROM idea WHERE session = ? AND tableId = ? AND status = 'live' ORDER BY made, id",
  )

  const must = <R>(row: R | undefined, what: string): R => {
    if (row === undefined) throw new Error(`${what} is gone`)
    return row
  }
  const action = (id: string) => must(oneAction.get(id), `The action ${id}`)
  const idea = (id: string) => must(oneIdea.get(id), `The idea ${id}`)
  const keptChanges = ({ timescale, ...plain }: Partial<ActionDetails>) =>
    timescale === undefined ? plain : { ...plain, timescale: keepTimescale(timescale, event().pack.dates.to) }

  return {
    table: ({ session, table }: TablePlace) => ({
      actions: actionsOf.all(session, table).map(actionViewOf),
      ideas: ideasOf.all(session, table).map(ideaViewOf),
    }),
    /** Null where there is none of this id; so for ideas. */
    actionOf(id: string): ActionView | null {
      const row = oneAction.get(id)
      return row === undefined ? null : actionViewOf(row)
    },
    ideaOf(id: string): IdeaView | null {
      const row = oneIdea.get(id)
      return row === undefined ? null : ideaViewOf(row)
    },
    hasAction: (id: string): boolean => oneAction.get(id) !== undefined,
    hasIdea: (id: string): boolean => oneIdea.get(id) !== undefined,
    propose(actor: Actor, { session, table, timescale, ...details }: ActionDetails & TablePlace): ActionView {
      const id = journal.commit(actor, (write) => {
        const place = generateKeyBetween(lastPlace.get(session, table)?.place ?? null, null)
        const body = {
          reference: newReference(),
          session,
          table,
          place,
          ...details,
          timescale: keepTimescale(timescale, event().pack.dates.to),
        }
        return write.begin(actionProposed, body).subject
      })
      return actionViewOf(action(id))
    },
    amendAction(actor: Actor, id: string, changes: Partial<ActionDetails>, reason: string): ActionView {
      journal.commit(actor, (write) => void write.about(actionAmended, id, { changes: keptChanges(changes), reason }))
      return actionViewOf(action(id))
    },
    /** Moves an action one place among its table's live ones. False at either end. */
    moveAction(actor: Actor, id: string, to: 'up' | 'down'): boolean {
      const row = action(id)
      const rows = actionsOf.all(row.session, row.tableId)
      const from = rows.findIndex((other) => other.id === id)
      const [before, after] = to === 'up' ? [rows[from - 2], rows[from - 1]] : [rows[from + 1], rows[from + 2]]
      if (from < 0 || (to === 'up' ? after === undefined : before === undefined)) return false
      journal.commit(
        actor,
        (write) =>
          void write.about(actionMoved, id, { place: placeBetween(before?.place ?? null, after?.place ?? null) }),
      )
      return true
    },
    withdrawAction(actor: Actor, id: string, reason: string): ActionView {
      if (action(id).status === 'live')
        journal.commit(actor, (write) => void write.about(actionWithdrawn, id, { reason }))
      return actionViewOf(action(id))
    },
    restoreAction(actor: Actor, id: string, reason: string): ActionView {
      if (action(id).status === 'withdrawn')
        journal.commit(actor, (write) => void write.about(actionRestored, id, { reason }))
      return actionViewOf(action(id))
    },
    postIdea(
      actor: Actor,
      { session, table, question, ...details }: IdeaDetails & TablePlace & { question: string },
    ): IdeaView {
      const id = journal.commit(
        actor,
        (write) => write.begin(ideaPosted, { reference: newReference(), session, table, question, ...details }).subject,
      )
      return ideaViewOf(idea(id))
    },
    amendIdea(actor: Actor, id: string, changes: Partial<IdeaDetails>, reason: string): IdeaView {
      journal.commit(actor, (write) => void write.about(ideaAmended, id, { changes, reason }))
      return ideaViewOf(idea(id))
    },
    withdrawIdea(actor: Actor, id: string, reason: string): IdeaView {
      if (idea(id).status === 'live') journal.commit(actor, (write) => void write.about(ideaWithdrawn, id, { reason }))
      return ideaViewOf(idea(id))
    },
    restoreIdea(actor: Actor, id: string, reason: string): IdeaView {
      if (idea(id).status === 'withdrawn')
        journal.commit(actor, (write) => void write.about(ideaRestored, id, { reason }))
      return ideaViewOf(idea(id))
    },
    listActions(input: {
      search: string
      offset: number
      limit: number
      session: string | null
      status: string | null
    }) {
      return listRows(
        db,
        actionViewOf,
        { table: 'action', ...actionRecord },
        { ...input, equal: { session: input.session, status: input.status } },
      )
    },
    listIdeas(input: {
      search: string
      offset: number
      limit: number
      question: string | null
      status: string | null
    }) {
      return listRows(
        db,
        ideaViewOf,
        { table: 'idea', ...ideaRecord },
        { ...input, equal: { question: input.question, status: input.status } },
      )
    },
  }
}

/** Two stations may have given the same place; then there is no room between, and the later one goes just after. */
function placeBetween(before: string | null, after: string | null): string {
  return before !== null && after !== null && before >= after
    ? generateKeyBetween(before, null)
    : generateKeyBetween(before, after)
}
