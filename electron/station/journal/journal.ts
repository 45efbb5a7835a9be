/** The journal: the station's append-only list of facts, and the records that are kept with it in the same transaction. */
import type { Database } from 'better-sqlite3'
import type { ChangeKind } from '../../../shared/contract/station.ts'
import { tick, type Timestamp, wallOf } from '../../../shared/domain/clock.ts'
import type { Actor, Fact } from '../../../shared/domain/fact.ts'
import { bodyOf, type Catalogue, type FactType, type RecordKind } from './catalogue.ts'
import { CHAIN_START, hashOfBody, hashOfFact } from './hash.ts'
import { foldAll, foldOne } from './fold.ts'
import { makeId, type Random } from './ids.ts'
import { createRecordTable, type RecordTable } from './records.ts'
import { createFactTable, type Head } from './fact-table.ts'

export type JournalDeps = {
  db: Database
  catalogue: Catalogue
  /** This station's own id. */
  station: string
  /** The wall clock, in milliseconds. */
  now: () => number
  random: Random
  /** Hears of this station's newest fact after the transaction that wrote it, before anybody is answered. */
  answering?: (head: Head) => void
}

/** What a commit changed: the lists on screen, and the subjects. */
export type Committed = { changes: ReadonlySet<ChangeKind>; subjects: ReadonlySet<string> }

/** Writes facts inside one transaction. */
export type Writer = {
  /** Appends a fact about something that exists already. The body is checked here; a body that does not fit throws. */
  about<Body>(type: FactType<Body>, subject: string, body: Body): Fact
  /** Appends the first fact about something new, under an id of its own or one that nothing has yet; it is the `subject`. */
  begin<Body>(type: FactType<Body>, body: Body, id?: string): Fact
  /**
   * Takes the contents out of every fact of this type about a subject, or leaves what `keep` makes of each; the hash of what
   * was first written stays, so the chain still verifies. What a newer app wrote is taken out whole. Answers how many.
   */
  redact<Body>(type: FactType<Body>, subject: string, keep?: (body: Body) => Body): number
  /** The time of the next fact. */
  now(): Timestamp
}

export type Journal = ReturnType<typeof createJournal>

export function createJournal({ db, catalogue, station, now, random, answering = () => undefined }: JournalDeps) {
  const facts = createFactTable(db)
  const tables = new Map<RecordKind, RecordTable>(catalogue.records.map((kind) => [kind, createRecordTable(db, kind)]))
  const tableOf = (kind: RecordKind): RecordTable => {
    const table = tables.get(kind)
    if (table === undefined) throw new Error(`No table for “${kind.table}”`)
    return table
  }
  const listeners = new Set<(committed: Committed) => void>()

  const refoldSubject = (kind: RecordKind, subject: string): void => {
    const row = foldAll(kind, facts.about(subject))
    if (row === null) tableOf(kind).remove(subject)
    else tableOf(kind).write(row)
  }

  let isAhead = false
  /** To be asked after every transaction that may have written facts here; within another one it is still to come. */
  const answer = (): void => {
    if (db.inTransaction || !isAhead) return
    isAhead = false
    const head = facts.head(station)
    if (head !== null) answering(head)
  }

  /**
   * Runs `work` as one transaction: facts, records and drafts together or not at all. Listeners hear of it only after
   * the commit, so nothing in memory is ever ahead of the disk.
   */
  function commit<T>(by: Actor, work: (write: Writer) => T): T {
    const changes = new Set<ChangeKind>()
    const subjects = new Set<string>()
    const result = db
      .transaction(() => {
        const head = facts.head(station)
        let seq = head?.seq ?? 0
        let previous = head?.hash ?? CHAIN_START
        let clock = facts.clock()
        const startedAt = seq
        /** `about`: the id of what the fact is about, or null where it begins something new, under `fresh` or an id of its own. */
        const append = <Body>(type: FactType<Body>, about: string | null, given: Body, fresh?: string): Fact => {
          const body = type.body.parse(given)
          const text = JSON.stringify(body)
          seq += 1
          clock = tick(clock, now())
          const subject = about ?? fresh ?? makeId(wallOf(clock), random)
          const after = about === null ? null : facts.lastAbout(subject)
          const open = {
            station,
            seq,
            at: clock,
            by,
            type: type.type,
            v: type.v,
            subject,
            after,
            bodyHash: hashOfBody(text),
          }
          const fact: Fact = { ...open, body, redacted: false, hash: hashOfFact(previous, open) }
          previous = fact.hash
          facts.add(fact, text)
          subjects.add(subject)
          for (const kind of catalogue.recordsOf.get(type.type) ?? []) {
            const table = tableOf(kind)
            changes.add(kind.changes)
            if (kind.takesBack.has(type.type)) {
              refoldSubject(kind, subject)
              continue
            }
            // A fact written here is later than all this station holds, so it only has to be added to the record.
            const row = foldOne(kind, about === null ? null : table.read(subject), fact)
            if (row === null) table.remove(subject)
            else table.write(row)
          }
          return fact
        }
        const done = work({
          about: (type, subject, body) => append(type, subject, body),
          begin(type, body, id) {
            if (id !== undefined && facts.lastAbout(id) !== null) throw new Error(`There are facts about ${id} already`)
            return append(type, null, body, id)
          },
          redact(type, subject, keep) {
            // What is left must still be a body of its type: folds and merges know no other. Of what cannot be read here,
            // nobody can tell whom it names.
            const left = (fact: Fact) => {
              const body = bodyOf(type, fact)
              return keep === undefined || body === null ? null : type.body.parse(keep(body))
            }
            const count = facts.redact(type.type, subject, left)
            for (const kind of catalogue.recordsOf.get(type.type) ?? []) {
              refoldSubject(kind, subject)
              changes.add(kind.changes)
            }
            return count
          },
          now: () => tick(clock, now()),
        })
        if (seq > startedAt && clock !== null) {
          facts.setHead({ station, seq, hash: previous, at: clock })
          isAhead = true
        }
        return done
      })
      .immediate()
    answer()
    if (changes.size > 0) for (const listener of listeners) listener({ changes, subjects })
    return result
  }

  return {
    station,
    commit,
    facts,
    /** Hears of every commit, after it. Returns the way to stop. */
    onCommit(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Everything that `read` reads is as it was at one moment, though another program may be writing to the same data. */
    atOneMoment: <T>(read: () => T): T => db.transaction(read).deferred(),
    /** Runs `work` as one transaction: several commits, or what brings facts in another way than by writing them here. */
    atomically(work: () => void): void {
      db.transaction(work).immediate()
      answer()
    },
    /** Tells the listeners of changes that came another way than by a fact of ours: a merge, a draft. */
    announce: (committed: Committed): void => {
      for (const listener of listeners) listener(committed)
    },
    /** Folds the records of one subject again, after facts about it came in between. */
    refoldSubject(subject: string, types: Iterable<string>): Set<ChangeKind> {
      const changed = new Set<ChangeKind>()
      for (const type of types) {
        for (const kind of catalogue.recordsOf.get(type) ?? []) {
          refoldSubject(kind, subject)
          changed.add(kind.changes)
        }
      }
      return changed
    },
    /** Throws every record away and folds the whole journal again, in one transaction. */
    refold(): void {
      db.transaction(() => {
        for (const table of tables.values()) table.clear()
        for (const subject of facts.subjects()) {
          const all = facts.about(subject)
          const kinds = new Set(all.flatMap((fact) => catalogue.recordsOf.get(fact.type) ?? []))
          for (const kind of kinds) {
            const row = foldAll(kind, all)
            if (row !== null) tableOf(kind).write(row)
          }
        }
      }).immediate()
    },
    /** Every record as one line each, table by table: two stations with equal lines show the same. */
    *recordLines(): Generator<string> {
      for (const [kind, table] of tables) for (const line of table.lines()) yield `${kind.table} ${line}`
    },
    /** A subject's record as it is kept. */
    rows: (kind: RecordKind): number => tableOf(kind).count(),
    kept: (kind: RecordKind, subject: string) => tableOf(kind).read(subject),
    /** What a fact of any type says, as its schema reads it; null where nothing of it can be read here (see `bodyOf`). */
    bodyOf(fact: Fact): unknown {
      const type = catalogue.facts.get(fact.type)
      return type === undefined ? null : bodyOf(type, fact)
    },
    catalogue,
  }
}
