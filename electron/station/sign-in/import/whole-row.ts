/** Tells the rows that are no delegate at all, whatever stands in their cells. */
import type { Columns } from './columns.ts'
import { DELEGATE_LIST } from './headings.ts'
import { createNoPersonCheck } from './no-person.ts'
import { type Notices, type RowError, shortened } from './notices.ts'
import type { EventNames } from './one-of.ts'
import type { StatusReader } from './status-columns.ts'
import { readNameCell } from './name-cell.ts'
import { rowsBelow, type Section, sectionMeaning } from './sections.ts'
import { looksLikeName, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { awayReason, insteadReason, sectionReason, STILL_EXPECTED } from './ticket.ts'
import type { Company } from './who-comes-along.ts'

type Deps = {
  table: Table
  columns: Columns
  statuses: StatusReader
  company: Company
  notices: Notices
  event: EventNames
}

/** Rows that are told one by one. */
const MOST_NAMED = 100
const SECTION =
  'This row is the heading of a section and is nobody, so it was not used. What it says is told of everybody below it.'

/** “Sol Zeal - sends apologies”, alone in a row: a person, and no heading of those below. */
function isSomebodyAway(value: string): boolean {
  const { name, away } = readNameCell(value, { organisation: '', role: '' })
  // “Cancelled Since Monday” is a heading.
  if (away === '' || !/\p{Ll}/u.test(name) || value === `${away} ${name}`) return false
  return looksLikeName(DELEGATE_LIST, name)
}

/** A function that says why a whole row cannot be read: torn, out of step, headings again, nobody at all, or a ticket nobody comes on. */
export function createWholeRowCheck({
  table,
  columns,
  statuses,
  company,
  notices,
  event,
}: Deps): (row: TableRow) => RowError | null {
  const firstMapped = columns.list[0] ?? -1
  const noPersonIn = createNoPersonCheck(table, columns, event)
  /** The heading under which the rows in hand stand. */
  let section: Section | null = null
  let isRightBelow = false

  let named = 0
  /** Says it of this row alone where somebody may be missed, and not more often than anybody reads; else with others that say the same. */
  function noteRow(kind: string, isAlone: boolean, row: number, ...told: [string, string, string, 'status'?]): void {
    if (isAlone) named += 1
    notices.add(isAlone && named <= MOST_NAMED ? `${kind}-${row}` : kind, row, ...told)
  }

  /** A row of nobody may be the heading of a section: true where it says of those below it whether they come. */
  function beginSection(row: TableRow, heading: string, isSure: boolean): boolean {
    const meaning = sectionMeaning(heading)
    if (meaning === null && !isSure) return false
    const rows =
      meaning === 'unsure'
        ? rowsBelow(table, row.number, (below) => {
            const nobody = noPersonIn(below)
            return nobody !== null && (nobody.sure || sectionMeaning(nobody.value) !== null)
          })
        : ''
    section = meaning === null ? null : { words: heading, row: row.number, meaning, rows }
    return meaning !== null
  }

  /** What the heading above says of this person; null where they are expected. */
  function awayBySection(row: TableRow, above: Section): RowError | null {
    const { words, row: at, meaning, rows } = above
    const name = columns.nameHeading
    const [status = -1] = statuses.list
    const index = status === -1 ? table.headings.indexOf(name) : status
    const column = table.headings[index] ?? ''
    const value = tidy(row.cells[index] ?? '')
    // Whoever wrote into this row has looked at it.
    if (row.isWritten === true) return null
    if (meaning !== 'unsure' && !statuses.comes(row))
      return {
        row: row.number,
        column,
        value: shortened(value),
        reason: sectionReason(
          { words: shortened(words), row: at, meaning },
          status === -1 ? '' : column,
          company.insteadOf(row, ''),
        ),
        field: 'status',
        instead: status === -1 ? value : 'Attending',
      }
    notices.add(
      'section',
      row.number,
      name,
      words,
      meaning === 'unsure'
        ? `${/^\d+$/.test(rows) ? `Row ${rows} stands` : `Rows ${rows} stand`} under the heading of row ${at}, which does not say that they are coming; they are expected. If they are not coming, leave their rows out.`
        : `People who stand under this heading in row ${at} are said to be coming all the same; they are expected. If they are not, leave their rows out.`,
    )
    return null
  }

  return (row) => {
    const { number, cells, torn } = row
    if (torn === true)
      return {
        row: number,
        column: '',
        value: shortened(cells.join(' ')),
        reason: `The quotation marks in this row do not pair up, so it ${swallowed(cells)}. Mend them, or save the list as an Excel workbook.`,
        torn: true,
      }
    if (cells.length > table.headings.length) {
      const extra = cells
        .slice(table.headings.length)
        .map(tidy)
        .find((cell) => cell !== '')
      if (extra !== undefined)
        return {
          row: number,
          column: '',
          value: shortened(extra),
          reason: `This row has more cells than there are headings, so they may stand in the wrong columns. Put any text with “${table.delimiter}” in it between quotation marks.`,
          torn: true,
        }
    }
    if (
      columns.list.length > 1 &&
      cells[firstMapped] === table.headings[firstMapped] &&
      columns.list.every((index) => tidy(cells[index] ?? '') === table.headings[index])
    ) {
      // A table begins again here, unless its title stands right above.
      if (!isRightBelow) section = null
      return {
        row: number,
        column: '',
        value: shortened(cells.join(' ')),
        reason: 'This row repeats the headings. Delete it if the list was put together from several.',
      }
    }
    const nobody = noPersonIn(row)
    if (nobody !== null && !isSomebodyAway(nobody.value)) {
      const { sure, column, field, value, reason } = nobody
      const begins = beginSection(row, value, sure)
      isRightBelow = true
      if (sure || begins)
        return {
          row: number,
          column,
          value: shortened(value),
          reason: begins ? SECTION : reason,
          field,
          instead: value,
        }
      notices.add('perhaps-nobody', number, column, value, reason)
    }
    isRightBelow = false
    const status = statuses.of(row)
    if (status !== null && status.away !== null) {
      const { heading: column, value, away } = status
      const reason = awayReason(away, company.insteadOf(row, value))
      return { row: number, column, value: shortened(value), reason, field: 'status', instead: 'Attending' }
    }
    const below = section === null ? null : awayBySection(row, section)
    if (below !== null) return below
    if (status !== null && status.kind !== 'understood') {
      const { heading: column, value, kind } = status
      const instead = kind === 'contradicted' ? company.insteadOf(row, value) : null
      const more = instead === null ? '' : ` ${insteadReason(instead)}`
      noteRow(`status-${kind}`, kind === 'contradicted', number, column, value, STILL_EXPECTED[kind] + more, 'status')
    }
    for (const { kind, heading, value, reason } of company.besides(row, statuses.answers(row)))
      noteRow(kind, true, number, heading, value, reason)
    return null
  }
}

/** How many rows of the file may stand in the cells of this one. */
function swallowed(cells: readonly string[]): string {
  const rows = cells.join('\n').split('\n').length - cells.length
  if (rows < 2) return 'may have swallowed the row below'
  return `may have swallowed ${rows} rows below`
}
