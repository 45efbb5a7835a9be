/** The rules of a sheet: what its columns let people type, and how cells colour by what they say. */
import type { PlanColumn } from '../../../../shared/domain/plan.ts'
import { columnLetters } from './cells.ts'
import type { OverlayName } from './styles.ts'
import { overlayIndex } from './styles.ts'
import { xmlText } from './xml.ts'

type Rows = { first: number; last: number }

/** Lists for choices, real dates for dates, numbers for numbers; `references` are the cells a column `ref` chooses from. */
export function validationsXml(columns: readonly PlanColumn[], rows: Rows, references: string | null): string {
  const rules = columns.flatMap((column, index) => {
    const cells = rangeOf(index, rows)
    if (column.key === 'ref')
      return references === null
        ? []
        : [listXml(cells, references, 'Choose an action ref from the list, as it stands on the plan.')]
    const answers = column.choices.map(({ value }) => value).filter((value) => value !== '')
    if (answers.length > 0) return [listXml(cells, `"${answers.join(',')}"`, `Choose one of: ${answers.join(', ')}.`)]
    if (column.kind === 'flag') return [listXml(cells, '"Yes,No"', 'Choose Yes or No.')]
    if (column.kind === 'date') return [limitXml(cells, 'date', '36526', 'Type a date, such as 31/03/2027.')]
    if (column.kind === 'number') return [limitXml(cells, 'decimal', '0', 'Type a number, without words.')]
    return []
  })
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

function listXml(cells: string, list: string, advice: string): string {
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${adviceXml(advice)} sqref="${cells}"><formula1>${xmlText(list)}</formula1></dataValidation>`
}

function limitXml(cells: string, type: 'date' | 'decimal', least: string, advice: string): string {
  return `<dataValidation type="${type}" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" ${adviceXml(advice)} sqref="${cells}"><formula1>${least}</formula1></dataValidation>`
}

const adviceXml = (advice: string) => `errorTitle="Not one of the answers" error="${xmlText(advice)}"`

const BRAG_LOOKS = [
  ['Blue', 'blue'],
  ['Red', 'red'],
  ['Amber', 'amber'],
  ['Green', 'green'],
] as const satisfies readonly (readonly [string, OverlayName])[]

/** BRAG cells in their colours, overdue dates in red, derived ones in italics. */
export function conditionsXml(columns: readonly PlanColumn[], rows: Rows): string {
  const at = (key: string) => columns.findIndex((column) => column.key === key)
  const cell = (key: string) => `$${columnLetters(at(key))}${rows.first}`
  let xml = ''
  let priority = 0
  const rule = (look: OverlayName, kind: string, formula: string) => {
    priority += 1
    return `<cfRule type="${kind}" dxfId="${overlayIndex(look)}" priority="${priority}"${kind === 'cellIs' ? ' operator="equal"' : ''}><formula>${xmlText(formula)}</formula></cfRule>`
  }
  if (at('brag') >= 0)
    xml += formattingXml(
      rangeOf(at('brag'), rows),
      BRAG_LOOKS.map(([answer, look]) => rule(look, 'cellIs', `"${answer}"`)),
    )
  if (at('dueDate') >= 0) {
    const live = `${cell('stage')}<>"Completed",${cell('stage')}<>"Cancelled"`
    xml += formattingXml(rangeOf(at('dueDate'), rows), [
      rule('overdue', 'expression', `AND(ISNUMBER(${cell('dueDate')}),${cell('dueDate')}<TODAY(),${live})`),
      rule('derived', 'expression', `${cell('dueDateDerived')}="Yes"`),
    ])
  }
  return xml
}

const formattingXml = (cells: string, rules: readonly string[]) =>
  `<conditionalFormatting sqref="${cells}">${rules.join('')}</conditionalFormatting>`

function rangeOf(index: number, { first, last }: Rows): string {
  const letters = columnLetters(index)
  return `${letters}${first}:${letters}${last}`
}
