/** Reads one row of a delegate list: a candidate, or everything that is wrong with it. */
import type { Columns } from './columns.ts'
import { addressIn } from './email-address.ts'
import type { ImportField } from './heading-rules.ts'
import type { Mapping } from './mapping.ts'
import { type Notices, type RowError, shortened } from './notices.ts'
import {
  A_FIRM,
  apartFromName,
  BESIDE,
  type BesideName,
  isFirm,
  namesInLines,
  nobodyIn,
  onLabel,
  SEVERAL,
} from './beside-name.ts'
import { arePronouns, awayIn, readNameCell } from './name-cell.ts'
import { createDetailReader } from './event-details.ts'
import type { EventNames } from './one-of.ts'
import { areTwoNames, calledName, joinName, nameInOrder } from './person-name.ts'
import { isPlaceholder } from './placeholders.ts'
import type { StatusReader } from './status-columns.ts'
import { isPlain, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { awayReason, STILL_EXPECTED } from './ticket.ts'
import type { Company } from './who-comes-along.ts'
import { insteadIn } from './who-instead.ts'
import { createWholeRowCheck } from './whole-row.ts'

/** Everything that is ever taken of a person; empty texts where the list says nothing. */
export type DelegateCandidate = {
  row: number
  name: string
  /** What the list calls somebody who asked to be called otherwise; else empty. */
  listName: string
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
  knownAs: 120,
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
const NAMES: ReadonlySet<ImportField> = new Set(['name', 'firstName', 'lastName'])
const isNeed = (field: ImportField) => field === 'accessNeeds' || field === 'dietaryNeeds'
const SHEET_ERROR = /^#(REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/
// What UTF-8 looks like once it has been taken for Windows-1252 and saved: “ChloÃ©” for “Chloé”.
const GARBLED = /Ã[\u0080-\u00bf\u0160-\u0178]|â€/

type Deps = {
  table: Table
  mapping: Mapping
  columns: Columns
  statuses: StatusReader
  company: Company
  notices: Notices
  event: EventNames
}

/** A function that reads rows of this table, one after another. It holds what is wrong with the row in hand. */
export function createRowReader({
  table,
  mapping,
  columns,
  statuses,
  company,
  notices,
  event,
}: Deps): (row: TableRow) => DelegateCandidate | RowError[] {
  const { sectorFor, tableFor, badgeFor, noteQuantity, noteFurther } = createDetailReader({
    table,
    columns,
    notices,
    event,
  })
  const severalAnswers = mapping.format === 'microsoft-forms'
  const wholeRowError = createWholeRowCheck({ table, columns, statuses, company, notices, event })
  const isForBadge = /\b(badge|label|lanyard|name ?tag)\b/i.test(headingOf('knownAs'))
  let wrong: RowError[] = []

  return (row) => {
    const whole = wholeRowError(row)
    if (whole !== null) return [whole]
    if (wrong.length > 0) wrong = []
    const candidate: DelegateCandidate = {
      row: row.number,
      name: '',
      listName: '',
      role: take(row, 'role'),
      organisation: take(row, 'organisation'),
      area: take(row, 'area'),
      sector: sectorFor(row, take(row, 'sector')),
      email: '',
      table: tableFor(row, take(row, 'table')),
      badge: badgeFor(row, take(row, 'badge')),
      accessNeeds: take(row, 'accessNeeds'),
      dietaryNeeds: take(row, 'dietaryNeeds'),
    }
    readName(row, candidate, readEmail(row, candidate))
    if (wrong.length > 0) return wrong
    noteQuantity(row)
    noteFurther(row)
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

  /** The tidy value of a field, empty where the cell only says that it is empty. An optional detail that cannot be read is left out and noted. */
  function take(row: TableRow, field: ImportField): string {
    const index = columns.columnOf[field]
    if (index === undefined) return ''
    const cell = row.cells[index]
    if (cell === undefined || cell === '') return ''
    const plain = isPlain(cell)
    const line = plain ? cell : tidy(cell)
    const value = severalAnswers && field !== 'email' && line.includes(';') ? answers(line) : line
    if (value === '' || isPlaceholder(field, value)) return ''
    const isName = NAMES.has(field)
    if (value.length > MOST[field]) {
      // Nobody is made of a name that is cut, and what else is asked of it would take long of tens of thousands of characters.
      if (isName) error(row, headingOf(field), value, tooLong(value, field), field)
      else if (!isNeed(field)) return leaveOut(row, field, value, `${tooLong(value, field)} It was left out.`)
      else note('too-long', row, field, value, `${tooLong(value, field)} Only its beginning was kept.`)
      return tidy(value.slice(0, MOST[field]))
    }
    if (value.startsWith('#') && SHEET_ERROR.test(value)) {
      const reason = 'The spreadsheet shows an error here. Mend its formula, or write the value instead.'
      if (!isName) return leaveOut(row, field, value, `${reason} It was left out.`)
      error(row, headingOf(field), value, reason, field)
    }
    if (!plain) noteDamage(row, field, value)
    return value
  }

  function note(kind: string, row: TableRow, field: ImportField, value: string, reason: string): void {
    notices.add(kind, row.number, headingOf(field), value, reason, field)
  }

  function leaveOut(row: TableRow, field: ImportField, value: string, reason: string): '' {
    note('left-out', row, field, value, reason)
    return ''
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

  /** Fills the name, and what else its cell says. `addressee`: as whom the address was written, for a row without a name. */
  function readName(row: TableRow, candidate: DelegateCandidate, addressee: string): void {
    const whole = namesInLines(row.cells[columns.columnOf.name ?? -1] ?? '') ?? take(row, 'name')
    const written = whole === '' ? joinName(take(row, 'firstName'), take(row, 'lastName')) : whole
    if (wrong.length > 0) return
    const asked = askedName(row)
    const beside = apartFromName(written === '' && asked === '' ? addressee : written)
    const said = readNameCell(beside.name, candidate)
    const name = nameInOrder(said.name)
    candidate.name = calledName(asked, {
      name,
      last: take(row, 'lastName'),
      isWhole: isForBadge && asked === take(row, 'knownAs'),
    })
    // A last name alone is no other name.
    const isSaid = name === '' || candidate.name === name || candidate.name.endsWith(` ${name}`)
    candidate.listName = isSaid ? '' : name
    candidate.organisation ||= said.organisation.slice(0, MOST.organisation).trim()
    candidate.role ||= said.role.slice(0, MOST.role).trim()
    candidate.email ||= said.email
    const column = columns.nameHeading
    if (said.away !== '') error(row, column, written, awayReason(awayIn(said.away), insteadIn(said.away)), 'name', name)
    if (said.unsure !== null)
      notices.add(`name-${said.unsure}`, row.number, column, written, STILL_EXPECTED[said.unsure], 'name')
    noteBeside(row, candidate, beside)
    const nobody = row.isWritten === true ? null : nobodyIn(written)
    if (nobody !== null) {
      const at = whole === '' && take(row, 'lastName') === '' ? headingOf('firstName') || column : column
      return error(row, at, written, nobody, 'name', cellOf(row, at))
    }
    const fault = faultOf(name === '' ? asked : name, candidate.email)
    if (fault !== null) error(row, column, name === '' ? cellOf(row, column) : name, fault, 'name')
    const several = said.several ?? (areTwoNames(said.name) ? 'named' : null)
    if (several !== null) notices.add(`several-${several}`, row.number, column, written, SEVERAL[several], 'name')
    else if (isFirm(name)) notices.add('perhaps-nobody', row.number, column, written, A_FIRM, 'name')
  }

  /** Nothing that is said beside a name is lost without a word: what they eat is kept, anything else is told. */
  function noteBeside(row: TableRow, candidate: DelegateCandidate, { eats, remark }: BesideName): void {
    if (eats !== '' && candidate.dietaryNeeds === '') candidate.dietaryNeeds = eats
    const isKept = eats !== '' && candidate.dietaryNeeds.toLowerCase().includes(eats.toLowerCase())
    const told = isKept ? remark : eats || remark
    if (told !== '') notices.add('beside-name', row.number, columns.nameHeading, told, BESIDE, 'name')
  }

  /** What they asked to be called; empty where that is no name. */
  function askedName(row: TableRow): string {
    const said = take(row, 'knownAs')
    if (arePronouns(said))
      return leaveOut(row, 'knownAs', said, 'These are pronouns and no name, so they were left out.')
    const asked = onLabel(said)
    if (asked === '' || (/\p{L}/u.test(asked) && !/[@=<>]/.test(asked))) return nameInOrder(asked)
    return leaveOut(row, 'knownAs', asked, 'This is no name that somebody could be called by, so it was left out.')
  }

  function cellOf(row: TableRow, column: string): string {
    return tidy(row.cells[table.headings.indexOf(column)] ?? '')
  }

  function faultOf(name: string, email = ''): string | null {
    if (name === '')
      return columns.nameHeading === ''
        ? 'No column is chosen for the name. Choose one, or one for the first and one for the last name.'
        : `There is no name here${email === '' ? '' : `, only the address “${email}”`}. Write the person’s name, or add them as a walk-in on the day.`
    if (name.length > MOST.name) return tooLong(name, 'name')
    if (name.includes('@'))
      return 'This is an e-mail address, not a name. Write the person’s name as others may see it.'
    if (!/[a-z]/i.test(name) && !/\p{L}/u.test(name))
      return 'There are no letters in this name. Write the person’s name.'
    return null
  }

  /** Fills the address. Answers with the name that is written beside it, as mail programs do. */
  function readEmail(row: TableRow, candidate: DelegateCandidate): string {
    const value = take(row, 'email')
    if (value === '') return ''
    const found = addressIn(value)
    if (found === null || found.email.length > MOST.email) {
      leaveOut(
        row,
        'email',
        value,
        'This is no e-mail address that Pledge Kiosk can keep, so it was left out. Write one like name@example.org, or leave the cell empty.',
      )
      return ''
    }
    candidate.email = found.email
    if (found.others > 0)
      note(
        'several-addresses',
        row,
        'email',
        value,
        `There are several addresses here; “${found.email}” was kept. Write another one instead if it is not theirs.`,
      )
    return found.name
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
