/** A workbook put together sheet by sheet, each written while its rows are read. */
import type { WorkbookDocument } from './document.ts'
import { closingParts, type PackagedSheet, printNames, rootPart, tableParts } from './package.ts'
import { createSharedStrings, type SharedStrings } from './shared-strings.ts'
import { emptyReport, type SheetReport, sheetPart, type TableSheet } from './sheet.ts'
import { stylesPart } from './styles.ts'
import { zip, type ZipPart } from './zip.ts'

/** What was written so far, which its end has to list. */
export type Book = { packaged: PackagedSheet[]; shared: SharedStrings }

/**
 * The bytes of a workbook (ECMA-376, Excel 2010 and later). `sheets` writes them in the order of their tabs, with
 * {@link tableSheet} and {@link plainSheet}. Equal input gives equal bytes. Throws ExportError `too-large` beyond Excel's
 * 1,048,576 rows.
 */
export function workbook(
  document: WorkbookDocument,
  sheets: (book: Book) => Generator<ZipPart, void>,
): Generator<Uint8Array> {
  return zip(parts(document, sheets), new Date(document.exported))
}

function* parts(document: WorkbookDocument, sheets: (book: Book) => Generator<ZipPart, void>): Generator<ZipPart> {
  const book: Book = { packaged: [], shared: createSharedStrings() }
  yield rootPart()
  yield { name: 'xl/styles.xml', text: [stylesPart()] }
  yield* sheets(book)
  yield book.shared.part()
  yield* closingParts(document, book.packaged)
}

/** A sheet with its table; returns what it held. `printed`: only so many columns print, from the first. */
export function* tableSheet(
  { packaged, shared }: Book,
  sheet: TableSheet,
  printed: number | null = null,
): Generator<ZipPart, SheetReport> {
  const report = emptyReport()
  const number = packaged.length + 1
  yield { name: sheetName(number), text: sheetPart(sheet, report, shared) }
  yield* tableParts(number, sheet, report)
  packaged.push({ name: sheet.name, names: printNames(sheet, printed), table: number })
  return report
}

/** A sheet without a table, from its XML: see plain-sheet.ts. */
export function* plainSheet({ packaged }: Book, name: string, text: Iterable<string>): Generator<ZipPart, void> {
  yield { name: sheetName(packaged.length + 1), text }
  packaged.push({ name, names: [], table: null })
}

const sheetName = (number: number) => `xl/worksheets/sheet${number}.xml`
