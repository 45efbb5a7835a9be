/** What a screen is told of what an import does: no more than a page can hold, and how many there are. */
import {
  type Imported,
  type ImportRowError,
  type ImportNotice,
  type ImportPreview,
  MOST_SHOWN,
} from '../../../../shared/contract/import.ts'
import type { ConflictKind } from '../../../../shared/domain/import-decisions.ts'
import { columnsOf } from './columns.ts'
import { cellText, createFixer } from './fixes.ts'
import { neverTaken } from './headings.ts'
import { countsOf, type Outcome } from './outcome.ts'
import { type Missed, missedNotices } from './missed.ts'
import { createNotices, type RowError, shortened } from './notices.ts'
import { valuesOf } from './people-keys.ts'
import type { Table, TableRow } from '../../../files/tables/index.ts'

/** The longest cell that can be corrected where it stands; longer ones begin with their beginning. Characters. */
const LONGEST = 400

/** What it did, or would do, with each row. */
export function resultOf(outcome: Outcome, missed: Missed = { adds: [], updates: [] }): Omit<Imported, 'code'> {
  const { read, matched } = outcome
  const conflictsOf: Partial<Record<ConflictKind, number>> = {}
  for (const { kind } of matched.conflicts) conflictsOf[kind] = (conflictsOf[kind] ?? 0) + 1
  const errors = read.errors.slice(0, MOST_SHOWN.errors)
  const left = missedNotices(missed).map((notice) => ({ ...notice, rows: 1 }))
  const notices = [...left, ...read.notices].slice(0, MOST_SHOWN.notices)
  const rowOf = rowsOf(outcome, new Set([...errors, ...notices].map(({ row }) => row)))
  const alike = likesOf(read.errors)
  const columns = columnsOf(outcome.table, outcome.mapping, createNotices())
  return {
    counts: countsOf(outcome, missed),
    errors: errors.map((error): ImportRowError => {
      const { row, column, value, reason, field = null, instead = null } = error
      const found = rowOf.get(row)
      return {
        row,
        column,
        value,
        reason,
        field,
        cell: cellOf(outcome.table, found, column),
        rows: alike.get(likeness(error)) ?? 1,
        instead,
        cells: error.torn === true && found !== undefined ? cellsOf(outcome.table, columns.columnOf, found) : [],
      }
    }),
    notices: notices.map(({ row, column, value, reason, rows, field = null, mark = null }): ImportNotice => {
      const cell = field === null ? null : cellOf(outcome.table, rowOf.get(row), column)
      return { row, column, value, reason, field, cell, rows, mark }
    }),
    // In the order of their kinds a page would otherwise hold a thousand of the first.
    conflicts: evenly(matched.conflicts, MOST_SHOWN.conflicts),
    conflictsOf,
  }
}

/** How the list was read, and how the first people of it would stand on the list of the tablet. */
export type ListRead = Omit<ImportPreview, keyof Omit<Imported, 'code'>>

export const previewOf = (outcome: Outcome): ImportPreview => ({ ...resultOf(outcome), ...listReadOf(outcome) })

export function listReadOf({ table, mapping, read }: Outcome): ListRead {
  return {
    format: mapping.format,
    encoding: table.encoding,
    encodingGuessed: table.encodingGuessed,
    sheets: table.sheets,
    sheet: table.sheet,
    top: table.top,
    headings: table.headings,
    examples: table.top === 'headings' ? [] : table.headings.map((heading, index) => exampleOf(table, heading, index)),
    leftBehind: read.leftBehind,
    mapping: mapping.fields,
    sample: read.candidates.slice(0, MOST_SHOWN.sample).map((candidate) => {
      const { accessNeeds: _access, dietaryNeeds: _dietary, ticket: _ticket, ...plain } = valuesOf(candidate)
      return { row: candidate.row, ...plain }
    }),
  }
}

const likeness = ({ column, value }: RowError) => `${column}\n${value}`

/** How many rows have a cell that cannot be used and says the same; only of cells whose whole text is known. */
function likesOf(errors: readonly RowError[]): Map<string, number> {
  const likes = new Map<string, number>()
  for (const error of errors)
    if (error.field !== undefined && error.column !== '' && !error.value.endsWith('…'))
      likes.set(likeness(error), (likes.get(likeness(error)) ?? 0) + 1)
  return likes
}

/** The rows as they were read, corrections included. */
function rowsOf({ table, decisions }: Outcome, wanted: ReadonlySet<number>): Map<number, TableRow> {
  const fix = createFixer(table, decisions.fixes)
  const found = new Map<number, TableRow>()
  if (wanted.size === 0) return found
  for (const row of table.rows) if (wanted.has(row.number)) found.set(row.number, fix?.(row) ?? row)
  return found
}

function cellOf({ headings }: Table, row: TableRow | undefined, column: string): string | null {
  const index = column === '' ? -1 : headings.indexOf(column)
  if (index === -1 || row === undefined) return null
  const text = cellText(row.cells[index] ?? '')
  return text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed() : text
}

function cellsOf(
  { headings }: Table,
  columns: Partial<Record<string, number>>,
  { cells }: TableRow,
): ImportRowError['cells'] {
  return Object.entries(columns).flatMap(([field, index]) => {
    const heading = index === undefined ? undefined : headings[index]
    return heading === undefined || index === undefined
      ? []
      : [
          {
            heading,
            field: field as ImportRowError['cells'][number]['field'],
            value: cellText(cells[index] ?? '').slice(0, LONGEST),
          },
        ]
  })
}

/** What is never taken of a person is not shown either. */
function exampleOf({ rows }: Table, heading: string, index: number): string {
  if (neverTaken(heading)) return ''
  for (const row of rows.slice(0, 30)) {
    const text = cellText(row.cells[index] ?? '')
    if (text !== '') return shortened(text)
  }
  return ''
}

/** At most `most` of them, some of each kind. */
function evenly<T extends { kind: string }>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  const kinds = Map.groupBy(all, ({ kind }) => kind)
  let left = most
  let waiting = kinds.size
  const taken = new Set<T>()
  for (const some of [...kinds.values()].toSorted((a, b) => a.length - b.length)) {
    const share = Math.floor(left / waiting)
    for (const one of some.slice(0, share)) taken.add(one)
    left -= Math.min(share, some.length)
    waiting -= 1
  }
  return all.filter((one) => taken.has(one))
}
