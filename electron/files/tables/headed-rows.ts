/** Gives the headings of a sheet of text each its own name, and drops nothing but blank rows. */
import { guessTop } from './guess-top.ts'
import { findHeadingRows, type HeadingRows } from './heading-rows.ts'
import {
  columnLetters,
  LIMITS,
  type Reading,
  type Table,
  tableError,
  type TableError,
  type TableNotice,
  type TableRow,
} from './table.ts'
import { tidy } from './tidy.ts'

export type HeadedRows = Pick<Table, 'top' | 'headingRow' | 'headings' | 'rows' | 'notices'>

const HEADINGS_TODO =
  'Add a first row with a heading for each column, such as Name, Organisation and Email, and import the file again.'

const isBlank = (row: TableRow) => row.cells.every((cell) => cell === '' || tidy(cell) === '')

/** Turns raw rows into headings and rows, or says why it cannot. `rows` come in the file's order and may include blank ones. */
export function headedRows(
  name: string,
  raw: TableRow[],
  { top: asked, vocabulary }: Pick<Reading, 'top' | 'vocabulary'>,
): HeadedRows | TableError {
  const rows = raw.filter((row) => !isBlank(row))
  const found = findHeadingRows(
    vocabulary,
    rows.slice(0, 50).map((row) => row.cells),
  )
  const top = found === null ? undefined : rows[found.to]
  if (found === null || top === undefined)
    return tableError('empty', `“${name}” has nothing in it.`, 'Export the list again, or choose another file.')
  const below = () => rows.slice(found.to + 1, found.to + 31).map((row) => row.cells)
  if (asked === 'people' || (asked === 'guess' && guessTop(vocabulary, found.cells, below()) === 'people')) {
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
  const body = rows.slice(found.to + 1)
  if (body.length === 0)
    return tableError(
      'no-rows',
      `“${name}” has headings in row ${top.number} but no people below them.`,
      'Check that the right file was exported, and that no filter hides everyone.',
    )
  const width = widthOf(found.cells, body)
  const refused = tooMany(name, body, width)
  if (refused !== null) return refused
  const headings = nameColumns(found.cells, width)
  return { top: 'headings', headingRow: top.number, headings, rows: body, notices: noticesOf(rows, found) }
}

/** What stands above the headings, and that they stand on more than one row. */
function noticesOf(rows: TableRow[], { from, to }: HeadingRows): TableNotice[] {
  const [above, first, last] = [rows[0], rows[from], rows[to]]
  if (above === undefined || first === undefined || last === undefined) return []
  const said = ({ cells }: TableRow) => shorten(cells.filter((cell) => cell !== '').join(' '))
  const title: TableNotice = {
    row: above.number,
    column: '',
    value: said(above),
    rows: from,
    reason: `The headings are in row ${first.number}; what stands above them was not read.`,
  }
  const levels: TableNotice = {
    row: first.number,
    column: '',
    value: said(first),
    rows: to - from + 1,
    reason: `The headings stand on rows ${first.number} to ${last.number}: each column was called by the lowest that says something of it.`,
  }
  return [...(from > 0 ? [title] : []), ...(to > from ? [levels] : [])]
}

function tooMany(name: string, rows: TableRow[], width: number): TableError | null {
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

/** How many columns there are: an empty heading over an empty column at the right edge is no column at all. */
function widthOf(cells: string[], body: TableRow[]): number {
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
