/** Folding records again, after a fold has changed: in pages, into tables beside the old rows, which they take the place of at the end. */
import type { Database } from 'better-sqlite3'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { hasTable, inUse } from '../database/index.ts'
import { type Catalogue, foldName, type RecordKind, type Row, typesOf } from './catalogue.ts'
import { clearOld, dropFolding, EVERYTHING, isOldLeft, makeFolding, putInPlace, tableBeside } from './folding-tables.ts'
import { createRecordTable, type RecordTable } from './records.ts'

/** How far it is, in facts; of none where only what is left of the old rows is cleared away. */
type FoldingAgain = { done: number; of: number }

type Deps = {
  db: Database
  catalogue: Catalogue
  /** All facts about a subject. */
  about: (subject: string) => readonly Fact[]
  /** What a record is, by these facts about the subject and those about whoever is one person with it. */
  recordOf: (kind: RecordKind, subject: string, about: readonly Fact[]) => Row | null
  /** The id that it stands under, and then those under which it might have stood. */
  idsOf: (kind: RecordKind, subject: string) => readonly string[]
  /** As it begins: an older app may have held facts that say who is one person, and not read them. */
  begun: () => void
  /** Another program may have written since: what is held in memory of clashes, clocks and people is read anew. */
  forget: () => void
}

type Told = {
  /** False as soon as it has been done, by this program or another. Asked in the transaction that follows from it. */
  isDue: () => boolean
  /** In the transaction in which the new rows take the place of the old ones. */
  inPlace: () => void
}

/** A page holds no more subjects than this, and no more facts, but for those of its last subject: others wait no longer than for one page. */
const SUBJECTS = 200
const FACTS = 400

export function createFoldAgain({ db, catalogue, about, recordOf, idsOf, begun, forget }: Deps) {
  /**
   * Folds these kinds again, each page a transaction that says how far it came: whoever is cut off goes on from there, and so does another
   * program that opens the same data meanwhile. What is written while it goes on is noted, and folded at the end. Throws StorageError
   * where another version of the app folds the same records in its own way at this moment.
   */
  return function* foldAgain(kinds: readonly RecordKind[], { isDue, inPlace }: Told): Generator<FoldingAgain, void> {
    const names = kinds.map((kind) => foldName(catalogue, kind)).join(' ')
    const byType = Map.groupBy(
      kinds.flatMap((kind) => [...typesOf(kind)].map((type) => ({ kind, type }))),
      ({ type }) => type,
    )
    const types = JSON.stringify([...byType.keys()])

    /** False where there is nothing left to do. What was begun for the same records goes on. */
    const begin = (): boolean => {
      if (!isDue()) return false
      if (isBegun()) return true
      dropFolding(db)
      forget()
      begun()
      makeFolding(db, kinds)
      const of = db.prepare('SELECT count(*) FROM fact WHERE type IN (SELECT value FROM json_each(?))')
      db.prepare(`INSERT INTO folding (kinds, after, done, "of") VALUES (?, '', 0, ?)`).run(
        names,
        of.pluck().get(types),
      )
      return true
    }
    const isBegun = (): boolean =>
      hasTable(db, 'folding') && db.prepare('SELECT kinds FROM folding').pluck().get() === names

    const beside = (): Map<RecordKind, RecordTable> =>
      new Map(kinds.map((kind) => [kind, createRecordTable(db, { ...kind, table: tableBeside(kind) })]))

    /** Answers how many facts were looked at. */
    const fold = (subjects: readonly string[], tables: ReadonlyMap<RecordKind, RecordTable>): [number, string] => {
      let [looked, last] = [0, '']
      for (const subject of subjects) {
        const all = about(subject)
        const told = all.filter(({ type }) => byType.has(type))
        for (const kind of new Set(told.flatMap(({ type }) => byType.get(type) ?? []).map((one) => one.kind))) {
          const [leader = subject, ...others] = idsOf(kind, subject)
          const row = recordOf(kind, subject, all)
          // Who leads may have changed since a page before.
          for (const id of others) tables.get(kind)?.remove(id)
          if (row === null) tables.get(kind)?.remove(leader)
          else tables.get(kind)?.write(row)
        }
        looked += told.length
        last = subject
        if (looked >= FACTS) break
      }
      return [looked, last]
    }

    const next = db.prepare<[string, string], string>(
      // By subject, and not by type: the order is what a page goes on from.
      `SELECT DISTINCT subject FROM fact INDEXED BY factBySubject
       WHERE subject > ? AND type IN (SELECT value FROM json_each(?)) ORDER BY subject LIMIT ${SUBJECTS}`,
    )

    /** Null where another program has done it all; `ended` where this one has. */
    const page = (tables: ReadonlyMap<RecordKind, RecordTable>): (FoldingAgain & { ended: boolean }) | null => {
      if (!hasTable(db, 'folding')) return null
      if (!isBegun()) throw inUse(null)
      forget()
      const progress = db
        .prepare<[], { after: string; done: number; of: number }>('SELECT after, done, "of" FROM folding')
        .get()
      if (progress === undefined) return null
      const subjects = next.pluck().all(progress.after, types)
      if (subjects.length > 0) {
        const [looked, last] = fold(subjects, tables)
        // There may be more by now than there were.
        const done = Math.min(progress.done + looked, progress.of)
        db.prepare('UPDATE folding SET after = ?, done = ?').run(last, done)
        return { done, of: progress.of, ended: false }
      }
      const touched = db
        .prepare<[], string>(`SELECT subject FROM foldingTouched ORDER BY subject LIMIT ${SUBJECTS}`)
        .pluck()
        .all()
      if (touched.includes(EVERYTHING)) {
        dropFolding(db)
        begin()
        return { done: 0, of: progress.of, ended: false }
      }
      let left = touched
      while (left.length > 0) {
        const [, last] = fold(left, tables)
        left = left.slice(left.indexOf(last) + 1)
      }
      if (touched.length === SUBJECTS) {
        db.prepare('DELETE FROM foldingTouched WHERE subject IN (SELECT value FROM json_each(?))').run(
          JSON.stringify(touched),
        )
        return { done: progress.done, of: progress.of, ended: false }
      }
      putInPlace(db, kinds)
      dropFolding(db)
      inPlace()
      return { done: progress.of, of: progress.of, ended: true }
    }

    /** Also what an opening before was cut off at: the new rows have no indexes until then. */
    const clear = function* (progress: FoldingAgain): Generator<FoldingAgain, void> {
      while (db.transaction(() => clearOld(db)).immediate()) yield progress
    }

    let last = { done: 0, of: 0 }
    if (isOldLeft(db)) yield* clear(last)
    while (db.transaction(begin).immediate()) {
      const tables = beside()
      for (;;) {
        const progress = db.transaction(page).immediate(tables)
        if (progress === null) break
        last = { done: progress.done, of: progress.of }
        if (progress.ended) break
        yield last
      }
    }
    yield* clear(last)
  }
}
