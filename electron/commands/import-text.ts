/** What the terminal says of an import: what came of the rows, how the list was read, and by which option each could be otherwise. Pure. */
import type { ImportCounts, ImportPreview } from '../../shared/contract/import.ts'
import { ENCODINGS } from '../../shared/domain/import-decisions.ts'

type Told = { row: number; column: string; value: string; reason: string; mark?: string }
export type Imported = {
  name: string
  isDry: boolean
  counts: ImportCounts
  errors: readonly Told[]
  notices: readonly Told[]
  list: Pick<
    ImportPreview,
    'format' | 'encoding' | 'encodingGuessed' | 'sheets' | 'sheet' | 'top' | 'leftBehind' | 'mapping' | 'sample'
  >
}

export function importText({ isDry, counts, errors, notices, list }: Imported): string {
  const { rows, added, updated, unchanged, repeated, duplicates, faulty, leftOut } = counts
  const used = Object.entries(list.mapping).flatMap(([field, heading]) =>
    heading === null || heading === undefined ? [] : [`${field} from “${heading}”`],
  )
  return [
    `${rows} rows read: ${added} added, ${updated} updated, ${unchanged} unchanged, ${repeated} repeated, ${duplicates} possible duplicates, ${faulty} faulty, ${leftOut} left out.${isDry ? ' Nothing was changed (dry run).' : ''}`,
    `  Columns (--column FIELD=HEADING): ${used.length === 0 ? 'none was known' : used.join(', ')}.`,
    ...(list.leftBehind.length === 0 ? [] : [`  Not read, and not kept: ${quoted(list.leftBehind)}.`]),
    ...(list.sample.length === 0
      ? []
      : [
          `  The first of them: ${list.sample.map(({ name = '', organisation = '' }) => (organisation === '' ? name : `${name} (${organisation})`)).join('; ')}.`,
        ]),
    ...howRead(list),
    ...together(errors).map(errorText),
    ...notices.map(noticeText),
    ...(errors.length > 0 && leftOut === 0
      ? ['  Rows can be left out with --leave-out, such as --leave-out 3,7-9.']
      : []),
    ...(errors.some(({ reason }) => reason.includes('“This is a person”'))
      ? ['  “This is a person” is said with --people, such as --people 4,7.']
      : []),
    ...(errors.some(({ reason }) => reason.startsWith('No column is chosen for the name.'))
      ? ['  A column is chosen with --column, such as --column name="Contact".']
      : []),
  ].join('\n')
}

/** Rows next to each other with the very same fault, of no cell, are told once. */
function together(errors: readonly Told[]): (Told & { last: number })[] {
  const told: (Told & { last: number })[] = []
  for (const error of errors) {
    const before = told.at(-1)
    if (before?.column === '' && error.column === '' && before.value === error.value && before.reason === error.reason)
      before.last = error.row
    else told.push({ ...error, last: error.row })
  }
  return told
}

const errorText = ({ row, last, column, value, reason }: Told & { last: number }): string =>
  `  ${last === row ? `Row ${row}` : `Rows ${row} to ${last}`}${column === '' ? '' : `, ${column}`}: “${value}”. ${reason}`

/** What somebody who sees the list would see at once, and may want otherwise. */
function howRead({ encoding, encodingGuessed, sheets, sheet, top }: Imported['list']): string[] {
  const others = sheets.filter(({ name, people }) => name !== sheet && people > 0)
  return [
    ...(sheets.length < 2 ? [] : [`  Sheet “${sheet ?? ''}” of ${quoted(sheets.map(({ name }) => name))}.`]),
    ...(others.length === 0
      ? []
      : [
          `  Note: ${others.length === 1 ? 'one more sheet holds' : `${others.length} more sheets hold`} people: ${others.map(({ name, people }) => `“${name}” with ${people}`).join(', ')}. Import each of them, too, with --sheet NAME.`,
        ]),
    ...(encodingGuessed
      ? [
          `  Note: nothing in the file says how its letters are written; “${encoding}” is a guess. If names look wrong, try --encoding with one of: ${ENCODINGS.filter((one) => one !== encoding).join(', ')}.`,
        ]
      : []),
    ...(top === 'people'
      ? ['  Note: the first row was taken for somebody. If it is headings, say --first-row headings.']
      : []),
  ]
}

function noticeText({ row, column, value, reason, mark }: Told): string {
  const where = [row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ')
  const choice = mark === undefined ? '' : ` To leave them out: --leave-out ${mark}.`
  return `  Note${where === '' ? '' : `, ${where}`}${value === '' ? '' : `: “${value}”`}: ${reason}${choice}`
}

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')
