/** The table of facts, every branch of every chain that is held, and how each chain begins and ends. */
import type { Database, Statement } from 'better-sqlite3'
import type { Timestamp } from '../../../../shared/domain/clock.ts'
import { type Fact, type Field, type FactRef, isGone, type RawFact } from '../../../../shared/domain/fact.ts'
import { jsonWritten } from '../database/index.ts'
import { actorIn, bodyOfFields } from './fields.ts'
import type { Chain } from './hash.ts'
import { inOrder } from './order.ts'
import type { Head, SignedHead } from './signed-head.ts'

type Row = Omit<RawFact, 'after' | 'fields' | 'last'> & { after: string; fields: string; last: number }

/** `[path, class, about, salt, value]`; `[path, class, about, leaf]` where it is gone, and with `null, instead` after that. */
type Packed = [string, Field['class'], string | null, string, unknown?, string?]

const pack = (field: Field): Packed => {
  const { path, class: kind, about } = field
  if (!isGone(field)) return [path, kind, about, field.salt, field.value]
  return field.instead === undefined
    ? [path, kind, about, field.leaf]
    : [path, kind, about, field.leaf, null, field.instead]
}

const unpack = ([path, kind, about, saltOrLeaf, ...value]: Packed): Field => {
  const [said, instead] = value
  if (value.length === 0) return { path, class: kind, about, leaf: saltOrLeaf }
  if (instead !== undefined) return { path, class: kind, about, leaf: saltOrLeaf, instead }
  // What stands in the table was a field when it was written.
  return { path, class: kind, about, salt: saltOrLeaf, value: said } as Field
}

const textOf = (fields: readonly Field[]): string => JSON.stringify(fields.map(pack))
const fieldsIn = (text: string): Field[] => (jsonWritten(text) as Packed[]).map(unpack)

/** A fact as it is read here. */
export const readFact = (raw: RawFact): Fact => ({ ...raw, by: actorIn(raw.fields), body: bodyOfFields(raw.fields) })

const rawOf = ({ after, fields, last, ...row }: Row): RawFact => ({
  ...row,
  after: jsonWritten(after) as FactRef[],
  fields: fieldsIn(fields),
  last: last === 1,
})
const factOf = (row: Row): Fact => readFact(rawOf(row))

/** A chain that is held: how it begins, and its newest fact here. `at`: of another’s the time of that fact, of one’s own the last tick of its clock. */
export type HeldChain = Chain & Head & { at: Timestamp }

/** What a fact says, as it is kept: for looking through many. */
export type Told = Pick<RawFact, 'station' | 'seq' | 'subject' | 'type'> & { fields: string }

const SUBJECTS_AT_ONCE = 500
const COLUMNS = 'station, seq, hash, at, wall, type, v, subject, after, fields, last'
const CHAIN = 'station, event, publicKey, seq, hash, at'
/** Text that sorts as times do: the first moment that is believed, and the first that is not any more. */
const [FROM, BEYOND] = ['2000', '2200']

export function createFactTable(db: Database) {
  const add: Statement<[Row]> = db.prepare(
    `INSERT INTO fact (${COLUMNS}) VALUES (@station, @seq, @hash, @at, @wall, @type, @v, @subject, @after, @fields, @last)`,
  )
  const about: Statement<[string], Row> = db.prepare(`SELECT ${COLUMNS} FROM fact WHERE subject = ?`)
  const any: Statement<[string], { n: number }> = db.prepare('SELECT 1 AS n FROM fact WHERE subject = ? LIMIT 1')
  const latest: Statement<[string], { at: string | null }> = db.prepare(
    `SELECT max(at) AS at FROM fact WHERE subject = ? AND at >= '${FROM}' AND at < '${BEYOND}'`,
  )
  const links: Statement<[string], { station: string; seq: number; after: string; at: string }> = db.prepare(
    'SELECT station, seq, after, at FROM fact WHERE subject = ?',
  )
  const wall: Statement<[Head], { wall: number }> = db.prepare(
    'SELECT wall FROM fact WHERE station = @station AND seq = @seq AND hash = @hash',
  )
  const branches: Statement<[string, number], Row> = db.prepare(
    `SELECT ${COLUMNS} FROM fact WHERE station = ? AND seq = ? ORDER BY hash`,
  )
  const from: Statement<[string, number], Row> = db.prepare(
    `SELECT ${COLUMNS} FROM fact WHERE station = ? AND seq > ? ORDER BY seq, hash`,
  )
  const ofTypes: Statement<[string], Row> = db.prepare(
    `SELECT ${COLUMNS} FROM fact WHERE type IN (SELECT value FROM json_each(?))`,
  )
  const chain: Statement<[string], HeldChain> = db.prepare(`SELECT ${CHAIN} FROM chain WHERE station = ?`)
  const chains: Statement<[], HeldChain> = db.prepare(`SELECT ${CHAIN} FROM chain ORDER BY station`)
  const begin: Statement<[Chain & { at: string }]> = db.prepare(
    `INSERT INTO chain (${CHAIN}, forked) VALUES (@station, @event, @publicKey, 0, '', @at, 0)`,
  )
  const setHead: Statement<[Head & { at: Timestamp }]> = db.prepare(
    'UPDATE chain SET seq = @seq, hash = @hash, at = @at WHERE station = @station',
  )
  const last: Statement<[string], { seq: number | null }> = db.prepare(
    'SELECT max(seq) AS seq FROM fact WHERE station = ?',
  )
  const heads: Statement<[string], SignedHead> = db.prepare(
    'SELECT station, seq, hash, signature FROM head WHERE station = ? ORDER BY seq, hash',
  )
  const forgetHeads: Statement<[string]> = db.prepare('DELETE FROM head WHERE station = ?')
  const addHead: Statement<[SignedHead]> = db.prepare(
    'INSERT INTO head (station, seq, hash, signature) VALUES (@station, @seq, @hash, @signature)',
  )
  const subjects: Statement<[string], { subject: string }> = db.prepare(
    `SELECT DISTINCT subject FROM fact WHERE subject > ? ORDER BY subject LIMIT ${SUBJECTS_AT_ONCE}`,
  )
  const told: Statement<[], Told> = db.prepare('SELECT station, seq, subject, type, fields FROM fact')
  const toldAfter: Statement<[string, number, number], Told> = db.prepare(
    'SELECT station, seq, subject, type, fields FROM fact WHERE station = ? AND seq > ? AND seq <= ? ORDER BY seq',
  )
  const holding: Statement<[string], Row> = db.prepare(`SELECT ${COLUMNS} FROM fact WHERE instr(fields, ?) > 0`)
  const count: Statement<[], { n: number }> = db.prepare('SELECT count(*) AS n FROM fact')
  const keep: Statement<[string, string, number, string]> = db.prepare(
    'UPDATE fact SET fields = ? WHERE station = ? AND seq = ? AND hash = ?',
  )
  const mark: Statement<[number, string, string, number, string]> = db.prepare(
    'UPDATE fact SET last = ?, hash = ? WHERE station = ? AND seq = ? AND hash = ?',
  )
  const forks: Statement<[], { station: string; seq: number }> = db.prepare(
    'SELECT station, forked AS seq FROM chain WHERE forked > 0',
  )
  const markFork: Statement<[FactRef]> = db.prepare(
    // Written also where it forks once more later on: whoever folds again beside it is to notice.
    'UPDATE chain SET forked = CASE WHEN forked = 0 OR forked > @seq THEN @seq ELSE forked END WHERE station = @station',
  )
  return {
    add: ({ by: _by, body: _body, ...fact }: Fact): void =>
      void add.run({
        ...fact,
        after: JSON.stringify(fact.after),
        fields: textOf(fact.fields),
        last: Number(fact.last),
      }),
    /** All facts about a subject, in their one order. */
    about: (subject: string): Fact[] => about.all(subject).map(factOf).toSorted(inOrder),
    hasAny: (subject: string): boolean => any.get(subject) !== undefined,
    /** The latest time of a fact about this subject, of those that can be believed. */
    latest: (subject: string): Timestamp | null => latest.get(subject)?.at ?? null,
    /** What each fact about this subject had seen. */
    links: (subject: string): (FactRef & { after: FactRef[]; at: Timestamp })[] =>
      links.all(subject).map(({ after, ...link }) => ({ ...link, after: jsonWritten(after) as FactRef[] })),
    /** What its writer’s clock said at this fact; null where it is not held. */
    wallOf: ({ station, seq, hash }: Head): number | null => wall.get({ station, seq, hash })?.wall ?? null,
    /** Every fact of this number: more than one where a disk was copied and both went on. */
    branches: (station: string, seq: number): Fact[] => branches.all(station, seq).map(factOf),
    /** The facts of a station after number `seq`, every branch of them, one by one. */
    *from(station: string, seq: number): Generator<Fact> {
      for (const row of from.iterate(station, seq)) yield factOf(row)
    },
    /** The same as they travel, without what is only read of them here: for their hashes. */
    *rawFrom(station: string, seq: number): Generator<RawFact> {
      for (const row of from.iterate(station, seq)) yield rawOf(row)
    },
    /** In their one order. */
    ofTypes: (types: readonly string[]): Fact[] => ofTypes.all(JSON.stringify(types)).map(factOf).toSorted(inOrder),
    chain: (station: string): HeldChain | null => chain.get(station) ?? null,
    chains: (): HeldChain[] => chains.all(),
    /** `at`: the last tick of the clock that it goes on with; empty where it has none. */
    begin: ({ station, event, publicKey }: Chain, at = ''): void => void begin.run({ station, event, publicKey, at }),
    /** The last number that is held of a station; 0 where none is. */
    last: (station: string): number => last.get(station)?.seq ?? 0,
    setHead: ({ station, seq, hash, at }: Head & { at: Timestamp }): void =>
      void setHead.run({ station, seq, hash, at }),
    /** What a station signed last, as far as it is held: a head for each branch. */
    heads: (station: string): SignedHead[] => heads.all(station),
    /** In place of all that are kept of it. */
    keepHeads(station: string, all: readonly SignedHead[]): void {
      forgetHeads.run(station)
      for (const head of all) addHead.run(head)
    },
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
    /** What every fact still says, as JSON, one by one. Nothing may be written until the last was read. */
    *told(): Generator<Told> {
      yield* told.iterate()
    },
    /** The same of the `most` numbers of a station after `seq`, at once: writing may go on afterwards. */
    toldAfter: (station: string, seq: number, most: number): Told[] => toldAfter.all(station, seq, seq + most),
    /** The facts in whose fields this text stands. Looks at every fact there is. */
    holding: (text: string): Fact[] => holding.all(text).map(factOf),
    /** Whether it is the last of its commit; and so it has another hash, which nothing follows yet. */
    mark: ({ station, seq, hash }: Pick<Fact, 'station' | 'seq' | 'hash'>, next: Pick<Fact, 'hash' | 'last'>): void =>
      void mark.run(Number(next.last), next.hash, station, seq, hash),
    /** Other fields in place of its own, of the same hashes. */
    keepFields: ({ station, seq, hash }: Pick<Fact, 'station' | 'seq' | 'hash'>, fields: readonly Field[]): void =>
      void keep.run(textOf(fields), station, seq, hash),
    /** Another fact has this number, too. */
    markFork: ({ station, seq }: FactRef): void => void markFork.run({ station, seq }),
    /** The first number of each station that is there more than once. */
    forks: (): ReadonlyMap<string, number> => new Map(forks.all().map(({ station, seq }) => [station, seq])),
    count: (): number => count.get()?.n ?? 0,
  }
}
