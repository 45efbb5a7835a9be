/** Workshops: a table's actions in its own order, and its ideas. */
import { isDeepStrictEqual } from 'node:util'
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
import type { PaperSaid } from '../../../shared/domain/entry.ts'
import type { Entry } from '../../../shared/domain/event-change/hanging.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../kernel/core.ts'
import { createEntries } from '../kernel/entries.ts'
import { bodyOf, type FactType, type Writer } from '../kernel/journal/index.ts'
import { among, ofTable, type Page, rankIn, type Sql } from '../kernel/list.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { hasEmailOnTheList, sectorOnTheList } from '../sign-in/index.ts'
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
/** What the list of delegates says of who sees to an action. */
const actionsDerivedBy = (pack: EventPack): Record<string, Sql> => ({
  ...derivedBy(pack),
  sector: sectorOnTheList(ofTable('organisation')),
  ownerHasEmail: hasEmailOnTheList(ofTable('owner')),
})
/** An entry from paper: the id that its line has everywhere, and the reference for it where it has none yet. */
type FromPaper = { id: string; reference: string; paper: PaperSaid; again: boolean }
type Question = { question: string }

export type Workshops = ReturnType<typeof createWorkshops>

export function createWorkshops(core: StationCore) {
  const { db, journal, newReference, event } = core
  const actions = createEntries(core, {
    table: 'action',
    list: actionList,
    derived: actionsDerivedBy,
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

  /** What a screen gave of an action or an idea, as it is written down. */
  const actionSaid = ({ session, table, timescale, ...details }: ActionDetails & TablePlace) => ({
    session,
    table,
    ...details,
    timescale: keepTimescale(timescale, event().pack.dates.to),
  })
  const placeAtEnd = ({ session, table }: TablePlace): string =>
    generateKeyBetween(lastPlace.get(session, table)?.place ?? null, null)

  /**
   * Writes down a line of a printed sheet. What was entered under this id before stays, unless `again` says that it is known: then this is
   * in its place, and what was taken back stands again. The same, said twice, is written once.
   */
  const enter = <Body extends object>(
    actor: Actor,
    type: FactType<Body>,
    { id, again }: FromPaper,
    before: { status: string } | null,
    body: Body,
  ): 'entered' | 'before' => {
    if (before !== null && !again) {
      const last = journal.facts.about(id).findLast((fact) => fact.type === type.type)
      const said = last === undefined ? null : bodyOf(type, last)
      const alike = said !== null && isDeepStrictEqual({ ...said, place: null }, { ...body, place: null })
      return before.status === 'live' && alike ? 'entered' : 'before'
    }
    journal.commit(actor, (write) => {
      if (journal.facts.hasAny(id)) write.about(type, id, body)
      else write.begin(type, body, id)
    })
    return 'entered'
  }

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
    propose(actor: Actor, input: ActionDetails & TablePlace): ActionView {
      const id = journal.commit(
        actor,
        (write) =>
          write.begin(actionProposed, {
            reference: newReference(),
            place: placeAtEnd(input),
            ...actionSaid(input),
          }).subject,
      )
      return actions.view(id)
    },
    enterAction(actor: Actor, from: FromPaper, input: ActionDetails & TablePlace): 'entered' | 'before' {
      const before = actions.read(from.id)
      const isThere = before?.session === input.session && before.table === input.table
      return enter(actor, actionProposed, from, before, {
        reference: before?.reference ?? from.reference,
        place: isThere ? actions.must(from.id).place : placeAtEnd(input),
        ...actionSaid(input),
        ...from.paper,
      })
    },
    enterIdea(actor: Actor, from: FromPaper, input: IdeaDetails & TablePlace & Question): 'entered' | 'before' {
      const before = ideas.read(from.id)
      return enter(actor, ideaPosted, from, before, {
        reference: before?.reference ?? from.reference,
        ...input,
        ...from.paper,
      })
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
    postIdea(actor: Actor, { session, table, question, ...details }: IdeaDetails & TablePlace & Question): IdeaView {
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
