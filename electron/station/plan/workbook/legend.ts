/** The Legend sheet: where the file came from, how many of each there are, and what every mark and column means. */
import type { PlanChoice, PlanColumn } from '../../../../shared/domain/plan.ts'
import { PLAN_BRAG, PLAN_DIRECTIONS, PLAN_VISIBILITIES } from '../../../../shared/domain/plan.ts'
import {
  dayRange,
  GAP,
  pageOf,
  type PlainCell,
  type PlainRow,
  plainSheetXml,
  type SheetReport,
  type StyleName,
  TAB_COLOURS,
  textOf,
} from '../../../files/ooxml/index.ts'
import type { PlanExport } from '../plan-export.ts'
import { planColumns, planTableName } from './sheets.ts'

/** What the legend counts: what the sheets before it held. */
export type LegendReports = { plan: SheetReport; ideas: SheetReport; withdrawn: SheetReport; longTexts: number }

/** Of its three columns: the mark, what it means, how many there are. */
const WIDTHS = [28, 84, 16]

/** The sheet’s XML in one piece. */
export function* legendXml(plan: PlanExport, reports: LegendReports): Generator<string> {
  const columns = planColumns(plan)
  const before = [...origin(plan, reports), ...meanings(plan, columns, reports.plan)]
  yield plainSheetXml({
    tabColour: plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.quiet,
    widths: WIDTHS,
    rows: [...before, ...columnNotes(columns)],
    page: pageOf(plan, 'Legend', 'A4', 'portrait'),
    // The notes on the columns start on a page of their own.
    breakAfter: before.length,
  })
}

const section = (title: string, last = ''): PlainRow => ({
  height: 22,
  cells: [
    textOf('section', title),
    textOf('section', ''),
    textOf(last === 'How many' ? 'section-count' : 'section', last),
  ],
})
const fact = (label: string, ...rest: PlainCell[]): PlainRow => ({ cells: [textOf('label', label), ...rest] })

function origin(plan: PlanExport, reports: LegendReports): PlainRow[] {
  const { name, code, venue, startsOn, endsOn } = plan.event
  const table = planTableName(plan)
  const warning: PlainRow[] = plan.rehearsal
    ? [
        {
          height: 26,
          cells: ['REHEARSAL – practice entries only. Nothing in this workbook is a live promise.', '', ''].map(
            (words) => textOf('banner', words),
          ),
        },
      ]
    : []
  const long: PlainRow[] =
    reports.longTexts === 0
      ? []
      : [
          fact(
            'Long texts',
            textOf(
              'text',
              'Texts longer than a cell can hold end in “continues on the sheet Long texts”, where they stand whole.',
            ),
            { style: 'count', count: reports.longTexts },
          ),
        ]
  return [
    ...warning,
    { height: 34, cells: [textOf('title', plan.rehearsal ? 'Rehearsal of the action plan' : 'Action plan')] },
    { height: 22, cells: [textOf('subtitle', name)] },
    GAP,
    section('Where this file came from', 'How many'),
    fact('Event', textOf('text', code === '' ? name : `${name} (${code})`), textOf('text', '')),
    fact(
      'Where and when',
      textOf('text', [venue, dayRange(startsOn, endsOn)].filter((part) => part !== '').join(', ')),
      textOf('text', ''),
    ),
    fact('File made (UTC)', { style: 'label-date', instant: plan.exported }, textOf('text', '')),
    fact(
      'Actions on the plan',
      textOf('text', 'Pledges and workshop actions that stand. Sort and filter with the arrows in the headings.'),
      { style: 'count', count: reports.plan.rows, formula: `COUNTA(${table}[Action ref])` },
    ),
    fact(
      'Ideas',
      textOf(
        'text',
        'Short notes that people left on the questions of a workshop, on the sheet Ideas where there are any.',
      ),
      {
        style: 'count',
        count: reports.ideas.rows,
      },
    ),
    fact(
      'Withdrawn',
      textOf(
        'text',
        'Entries that were taken back. They stand on the sheet Withdrawn, where there are any, and nowhere among the live ones.',
      ),
      { style: 'count', count: reports.withdrawn.rows },
    ),
    ...long,
    fact(
      'Keeping it up to date',
      textOf(
        'text',
        'Write each quarter’s news on the sheet Updates, one line an action, and the newest on the plan itself. That keeps the history.',
      ),
      textOf('text', ''),
    ),
    fact(
      'Printing',
      textOf(
        'text',
        'The first sheet is one page of A4 that a board takes in. The plan prints its first columns, the ones with green headings, across A4. To print every column: Page Layout, Print Area, Clear.',
      ),
      textOf('text', ''),
    ),
    GAP,
  ]
}

function meanings(plan: PlanExport, columns: readonly PlanColumn[], { counts }: SheetReport): PlainRow[] {
  const table = planTableName(plan)
  const list = (title: string, key: string, choices: readonly PlanChoice[]): PlainRow[] => [
    section(title, 'How many'),
    ...choices.map(({ value, meaning }) => ({
      cells: [
        textOf(isLook(value) ? LOOKS[value] : 'label', value === '' ? '(blank)' : value),
        textOf('text', meaning),
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

const GROUP_WORDS = { board: 'Board’s page', review: 'Review', detail: 'Detail', source: 'Source' } as const

function columnNotes(columns: readonly PlanColumn[]): PlainRow[] {
  return [
    section('What each column of the plan means', 'Part'),
    ...columns.map(({ heading, note, group }) => ({
      cells: [textOf(`heading-${group}`, heading), textOf('text', note), textOf('text', GROUP_WORDS[group])],
    })),
  ]
}
