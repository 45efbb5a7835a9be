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
 * The bytes of a workbook (ECMA-376, Excel 2010 and later). `sheets` writes them with {@link tableSheet} and {@link plainSheet}, in the
 * order of their tabs but for one that is put first. Equal input gives equal bytes. Throws ExportError `too-large` beyond Excel's
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

/** A sheet with its table; returns what it held. */
export function* tableSheet({ packaged, shared }: Book, sheet: TableSheet): Generator<ZipPart, SheetReport> {
  const report = emptyReport()
  const number = packaged.length + 1
  yield { name: sheetName(number), text: sheetPart(sheet, report, shared) }
  yield* tableParts(number, sheet, report)
  packaged.push({ name: sheet.name, part: number, names: printNames(sheet, report), table: number })
  return report
}

/** A sheet with its table, where there is a row for it; none otherwise, so that nothing empty is printed. */
export function* tableSheetOfSome(book: Book, sheet: TableSheet): Generator<ZipPart, SheetReport> {
  const rows = sheet.rows[Symbol.iterator]()
  const first = rows.next()
  if (first.done === true) return emptyReport()
  function* all() {
    for (let next = first; next.done !== true; next = rows.next()) yield next.value
  }
  return yield* tableSheet(book, { ...sheet, rows: all() })
}

/** A sheet without a table, from its XML: see plain-sheet.ts. `isFirst`: its tab stands before those that are written already. */
export function* plainSheet(
  { packaged }: Book,
  name: string,
  text: Iterable<string>,
  isFirst = false,
): Generator<ZipPart, void> {
  const part = packaged.length + 1
  yield { name: sheetName(part), text }
  packaged[isFirst ? 'unshift' : 'push']({ name, part, names: [], table: null })
}

const sheetName = (number: number) => `xl/worksheets/sheet${number}.xml`
