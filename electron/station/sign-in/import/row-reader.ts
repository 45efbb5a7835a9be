/** Reads one row of a delegate list: a candidate, or everything that is wrong with it. */
import { isEmail, tidyEmail } from '../../../../shared/domain/text.ts'
import type { Columns } from './columns.ts'
import type { ImportField } from './heading-rules.ts'
import type { Mapping } from './mapping.ts'
import { type Notices, type RowError, shortened } from './notices.ts'
import { createMatcher, type EventNames } from './one-of.ts'
import { joinName, nameInOrder } from './person-name.ts'
import { isPlaceholder } from './placeholders.ts'
import type { StatusReader } from './status-columns.ts'
import { isPlain, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { createWholeRowCheck } from './whole-row.ts'

/** Everything that is ever taken of a person; empty texts where the list says nothing. */
export type DelegateCandidate = {
  row: number
  name: string
  role: string
  organisation: string
  area: string
  /** The id of one of the event's sectors, or empty. */
  sector: string
  email: string
  table: string
  badge: string
  accessNeeds: string
  dietaryNeeds: string
}

// The lengths of shared/domain/delegate.ts, which a test holds these to: running its schemas on each of 100,000 rows
// would take longer than everything else an import does.
const MOST: Record<ImportField, number> = {
  firstName: 120,
  lastName: 120,
  name: 120,
  role: 120,
  organisation: 160,
  area: 160,
  sector: 120,
  email: 254,
  table: 60,
  badge: 200,
  accessNeeds: 300,
  dietaryNeeds: 300,
}
const SHEET_ERROR = /^#(REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/
// What UTF-8 looks like once it has been taken for Windows-1252 and saved: “ChloÃ©” for “Chloé”.
const GARBLED = /Ã[\u0080-\u00bf\u0160-\u0178]|â€/

type Deps = {
  table: Table
  mapping: Mapping
  columns: Columns
  statuses: StatusReader
  notices: Notices
  event: EventNames
}

/** A function that reads rows of this table, one after another. It holds what is wrong with the row in hand. */
export function createRowReader({
  table,
  mapping,
  columns,
  statuses,
  notices,
  event,
}: Deps): (row: TableRow) => DelegateCandidate | RowError[] {
  const { sectors, tables = [] } = event
  const sectorOf = createMatcher(sectors.map(({ id, name, aliases = [] }) => ({ id, names: [name, ...aliases] })))
  const tableOf = createMatcher(tables.map((name) => ({ id: name, names: [name] })))
  const severalAnswers = mapping.format === 'microsoft-forms'
  const wholeRowError = createWholeRowCheck({ table, columns, statuses, notices, event })
  let wrong: RowError[] = []

  return (row) => {
    const whole = wholeRowError(row)
    if (whole !== null) return [whole]
    if (wrong.length > 0) wrong = []
    const candidate: DelegateCandidate = {
      row: row.number,
      name: nameOf(row),
      role: take(row, 'role'),
      organisation: take(row, 'organisation'),
      area: take(row, 'area'),
      sector: sectorFor(row, take(row, 'sector')),
      email: emailOf(row, take(row, 'email')),
      table: tableFor(row, take(row, 'table')),
      badge: badgeFor(row, take(row, 'badge')),
      accessNeeds: take(row, 'accessNeeds'),
      dietaryNeeds: take(row, 'dietaryNeeds'),
    }
    if (wrong.length > 0) return wrong
    noteQuantity(row)
    return candidate
  }

  function headingOf(field: ImportField): string {
    const index = columns.columnOf[field]
    return index === undefined ? '' : (table.headings[index] ?? '')
  }

  function error(
    row: TableRow,
    column: string,
    value: string,
    reason: string,
    field: ImportField,
    instead?: string,
  ): void {
    const told = { row: row.number, column, value: shortened(value), reason, field }
    wrong.push(instead === undefined ? told : { ...told, instead })
  }

  /** The tidy value of a field, empty where the cell only says that it is empty. */
  function take(row: TableRow, field: ImportField): string {
    const index = columns.columnOf[field]
    if (index === undefined) return ''
    const cell = row.cells[index]
    if (cell === undefined || cell === '') return ''
    const plain = isPlain(cell)
    const line = plain ? cell : tidy(cell)
    const value = severalAnswers && field !== 'email' && line.includes(';') ? answers(line) : line
    if (value === '' || isPlaceholder(field, value)) return ''
    if (value.length > MOST[field]) {
      error(row, headingOf(field), value, tooLong(value, field), field)
      // Nobody is made of this row, and what else is asked of the value would take long of tens of thousands of characters.
      return value.slice(0, MOST[field])
    }
    if (value.startsWith('#') && SHEET_ERROR.test(value))
      error(
        row,
        headingOf(field),
        value,
        'The spreadsheet shows an error here. Mend its formula, or write the value instead.',
        field,
      )
    if (!plain) noteDamage(row, field, value)
    return value
  }

  function noteDamage({ number }: TableRow, field: ImportField, value: string): void {
    if (value.includes('\u{fffd}'))
      notices.add(
        'unreadable',
        number,
        headingOf(field),
        value,
        'Some characters could not be read. Try another encoding, or correct them in the file.',
        field,
      )
    else if (GARBLED.test(value))
      notices.add(
        'garbled',
        number,
        headingOf(field),
        value,
        'These look like accented letters that another program has garbled. Try another encoding, or correct them in the file.',
        field,
      )
  }

  function nameOf(row: TableRow): string {
    const whole = nameInOrder(take(row, 'name'))
    const name = whole === '' ? joinName(take(row, 'firstName'), take(row, 'lastName')) : whole
    if (wrong.length > 0) return name
    const column = columns.nameHeading
    if (name === '' && column === '')
      error(
        row,
        '',
        '',
        'No column is chosen for the name. Choose one, or one for the first and one for the last name.',
        'name',
      )
    else if (name === '')
      error(
        row,
        column,
        tidy(row.cells[table.headings.indexOf(column)] ?? ''),
        'There is no name here. Write the person’s name, or add them as a walk-in on the day.',
        'name',
      )
    else if (name.length > MOST.name) error(row, column, name, tooLong(name, 'name'), 'name')
    else if (name.includes('@'))
      error(
        row,
        column,
        name,
        'This is an e-mail address, not a name. Write the person’s name as others may see it.',
        'name',
      )
    else if (!/[a-z]/i.test(name) && !/\p{L}/u.test(name))
      error(row, column, name, 'There are no letters in this name. Write the person’s name.', 'name')
    return name
  }

  function emailOf(row: TableRow, value: string): string {
    if (value === '' || wrong.some(({ column }) => column === headingOf('email'))) return value
    const email = tidyEmail(value)
    if (!isEmail(email))
      error(
        row,
        headingOf('email'),
        value,
        'This is not an e-mail address. Write one like name@example.org, or leave the cell empty.',
        'email',
        '',
      )
    return email
  }

  function sectorFor(row: TableRow, value: string): string {
    if (value === '') return ''
    const match = sectorOf(value)
    if (match === null) {
      notices.add(
        'unknown-sector',
        row.number,
        headingOf('sector'),
        value,
        'This is not one of the event’s sectors, so the sector was left empty. Correct it in the file, or choose the sector after the import.',
        'sector',
      )
      return ''
    }
    if (!match.sure)
      notices.add(
        'likely-sector',
        row.number,
        headingOf('sector'),
        value,
        `This was taken as “${sectors.find(({ id }) => id === match.id)?.name ?? match.id}”.`,
        'sector',
      )
    return match.id
  }

  function tableFor(row: TableRow, value: string): string {
    if (value === '' || tables.length === 0) return value
    const match = tableOf(value)
    if (match === null)
      notices.add(
        'unknown-table',
        row.number,
        headingOf('table'),
        value,
        'This is not one of the event’s tables; it was kept as it is written.',
        'table',
      )
    return match === null ? value : match.id
  }

  function badgeFor(row: TableRow, value: string): string {
    if (!/^\d(\.\d+)?E\+\d+$/i.test(value)) return value
    notices.add(
      'lost-badge',
      row.number,
      headingOf('badge'),
      value,
      'Excel has cut this ticket code short, so it was left empty: scanning the ticket will not find the person, their name will. Import the file as it was downloaded, without saving it in Excel.',
    )
    return ''
  }

  function noteQuantity(row: TableRow): void {
    if (columns.quantity === -1) return
    const value = row.cells[columns.quantity] ?? ''
    if (value === '1' || !/^\s*\d{1,4}(\.0+)?\s*$/.test(value) || Number(value) <= 1) return
    notices.add(
      'several',
      row.number,
      table.headings[columns.quantity] ?? '',
      value.trim(),
      'This row stands for more people than the one it names. Add the others to the list, or as walk-ins on the day.',
    )
  }
}

/** Forms joins several answers with semicolons and ends with one. */
const answers = (line: string) =>
  line
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ')

const tooLong = (value: string, field: ImportField) =>
  `This is ${value.length} characters long; the most is ${MOST[field]}. Shorten it.`
