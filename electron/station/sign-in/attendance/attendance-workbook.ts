/** The attendance as an Excel workbook: the numbers on one page, the list, who did not come, and when and whence people came. */
import type { WayOutNumbers } from '../../../../shared/contract/way-out.ts'
import { REHEARSAL_STAGE } from '../../../../shared/domain/plan.ts'
import {
  type Book,
  type CellValue,
  pageOf,
  plainSheet,
  type SheetColumn,
  TAB_COLOURS,
  tableSheet,
  tableSheetOfSome,
  type TableSheet,
  tabName,
  workbook,
  type WorkbookDocument,
  type ZipPart,
} from '../../../files/ooxml/index.ts'
import type { AttendanceCount } from './count.ts'
import { absentColumns, absentWord, column, listColumns, listRows } from './list.ts'
import { type AttendanceExport, BANNER, summaryXml } from './summary.ts'
import type { VenueClock } from './venue-clock.ts'

/**
 * Sheets: Summary, Attendance, No-shows (or Not here yet), Arrivals, Organisations, each of the last three where there is a row for it; Way
 * out where a question is asked. In a rehearsal each says so.
 */
export const attendanceWorkbook = (given: AttendanceExport): Generator<Uint8Array> =>
  workbook(given.document, (book) => sheets(given, book))

function* sheets(given: AttendanceExport, book: Book): Generator<ZipPart, void> {
  const { document, count, people, context } = given
  yield* plainSheet(book, tabName('Summary', document), [summaryXml(given)])
  const columns = listColumns(context)
  yield* tableSheet(book, {
    ...common(document, 'Attendance', 'Attendance'),
    tabColour: document.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.live,
    columns,
    rows: listRows(people, columns, context),
  })
  const absent = people.filter(({ stays }) => stays.length === 0)
  const name = absentWord(count.over) === 'No-show' ? 'No-shows' : 'Not here yet'
  yield* tableSheetOfSome(book, {
    ...common(document, name, name.replaceAll(/\W/g, '')),
    columns: absentColumns(context),
    rows: listRows(absent, absentColumns(context), context),
  })
  yield* tableSheetOfSome(book, {
    ...common(document, 'Arrivals', 'Arrivals'),
    columns: marked(ARRIVALS, document),
    rows: rowsMarked(arrivalRows(count, context.clock), document),
  })
  yield* tableSheetOfSome(book, {
    ...common(document, 'Organisations', 'Organisations'),
    columns: marked(ORGANISATIONS, document),
    rows: rowsMarked(organisationRows(count), document),
  })
  if (given.wayOut === null) return
  yield* tableSheet(book, {
    ...common(document, 'Way out', 'WayOut'),
    columns: marked(WAY_OUT, document),
    rows: rowsMarked(wayOutRows(given.wayOut), document),
  })
}

const ARRIVALS: readonly SheetColumn[] = [
  column('from', 'From', 24, 'instant'),
  column('came', 'Came', 12, 'number'),
  column('all', 'Came in all', 14, 'number'),
]
const ORGANISATIONS: readonly SheetColumn[] = [
  column('name', 'Organisation', 46),
  column('came', 'Came', 12, 'number'),
  column('absent', 'Did not come', 15, 'number'),
]

const WAY_OUT: readonly SheetColumn[] = [
  column('question', 'Asked at the way out', 46),
  column('answer', 'Answer', 30),
  column('given', 'Given', 12, 'number'),
]

function* arrivalRows({ arrivals }: AttendanceCount, { cellOf }: VenueClock): Generator<Record<string, CellValue>> {
  let all = 0
  for (const { from, came } of arrivals.stretches) {
    all += came
    yield { from: cellOf(from), came, all }
  }
}

function* organisationRows({ organisations }: AttendanceCount): Generator<Record<string, CellValue>> {
  for (const { name, came, absent } of organisations) yield { name: name === '' ? 'Not given' : name, came, absent }
}

function* wayOutRows({ question, answers }: WayOutNumbers): Generator<Record<string, CellValue>> {
  for (const { words, count } of answers)
    yield { question, answer: words === '' ? 'Not asked any more' : words, given: count }
}

const marked = (columns: readonly SheetColumn[], { rehearsal }: WorkbookDocument): readonly SheetColumn[] =>
  rehearsal ? [...columns, column('rehearsal', 'Rehearsal', 22)] : columns

function* rowsMarked(
  rows: Iterable<Record<string, CellValue>>,
  { rehearsal }: WorkbookDocument,
): Generator<Record<string, CellValue>> {
  if (!rehearsal) yield* rows
  else for (const row of rows) yield { ...row, rehearsal: REHEARSAL_STAGE.value }
}

function common(document: WorkbookDocument, name: string, table: string): Omit<TableSheet, 'columns' | 'rows'> {
  return {
    name: tabName(name, document),
    tableName: document.rehearsal ? `Rehearsal${table}` : table,
    tabColour: document.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.quiet,
    banner: document.rehearsal ? BANNER : null,
    spareRows: 0,
    page: pageOf(document, name, 'A4', 'landscape'),
  }
}
