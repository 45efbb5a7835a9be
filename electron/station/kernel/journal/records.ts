/** The tables of records: reading and writing one row, emptying them, and showing all rows in one order. */
import type { Database, Statement } from 'better-sqlite3'
import type { RecordKind, Row } from './catalogue.ts'

export type RecordTable = {
  read(id: string): Row | null
  write(row: Row): void
  remove(id: string): void
  clear(): void
  count(): number
  /** Every row, in the order of its key, each as one line of JSON: equal lines mean equal bytes. */
  lines(): Generator<string>
}

export function createRecordTable(db: Database, kind: RecordKind): RecordTable {
  const names = kind.columns.join(', ')
  const marks = kind.columns.map((column) => `@${column}`).join(', ')
  const others = kind.columns.filter((column) => column !== 'id')
  /** As SQLite keeps it. */
  type Stored = Readonly<Record<string, string | number | null>> & { id: string }
  const encoded = (row: Row): Stored =>
    Object.fromEntries(
      kind.columns.map((column) => {
        const value = row[column] ?? null
        return [column, typeof value === 'boolean' ? Number(value) : value]
      }),
    ) as Stored
  const decoded = (stored: Stored): Row => {
    if (kind.flags.size === 0) return stored
    const row: Record<string, string | number | boolean | null> & { id: string } = { ...stored }
    for (const column of kind.flags) row[column] = stored[column] === 1
    return row
  }
  const read: Statement<[string], Stored> = db.prepare(`SELECT ${names} FROM ${kind.table} WHERE id = ?`)
  const write: Statement<[Stored]> = db.prepare(
    `INSERT INTO ${kind.table} (${names}) VALUES (${marks}) ON CONFLICT (id) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  )
  const remove: Statement<[string]> = db.prepare(`DELETE FROM ${kind.table} WHERE id = ?`)
  const count: Statement<[], { n: number }> = db.prepare(`SELECT count(*) AS n FROM ${kind.table}`)
  const all: Statement<[], Stored> = db.prepare(`SELECT ${names} FROM ${kind.table} ORDER BY id`)
  return {
    read(id) {
      const stored = read.get(id)
      return stored === undefined ? null : decoded(stored)
    },
    write: (row) => void write.run(encoded(row)),
    remove: (id) => void remove.run(id),
    count: () => count.get()?.n ?? 0,
    clear: () => void db.prepare(`DELETE FROM ${kind.table}`).run(),
    *lines() {
      for (const row of all.iterate()) yield JSON.stringify(row)
    },
  }
}
