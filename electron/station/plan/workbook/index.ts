/** The action plan as an Excel workbook, written while its rows are read. */
import { type Book, plainSheet, tableSheet, tabName, workbook, type ZipPart } from '../../../files/ooxml/index.ts'
import type { PlanExport } from '../plan-export.ts'
import { legendXml } from './legend.ts'
import {
  documentOf,
  ideasSheet,
  longTextsSheet,
  planSheet,
  PRINTED_COLUMNS,
  updatesSheet,
  withdrawnSheet,
} from './sheets.ts'

/**
 * The bytes of the workbook. Sheets: Plan, Ideas, Updates, Withdrawn, Legend, and Long texts where a text was longer than a
 * cell holds. Equal input gives equal bytes. Throws ExportError `too-large` beyond Excel's 1,048,576 rows.
 */
export function planWorkbook(plan: PlanExport): Generator<Uint8Array> {
  return workbook(documentOf(plan), (book) => sheets(plan, book))
}

function* sheets(plan: PlanExport, book: Book): Generator<ZipPart, void> {
  const planned = planSheet(plan)
  const planReport = yield* tableSheet(book, planned, PRINTED_COLUMNS)
  const ideas = yield* tableSheet(book, ideasSheet(plan))
  const updates = yield* tableSheet(book, updatesSheet(plan, planned, planReport))
  const withdrawn = yield* tableSheet(book, withdrawnSheet(plan))

  const longTexts = [planReport, ideas, updates, withdrawn].flatMap((report) => report.longTexts)
  const reports = { plan: planReport, ideas, withdrawn, longTexts: longTexts.length }
  yield* plainSheet(book, tabName('Legend', plan), legendXml(plan, reports))
  if (longTexts.length > 0) yield* tableSheet(book, longTextsSheet(plan, longTexts))
}
