/** Tells the rows that are no delegate at all, whatever stands in their cells. */
import type { Columns } from './columns.ts'
import { createNoPersonCheck } from './no-person.ts'
import { type Notices, type RowError, shortened } from './notices.ts'
import type { EventNames } from './one-of.ts'
import type { StatusReader } from './status-columns.ts'
import { type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { awayReason, STILL_EXPECTED } from './ticket.ts'

type Deps = { table: Table; columns: Columns; statuses: StatusReader; notices: Notices; event: EventNames }

/** A function that says why a whole row cannot be read: torn, out of step, headings again, nobody at all, or a ticket nobody comes on. */
export function createWholeRowCheck({
  table,
  columns,
  statuses,
  notices,
  event,
}: Deps): (row: TableRow) => RowError | null {
  const firstMapped = columns.list[0] ?? -1
  const noPersonIn = createNoPersonCheck(table, columns, event)
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
      return {
        row: number,
        column: '',
        value: shortened(cells.join(' ')),
        reason: 'This row repeats the headings. Delete it if the list was put together from several.',
      }
    }
    const nobody = noPersonIn(row)
    if (nobody !== null) {
      const { sure, column, field, value, reason } = nobody
      if (sure) return { row: number, column, value: shortened(value), reason, field, instead: value }
      notices.add('perhaps-nobody', number, column, value, reason)
    }
    const status = statuses.of(row)
    if (status === null) return null
    const { heading: column, value, away, kind } = status
    if (away !== null)
      return {
        row: number,
        column,
        value: shortened(value),
        reason: awayReason(away),
        field: 'status',
        instead: 'Attending',
      }
    if (kind !== 'understood') notices.add(`status-${kind}`, number, column, value, STILL_EXPECTED[kind], 'status')
    return null
  }
}

/** How many rows of the file may stand in the cells of this one. */
function swallowed(cells: readonly string[]): string {
  const rows = cells.join('\n').split('\n').length - cells.length
  if (rows < 2) return 'may have swallowed the row below'
  return `may have swallowed ${rows} rows below`
}
