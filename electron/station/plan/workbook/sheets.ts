/** The sheets of the plan's workbook that hold tables, in the order of their tabs. */
import type { PlanColumn, PlanRow } from '../../../../shared/domain/plan.ts'
import {
  PLAN_COLUMNS,
  PLAN_IDEA_COLUMNS,
  PLAN_UPDATE_COLUMNS,
  PLAN_WITHDRAWN_COLUMNS,
  REHEARSAL_STAGE,
} from '../../../../shared/domain/plan.ts'
import {
  type CellValue,
  headingRow,
  lastRow,
  LONG_TEXT_COLUMNS,
  type LongText,
  longTextRows,
  pageOf,
  type SheetColumn,
  type SheetReport,
  TAB_COLOURS,
  type TableSheet,
  tabName,
  type WorkbookDocument,
} from '../../../files/ooxml/index.ts'
import type { PlanExport } from '../plan-export.ts'
import { conditionsXml } from './conditions.ts'

export const BANNER = 'REHEARSAL – practice entries only. Nothing in this workbook is a live promise.'

export const documentOf = ({ event, rehearsal, exported }: PlanExport): WorkbookDocument => ({
  title: 'Action plan',
  keywords: 'action plan, pledges, corporate parenting',
  event,
  rehearsal,
  exported,
})

/** The name of the plan's table, by which other workbooks and queries find it; another one in a rehearsal. */
export const planTableName = (plan: Pick<PlanExport, 'rehearsal'>): string => tableName('ActionPlan', plan)

/** The columns of the plan as its sheet has them. */
export const planColumns = (plan: PlanExport): readonly PlanColumn[] => asRehearsed(PLAN_COLUMNS, plan)

/** `rows`: those of the plan, as they are written. */
export function planSheet(plan: PlanExport, rows: Iterable<PlanRow>): TableSheet {
  return {
    ...common(plan, 'Plan', 'ActionPlan'),
    tabColour: plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.live,
    columns: planColumns(plan),
    rows,
  }
}

export function ideasSheet(plan: PlanExport): TableSheet {
  return {
    ...common(plan, 'Ideas', 'Ideas'),
    columns: withMark(PLAN_IDEA_COLUMNS, plan),
    rows: marked(plan.ideas, plan),
  }
}

/** The empty table of updates; its refs are chosen from the plan's. `planReport` is read once the plan is written. */
export function updatesSheet(plan: PlanExport, planned: TableSheet, planReport: SheetReport): TableSheet {
  return {
    ...common(plan, 'Updates', 'Updates'),
    columns: asRehearsed(PLAN_UPDATE_COLUMNS, plan),
    rows: [],
    spareRows: 1_000,
    references: {
      column: 'ref',
      cells: () => `'${planned.name}'!$A$${headingRow(planned) + 1}:$A$${lastRow(planned, planReport)}`,
      advice: 'Choose an action ref from the list, as it stands on the plan.',
    },
  }
}

export function withdrawnSheet(plan: PlanExport): TableSheet {
  return {
    ...common(plan, 'Withdrawn', 'Withdrawn'),
    columns: withMark(PLAN_WITHDRAWN_COLUMNS, plan),
    rows: marked(plan.withdrawn, plan),
  }
}

export function longTextsSheet(plan: PlanExport, texts: readonly LongText[]): TableSheet {
  return {
    ...common(plan, 'Long texts', 'LongTexts'),
    columns: LONG_TEXT_COLUMNS,
    rows: longTextRows(texts),
  }
}

function common(plan: PlanExport, name: string, table: string): Omit<TableSheet, 'columns' | 'rows'> {
  return {
    name: tabName(name, plan),
    tableName: tableName(table, plan),
    tabColour: plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.quiet,
    banner: plan.rehearsal ? BANNER : null,
    spareRows: 0,
    conditions: conditionsXml,
    page: pageOf(plan, name === 'Plan' ? 'Action plan' : name, 'A4', 'landscape'),
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

const MARK: SheetColumn = {
  key: 'rehearsal',
  heading: 'Rehearsal',
  width: 22,
  kind: 'text',
  choices: [],
  group: 'board',
  // On paper the head of every page says it.
  printed: false,
}

/** Sheets without a stage get a last column that says the same, so that a row pasted elsewhere still tells. */
const withMark = (columns: readonly SheetColumn[], { rehearsal }: PlanExport): readonly SheetColumn[] =>
  rehearsal ? [...columns, MARK] : columns

function* marked(
  rows: Iterable<Record<string, CellValue>>,
  { rehearsal }: PlanExport,
): Generator<Record<string, CellValue>> {
  if (!rehearsal) yield* rows
  else for (const row of rows) yield { ...row, rehearsal: REHEARSAL_STAGE.value }
}
