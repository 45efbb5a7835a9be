/** How cells of the plan look by what they say: BRAG in its colours, overdue days with the word, others’ days in italics, a line where another priority begins. */
import {
  columnLetters,
  conditionXml,
  formattingXml,
  rangeOf,
  type RowRange,
  type SheetColumn,
} from '../../../files/ooxml/index.ts'

const BRAG_LOOKS = [
  ['Blue', 'blue'],
  ['Red', 'red'],
  ['Amber', 'amber'],
  ['Green', 'green'],
] as const

export function conditionsXml(columns: readonly SheetColumn[], rows: RowRange): string {
  const at = (key: string) => columns.findIndex((column) => column.key === key)
  const cell = (key: string) => `$${columnLetters(at(key))}${rows.first}`
  let xml = ''
  let priority = 0
  const next = () => (priority += 1)
  if (at('brag') >= 0)
    xml += formattingXml(
      rangeOf(at('brag'), rows),
      BRAG_LOOKS.map(([answer, look]) => conditionXml(look, 'cellIs', `"${answer}"`, next())),
    )
  if (at('priority') >= 0) {
    const [first, last] = [columnLetters(0), columnLetters(columns.findIndex(({ printed }) => !printed) - 1)]
    const above = `$${columnLetters(at('priority'))}${rows.first - 1}`
    xml += formattingXml(`${first}${rows.first}:${last}${rows.last}`, [
      conditionXml('next-group', 'expression', `${cell('priority')}<>${above}`, next()),
    ])
  }
  if (at('dueDate') >= 0) {
    const live = `${cell('stage')}<>"Completed",${cell('stage')}<>"Cancelled"`
    const overdue = `AND(ISNUMBER(${cell('dueDate')}),${cell('dueDate')}<TODAY(),${live})`
    xml += formattingXml(rangeOf(at('dueDate'), rows), [
      conditionXml('overdue', 'expression', overdue, next()),
      conditionXml('offered', 'expression', `${cell('dueDateOffered')}="Yes"`, next()),
      conditionXml('derived', 'expression', `${cell('dueDateDerived')}="Yes"`, next()),
    ])
  }
  return xml
}
