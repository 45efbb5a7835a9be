/** Is a backup a copy of just what the data is now? */
import type { Database } from 'better-sqlite3'
import { isSoundCopy } from './backup.ts'
import { openCopy } from './copy.ts'

/** What a copy lacks on purpose (see giveNewStart), and what only says how the last run ended. */
const NOT_COPIED = ['station', 'stationKey', 'sealingKey', 'open', 'noted', 'folded', 'givenUp']

/** True where the copy at `path` is sound, of the same schema, and holds row for row the same. Looks through all of both. */
export function holdsTheSame(path: string, db: Database, key: string): boolean {
  if (!isSoundCopy(path, key)) return false
  const copy = openCopy(path, key)
  try {
    return sameIn(db, copy)
  } finally {
    copy.close()
  }
}

function sameIn(one: Database, other: Database): boolean {
  const schemaOf = (db: Database): string =>
    JSON.stringify([
      db.pragma('user_version', { simple: true }),
      db.prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').raw().all(),
    ])
  if (schemaOf(one) !== schemaOf(other)) return false
  const tables = one.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return tables.every((table) => sameRows(rowsOf(one, table), rowsOf(other, table)))
}

/** Neither is read any further than to where they differ: what is left open keeps its database busy. */
function sameRows(mine: IterableIterator<unknown>, theirs: IterableIterator<unknown>): boolean {
  try {
    for (;;) {
      const [row, copied] = [mine.next(), theirs.next()]
      if (row.done === true || copied.done === true) return row.done === copied.done
      if (JSON.stringify(row.value) !== JSON.stringify(copied.value)) return false
    }
  } finally {
    mine.return?.()
    theirs.return?.()
  }
}

/** In the order that the table itself has: a copy is made in the same. */
const rowsOf = (db: Database, table: string): IterableIterator<unknown> =>
  table === 'setting'
    ? db
        .prepare('SELECT * FROM setting WHERE key NOT IN (SELECT value FROM json_each(?)) ORDER BY key')
        .raw()
        .iterate(JSON.stringify(NOT_COPIED))
    : db.prepare(`SELECT * FROM "${table}"`).raw().iterate()
