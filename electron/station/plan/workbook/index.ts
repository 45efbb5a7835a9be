/** The action plan as an Excel workbook, written while its rows are read. */
import {
  type Book,
  plainSheet,
  tableSheet,
  tableSheetOfSome,
  tabName,
  workbook,
  type ZipPart,
} from '../../../files/ooxml/index.ts'
import { type PlanExport, rowsAsWritten } from '../plan-export.ts'
import { countedForBoard, emptyBoardCount } from './board-count.ts'
import { boardPageXml } from './board-page.ts'
import { legendXml } from './legend.ts'
import { documentOf, ideasSheet, longTextsSheet, planSheet, updatesSheet, withdrawnSheet } from './sheets.ts'

/**
 * The bytes of the workbook. Sheets: One page, Plan, Ideas and Withdrawn where there are any, Updates, Legend, and Long texts where a text
 * was longer than a cell holds. Equal input gives equal bytes. Throws ExportError `too-large` beyond Excel's 1,048,576 rows.
 */
export function planWorkbook(plan: PlanExport): Generator<Uint8Array> {
  return workbook(documentOf(plan), (book) => sheets(plan, book))
}

function* sheets(plan: PlanExport, book: Book): Generator<ZipPart, void> {
  const count = emptyBoardCount()
  const planned = planSheet(plan, countedForBoard(rowsAsWritten(plan), count, plan.exported.slice(0, 10)))
  const planReport = yield* tableSheet(book, planned)
  // Its tab comes first; what it says is known once the rows are written.
  yield* plainSheet(book, tabName('One page', plan), boardPageXml(plan, count), true)
  const ideas = yield* tableSheetOfSome(book, ideasSheet(plan))
  const updates = yield* tableSheet(book, updatesSheet(plan, planned, planReport))
  const withdrawn = yield* tableSheetOfSome(book, withdrawnSheet(plan))

  const longTexts = [planReport, ideas, updates, withdrawn].flatMap((report) => report.longTexts)
  const reports = { plan: planReport, ideas, withdrawn, longTexts: longTexts.length }
  yield* plainSheet(book, tabName('Legend', plan), legendXml(plan, reports))
  if (longTexts.length > 0) yield* tableSheet(book, longTextsSheet(plan, longTexts))
}
