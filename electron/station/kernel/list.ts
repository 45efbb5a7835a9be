/** One page of a table for an organiser's list: the same search, paging and counting for every kind of record. */
import type { Database } from 'better-sqlite3'

export type Listing = {
  table: string
  /** Columns that the search looks through. */
  searched: readonly string[]
  /** `made DESC, id` and the like. */
  order: string
}

export type Page = { search: string; offset: number; limit: number }

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

/** `equal` keeps only rows whose column has just that value; a null there means any. Every word of `search` must be found. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- R ties the rows that are read to the view made of them
export function listRows<R, V>(
  db: Database,
  viewOf: (row: R) => V,
  { table, searched, order }: Listing,
  { search, offset, limit }: Page,
  equal: Readonly<Record<string, string | null>> = {},
): { total: number; items: V[] } {
  const words = search.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const wanted = Object.entries(equal).filter((entry): entry is [string, string] => entry[1] !== null)
  const where = [
    ...wanted.map(([column]) => `${column} = ?`),
    ...words.map(() => `(${searched.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`),
  ]
  const clause = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`
  const values = [
    ...wanted.map(([, value]) => value),
    ...words.flatMap((word) => searched.map(() => `%${escapeLike(word)}%`)),
  ]
  const total =
    db.prepare<string[], { n: number }>(`SELECT count(*) AS n FROM ${table} ${clause}`).get(...values)?.n ?? 0
  const rows = db
    .prepare<(string | number)[], R>(`SELECT * FROM ${table} ${clause} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...values, limit, offset)
  return { total, items: rows.map((row) => viewOf(row)) }
}
