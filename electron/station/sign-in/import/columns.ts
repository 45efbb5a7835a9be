/** Works out where in a row each field stands, given the headings of a table and what fills what. */
import { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import type { ImportField } from './heading-rules.ts'
import { neverTaken } from './headings.ts'
import type { Mapping } from './mapping.ts'
import { type Notices, shortened } from './notices.ts'
import type { Table } from '../../../files/tables/index.ts'

export type Columns = {
  columnOf: Partial<Record<ImportField, number>>
  /** Indexes of all mapped columns. */
  list: number[]
  /** Index of the column of tickets' status, or -1. */
  status: number
  /** Index of the column that says how many people a row stands for, or -1. */
  quantity: number
  /** Indexes of columns that name more people than the one of the row. */
  further: number[]
  /** The heading to name when a name is missing or wrong; empty where no column is chosen. */
  nameHeading: string
}

const GUESSED =
  'No heading says plainly where the names stand, so they were read from this column. If they stand in another one, choose that.'
const NO_NAMES =
  'None of these columns is known to hold names, so nobody can be added. Choose the one that does for “Whole name”, or one for the first and one for the last name.'
const NAMING = ['name', 'firstName', 'lastName', 'knownAs'] as const

/** A heading that is not there, or that is never taken, fills nothing, and that is said. */
export function columnsOf(table: Table, mapping: Mapping, notices: Notices): Columns {
  const columnOf: Columns['columnOf'] = {}
  for (const field of IMPORT_FIELDS) {
    const heading = mapping.fields[field]
    if (heading === null) continue
    const index = table.headings.indexOf(heading)
    if (index === -1)
      notices.add(
        'no-column',
        table.headingRow,
        heading,
        '',
        'There is no column with this heading, so nothing was read from it.',
      )
    else if (neverTaken(heading))
      notices.add(
        'never-taken',
        table.headingRow,
        heading,
        '',
        'Pledge Kiosk never takes this of a person, so the column was not read.',
      )
    else columnOf[field] = index
  }
  const { guessedName } = mapping
  if (guessedName !== undefined && mapping.fields.name === guessedName)
    notices.add('guessed-name', table.headingRow, guessedName, '', GUESSED)
  if (NAMING.every((field) => columnOf[field] === undefined))
    notices.add('no-name', table.headingRow, '', shortened(table.headings.join(', ')), NO_NAMES)
  notices.keep()
  const where = (heading: string | null) => (heading === null ? -1 : table.headings.indexOf(heading))
  const forNames = [columnOf.name, columnOf.lastName, columnOf.firstName, columnOf.knownAs].find(
    (index) => index !== undefined,
  )
  return {
    columnOf,
    list: Object.values(columnOf),
    status: where(mapping.status),
    quantity: where(mapping.quantity),
    further: (mapping.further ?? [])
      .map(where)
      .filter((index) => index !== -1 && !Object.values(columnOf).includes(index)),
    nameHeading: forNames === undefined ? '' : (table.headings[forNames] ?? ''),
  }
}
