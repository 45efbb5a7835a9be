/** The table of facts in format 2: every branch of every chain that is held, by station, number and hash. */
import type { Database, Statement } from 'better-sqlite3'
import type { Timestamp } from '../../../../shared/domain/clock.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import { type Field, type FactRef, isGone, type RawFact } from '../../../../shared/domain/fact-two.ts'
import { bodyOfFields } from './fields.ts'

/** A fact as folds and screens read it: with who did it, and its body put together again. */
export type Fact = RawFact & { by: Actor; body: Record<string, unknown> }

type Row = Omit<RawFact, 'after' | 'fields' | 'last'> & { after: string; fields: string; last: number }

/** `[path, class, about, salt, value]`, or `[path, class, about, leaf]` where it is gone. */
type Packed = [string, Field['class'], string | null, string, unknown?]

const pack = (field: Field): Packed =>
  isGone(field)
    ? [field.path, field.class, field.about, field.leaf]
    : [field.path, field.class, field.about, field.salt, field.value]

// What stands in the table was a field when it was written.
const unpack = ([path, kind, about, saltOrLeaf, ...value]: Packed): Field =>
  value.length === 0
    ? { path, class: kind, about, leaf: saltOrLeaf }
    : ({ path, class: kind, about, salt: saltOrLeaf, value: value[0] } as Field)

const ROLES: ReadonlySet<unknown> = new Set(['delegate', 'facilitator', 'steward', 'organiser', 'station'])

/** Whoever cannot be told any more did it as the least of all. */
function actorIn(fields: readonly Field[]): Actor {
  const said = (path: string): unknown => {
    const field = fields.find((one) => one.path === path)
    return field === undefined || isGone(field) ? null : field.value
  }
  const [role, delegate] = [said('actor.role'), said('actor.delegate')]
  return {
    role: ROLES.has(role) ? (role as Actor['role']) : 'delegate',
    delegate: typeof delegate === 'string' ? delegate : null,
  }
}

export const readFact = (raw: RawFact): Fact => ({ ...raw, by: actorIn(raw.fields), body: bodyOfFields(raw.fields) })

const factOf = ({ after, fields, last, ...row }: Row): Fact =>
  readFact({
    ...row,
    after: JSON.parse(after) as FactRef[],
    fields: (JSON.parse(fields) as Packed[]).map(unpack),
    last: last === 1,
  })

const COLUMNS = 'station, seq, hash, at, wall, type, v, subject, after, fields, last'
/** Text that sorts as times do: the first moment that is not believed any more. */
const BEYOND = '2200'
const FROM = '2000'

export type FactStore = ReturnType<typeof createFactStore>

export function createFactStore(db: Database) {
  const add: Statement<[Row]> = db.prepare(
    `INSERT INTO fact2 (${COLUMNS}) VALUES (@station, @seq, @hash, @at, @wall, @type, @v, @subject, @after, @fields, @last)`,
  )
  const about: Statement<[string], Row> = db.prepare(`SELECT ${COLUMNS} FROM fact2 WHERE subject = ?`)
  const latest: Statement<[string], { at: string | null }> = db.prepare(
    `SELECT max(at) AS at FROM fact2 WHERE subject = ? AND at >= '${FROM}' AND at < '${BEYOND}'`,
  )
  const branches: Statement<[string, number], Row> = db.prepare(
    `SELECT ${COLUMNS} FROM fact2 WHERE station = ? AND seq = ? ORDER BY hash`,
  )
  const from: Statement<[string, number, number], Row> = db.prepare(
    `SELECT ${COLUMNS} FROM fact2 WHERE station = ? AND seq > ? ORDER BY seq, hash LIMIT ?`,
  )
  const ofType: Statement<[string], Row> = db.prepare(`SELECT ${COLUMNS} FROM fact2 WHERE type = ?`)
  const keep: Statement<[string, string, number, string]> = db.prepare(
    'UPDATE fact2 SET fields = ? WHERE station = ? AND seq = ? AND hash = ?',
  )
  return {
    add: ({ by: _by, body: _body, ...fact }: Fact): void =>
      void add.run({
        ...fact,
        after: JSON.stringify(fact.after),
        fields: JSON.stringify(fact.fields.map(pack)),
        last: Number(fact.last),
      }),
    /** In no order. */
    about: (subject: string): Fact[] => about.all(subject).map(factOf),
    /** The latest time of a fact about this subject, of those that can be believed. */
    latest: (subject: string): Timestamp | null => latest.get(subject)?.at ?? null,
    /** Every fact of this number: more than one where a disk was copied and both went on. */
    branches: (station: string, seq: number): Fact[] => branches.all(station, seq).map(factOf),
    /** A page of a station’s facts after number `seq`, every branch of them. */
    page: (station: string, seq: number, count: number): Fact[] => from.all(station, seq, count).map(factOf),
    ofType: (type: string): Fact[] => ofType.all(type).map(factOf),
    /** Other fields in place of its own, of the same hashes. */
    keepFields: ({ station, seq, hash }: Pick<Fact, 'station' | 'seq' | 'hash'>, fields: readonly Field[]): void =>
      void keep.run(JSON.stringify(fields.map(pack)), station, seq, hash),
  }
}
