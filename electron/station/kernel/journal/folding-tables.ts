/** The tables that records are folded into beside the old ones, and those that say how far it is. They are there no longer than it takes. */
import type { Database } from 'better-sqlite3'
import { clockTypes } from './clock-facts.ts'
import type { RecordKind } from './catalogue.ts'
import { typesIn } from './one-thing.ts'
import { forkSettled, stationShutOut } from './rulings.ts'

/** All of them, and what notes who writes meanwhile, begin so. */
const NAMES = 'folding*'

/** Where a kind's records are folded again. */
export const tableBeside = ({ table }: Pick<RecordKind, 'table'>): string => `folding_${table}`

/** Stands for every subject there is, among those that were touched: it is no subject's id. */
export const EVERYTHING = ''

const note = (what: string): string =>
  `INSERT INTO foldingTouched SELECT ${what} WHERE NOT EXISTS (SELECT 1 FROM foldingTouched WHERE subject = ${what});`

const RULINGS = [forkSettled, stationShutOut, ...clockTypes].map(({ type }) => type)

/**
 * Whoever writes facts meanwhile, of whatever version, notes by that what they are about. What decides which facts count at all, a fork or a
 * ruling over one, what is said of a clock, and what is one with what touches everything.
 */
const made = (rulings: readonly string[]) => `
  CREATE TABLE folding (kinds TEXT NOT NULL, after TEXT NOT NULL, done INTEGER NOT NULL, "of" INTEGER NOT NULL) STRICT;
  CREATE TABLE foldingTouched (subject TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TRIGGER foldingFact AFTER INSERT ON fact BEGIN ${note('new.subject')} END;
  CREATE TRIGGER foldingChanged AFTER UPDATE ON fact BEGIN ${note('new.subject')} END;
  CREATE TRIGGER foldingRuled AFTER INSERT ON fact WHEN new.type IN (${rulings.map((type) => `'${type}'`).join(', ')}) BEGIN ${note(`'${EVERYTHING}'`)} END;
  CREATE TRIGGER foldingForked AFTER UPDATE OF forked ON chain BEGIN ${note(`'${EVERYTHING}'`)} END;
`

export function makeFolding(db: Database, kinds: readonly RecordKind[]): void {
  const merging = kinds.flatMap(({ joins }) => (joins === null ? [] : typesIn(joins)))
  db.exec(made([...RULINGS, ...new Set(merging)]))
  const sqlOf = db.prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck()
  for (const kind of kinds) {
    const sql = sqlOf.get(kind.table)
    if (sql === undefined) throw new Error(`There is no table “${kind.table}”`)
    // As the migrations left it, whatever they added to it; and in quotes where it took another's place before.
    db.exec(sql.replace(/^CREATE TABLE\s+("?)\w+\1/, `CREATE TABLE ${tableBeside(kind)}`))
  }
}

/** Also what another version began and was cut off at. */
export function dropFolding(db: Database): void {
  const all = db.prepare<[string], { type: string; name: string }>(
    "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'trigger') AND name GLOB ? ORDER BY type DESC",
  )
  // Triggers first: they write to the tables.
  for (const { type, name } of all.all(NAMES)) db.exec(`DROP ${type} ${name}`)
}

/**
 * The new rows take the place of the old ones, by their names alone: that takes no time, however many there are. The old ones stay aside,
 * with their indexes, until `clearOld` has done its work.
 */
export function putInPlace(db: Database, kinds: readonly RecordKind[]): void {
  for (const kind of kinds)
    db.exec(
      `ALTER TABLE ${kind.table} RENAME TO ${OLD}${kind.table}; ALTER TABLE ${tableBeside(kind)} RENAME TO ${kind.table}`,
    )
}

/** Where old rows are put aside. */
const OLD = 'folded_'

const oldTables = (db: Database): string[] =>
  db
    .prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ?")
    .pluck()
    .all(`${OLD}*`)

/** True where old rows are still aside, and the new ones lack their indexes. */
export const isOldLeft = (db: Database): boolean => oldTables(db).length > 0

/**
 * So many old rows are taken out at a time: what is deleted is written over. Where SQLite puts pages together pieces may stay; they go with the
 * first who is forgotten later, when the whole file is written anew (see clear-away.ts).
 */
const ROWS = 1000

/** One step of clearing away: small tables, and then an index that goes over to the new rows, or some of the old rows. False at the end. */
export function clearOld(db: Database): boolean {
  const old = oldTables(db)
  const large = old.find((table) => {
    const isLarge = db.prepare(`SELECT 1 FROM ${table} LIMIT 1 OFFSET ${ROWS}`).get() !== undefined
    if (isLarge) return true
    moveIndexes(db, table)
    db.exec(`DROP TABLE ${table}`)
    return false
  })
  if (large !== undefined && moveIndexes(db, large, 1) === 0)
    db.exec(`DELETE FROM ${large} WHERE id IN (SELECT id FROM ${large} LIMIT ${ROWS})`)
  return old.length > 0
}

/** Answers how many indexes there were to move, of at most so many. */
function moveIndexes(db: Database, old: string, most?: number): number {
  const indexes = db
    .prepare<[string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    )
    .all(old)
    .slice(0, most)
  const table = old.slice(OLD.length)
  for (const { name, sql } of indexes)
    db.exec(`DROP INDEX ${name}; ${sql.replace(new RegExp(`\\bON ("?)${old}\\1`), `ON ${table}`)}`)
  return indexes.length
}
