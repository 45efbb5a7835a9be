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
  let priority = 0
  const rule = (look: Parameters<typeof conditionXml>[0], kind: 'cellIs' | 'expression', formula: string) =>
    conditionXml(look, kind, formula, (priority += 1))
  const brag = BRAG_LOOKS.map(([answer, look]) => rule(look, 'cellIs', `"${answer}"`))
  if (at('priority') < 0) return at('brag') < 0 ? '' : formattingXml(rangeOf(at('brag'), rows), brag)

  const live = `${cell('stage')}<>"Completed",${cell('stage')}<>"Cancelled"`
  const due = [
    rule('overdue', 'expression', `AND(ISNUMBER(${cell('dueDate')}),${cell('dueDate')}<TODAY(),${live})`),
    rule('offered', 'expression', `${cell('dueDateOffered')}="Yes"`),
    rule('derived', 'expression', `${cell('dueDateDerived')}="Yes"`),
  ]
  // Some programs give a cell the first look that fits and no other, so this one comes last, and a cell stands in one range.
  const above = `$${columnLetters(at('priority'))}${rows.first - 1}`
  const line = () => rule('next-group', 'expression', `${cell('priority')}<>${above}`)
  const others = columns.flatMap(({ key, printed }, index) =>
    printed && key !== 'brag' && key !== 'dueDate' ? [rangeOf(index, rows)] : [],
  )
  return (
    formattingXml(rangeOf(at('brag'), rows), [...brag, line()]) +
    formattingXml(rangeOf(at('dueDate'), rows), [...due, line()]) +
    formattingXml(others.join(' '), [line()])
  )
}
