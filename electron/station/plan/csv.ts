/** The action plan as CSV, for spreadsheets and for the planning systems that load one. */
import { PLAN_COLUMNS } from '../../../shared/domain/plan.ts'
import { csvBytes, type CsvValue } from '../../files/export/index.ts'
import type { PlanExport } from './plan-export.ts'
import { rowsAsWritten } from './plan-export.ts'

/** The rows under the workbook's headings. Dates are ISO, flags Yes or No. */
export function planCsv(plan: PlanExport): Generator<Uint8Array> {
  return csvBytes(
    PLAN_COLUMNS.map(({ heading }) => heading),
    values(plan),
  )
}

function* values(plan: PlanExport): Generator<CsvValue[]> {
  for (const row of rowsAsWritten(plan)) yield PLAN_COLUMNS.map(({ key }) => row[key])
}
