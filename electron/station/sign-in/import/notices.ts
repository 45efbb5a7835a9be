/** Collects what an organiser should know, saying each thing once and of how many rows it is true. */
import type { Notice } from './table.ts'

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
