/** Workshops: a table's actions in its own order, and its ideas. */
import type { Statement } from 'better-sqlite3'
import { generateKeyBetween } from 'fractional-indexing'
import {
  type ActionDetails,
  actionList,
  type ActionQuery,
  actionRecord,
  type ActionView,
  type IdeaDetails,
  ideaList,
  type IdeaQuery,
  ideaRecord,
  type IdeaView,
  type StoredAction,
  type StoredIdea,
  type TablePlace,
} from '../../../shared/domain/action.ts'
import type { Entry } from '../../../shared/domain/event-change/hanging.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../kernel/core.ts'
import { createEntries } from '../kernel/entries.ts'
import type { Writer } from '../kernel/journal/index.ts'
import { among, ofTable, type Page, rankIn, type Sql } from '../kernel/list.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { keepTimescale } from '../../../shared/domain/timescale/keep.ts'
import {
  actionAmended,
  actionMoved,
  actionPlaced,
  actionProposed,
  actionRestored,
  actionWithdrawn,
  ideaAmended,
  ideaPlaced,
  ideaPosted,
  ideaRestored,
  ideaWithdrawn,
} from './facts.ts'

/** What both lists name and no table has; where things stand in the event pack. */
const derivedBy = (pack: EventPack): Record<string, Sql> => {
  const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id)
  const serves = among(idsOf(pack.priorities), ofTable('priority'))
  return {
    serves,
    servesRank: rankIn(idsOf(pack.priorities), serves),
    sessionRank: rankIn(idsOf(pack.programme), ofTable('session')),
    tableRank: rankIn(idsOf(pack.tables), ofTable('tableId')),
  }
}

export type Workshops = ReturnType<typeof createWorkshops>

export function createWorkshops(core: StationCore) {
  const { db, journal, newReference, event } = core
  const actions = createEntries(core, {
    table: 'action',
    list: actionList,
    derived: derivedBy,
    record: actionRecord,
    withdrawn: actionWithdrawn,
    restored: actionRestored,
  })
  const ideas = createEntries(core, {
    table: 'idea',
    list: ideaList,
    derived: derivedBy,
    record: ideaRecord,
    withdrawn: ideaWithdrawn,
    restored: ideaRestored,
  })
  const actionsOf: Statement<[string, string], StoredAction> = db.prepare(
    "SELECT * FROM action WHERE session = ? AND tableId = ? AND status = 'live' ORDER BY place, id",
  )
  const lastPlace: Statement<[string, string], { place: string | null }> = db.prepare(
    'SELECT max(place) AS place FROM action WHERE session = ? AND tableId = ?',
  )
  const ideasOf: Statement<[string, string], StoredIdea> = db.prepare(
    "SELECT * FROM idea WHERE session = ? AND tableId = ? AND status = 'live' ORDER BY made, id",
  )
  const everyAction: Statement<[], StoredAction> = db.prepare('SELECT * FROM action ORDER BY made, id')
  const everyIdea: Statement<[], StoredIdea> = db.prepare('SELECT * FROM idea ORDER BY made, id')

  const actionPlaces: Statement<
    [],
    Pick<StoredAction, 'id' | 'reference' | 'session' | 'tableId' | 'priority'>
  > = db.prepare('SELECT id, reference, session, tableId, priority FROM action ORDER BY made, id')
  const ideaPlaces: Statement<
    [],
    Pick<StoredIdea, 'id' | 'reference' | 'session' | 'tableId' | 'question'>
  > = db.prepare('SELECT id, reference, session, tableId, question FROM idea ORDER BY made, id')

  const keptChanges = ({ timescale, ...plain }: Partial<ActionDetails>) =>
    timescale === undefined ? plain : { ...plain, timescale: keepTimescale(timescale, event().pack.dates.to) }

  return {
    table: ({ session, table }: TablePlace) => ({
      actions: actionsOf.all(session, table).map(actionRecord.viewOf),
      ideas: ideasOf.all(session, table).map(ideaRecord.viewOf),
    }),
    /** Null where there is none of this id; so for ideas. */
    actionOf: actions.read,
    ideaOf: ideas.read,
    /** The actions and ideas in whose texts `isIn` finds somebody, oldest first. */
    naming: (isIn: (text: string) => boolean): { actions: ActionView[]; ideas: IdeaView[] } => ({
      actions: [...everyAction.all()]
        .map(actionRecord.viewOf)
        .filter(({ title, owner, organisation, measure, timescale }) =>
          [title, owner, organisation, measure, timescale].some(isIn),
        ),
      ideas: [...everyIdea.all()]
        .map(ideaRecord.viewOf)
        .filter(({ text, name, organisation }) => [text, name, organisation].some(isIn)),
    }),
    withdrawAction: actions.withdraw,
    restoreAction: actions.restore,
    listActions: ({ search, offset, limit, ...asked }: Page & Partial<ActionQuery>) =>
      actions.list({ search, offset, limit }, asked),
    withdrawIdea: ideas.withdraw,
    restoreIdea: ideas.restore,
    listIdeas: ({ search, offset, limit, ...asked }: Page & Partial<IdeaQuery>) =>
      ideas.list({ search, offset, limit }, asked),
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
      return actions.view(id)
    },
    amendAction(actor: Actor, id: string, changes: Partial<ActionDetails>, reason: string): ActionView {
      journal.commit(actor, (write) => void write.about(actionAmended, id, { changes: keptChanges(changes), reason }))
      return actions.view(id)
    },
    /** Moves an action one place among its table's live ones. False at either end. */
    moveAction(actor: Actor, id: string, to: 'up' | 'down'): boolean {
      const row = actions.must(id)
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
    /** Everything that tables wrote, withdrawn or not, by what it hangs on. */
    *hanging(): Generator<Entry> {
      for (const { id, reference, session, tableId, priority } of actionPlaces.all())
        yield { what: 'actions', id, reference, on: { tables: tableId, programme: session, priorities: priority } }
      for (const { id, reference, session, tableId, question } of ideaPlaces.all())
        yield { what: 'ideas', id, reference, on: { tables: tableId, programme: session, questions: question } }
    },
    /** Puts an action at another table, behind what stands there; inside a transaction of the caller's. */
    placeAction(write: Writer, id: string, to: Partial<TablePlace>, reason: string): void {
      const row = actions.must(id)
      const { session, table } = { session: row.session, table: row.tableId, ...to }
      const place = generateKeyBetween(lastPlace.get(session, table)?.place ?? null, null)
      write.about(actionPlaced, id, { session, table, place, reason })
    },
    placeIdea(write: Writer, id: string, to: Partial<TablePlace & { question: string }>, reason: string): void {
      const { session, tableId, question } = ideas.must(id)
      write.about(ideaPlaced, id, { session, table: tableId, question, ...to, reason })
    },
    /** It serves another priority, or none; inside a transaction of the caller's. */
    givePriority(write: Writer, id: string, priority: string | null, reason: string): void {
      write.about(actionAmended, id, { changes: { priority }, reason })
    },
    postIdea(
      actor: Actor,
      { session, table, question, ...details }: IdeaDetails & TablePlace & { question: string },
    ): IdeaView {
      const id = journal.commit(
        actor,
        (write) => write.begin(ideaPosted, { reference: newReference(), session, table, question, ...details }).subject,
      )
      return ideas.view(id)
    },
    amendIdea(actor: Actor, id: string, changes: Partial<IdeaDetails>, reason: string): IdeaView {
      journal.commit(actor, (write) => void write.about(ideaAmended, id, { changes, reason }))
      return ideas.view(id)
    },
  }
}

/** Two stations may have given the same place; then there is no room between, and the later one goes just after. */
function placeBetween(before: string | null, after: string | null): string {
  return before !== null && after !== null && before >= after
    ? generateKeyBetween(before, null)
    : generateKeyBetween(before, after)
}
