/** The Legend sheet: where the file came from, how many of each there are, and what every mark and column means. */
import type { PlanChoice, PlanColumn } from '../../../../shared/domain/plan.ts'
import { PLAN_BRAG, PLAN_DIRECTIONS, PLAN_VISIBILITIES } from '../../../../shared/domain/plan.ts'
import type { PlanExport } from '../plan-export.ts'
import { blankCell, fitCell, formulaCell, numberCell, serialOf, textCell } from './cells.ts'
import { dayRange } from './dates.ts'
import { pageXml } from './page.ts'
import { linesOf, rowHeight, textRoom } from './row-height.ts'
import type { SheetReport } from './sheet.ts'
import { pageOf, planTableName } from './sheets.ts'
import type { StyleName } from './styles.ts'
import { styleIndex, TAB_COLOURS } from './styles.ts'

/** What the legend counts: what the sheets before it held. */
export type LegendReports = { plan: SheetReport; ideas: SheetReport; withdrawn: SheetReport; longTexts: number }

/** Of its three columns: the mark, what it means, how many there are. */
const WIDTHS = [28, 84, 16]

type Cell =
  | { style: StyleName; value: string }
  | { style: StyleName; count: number; formula?: string }
  | { style: StyleName; instant: string }
type Row = { cells: readonly Cell[]; height?: number }

/** The sheet's XML in one piece; `columns` are those of the Plan sheet as it was written. */
export function* legendPart(
  plan: PlanExport,
  columns: readonly PlanColumn[],
  reports: LegendReports,
): Generator<string> {
  const before = [...origin(plan, reports), ...meanings(plan, columns, reports.plan)]
  const rows = [...before, ...columnNotes(columns)]
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<sheetPr><tabColor rgb="FF${plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.quiet}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
      '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
      `<cols>${WIDTHS.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
      `<sheetData>${rows.map(rowXml).join('')}</sheetData>${pageXml(pageOf(plan, 'Legend', 'A4', 'portrait'))}` +
      // The notes on the columns start on a page of their own.
      `<rowBreaks count="1" manualBreakCount="1"><brk id="${before.length}" max="16383" man="1"/></rowBreaks></worksheet>`
  )
}

const GAP: Row = { cells: [] }
const text = (style: StyleName, value: string): Cell => ({ style, value })
const section = (title: string, last = ''): Row => ({
  height: 22,
  cells: [text('section', title), text('section', ''), text(last === 'How many' ? 'section-count' : 'section', last)],
})
const fact = (label: string, ...rest: Cell[]): Row => ({ cells: [text('label', label), ...rest] })

function origin(plan: PlanExport, reports: LegendReports): Row[] {
  const { name, code, venue, startsOn, endsOn } = plan.event
  const table = planTableName(plan)
  const warning: Row[] = plan.rehearsal
    ? [
        {
          height: 26,
          cells: ['REHEARSAL – practice entries only. Nothing in this workbook is a live promise.', '', ''].map(
            (words) => text('banner', words),
          ),
        },
      ]
    : []
  const long: Row[] =
    reports.longTexts === 0
      ? []
      : [
          fact(
            'Long texts',
            text(
              'text',
              'Texts longer than a cell can hold end in “continues on the sheet Long texts”, where they stand whole.',
            ),
            { style: 'count', count: reports.longTexts },
          ),
        ]
  return [
    ...warning,
    { height: 34, cells: [text('title', plan.rehearsal ? 'Rehearsal of the action plan' : 'Action plan')] },
    { height: 22, cells: [text('subtitle', name)] },
    GAP,
    section('Where this file came from', 'How many'),
    fact('Event', text('text', code === '' ? name : `${name} (${code})`), text('text', '')),
    fact(
      'Where and when',
      text('text', [venue, dayRange(startsOn, endsOn)].filter((part) => part !== '').join(', ')),
      text('text', ''),
    ),
    fact('File made (UTC)', { style: 'label-date', instant: plan.exported }, text('text', '')),
    fact(
      'Actions on the plan',
      text('text', 'Pledges and workshop actions that stand. Sort and filter with the arrows in the headings.'),
      { style: 'count', count: reports.plan.rows, formula: `COUNTA(${table}[Action ref])` },
    ),
    fact('Ideas', text('text', 'Short notes that people left on the questions of a workshop, on the sheet Ideas.'), {
      style: 'count',
      count: reports.ideas.rows,
    }),
    fact(
      'Withdrawn',
      text(
        'text',
        'Entries that were taken back. They stand on the sheet Withdrawn only, and nowhere among the live ones.',
      ),
      { style: 'count', count: reports.withdrawn.rows },
    ),
    ...long,
    fact(
      'Keeping it up to date',
      text(
        'text',
        'Write each quarter’s news on the sheet Updates, one line an action, and the newest on the plan itself. That keeps the history.',
      ),
      text('text', ''),
    ),
    fact(
      'Printing',
      text(
        'text',
        'The plan prints its first columns, the ones with green headings, across A3. To print every column: Page Layout, Print Area, Clear.',
      ),
      text('text', ''),
    ),
    GAP,
  ]
}

function meanings(plan: PlanExport, columns: readonly PlanColumn[], { counts }: SheetReport): Row[] {
  const table = planTableName(plan)
  const list = (title: string, key: string, choices: readonly PlanChoice[]): Row[] => [
    section(title, 'How many'),
    ...choices.map(({ value, meaning }) => ({
      cells: [
        text(isLook(value) ? LOOKS[value] : 'label', value === '' ? '(blank)' : value),
        text('text', meaning),
        {
          style: 'count' as const,
          count: counts[key]?.[value] ?? 0,
          // An empty table has one empty row, which is no action: the ref tells.
          formula: `COUNTIFS(${table}[Action ref],"<>",${table}[${headingOf(columns, key)}],"${value}")`,
        },
      ],
    })),
    GAP,
  ]
  return [
    ...list('BRAG', 'brag', PLAN_BRAG),
    ...list('Stage', 'stage', columns.find(({ key }) => key === 'stage')?.choices ?? []),
    ...list('Direction of travel', 'directionOfTravel', PLAN_DIRECTIONS),
    ...list('Visibility', 'visibility', PLAN_VISIBILITIES),
  ]
}

const LOOKS = { Blue: 'blue', Red: 'red', Amber: 'amber', Green: 'green' } as const satisfies Record<string, StyleName>
const isLook = (value: string): value is keyof typeof LOOKS => Object.hasOwn(LOOKS, value)
const headingOf = (columns: readonly PlanColumn[], key: string) =>
  columns.find((column) => column.key === key)?.heading ?? ''

const GROUP_WORDS = { board: 'Board’s page', detail: 'Detail', source: 'Source' } as const

function columnNotes(columns: readonly PlanColumn[]): Row[] {
  return [
    section('What each column of the plan means', 'Part'),
    ...columns.map(({ heading, note, group }) => ({
      cells: [text(`heading-${group}`, heading), text('text', note), text('text', GROUP_WORDS[group])],
    })),
  ]
}

function rowXml({ cells, height }: Row, index: number): string {
  const line = index + 1
  const size = height === undefined ? ` ht="${heightOf(cells)}"` : ` ht="${height}" customHeight="1"`
  return `<row r="${line}"${size}>${cells.map((cell, column) => cellXml(cell, `${'ABC'.charAt(column)}${line}`)).join('')}</row>`
}

function heightOf(cells: readonly Cell[]): number {
  return rowHeight(
    Math.max(
      1,
      ...cells.map((cell, column) => ('value' in cell ? linesOf(cell.value, textRoom(WIDTHS[column] ?? 0)) : 1)),
    ),
  )
}

function cellXml(cell: Cell, at: string): string {
  const style = styleIndex(cell.style)
  if ('value' in cell) return cell.value === '' ? blankCell(at, style) : textCell(at, style, fitCell(cell.value))
  if ('instant' in cell) return numberCell(at, style, serialOf(cell.instant) ?? 0)
  return cell.formula === undefined
    ? numberCell(at, style, cell.count)
    : formulaCell(at, style, cell.formula, cell.count)
}
