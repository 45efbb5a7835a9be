/** Adds up what the board’s page says, while the rows of the plan stream past to their sheet. */
import type { PlanRow } from '../../../../shared/domain/plan.ts'

/** So many due dates are kept for “next”, and so many references of each gap. */
const DATES_KEPT = 12
const REFS_KEPT = 12

type PriorityCount = {
  /** As the plan's column has it; '' for none. */
  priority: string
  pledges: number
  actions: number
  /** What was promised, by what is counted: `work placements` → 12. */
  units: Map<string, number>
  withoutOwner: number
  withoutDate: number
}
type NextDate = Pick<PlanRow, 'ref' | 'title' | 'leadOrganisation' | 'leadOfficerName'> & {
  due: string
  isOffered: boolean
}
type Gap = { count: number; refs: string[] }

export type BoardCount = {
  priorities: Map<string, PriorityCount>
  /** The earliest due dates that are not past, oldest first. */
  next: NextDate[]
  /** How many due dates lie before the day on which the file was made. */
  overdue: number
  gaps: Record<'owner' | 'date' | 'measure' | 'priority', Gap>
}

export const emptyBoardCount = (): BoardCount => ({
  priorities: new Map(),
  next: [],
  overdue: 0,
  gaps: {
    owner: { count: 0, refs: [] },
    date: { count: 0, refs: [] },
    measure: { count: 0, refs: [] },
    priority: { count: 0, refs: [] },
  },
})

/** The same rows, each counted as it goes by. `today`: an ISO day. */
export function* countedForBoard(rows: Iterable<PlanRow>, count: BoardCount, today: string): Generator<PlanRow> {
  for (const row of rows) {
    add(row, count, today)
    yield row
  }
}

/** Nobody, no team and no organisation is named. */
const hasNoOwner = (row: PlanRow): boolean =>
  row.leadOfficerName === '' && row.leadOrganisation === '' && row.area === ''

function add(row: PlanRow, count: BoardCount, today: string): void {
  const { priorities, next, gaps } = count
  const known = priorities.get(row.priority)
  const of = known ?? {
    priority: row.priority,
    pledges: 0,
    actions: 0,
    units: new Map<string, number>(),
    withoutOwner: 0,
    withoutDate: 0,
  }
  if (known === undefined) priorities.set(row.priority, of)
  const isPledge = row.actionType === 'Pledge'
  of[isPledge ? 'pledges' : 'actions'] += 1
  if (row.targetQuantity !== null && row.targetUnit !== '')
    of.units.set(row.targetUnit, (of.units.get(row.targetUnit) ?? 0) + row.targetQuantity)
  const miss = (gap: keyof typeof gaps) => {
    gaps[gap].count += 1
    if (gaps[gap].refs.length < REFS_KEPT) gaps[gap].refs.push(row.ref)
  }
  if (hasNoOwner(row)) {
    of.withoutOwner += 1
    miss('owner')
  }
  // A day that was only offered is nobody’s word yet.
  if (row.dueDate === null || row.dueDateOffered) {
    of.withoutDate += 1
    miss('date')
  }
  // No pledge is asked for a measure.
  if (!isPledge && row.measureOfSuccess === '') miss('measure')
  if (row.priority === '') miss('priority')
  if (row.dueDate === null) return
  if (row.dueDate < today) count.overdue += 1
  else keepNext(next, row, row.dueDate)
}

function keepNext(next: NextDate[], row: PlanRow, due: string): void {
  const { ref, title, leadOrganisation, leadOfficerName, dueDateOffered: isOffered } = row
  const at = next.findIndex((other) => other.due > due)
  next.splice(at < 0 ? next.length : at, 0, { ref, title, leadOrganisation, leadOfficerName, due, isOffered })
  next.length = Math.min(next.length, DATES_KEPT)
}
