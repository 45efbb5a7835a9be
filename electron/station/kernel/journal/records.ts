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
  /** The row with only its flags put in another way; most records have none, and are left as they are. */
  const withFlags = (row: Row, put: (flag: Row[string]) => Row[string]): Row =>
    kind.flags.size === 0
      ? row
      : { ...row, ...Object.fromEntries([...kind.flags].map((column) => [column, put(row[column] ?? null)])) }
  // SQLite itself refuses whatever else is true or false, and what is missing.
  const encoded = (row: Row): Stored =>
    withFlags(row, (flag) => (typeof flag === 'boolean' ? Number(flag) : flag)) as Stored
  const decoded = (stored: Stored): Row => withFlags(stored, (flag) => flag === 1)
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
