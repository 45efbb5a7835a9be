/** What every writer of the plan is given: the document, with its rows streaming past rather than held. */
import type { PlanDocument, PlanIdea, PlanRow, PlanWithdrawn } from '../../../shared/domain/plan.ts'
import { REHEARSAL_STAGE } from '../../../shared/domain/plan.ts'

/** The action plan on its way out. Each iterable is read once, rows first, and only as fast as the file is written. */
export type PlanExport = Pick<PlanDocument, 'event' | 'rehearsal' | 'exported'> & {
  rows: Iterable<PlanRow>
  ideas: Iterable<PlanIdea>
  withdrawn: Iterable<PlanWithdrawn>
}

/** The rows as every format writes them: those of a rehearsal carry the rehearsal stage, whatever was asked for. */
export function* rowsAsWritten(plan: PlanExport): Generator<PlanRow> {
  if (!plan.rehearsal) yield* plan.rows
  else for (const row of plan.rows) yield { ...row, stage: REHEARSAL_STAGE.value }
}
