/** The table of facts: adding, reading, redacting, and the head of each station's chain. */
import type { Database, Statement } from 'better-sqlite3'
import type { Timestamp } from '../../../shared/domain/clock.ts'
import { actorSchema, type Fact, factSchema } from '../../../shared/domain/fact.ts'
import { jsonWritten, readWritten } from '../database/index.ts'
import { hashOfBody } from './hash.ts'

type FactRow = {
  station: string
  seq: number
  at: string
  by: string
  type: string
  v: number
  subject: string
  after: string | null
  body: string | null
  bodyHash: string | null
  hash: string
}

export type Head = { station: string; seq: number; hash: string; at: Timestamp }

const factOf = (row: FactRow): Fact => ({
  station: row.station,
  seq: row.seq,
  at: row.at,
  by: readWritten(actorSchema, row.by),
  type: row.type,
  v: row.v,
  subject: row.subject,
  after: row.after,
  body: row.body === null ? null : jsonWritten(row.body),
  bodyHash: row.bodyHash ?? hashOfBody(row.body ?? 'null'),
  redacted: row.bodyHash !== null,
  hash: row.hash,
})

type Told = { at: Timestamp; subject: string; type: string; by: string; body: string | null }

const SUBJECTS_AT_ONCE = 500

const COLUMNS = 'station, seq, at, by, type, v, subject, after, body, bodyHash, hash'

export function createFactTable(db: Database) {
  const add: Statement<
    [string, number, string, string, string, number, string, string | null, string | null, string | null, string]
  > = db.prepare(`INSERT INTO fact (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const about: Statement<[string], FactRow> = db.prepare(
    `SELECT ${COLUMNS} FROM fact WHERE subject = ? ORDER BY at, station, seq`,
  )
  const last: Statement<[string], { at: string }> = db.prepare(
    'SELECT at FROM fact WHERE subject = ? ORDER BY at DESC LIMIT 1',
  )
  const one: Statement<[string, number], FactRow> = db.prepare(
    `SELECT ${COLUMNS} FROM fact WHERE station = ? AND seq = ?`,
  )
  const from: Statement<[string, number], FactRow> = db.prepare(
    `SELECT ${COLUMNS} FROM fact WHERE station = ? AND seq > ? ORDER BY seq`,
  )
  const head: Statement<[string], Head> = db.prepare('SELECT station, seq, hash, at FROM chain WHERE station = ?')
  const heads: Statement<[], Head> = db.prepare('SELECT station, seq, hash, at FROM chain ORDER BY station')
  const setHead: Statement<[Head]> = db.prepare(
    'INSERT INTO chain (station, seq, hash, at) VALUES (@station, @seq, @hash, @at) ON CONFLICT (station) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = excluded.at',
  )
  const clock: Statement<[], { at: string | null }> = db.prepare('SELECT max(at) AS at FROM chain')
  const ownTime: Statement<[string], { at: string }> = db.prepare(
    "SELECT at FROM fact WHERE station = ? AND at LIKE '%.0000' ORDER BY seq DESC LIMIT 1",
  )
  const subjects: Statement<[string], { subject: string }> = db.prepare(
    `SELECT DISTINCT subject FROM fact WHERE subject > ? ORDER BY subject LIMIT ${SUBJECTS_AT_ONCE}`,
  )
  const saidOf: Statement<[string], { subject: string }> = db.prepare(
    'SELECT DISTINCT subject FROM fact WHERE type = ? AND body IS NOT NULL ORDER BY subject',
  )
  const bodies: Statement<[], { subject: string; type: string; body: string }> = db.prepare(
    'SELECT subject, type, body FROM fact WHERE body IS NOT NULL',
  )
  const since: Statement<[string], Told> = db.prepare('SELECT at, subject, type, by, body FROM fact WHERE at >= ?')
  const redact: Statement<[{ body: string | null; bodyHash: string; station: string; seq: number }]> = db.prepare(
    'UPDATE fact SET bodyHash = @bodyHash, body = @body WHERE station = @station AND seq = @seq',
  )
  const aside: Statement<[string, number, string, string, string]> = db.prepare(
    'INSERT OR IGNORE INTO setAside (station, seq, hash, fact, noticed) VALUES (?, ?, ?, ?, ?)',
  )
  const allAside: Statement<[], { fact: string }> = db.prepare('SELECT fact FROM setAside ORDER BY station, seq, hash')
  const hideAside: Statement<[string, string, number, string]> = db.prepare(
    'UPDATE setAside SET fact = ? WHERE station = ? AND seq = ? AND hash = ?',
  )
  return {
    /** Adds a fact; `text` is its body as JSON, or null where it came redacted to nothing. */
    add(fact: Fact, text: string | null): void {
      add.run(
        fact.station,
        fact.seq,
        fact.at,
        JSON.stringify(fact.by),
        fact.type,
        fact.v,
        fact.subject,
        fact.after,
        text,
        fact.redacted ? fact.bodyHash : null,
        fact.hash,
      )
    },
    /** All facts about a subject, in their one order. */
    about: (subject: string): Fact[] => about.all(subject).map(factOf),
    lastAbout: (subject: string): Timestamp | null => last.get(subject)?.at ?? null,
    one(station: string, seq: number): Fact | null {
      const row = one.get(station, seq)
      return row === undefined ? null : factOf(row)
    },
    /** The facts of a station after number `seq`, one by one. */
    *from(station: string, seq: number): Generator<Fact> {
      for (const row of from.iterate(station, seq)) yield factOf(row)
    },
    head: (station: string): Head | null => head.get(station) ?? null,
    heads: (): Head[] => heads.all(),
    setHead: (next: Head): void => void setHead.run(next),
    /** The latest time this station has written or merged. */
    clock: (): Timestamp | null => clock.get()?.at ?? null,
    /**
     * The newest time that a station took from its own wall clock. One whose counter has moved was only put behind a fact
     * before it, which another station with another clock may have written.
     */
    lastOwnTime: (station: string): Timestamp | null => ownTime.get(station)?.at ?? null,
    /** Every subject that has facts, in order. No reading is left open in between, so writing may go on meanwhile. */
    *subjects(): Generator<string> {
      let after = ''
      for (;;) {
        const rows = subjects.all(after)
        for (const { subject } of rows) yield subject
        const end = rows.at(-1)
        if (end === undefined) return
        after = end.subject
      }
    },
    /** Everything that facts of one type still say something of. Looks at every fact there is. */
    saidOf: (type: string): string[] => saidOf.all(type).map(({ subject }) => subject),
    /**
     * Takes the bodies out of a subject's facts of one type, or puts what `keep` leaves of each in its place; the hash of
     * what was first written stays. Answers how many.
     */
    redact(type: string, subject: string, keep: (fact: Fact) => unknown): number {
      let count = 0
      for (const row of about.all(subject)) {
        if (row.type !== type || row.body === null) continue
        const kept = keep(factOf(row))
        const body = kept === null ? null : JSON.stringify(kept)
        // Nothing was taken out of it: it still says what it said.
        if (body === row.body) continue
        redact.run({
          body,
          bodyHash: row.bodyHash ?? hashOfBody(row.body),
          station: row.station,
          seq: row.seq,
        })
        count += 1
      }
      return count
    },
    /** What every fact still says, as JSON, one by one. Nothing may be written until the last was read. */
    *bodies(): Generator<{ subject: string; type: string; body: string }> {
      yield* bodies.iterate()
    },
    /** Every fact from a time on, who did it and what it says as JSON, one by one. Nothing may be written until the last was read. */
    *since(at: Timestamp): Generator<Told> {
      yield* since.iterate(at)
    },
    /** Keeps a fact that clashes with one already held, for a person to look at. */
    setAside: (fact: Fact): void =>
      void aside.run(fact.station, fact.seq, fact.hash, JSON.stringify(fact), clock.get()?.at ?? ''),
    aside: (): Fact[] => allAside.all().map((row) => readWritten(factSchema, row.fact)),
    /** Takes the bodies out of those set aside that `isToGo` names; their hashes stay. */
    hideAside(isToGo: (fact: Fact) => boolean): void {
      for (const row of allAside.all()) {
        const fact = readWritten(factSchema, row.fact)
        if (fact.body !== null && isToGo(fact))
          hideAside.run(JSON.stringify({ ...fact, body: null, redacted: true }), fact.station, fact.seq, fact.hash)
      }
    },
    count: (): number => heads.all().reduce((sum, { seq }) => sum + seq, 0),
  }
}
