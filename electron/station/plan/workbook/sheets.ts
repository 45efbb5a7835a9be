/** The sheets of the plan's workbook that hold tables, in the order of their tabs. */
import type { PlanColumn } from '../../../../shared/domain/plan.ts'
import {
  PLAN_COLUMNS,
  PLAN_IDEA_COLUMNS,
  PLAN_UPDATE_COLUMNS,
  PLAN_WITHDRAWN_COLUMNS,
  REHEARSAL_STAGE,
} from '../../../../shared/domain/plan.ts'
import type { PlanExport } from '../plan-export.ts'
import { rowsAsWritten } from '../plan-export.ts'
import { dayRange, minuteOf } from './dates.ts'
import type { CellValue } from './cells.ts'
import { CELL_LIMIT, cleanCut } from './cells.ts'
import type { Page } from './page.ts'
import type { LongText, SheetReport, TableSheet } from './sheet.ts'
import { headingRow, lastRow } from './sheet.ts'
import { TAB_COLOURS } from './styles.ts'

const BANNER = 'REHEARSAL – practice entries only. Nothing in this workbook is a live promise.'

/** A sheet's name on its tab; in a rehearsal every tab says so. */
export const tabName = (name: string, plan: Pick<PlanExport, 'rehearsal'>): string =>
  plan.rehearsal ? `REHEARSAL ${name}` : name

/** The name of the plan's table, by which other workbooks and queries find it; another one in a rehearsal. */
export const planTableName = (plan: Pick<PlanExport, 'rehearsal'>): string => tableName('ActionPlan', plan)

/** How many of the plan's columns print: those of the board's page, which come first. */
export const PRINTED_COLUMNS = PLAN_COLUMNS.filter(({ group }) => group === 'board').length

export function planSheet(plan: PlanExport): TableSheet {
  return {
    ...common(plan, 'Plan', 'ActionPlan', 'A3'),
    tabColour: plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.live,
    columns: asRehearsed(PLAN_COLUMNS, plan),
    rows: rowsAsWritten(plan),
  }
}

export function ideasSheet(plan: PlanExport): TableSheet {
  return {
    ...common(plan, 'Ideas', 'Ideas', 'A4'),
    columns: withMark(PLAN_IDEA_COLUMNS, plan),
    rows: marked(plan.ideas, plan),
  }
}

/** The empty table of updates; its refs are chosen from the plan's. `planReport` is read once the plan is written. */
export function updatesSheet(plan: PlanExport, planned: TableSheet, planReport: SheetReport): TableSheet {
  return {
    ...common(plan, 'Updates', 'Updates', 'A4'),
    columns: asRehearsed(PLAN_UPDATE_COLUMNS, plan),
    rows: [],
    spareRows: 1_000,
    references: () => `'${planned.name}'!$A$${headingRow(planned) + 1}:$A$${lastRow(planned, planReport)}`,
  }
}

export function withdrawnSheet(plan: PlanExport): TableSheet {
  return {
    ...common(plan, 'Withdrawn', 'Withdrawn', 'A4'),
    columns: withMark(PLAN_WITHDRAWN_COLUMNS, plan),
    rows: marked(plan.withdrawn, plan),
  }
}

const longText = (key: string, heading: string, width: number): PlanColumn => ({
  key,
  heading,
  width,
  kind: 'long',
  note: '',
  choices: [],
  group: 'board',
})
const LONG_TEXT_COLUMNS = [
  longText('ref', 'Ref', 14),
  longText('sheet', 'Sheet', 18),
  longText('heading', 'Column', 26),
  { ...longText('part', 'Part', 8), kind: 'number' as const },
  longText('text', 'Text', 110),
]

/** Texts that no cell can hold, each in as many parts as it takes. */
export function longTextsSheet(plan: PlanExport, texts: readonly LongText[]): TableSheet {
  return { ...common(plan, 'Long texts', 'LongTexts', 'A4'), columns: LONG_TEXT_COLUMNS, rows: inParts(texts) }
}

function* inParts(texts: readonly LongText[]): Generator<Record<string, CellValue>> {
  for (const { ref, sheet, heading, text } of texts) {
    for (let from = 0, part = 1; from < text.length; part += 1) {
      const piece = cleanCut(text, from, CELL_LIMIT)
      yield { ref, sheet, heading, part, text: piece }
      from += piece.length
    }
  }
}

function common(
  plan: PlanExport,
  name: string,
  table: string,
  paper: Page['paper'],
): Omit<TableSheet, 'columns' | 'rows'> {
  return {
    name: tabName(name, plan),
    tableName: tableName(table, plan),
    tabColour: plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.quiet,
    banner: plan.rehearsal ? BANNER : null,
    spareRows: 0,
    page: pageOf(plan, name === 'Plan' ? 'Action plan' : name, paper, 'landscape'),
  }
}

/** Paper, and what its head and foot say. */
export function pageOf(plan: PlanExport, title: string, paper: Page['paper'], orientation: Page['orientation']): Page {
  const { name, venue, startsOn, endsOn } = plan.event
  return {
    paper,
    orientation,
    head: [name, title],
    foot: [
      [venue, dayRange(startsOn, endsOn)].filter((part) => part !== '').join(', '),
      `Exported ${minuteOf(plan.exported)}`,
    ],
    rehearsal: plan.rehearsal,
  }
}

const tableName = (name: string, plan: Pick<PlanExport, 'rehearsal'>) =>
  plan.rehearsal ? `Rehearsal${name.replace('Action', '')}` : name

/** In a rehearsal the only stage to choose is the rehearsal's. */
function asRehearsed(columns: readonly PlanColumn[], { rehearsal }: PlanExport): readonly PlanColumn[] {
  return rehearsal
    ? columns.map((column) => (column.key === 'stage' ? { ...column, choices: [REHEARSAL_STAGE] } : column))
    : columns
}

const MARK: PlanColumn = { ...longText('rehearsal', 'Rehearsal', 22), kind: 'text' }

/** Sheets without a stage get a last column that says the same, so that a row pasted elsewhere still tells. */
const withMark = (columns: readonly PlanColumn[], { rehearsal }: PlanExport): readonly PlanColumn[] =>
  rehearsal ? [...columns, MARK] : columns

function* marked(
  rows: Iterable<Record<string, CellValue>>,
  { rehearsal }: PlanExport,
): Generator<Record<string, CellValue>> {
  if (!rehearsal) yield* rows
  else for (const row of rows) yield { ...row, rehearsal: REHEARSAL_STAGE.value }
}
