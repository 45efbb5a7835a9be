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
import { readTimescale } from '../../../shared/domain/timescale/timescale.ts'
import type { LoadedEvent } from '../kernel/core.ts'
import { entriesInOrder, type Maker, oldestFirst, type RankedAction } from './in-order.ts'
import { namesOf, sectorsOnTheList } from './names.ts'

/** The reference a person was given is the action's own: unique without any tablet asking another, and the same for ever. */
export const planRef = (pack: EventPack, reference: string): string => `${pack.code}-${formatReference(reference)}`

const unset = {
  parentRef: '',
  partners: '',
  milestones: '',
  brag: '' as const,
  progressUpdate: '',
  correctiveAction: '',
  directionOfTravel: '' as const,
  evidence: '',
  nextReview: null,
  followUpGroup: '',
}

export type PlanRows = {
  rows: () => Generator<PlanRow>
  ideas: () => Generator<PlanIdea>
  withdrawn: () => Generator<PlanWithdrawn>
}

/**
 * `exported`: the moment it is made, an ISO instant. `offered`: the day for those rows of which nobody said one; null leaves them without.
 * `groupOf`: the group of like offers that a pledge was confirmed to belong to.
 */
type Making = {
  exported: string
  offered: string | null
  groupOf?: (offer: { id: string; type: string; sector: string }) => string
}

/** The plan's rows. Live entries are rows, in the plan's order, and ideas; withdrawn ones are listed apart. */
export function planRows(
  db: Database,
  { pack }: LoadedEvent,
  { exported, offered, groupOf = () => '' }: Making,
): PlanRows {
  const names = namesOf(pack)
  const linkedPlans = pack.strategy.name
  const onTheList = sectorsOnTheList(db)
  /** From when and by when, as people said it, or as it is offered. */
  const when = (row: { due: string | null; dueDerived: boolean; timescale: string }) => ({
    startDate: readTimescale(row.timescale, pack.dates.to).start,
    dueDate: row.due ?? offered,
    dueDateDerived: row.dueDerived,
    dueDateOffered: row.due === null && offered !== null,
    timescaleAsStated: row.timescale,
  })
  const fromPledge = (row: PledgeRow & Maker, priority: string | null): PlanRow => {
    const type = names.type(row.type)
    const named = row.byKind === 'delegate'
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
      ...when(row),
      expectedOutcome: names.outcomes(priority),
      // How many were promised is no measure of what came of it: it stands in the target quantity.
      measureOfSuccess: '',
      targetQuantity: row.quantity,
      targetUnit: row.quantity === null ? '' : (type?.unit.many ?? ''),
      stage: 'Proposed',
      linkedPlans,
      ...names.sector(named ? (row.delegateSector ?? row.sector) : row.sector),
      followUpGroup: groupOf({ id: row.id, type: row.type, sector: row.delegateSector || row.sector }),
      sourceEvent: pack.name,
      sourceSession: '',
      sourceTable: '',
      sourceRank: null,
      sourcePledgeRef: [row.reference, ...row.otherReferences.split(' ').filter(Boolean)]
        .map(formatReference)
        .join(', '),
      visibility: visibilityOf({ showName: row.showName, nameless: row.byKind === 'anonymous', email }),
      ...plainPlan(row),
      exported,
    }
  }
  const fromAction = (row: ActionRow & Pick<RankedAction, 'rank'>): PlanRow => ({
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
    ...when(row),
    expectedOutcome: names.outcomes(row.priority),
    measureOfSuccess: row.measure,
    targetQuantity: null,
    targetUnit: '',
    stage: 'Proposed',
    linkedPlans,
    ...names.sector(onTheList(row.organisation)),
    sourceEvent: pack.name,
    sourceSession: names.session(row.session),
    sourceTable: names.table(row.tableId),
    sourceRank: row.rank,
    sourcePledgeRef: '',
    // A table is not asked who may be shown what it proposes.
    visibility: visibilityOf({ showName: false, nameless: row.owner === '', email: '' }),
    ...plainPlan(row),
    exported,
  })
  return {
    *rows() {
      for (const entry of entriesInOrder(db, pack))
        yield entry.what === 'pledge'
          ? fromPledge(pledgeRecord.read(entry.row), entry.priority)
          : fromAction(actionRecord.read(entry.row))
    },
    *ideas() {
      for (const row of oldestFirst<StoredIdea>(db, 'idea', 'live')) {
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
      for (const row of oldestFirst<StoredPledge>(db, 'pledge', 'withdrawn')) yield gone('Pledge', row, row.wording)
      for (const row of oldestFirst<StoredAction>(db, 'action', 'withdrawn')) yield gone('Action', row, row.title)
      for (const row of oldestFirst<StoredIdea>(db, 'idea', 'withdrawn')) yield gone('Idea', row, row.words)
    },
  }
}
