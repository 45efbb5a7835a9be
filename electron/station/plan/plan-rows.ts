/** The rows of the action plan, from the pledges, actions and ideas that this station holds. */
import type { Database } from 'better-sqlite3'
import { actionRecord, type ActionRow, type StoredAction, type StoredIdea } from '../../../shared/domain/action.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import {
  plainIdea,
  plainPlan,
  plainWithdrawn,
  type PlanIdea,
  type PlanRow,
  planTitle,
  type PlanWithdrawn,
} from '../../../shared/domain/plan.ts'
import { pledgeRecord, type PledgeRow, type StoredPledge } from '../../../shared/domain/pledge.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import { visibilityOf } from '../../../shared/domain/visibility.ts'
import type { LoadedEvent } from '../kernel/core.ts'

/** How many rows are read at once: few enough to hold, and no reading is left open while a file is written. */
const PAGE = 1000

/** The delegate who made a pledge, as the list has them now; nulls where it is nobody on it. */
type Maker = {
  delegateName: string | null
  delegateRole: string | null
  delegateEmail: string | null
  delegateOrganisation: string | null
  delegateArea: string | null
}

const PLEDGES = `SELECT p.*, d.name AS delegateName, d.role AS delegateRole, d.email AS delegateEmail, d.organisation AS delegateOrganisation, d.area AS delegateArea
  FROM pledge p LEFT JOIN onePerson o ON o.id = p.delegate LEFT JOIN delegate d ON d.id = coalesce(o.leader, p.delegate) WHERE p.status = @status AND (p.made, p.id) > (@made, @id) ORDER BY p.made, p.id LIMIT ${PAGE}`
const page = (table: 'action' | 'idea') =>
  `SELECT * FROM ${table} WHERE status = @status AND (made, id) > (@made, @id) ORDER BY made, id LIMIT ${PAGE}`

/** Reads a table page by page, oldest first. */
function* pages<R extends { made: string; id: string }>(
  db: Database,
  sql: string,
  status: 'live' | 'withdrawn',
): Generator<R> {
  const read = db.prepare<[{ status: string; made: string; id: string }], R>(sql)
  let made = ''
  let id = ''
  for (;;) {
    const rows = read.all({ status, made, id })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    ;({ made, id } = last)
  }
}

/** What the pack says of the ids that records carry. */
function namesOf(pack: EventPack) {
  const priorities = new Map(pack.priorities.map((priority) => [priority.id, priority]))
  const types = new Map(pack.pledgeTypes.map((type) => [type.id, type]))
  const sessions = new Map(pack.programme.map((session) => [session.id, session]))
  const tables = new Map(pack.tables.map((table) => [table.id, table]))
  const questions = new Map(
    pack.programme.flatMap((session) => session.questions.map((question) => [question.id, question])),
  )
  return {
    type: (id: string) => types.get(id),
    priority: (id: string | null) => {
      const priority = id === null ? undefined : priorities.get(id)
      return priority === undefined ? '' : `${priority.label}: ${priority.title}`
    },
    outcomes: (id: string | null) => (id === null ? '' : (priorities.get(id)?.outcomes ?? []).join('\n')),
    voice: (id: string | null) => (id === null ? '' : (priorities.get(id)?.voices[0]?.words ?? '')),
    session: (id: string) => sessions.get(id)?.title ?? id,
    table: (id: string) => tables.get(id)?.name ?? id,
    question: (id: string) => questions.get(id)?.words ?? id,
  }
}

/** The reference a person was given is the action's own: unique without any tablet asking another, and the same for ever. */
const planRef = (pack: EventPack, reference: string): string => `${pack.code}-${formatReference(reference)}`

const unset = {
  parentRef: '',
  partners: '',
  startDate: null,
  milestones: '',
  brag: '' as const,
  progressUpdate: '',
  correctiveAction: '',
  directionOfTravel: '' as const,
  evidence: '',
  nextReview: null,
}

export type PlanRows = {
  rows: () => Generator<PlanRow>
  ideas: () => Generator<PlanIdea>
  withdrawn: () => Generator<PlanWithdrawn>
}

/** The plan's rows at the moment `exported` (an ISO instant). Live entries are rows and ideas; withdrawn ones are listed apart. */
export function planRows(db: Database, { pack }: LoadedEvent, exported: string): PlanRows {
  const names = namesOf(pack)
  const linkedPlans = pack.strategy.name
  const fromPledge = (row: PledgeRow & Maker): PlanRow => {
    const type = names.type(row.type)
    const quantity =
      row.quantity === null
        ? ''
        : `${row.quantity} ${row.quantity === 1 ? (type?.unit.one ?? '') : (type?.unit.many ?? '')}`
    const named = row.byKind === 'delegate'
    const priority = row.priority ?? type?.priority ?? null
    const email = row.mayContact ? row.email || (named ? (row.delegateEmail ?? '') : '') : ''
    return {
      ...unset,
      ref: planRef(pack, row.reference),
      recordId: row.id,
      priority: names.priority(priority),
      title: planTitle(row.wording),
      detail: row.wording,
      actionType: 'Pledge',
      actionSubtype: type?.title ?? row.type,
      leadOrganisation: named ? (row.delegateOrganisation ?? row.organisation) : row.organisation,
      area: named ? (row.delegateArea ?? row.area) : row.area,
      leadOfficerName: named ? (row.delegateName ?? row.name) : row.name,
      leadOfficerJobTitle: named ? (row.delegateRole ?? '') : '',
      ownerEmail: email,
      dueDate: row.due,
      dueDateDerived: row.dueDerived,
      timescaleAsStated: row.timescale,
      expectedOutcome: names.outcomes(priority),
      measureOfSuccess: quantity,
      targetQuantity: row.quantity,
      targetUnit: row.quantity === null ? '' : (type?.unit.many ?? ''),
      stage: 'Proposed',
      linkedPlans,
      voiceTheme: names.voice(priority),
      sourceEvent: pack.name,
      sourceSession: '',
      sourceTable: '',
      sourcePledgeRef: formatReference(row.reference),
      visibility: visibilityOf({ showName: row.showName, nameless: row.byKind === 'anonymous', email }),
      ...plainPlan(row),
      exported,
    }
  }
  const fromAction = (row: ActionRow): PlanRow => ({
    ...unset,
    ref: planRef(pack, row.reference),
    recordId: row.id,
    priority: names.priority(row.priority),
    title: planTitle(row.title),
    detail: row.title,
    actionType: 'Workshop action',
    actionSubtype: '',
    leadOrganisation: row.organisation,
    area: row.area,
    leadOfficerName: row.owner,
    leadOfficerJobTitle: '',
    ownerEmail: '',
    dueDate: row.due,
    dueDateDerived: row.dueDerived,
    timescaleAsStated: row.timescale,
    expectedOutcome: names.outcomes(row.priority),
    measureOfSuccess: row.measure,
    targetQuantity: null,
    targetUnit: '',
    stage: 'Proposed',
    linkedPlans,
    voiceTheme: names.voice(row.priority),
    sourceEvent: pack.name,
    sourceSession: names.session(row.session),
    sourceTable: names.table(row.tableId),
    sourcePledgeRef: '',
    // A table is not asked who may be shown what it proposes.
    visibility: visibilityOf({ showName: false, nameless: row.owner === '', email: '' }),
    ...plainPlan(row),
    exported,
  })
  return {
    *rows() {
      for (const row of pages<StoredPledge & Maker>(db, PLEDGES, 'live')) yield fromPledge(pledgeRecord.read(row))
      for (const row of pages<StoredAction>(db, page('action'), 'live')) yield fromAction(actionRecord.read(row))
    },
    *ideas() {
      for (const row of pages<StoredIdea>(db, page('idea'), 'live')) {
        yield {
          ref: planRef(pack, row.reference),
          question: names.question(row.question),
          session: names.session(row.session),
          table: names.table(row.tableId),
          ...plainIdea(row),
        }
      }
    },
    *withdrawn() {
      const gone = (
        what: string,
        row: { reference: string; withdrawnReason: string; changed: string },
        title: string,
      ): PlanWithdrawn => ({ ref: planRef(pack, row.reference), what, title, ...plainWithdrawn(row) })
      for (const row of pages<StoredPledge>(db, PLEDGES, 'withdrawn')) yield gone('Pledge', row, row.wording)
      for (const row of pages<StoredAction>(db, page('action'), 'withdrawn')) yield gone('Action', row, row.title)
      for (const row of pages<StoredIdea>(db, page('idea'), 'withdrawn')) yield gone('Idea', row, row.words)
    },
  }
}
