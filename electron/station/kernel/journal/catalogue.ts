/** What a fact type and a kind of record are, and how the capabilities' own are put together. */
import type { z } from 'zod'
import type { ChangeKind } from '../../../../shared/contract/station.ts'
import { type Fact, mayAct, type Role } from '../../../../shared/domain/fact.ts'
import { sha256 } from './hash.ts'
import type { Labels } from './labels.ts'
import type { Erasing } from './taken-out.ts'

/**
 * A kind of fact: its name, the version of its body, the schema that every body passes on its way in, and what each text in it
 * says of people. `who`: the least trusted who may write it; it counts from nobody else. `erases`: what it takes out of all facts, wherever
 * they are; such a type never changes its version. `erasesOwn`: only out of facts about its own subject, so nothing else need be looked at.
 */
export type FactType<Body> = {
  readonly type: string
  readonly v: number
  readonly body: z.ZodType<Body>
  readonly labels: Labels
  readonly who: Role
  readonly isErasing: boolean
  readonly erasesOwn: boolean
  erases(body: Body, fact: Fact): Erasing | null
}

export const factType = <Body>(
  type: string,
  v: number,
  body: z.ZodType<Body>,
  labels: Labels = {},
  {
    who = 'delegate',
    erases,
    erasesOwn = false,
  }: { who?: Role; erases?: (body: Body, fact: Fact) => Erasing | null; erasesOwn?: boolean } = {},
): FactType<Body> => ({
  type,
  v,
  body,
  labels,
  who,
  isErasing: erases !== undefined,
  erasesOwn,
  erases: erases ?? (() => null),
})

/** What the station does by itself counts, and what whoever did it might do. */
export const mayWrite = ({ who }: Pick<FactType<unknown>, 'who'>, { by }: Pick<Fact, 'by'>): boolean =>
  by.role === 'station' || mayAct(by.role, who)

/** True where a text of such a fact says anything of people, and not only of the event or by an id. */
export const saysOfPeople = ({ labels }: Pick<FactType<unknown>, 'labels'>): boolean =>
  Object.values(labels).some(({ class: kind }) => kind !== 'none')

/**
 * What a fact says, as the schema of its type reads it. Null where the fact is of another type, where a newer app wrote it, or where this
 * is no body of its type. A body is read in no other way: a fact that came from another tablet may hold anything.
 */
export function bodyOf<Body>(type: FactType<Body>, fact: Fact): Body | null {
  if (fact.type !== type.type || fact.v > type.v) return null
  const reading = type.body.safeParse(fact.body)
  return reading.success ? reading.data : null
}

/** One row of a record's table: columns by name. A flag is true or false here, and 1 or 0 in SQLite. */
export type Row = { readonly id: string; readonly [column: string]: string | number | boolean | null }

/** A fact as it is folded: with the time that people are shown, as an ISO instant. */
export type Timed = Fact & { readonly time: string }

/** The record after a fact, null where there is none then; undefined where the fact says nothing that can be read here. */
type Step = (row: Row | null, fact: Timed) => Row | null | undefined

type Pair = { one: string; other: string; reason: string }

/**
 * Things of which two entries may be one: by which facts that is said and taken back, and the table that keeps for SQL who leads whom.
 * `gone`: of whom such a fact tells that nothing is left; they lead nobody.
 */
export type Family = {
  readonly table: string
  readonly merged: FactType<Pair>
  readonly parted: FactType<{ takesBack: string[]; reason: string }>
  readonly gone: FactType<{ ids: string[]; reason: string }> | null
  /** The subject of every merge of these two, on every tablet. */
  readonly pairId: (one: string, other: string) => string
}

/** What a record’s declaration says of its columns (shared/domain/record.ts). */
type Declared = {
  readonly columns: readonly string[]
  /** Those of them that are true or false. */
  readonly flags: ReadonlySet<string>
  readonly types: ReadonlyMap<string, 'TEXT' | 'INTEGER'>
  readonly nullable: ReadonlySet<string>
}

/** A record: a table that the facts of a subject fold into, one row a subject. */
export type RecordKind = {
  readonly table: string
  /** Another number wherever the same facts add up to another record: then every one is folded again. */
  readonly fold: number
} & Declared & {
    /** Which lists on screen have changed when this record has. */
    readonly changes: ChangeKind
    readonly steps: ReadonlyMap<string, Step>
    /** The facts that take others about the same subject back: what is left is folded as if those had never been. */
    readonly takesBack: ReadonlyMap<string, TakesBack>
    /** The facts that begin it, of several tablets perhaps: they come before all that was said of it otherwise, whenever that was. */
    readonly begins: ReadonlyMap<string, Begins>
    /** What is left of it where all that began it was taken back, by facts of these types also. */
    readonly remains: Remains | null
    /** Columns to which facts only add: there nobody contradicts anybody. */
    readonly gathers: ReadonlySet<string>
    /** Of those that are one in this family there is one, under the id of the one that leads; null where each stands for itself. */
    readonly joins: Family | null
  }

/** Which other facts of its subject a fact takes back; null where it says nothing that can be read here. */
type TakesBack = (fact: Fact) => ((other: Fact) => boolean) | null

type Begins = (fact: Fact) => boolean

/** `of`: by all facts that count, taken back or not, in order; null where nothing is left. `by`: the types of those that may keep it. Pure. */
type Remains = { readonly by: ReadonlySet<string>; readonly of: (facts: readonly Timed[]) => Row | null }

/** What one type of fact does to a record; pure. `row` is null before the first, and the answer may be null: no record. */
export const on = <R extends Row, Body>(
  type: FactType<Body>,
  step: (row: R | null, body: Body, fact: Timed) => R | null,
): { type: string; step: Step } => ({
  type: type.type,
  step(row, fact) {
    const body = bodyOf(type, fact)
    // A row only came from this same fold.
    return body === null ? undefined : step(row as R | null, body, fact)
  },
})

/** A type of fact that takes others about its subject back, whatever the order they come in; pure. */
export const takingBack = <Body>(
  type: FactType<Body>,
  isTakenBack: (body: Body, other: Fact, fact: Fact) => boolean,
): { type: string; takesBack: TakesBack } => ({
  type: type.type,
  takesBack(fact) {
    const body = bodyOf(type, fact)
    return body === null ? null : (other) => isTakenBack(body, other, fact)
  },
})

/** A type of fact that begins a record, or does where `isFirst` says so; pure. */
export const beginning = <Body>(
  type: FactType<Body>,
  isFirst: (body: Body) => boolean = () => true,
): { type: string; begins: Begins } => ({
  type: type.type,
  begins(fact) {
    const body = bodyOf(type, fact)
    return body !== null && isFirst(body)
  },
})

export const recordKind = ({
  steps,
  takesBack = [],
  begins = [],
  remains = null,
  gathers = [],
  joins = null,
  record: { columns, flags, types, nullable },
  ...kind
}: {
  table: string
  fold: number
  record: Declared
  changes: ChangeKind
  steps: readonly { type: string; step: Step }[]
  takesBack?: readonly { type: string; takesBack: TakesBack }[]
  begins?: readonly { type: string; begins: Begins }[]
  remains?: Remains | null
  gathers?: readonly string[]
  joins?: Family | null
}): RecordKind => ({
  ...kind,
  columns,
  flags,
  types,
  nullable,
  joins,
  steps: new Map(steps.map(({ type, step }) => [type, step])),
  takesBack: new Map(takesBack.map(({ type, takesBack: back }) => [type, back])),
  begins: new Map(begins.map(({ type, begins: isFirst }) => [type, isFirst])),
  remains,
  gathers: new Set(gathers),
})

/** What one capability brings: the facts it writes and the records it keeps. */
export type Part = { readonly facts: readonly FactType<unknown>[]; readonly records: readonly RecordKind[] }

export type Catalogue = {
  readonly facts: ReadonlyMap<string, FactType<unknown>>
  readonly records: readonly RecordKind[]
  readonly recordsOf: ReadonlyMap<string, readonly RecordKind[]>
  /** By the type of a fact the records that it does not fold into, and may keep. */
  readonly keptBy: ReadonlyMap<string, readonly RecordKind[]>
}

/** Puts the capabilities' parts together; two that claim one fact type or table are a mistake in the house. */
export function catalogueOf(parts: readonly Part[]): Catalogue {
  const facts = new Map<string, FactType<unknown>>()
  for (const type of parts.flatMap((part) => part.facts)) {
    if (facts.has(type.type)) throw new Error(`Two capabilities define the fact “${type.type}”`)
    facts.set(type.type, type)
  }
  const records = parts.flatMap((part) => part.records)
  const recordsOf = new Map<string, RecordKind[]>()
  for (const record of records) {
    for (const type of new Set([...record.steps.keys(), ...record.takesBack.keys()])) {
      if (!facts.has(type)) throw new Error(`The record “${record.table}” folds “${type}”, which no capability defines`)
      recordsOf.set(type, [...(recordsOf.get(type) ?? []), record])
    }
  }
  const keptBy = new Map(
    [...facts.keys()].map((type) => [
      type,
      records.filter((kind) => kind.remains?.by.has(type) === true && !(recordsOf.get(type) ?? []).includes(kind)),
    ]),
  )
  return { facts, records, recordsOf, keptBy }
}

/**
 * By which fold the records of a kind are made: another text, and they are to be folded again. Besides the number of the fold it stands
 * for the columns, and for the facts that are heard of: what a newer app wrote is held and not folded until this one can read it.
 */
export function foldName({ facts }: Catalogue, kind: RecordKind): string {
  const { table, fold, columns, joins } = kind
  const heard = [...typesOf(kind)].toSorted().map((type) => [type, facts.get(type)?.v, facts.get(type)?.who])
  return `${table}:${fold}:${sha256(JSON.stringify([columns, heard, joins !== null])).slice(0, 8)}`
}

/** The types of the facts that a record hears of. */
export const typesOf = ({ steps, takesBack, remains }: RecordKind): ReadonlySet<string> =>
  new Set([...steps.keys(), ...takesBack.keys(), ...(remains?.by ?? [])])

/** Every family that a record of the house joins in, once. */
export const familiesOf = ({ records }: Catalogue): readonly Family[] => [
  ...new Set(records.flatMap(({ joins }) => joins ?? [])),
]

/** By which folds records were made: what is kept with them. */
export const foldedBy = (catalogue: Catalogue): string =>
  catalogue.records.map((kind) => foldName(catalogue, kind)).join(' ')

/** The records that are to be folded again: they were made by other folds than those of this version. `folded`: null where none was. */
export function notFoldedBy(catalogue: Catalogue, folded: string | null): RecordKind[] {
  const made = new Set(folded?.split(' '))
  return catalogue.records.filter((kind) => !made.has(foldName(catalogue, kind)))
}
