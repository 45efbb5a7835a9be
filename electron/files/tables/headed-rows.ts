/** Finds the headings of a sheet of text, gives each its own name, and drops nothing but blank rows. */
import { guessTop } from './guess-top.ts'
import { knownHeadings } from './headings.ts'
import {
  columnLetters,
  LIMITS,
  type Reading,
  type Table,
  tableError,
  type TableError,
  type TableNotice,
} from './table.ts'
import { tidy } from './tidy.ts'
import type { Vocabulary } from './vocabulary.ts'

export type RawRow = { number: number; cells: string[]; torn?: true }
type HeadedRows = Pick<Table, 'top' | 'headingRow' | 'headings' | 'rows' | 'notices'>

const HEADINGS_TODO =
  'Add a first row with a heading for each column, such as Name, Organisation and Email, and import the file again.'

const isBlank = (row: RawRow) => row.cells.every((cell) => cell === '' || tidy(cell) === '')

/** Turns raw rows into headings and rows, or says why it cannot. `rows` come in the file's order and may include blank ones. */
export function headedRows(
  name: string,
  raw: RawRow[],
  { top: asked, vocabulary }: Pick<Reading, 'top' | 'vocabulary'>,
): HeadedRows | TableError {
  const rows = raw.filter((row) => !isBlank(row))
  const index = findHeadings(rows, vocabulary)
  const top = rows[index]
  if (top === undefined)
    return tableError('empty', `“${name}” has nothing in it.`, 'Export the list again, or choose another file.')
  const below = () => rows.slice(index + 1, index + 31).map((row) => row.cells)
  if (asked === 'people' || (asked === 'guess' && guessTop(vocabulary, top.cells, below()) === 'people')) {
    const widest = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
    const width = widthOf(
      Array.from({ length: widest }, () => ''),
      rows,
    )
    return (
      tooMany(name, rows, width) ?? {
        top: 'people',
        headingRow: 0,
        headings: nameColumns([], width),
        rows,
        notices: [],
      }
    )
  }
  if (top.cells.some((cell) => /^\S+@\S+\.\S+$/.test(cell.trim().slice(0, LIMITS.email)))) {
    return tableError(
      'no-headings',
      `Row ${top.number} of “${name}” holds a person’s details where headings should be.`,
      HEADINGS_TODO,
    )
  }
  if (top.cells.every((cell) => !/\p{L}/u.test(cell))) {
    return tableError(
      'no-headings',
      `Row ${top.number} of “${name}” has no words in it, so the columns have no headings.`,
      HEADINGS_TODO,
    )
  }
  const body = rows.slice(index + 1)
  if (body.length === 0)
    return tableError(
      'no-rows',
      `“${name}” has headings in row ${top.number} but no people below them.`,
      'Check that the right file was exported, and that no filter hides everyone.',
    )
  const width = widthOf(top.cells, body)
  const refused = tooMany(name, body, width)
  if (refused !== null) return refused
  const headings = nameColumns(top.cells, width)
  const notices: TableNotice[] = []
  const above = rows[0]
  if (index > 0 && above !== undefined) {
    notices.push({
      row: above.number,
      column: '',
      value: shorten(above.cells.filter((cell) => cell !== '').join(' ')),
      rows: index,
      reason: `The headings are in row ${top.number}; what stands above them was not read.`,
    })
  }
  return { top: 'headings', headingRow: top.number, headings, rows: body, notices }
}

function tooMany(name: string, rows: RawRow[], width: number): TableError | null {
  if (rows.length > LIMITS.rows)
    return tableError(
      'too-many-rows',
      `“${name}” has more than ${LIMITS.rows.toLocaleString('en-GB')} rows.`,
      'Delete the rows that are not delegates, or split the list into several files.',
    )
  return width > LIMITS.columns
    ? tableError(
        'too-many-columns',
        `“${name}” has more than ${LIMITS.columns} columns.`,
        'Delete the columns that are not about delegates, and import the file again.',
      )
    : null
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

/**
 * The first row that is not blank, unless it is a title: lists made by hand often carry the event's name above the
 * headings. A later row is taken only where it says clearly more about people than the first one.
 */
function findHeadings(rows: RawRow[], vocabulary: Vocabulary): number {
  const first = rows[0]
  if (
    first === undefined ||
    knownHeadings(vocabulary, first.cells) > 0 ||
    first.cells.filter((cell) => cell.trim() !== '').length > 2
  )
    return 0
  const later = rows.slice(0, 10).findIndex((row) => knownHeadings(vocabulary, row.cells) >= 2)
  return later === -1 ? 0 : later
}

/** How many columns there are: an empty heading over an empty column at the right edge is no column at all. */
function widthOf(cells: string[], body: RawRow[]): number {
  let width = cells.length
  while (width > 0 && tidy(cells[width - 1] ?? '') === '') width--
  // From the right, so that no cell of a row is looked at that another row has shown to be of a column.
  for (const { cells: row } of body)
    for (let index = Math.min(row.length, cells.length); index > width; index--)
      if (tidy(row[index - 1] ?? '') !== '') width = index
  return width
}

/** The first `width` headings, each with a name of its own. Few enough that looking for a free name costs nothing. */
function nameColumns(cells: string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const wanted = tidy((cells[index] ?? '').slice(0, LIMITS.heading)) || `Column ${columnLetters(index)}`
    let heading = wanted
    for (let copy = 2; taken.has(heading); copy++) heading = `${wanted} (${copy})`
    taken.add(heading)
    return heading
  })
}
