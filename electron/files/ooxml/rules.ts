/** The rules of a sheet: what its columns let people type, and how cells colour by what they say. */
import type { SheetColumn } from './columns.ts'
import { columnLetters } from './cells.ts'
import { overlayIndex, type OverlayName } from './styles.ts'
import { xmlText } from './xml.ts'

export type RowRange = { first: number; last: number }

type References = { column: string; cells: () => string; advice: string } | null

/** Lists for choices, real dates for dates, numbers for numbers; `references` are the cells that one column chooses from. */
export function validationsXml(columns: readonly SheetColumn[], rows: RowRange, references: References): string {
  const rules = columns.flatMap((column, index) => {
    const cells = rangeOf(index, rows)
    if (references !== null && column.key === references.column)
      return [listXml(cells, references.cells(), references.advice)]
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

/** One rule that gives cells a look. The first that holds wins, by `priority`. */
export function conditionXml(
  look: OverlayName,
  kind: 'cellIs' | 'expression',
  formula: string,
  priority: number,
): string {
  return `<cfRule type="${kind}" dxfId="${overlayIndex(look)}" priority="${priority}"${kind === 'cellIs' ? ' operator="equal"' : ''}><formula>${xmlText(formula)}</formula></cfRule>`
}

export const formattingXml = (cells: string, rules: readonly string[]): string =>
  `<conditionalFormatting sqref="${cells}">${rules.join('')}</conditionalFormatting>`

/** The cells of a column: `C2:C60`. */
export function rangeOf(index: number, { first, last }: RowRange): string {
  const letters = columnLetters(index)
  return `${letters}${first}:${letters}${last}`
}
