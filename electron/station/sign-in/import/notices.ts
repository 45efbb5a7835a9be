/** Collects what an organiser should know, saying each thing once and of how many rows it is true. */
import type { TableNotice } from '../../../files/tables/index.ts'
import type { ImportField } from './heading-rules.ts'

/** What a column is read for. */
type ReadFor = ImportField | 'status'
/** Something an organiser should know about that loses no row; `field` where another cell could be written. */
export type Notice = TableNotice & { field?: ReadFor }

/** One thing that is wrong with a row, in words that say what to do about it. */
export type RowError = Omit<TableNotice, 'rows'> & {
  field?: ReadFor
  /** What would be accepted in this cell, where there is one plain answer. */
  instead?: string
  /** Set where the cells of the row cannot be told apart, so that all of them have to be written again. */
  torn?: true
}

/** Different values told of one kind of thing; those beyond are counted together. */
const MOST_VALUES = 50

/** At most 80 characters of a value, for a list of faults. */
export const shortened = (value: string) =>
  value.length > 80
    ? `${value
        .slice(0, 80)
        .toWellFormed()
        .replace(/\u{fffd}$/u, '')}…`
    : value

type Told = { kind: string; row: number; column: string; value: string; reason: string; field: Notice['field'] }

export type Notices = ReturnType<typeof createNotices>

export function createNotices() {
  const kinds = new Map<string, Map<string, Notice>>()
  let waiting: Told[] = []
  return {
    /** Says it of one row; `kind` groups, `value` tells things of one kind apart. Counts once the row is kept. */
    add(kind: string, row: number, column: string, value: string, reason: string, field?: Notice['field']): void {
      waiting.push({ kind, row, column, value, reason, field })
    },
    /** The row is a delegate: what was said of it counts. */
    keep(): void {
      for (const told of waiting) count(told)
      if (waiting.length > 0) waiting = []
    },
    /** The row is faulty: its faults are all there is to say. */
    drop(): void {
      if (waiting.length > 0) waiting = []
    },
    /** In the order in which each was first said. */
    list: (): Notice[] => [...kinds.values()].flatMap((values) => Array.from(values.values())),
  }

  function count({ kind, row, column, value, reason, field }: Told): void {
    const values = kinds.get(kind) ?? new Map<string, Notice>()
    kinds.set(kind, values)
    const key = values.size < MOST_VALUES || values.has(value) ? value : ''
    const seen = values.get(key)
    if (seen !== undefined) seen.rows++
    else
      values.set(key, {
        row,
        column,
        value: shortened(key),
        reason: key === value ? reason : `The same of other values. ${reason}`,
        rows: 1,
        ...(field === undefined || key !== value ? {} : { field }),
      })
  }
}
