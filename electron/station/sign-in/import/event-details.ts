/** Reads the details that are the event’s own words, or a ticket’s: its sectors, its tables, codes, and how many a row stands for. */
import type { Columns } from './columns.ts'
import type { ImportField } from './heading-rules.ts'
import type { Notices } from './notices.ts'
import { createMatcher, type EventNames } from './one-of.ts'
import { type Table, type TableRow, tidy } from '../../../files/tables/index.ts'

type Deps = { table: Table; columns: Columns; notices: Notices; event: EventNames }

/** Functions that read a tidy value of a row, and note what is not simply taken. */
export function createDetailReader({ table, columns, notices, event }: Deps) {
  const { sectors, tables = [] } = event
  const sectorOf = createMatcher(sectors.map(({ id, name, aliases = [] }) => ({ id, names: [name, ...aliases] })))
  const tableOf = createMatcher(tables.map((name) => ({ id: name, names: [name] })))
  return { sectorFor, tableFor, badgeFor, noteQuantity, noteFurther }

  function headingOf(field: ImportField): string {
    const index = columns.columnOf[field]
    return index === undefined ? '' : (table.headings[index] ?? '')
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

  /** Whoever else a row names is somebody’s to add. */
  function noteFurther(row: TableRow): void {
    for (const index of columns.further) {
      const name = tidy(row.cells[index] ?? '')
      if (!/\p{L}/u.test(name)) continue
      notices.add(
        'further',
        row.number,
        table.headings[index] ?? '',
        name,
        'This names another person, and one is read of each row. Add them to the list on a row of their own, or as a walk-in on the day.',
      )
    }
  }
}
