/** The records that are kept beside the facts: folded, folded again where something came in between, and told apart from what they should be. */
import type { Database } from 'better-sqlite3'
import type { ChangeKind } from '../../../../shared/contract/station.ts'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { drain } from '../../../slices.ts'
import type { Catalogue, RecordKind, Row } from './catalogue.ts'
import type { createClashes } from './clashes.ts'
import type { createFactTable } from './fact-table.ts'
import { foldAll } from './fold.ts'
import { createFoldAgain } from './fold-again.ts'
import { isOldLeft } from './folding-tables.ts'
import type { createJoined } from './joined.ts'
import { createRecordTable, type RecordTable } from './records.ts'
import type { Touched } from './redaction.ts'
import type { createTimes } from './times.ts'

type Deps = {
  db: Database
  catalogue: Catalogue
  facts: ReturnType<typeof createFactTable>
  clashes: ReturnType<typeof createClashes>
  shown: ReturnType<typeof createTimes>
  joined: ReturnType<typeof createJoined>
  /** What is held in memory of clashes, clocks and merges is read anew. */
  forget: () => void
}

/** All that writes is in a transaction of the caller's, but for what is done in pages. */
export function createRecordStore({ db, catalogue, facts, clashes, shown, joined, forget }: Deps) {
  const tables = new Map<RecordKind, RecordTable>(catalogue.records.map((kind) => [kind, createRecordTable(db, kind)]))
  const tableOf = (kind: RecordKind): RecordTable => {
    const table = tables.get(kind)
    if (table === undefined) throw new Error(`No table for “${kind.table}”`)
    return table
  }
  const foldOf = (kind: RecordKind, all: readonly Fact[]) => foldAll(kind, clashes.counting(all).map(shown.timed), all)

  /** Under the first of these a record about the subject stands, and under the others none. */
  const idsOf = (kind: RecordKind, subject: string): readonly string[] =>
    kind.joins === null ? [subject] : joined.membersOf(subject, kind.joins)
  /** What a kind of record is of all these together, under the id of the first. `about`: the facts about the subject, one of them. */
  const recordOfAll = (
    kind: RecordKind,
    ids: readonly string[],
    subject: string,
    about: readonly Fact[],
  ): Row | null => {
    const [leader = subject, ...others] = ids
    if (others.length === 0) return foldOf(kind, about)
    const beside = ids.filter((id) => id !== subject)
    const row = foldOf(kind, [...about, ...beside.flatMap(facts.about)])
    return row === null ? null : { ...row, id: leader }
  }
  /** What a kind of record about one subject is, or about all that are one with it. `about`: the facts about the subject. */
  const recordOf = (kind: RecordKind, subject: string, about: readonly Fact[] = facts.about(subject)): Row | null =>
    recordOfAll(kind, idsOf(kind, subject), subject, about)
  const kindsIn = (all: readonly Fact[]): ReadonlySet<RecordKind> =>
    new Set(all.flatMap(({ type }) => catalogue.recordsOf.get(type) ?? []))
  /** The records that there are to be about a subject, as it leads or stands alone. */
  const recordsAbout = (subject: string): { kind: RecordKind; row: Row | null; facts: number }[] => {
    const about = facts.about(subject)
    const members = joined.membersOf(subject)
    const kinds = [...kindsIn(about)].filter((kind) => idsOf(kind, subject).length === 1)
    const shared =
      members.length > 1 && members[0] === subject
        ? [...kindsIn(members.flatMap(facts.about))].filter((kind) => idsOf(kind, subject).length > 1)
        : []
    return [...kinds, ...shared].map((kind) => ({ kind, row: recordOf(kind, subject, about), facts: about.length }))
  }

  /** Folds records of one subject again; its facts are read once for all of them. */
  const refold = (kinds: ReadonlySet<RecordKind>, subject: string): void => {
    if (kinds.size === 0) return
    const about = facts.about(subject)
    for (const kind of kinds) {
      const table = tableOf(kind)
      const [leader = subject, ...others] = idsOf(kind, subject)
      const row = recordOf(kind, subject, about)
      for (const id of others) table.remove(id)
      if (row === null) table.remove(leader)
      else table.write(row)
    }
  }
  /** After facts that may have changed what is one with what. */
  const settleJoined = (): { subjects: readonly string[]; changes: readonly ChangeKind[] } => {
    const settled = joined.settle().map(({ family, subjects }) => {
      const kinds = new Set(catalogue.records.filter(({ joins }) => joins === family))
      for (const id of subjects) if (joined.membersOf(id, family)[0] === id) refold(kinds, id)
      return { subjects, changes: subjects.length === 0 ? [] : [...kinds].map(({ changes }) => changes) }
    })
    return {
      subjects: settled.flatMap(({ subjects }) => subjects),
      changes: settled.flatMap(({ changes }) => changes),
    }
  }
  const foldAgain = createFoldAgain({
    db,
    catalogue,
    about: facts.about,
    recordOf,
    idsOf,
    begun: () => void joined.settle(),
    forget,
  })
  /** Folds the records of these subjects again, after facts about them came in between or lost something. */
  const refoldTouched = (touched: Touched): Set<ChangeKind> => {
    const changed = new Set<ChangeKind>()
    for (const [subject, types] of touched) {
      const kinds = new Set(
        [...types].flatMap((type) => [...(catalogue.recordsOf.get(type) ?? []), ...(catalogue.keptBy.get(type) ?? [])]),
      )
      refold(kinds, subject)
      for (const kind of kinds) changed.add(kind.changes)
    }
    return changed
  }

  return {
    tableOf,
    /** What every record about a subject is to be by its facts. */
    about: recordsAbout,
    refold,
    refoldTouched,
    settleJoined,
    /** Folds these kinds again, in pages, beside the old rows (see fold-again.ts). */
    foldAgain,
    /** True where an opening was cut off at the very end of that. */
    isOldLeft: (): boolean => isOldLeft(db),
    /** Folds the whole journal again, for a program that nobody else waits for. */
    refoldAll(): void {
      let isDue = true
      drain(foldAgain(catalogue.records, { isDue: () => isDue, inPlace: () => void (isDue = false) }))
    },
    /** Every record as one line each, table by table: two stations with equal lines show the same. */
    *lines(): Generator<string> {
      for (const [kind, table] of tables) for (const line of table.lines()) yield `${kind.table} ${line}`
    },
    count: (kind: RecordKind): number => tableOf(kind).count(),
    /** What the record would be if these were one; null where there would be none. Nothing is written. */
    asOne(kind: RecordKind, ids: readonly string[]): Row | null {
      const all = [...new Set(ids.flatMap((id) => idsOf(kind, id)))].toSorted()
      const [first = ''] = all
      return recordOfAll(kind, all, first, facts.about(first))
    },
    /** A subject's record as it is kept. */
    kept: (kind: RecordKind, subject: string): Row | null => tableOf(kind).read(subject),
  }
}
