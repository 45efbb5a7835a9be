/** The action plan as an Excel workbook, written while its rows are read: no more than a few hundred of them are held at once. */
import type { PlanExport } from '../plan-export.ts'
import { legendPart } from './legend.ts'
import type { PackagedSheet } from './package.ts'
import { closingParts, printNames, rootPart, tableParts } from './package.ts'
import type { SheetReport, TableSheet } from './sheet.ts'
import { emptyReport, sheetPart } from './sheet.ts'
import {
  ideasSheet,
  longTextsSheet,
  planSheet,
  PRINTED_COLUMNS,
  tabName,
  updatesSheet,
  withdrawnSheet,
} from './sheets.ts'
import type { SharedStrings } from './shared-strings.ts'
import { createSharedStrings } from './shared-strings.ts'
import { stylesPart } from './styles.ts'
import type { ZipPart } from './zip.ts'
import { zip } from './zip.ts'

/**
 * The bytes of the workbook (ECMA-376, Excel 2010 and later). Sheets: Plan, Ideas, Updates, Withdrawn, Legend, and Long
 * texts where a text was longer than a cell holds. Equal input gives equal bytes. Throws PlanExportError `too-large`
 * beyond Excel's 1,048,576 rows.
 */
export function planWorkbook(plan: PlanExport): Generator<Uint8Array> {
  return zip(workbookParts(plan), new Date(plan.exported))
}

function* workbookParts(plan: PlanExport): Generator<ZipPart> {
  yield rootPart()
  yield { name: 'xl/styles.xml', text: [stylesPart()] }
  const packaged: PackagedSheet[] = []
  const shared = createSharedStrings()

  const planned = planSheet(plan)
  const planReport = yield* tableSheetParts(planned, packaged, shared, PRINTED_COLUMNS)
  const ideas = yield* tableSheetParts(ideasSheet(plan), packaged, shared)
  const updates = yield* tableSheetParts(updatesSheet(plan, planned, planReport), packaged, shared)
  const withdrawn = yield* tableSheetParts(withdrawnSheet(plan), packaged, shared)

  const longTexts = [planReport, ideas, updates, withdrawn].flatMap((report) => report.longTexts)
  const reports = { plan: planReport, ideas, withdrawn, longTexts: longTexts.length }
  yield { name: `xl/worksheets/sheet${packaged.length + 1}.xml`, text: legendPart(plan, planned.columns, reports) }
  packaged.push({ name: tabName('Legend', plan), names: [], table: null })
  if (longTexts.length > 0) yield* tableSheetParts(longTextsSheet(plan, longTexts), packaged, shared)

  yield shared.part()
  yield* closingParts(plan, packaged)
}

/** A sheet and its table, numbered by its tab; adds it to `packaged` and returns what it held. */
function* tableSheetParts(
  sheet: TableSheet,
  packaged: PackagedSheet[],
  shared: SharedStrings,
  printed: number | null = null,
): Generator<ZipPart, SheetReport> {
  const report = emptyReport()
  const number = packaged.length + 1
  yield { name: `xl/worksheets/sheet${number}.xml`, text: sheetPart(sheet, report, shared) }
  yield* tableParts(number, sheet, report)
  packaged.push({ name: sheet.name, names: printNames(sheet, printed), table: number })
  return report
}
