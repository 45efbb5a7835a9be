/** The small parts that hold a workbook together: its list of sheets, tables, names, properties and relationships. */
import { columnLetters } from './cells.ts'
import type { WorkbookDocument } from './document.ts'
import type { SheetReport, TableSheet } from './sheet.ts'
import { headingRow, SHEET_ROWS, tableRange } from './sheet.ts'
import { TABLE_STYLE } from './styles.ts'
import type { ZipPart } from './zip.ts'
import { plainXmlText, xmlText } from './xml.ts'

/** One sheet as the package lists it, in the order of the tabs; `part` is the number of its file, `table` of its table where it has one. */
export type PackagedSheet = { name: string; part: number; names: readonly DefinedName[]; table: number | null }
type DefinedName = { name: string; cells: string }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The part that comes first in the file, by which other programs tell what kind of file it is. */
export function rootPart(): ZipPart {
  return part(
    '_rels/.rels',
    relationships([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${OFFICE}/extended-properties`, 'docProps/app.xml'],
    ]),
  )
}

/** A sheet's table, with its autofilter, and the relationship that leads there. */
export function tableParts(number: number, sheet: TableSheet, report: SheetReport): ZipPart[] {
  const range = tableRange(sheet, report)
  const columns = sheet.columns.map(
    ({ heading }, index) => `<tableColumn id="${index + 1}" name="${xmlText(heading)}"/>`,
  )
  return [
    part(
      `xl/tables/table${number}.xml`,
      `<table xmlns="${MAIN}" id="${number}" name="${sheet.tableName}" displayName="${sheet.tableName}" ref="${range}" totalsRowShown="0">` +
        `<autoFilter ref="${range}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
        `<tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
    ),
    part(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships([[`${OFFICE}/table`, `../tables/table${number}.xml`]]),
    ),
  ]
}

/**
 * Names by which a sheet repeats its headings on every printed page, and prints only its columns that are for paper, to the bottom of the
 * sheet, so that rows added later print as well. Where there is no row yet its headings alone are no page: they come with the first row.
 */
export function printNames(sheet: TableSheet, report: SheetReport): DefinedName[] {
  const tab = `'${sheet.name}'!`
  const heads = headingRow(sheet)
  const titles = { name: '_xlnm.Print_Titles', cells: `${tab}$1:$${heads}` }
  const aside = sheet.columns.findIndex(({ printed }) => !printed)
  const last = columnLetters((aside < 0 ? sheet.columns.length : aside) - 1)
  const from = report.rows === 0 ? heads + 1 : 1
  return aside < 0 && from === 1
    ? [titles]
    : [{ name: '_xlnm.Print_Area', cells: `${tab}$A$${from}:$${last}$${SHEET_ROWS}` }, titles]
}

/** The rest of the package, written last because it lists what came before. */
export function closingParts(document: WorkbookDocument, sheets: readonly PackagedSheet[]): ZipPart[] {
  const names = sheets.flatMap((sheet, index) =>
    sheet.names.map(
      ({ name, cells }) => `<definedName name="${name}" localSheetId="${index}">${xmlText(cells)}</definedName>`,
    ),
  )
  return [
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="700"/></bookViews>` +
        `<sheets>${sheets.map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>` +
        `<definedNames>${names.join('')}</definedNames></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map(({ part: number }): [string, string] => [`${OFFICE}/worksheet`, `worksheets/sheet${number}.xml`]),
        [`${OFFICE}/styles`, 'styles.xml'],
        [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    ),
    ...propertyParts(document),
    part('[Content_Types].xml', contentTypes(sheets)),
  ]
}

function propertyParts({ title: what, keywords, event, rehearsal, exported }: WorkbookDocument): ZipPart[] {
  const title = `${rehearsal ? 'REHEARSAL – ' : ''}${what} – ${event.name}`
  const instant = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${exported.replace(/\.\d+/, '')}</dcterms:${name}>`
  return [
    part(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
        `<dc:title>${plainXmlText(title)}</dc:title><dc:subject>${plainXmlText([event.code, event.venue].filter((words) => words !== '').join(', '))}</dc:subject>` +
        `<dc:creator>Pledge Kiosk</dc:creator><cp:keywords>${plainXmlText(keywords)}</cp:keywords>${instant('created')}${instant('modified')}` +
        `<cp:contentStatus>${rehearsal ? 'Rehearsal' : 'Live'}</cp:contentStatus></cp:coreProperties>`,
    ),
    part(
      'docProps/app.xml',
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Pledge Kiosk</Application></Properties>`,
    ),
  ]
}

function contentTypes(sheets: readonly PackagedSheet[]): string {
  const of = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const tables = sheets.flatMap(({ table }) =>
    table === null ? [] : [of(`xl/tables/table${table}.xml`, `${SHEET_ML}.table+xml`)],
  )
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    of('xl/workbook.xml', `${SHEET_ML}.sheet.main+xml`) +
    sheets.map(({ part: number }) => of(`xl/worksheets/sheet${number}.xml`, `${SHEET_ML}.worksheet+xml`)).join('') +
    tables.join('') +
    of('xl/styles.xml', `${SHEET_ML}.styles+xml`) +
    of('xl/sharedStrings.xml', `${SHEET_ML}.sharedStrings+xml`) +
    of('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    of('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  )
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

const part = (name: string, xml: string): ZipPart => ({ name, text: [HEAD + xml] })
