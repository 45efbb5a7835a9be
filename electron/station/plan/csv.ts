/** The action plan as CSV, for spreadsheets and for the planning systems that load one. */
import Papa from 'papaparse'
import { PLAN_COLUMNS } from '../../../shared/domain/plan.ts'
import type { PlanRow } from '../../../shared/domain/plan.ts'
import type { PlanExport } from './plan-export.ts'
import { rowsAsWritten } from './plan-export.ts'

const LINE_END = '\r\n'
const BATCH = 500

/**
 * Text that a spreadsheet would run as a formula, or as one once it has dropped what stands before it (OWASP, CSV
 * injection). Papaparse's own pattern misses texts of several lines, so this one has no end.
 */
// oxlint-disable-next-line no-control-regex
const FORMULA = /^[\s\u0000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/**
 * The rows as CSV (RFC 4180) in UTF-8 with a byte-order mark, under the workbook's headings. Dates are ISO, flags Yes or
 * No. A text that could run as a formula gets an apostrophe before it; numbers stay numbers.
 */
export function* planCsv(plan: PlanExport): Generator<Uint8Array> {
  yield Buffer.from(`\ufeff${lines([PLAN_COLUMNS.map(({ heading }) => heading)])}`)
  let batch: CsvValue[][] = []
  for (const row of rowsAsWritten(plan)) {
    batch.push(PLAN_COLUMNS.map(({ key }) => csvValue(row[key])))
    if (batch.length < BATCH) continue
    yield Buffer.from(lines(batch))
    batch = []
  }
  if (batch.length > 0) yield Buffer.from(lines(batch))
}

type CsvValue = string | number | null

const csvValue = (value: PlanRow[keyof PlanRow]): CsvValue =>
  typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value

const lines = (rows: CsvValue[][]): string =>
  Papa.unparse(rows, { newline: LINE_END, escapeFormulae: FORMULA }) + LINE_END
