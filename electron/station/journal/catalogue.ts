/** What a fact type and a kind of record are, and how the capabilities' own are put together. */
import type { z } from 'zod'
import type { ChangeKind } from '../../../shared/contract/station.ts'
import type { Fact } from '../../../shared/domain/fact.ts'

/** A kind of fact: its name, the version of its body, and the schema that every body passes on its way in. */
export type FactType<Body> = { readonly type: string; readonly v: number; readonly body: z.ZodType<Body> }

export const factType = <Body>(type: string, v: number, body: z.ZodType<Body>): FactType<Body> => ({ type, v, body })

/** One row of a record's table: columns by name, as SQLite keeps them. */
export type Row = { readonly id: string; readonly [column: string]: string | number | null }

type Step = (row: Row | null, body: unknown, fact: Fact) => Row | null

/** A record: a table that the facts of a subject fold into, one row a subject. */
export type RecordKind = {
  readonly table: string
  readonly columns: readonly string[]
  /** Which lists on screen have changed when this record has. */
  readonly changes: ChangeKind
  readonly steps: ReadonlyMap<string, Step>
}

/** What one type of fact does to a record; pure. `row` is null before the first, and the answer may be null: no record. */
export const on = <R extends Row, Body>(
  type: FactType<Body>,
  step: (row: R | null, body: Body, fact: Fact) => R | null,
): { type: string; step: Step } => ({
  type: type.type,
  // A fact reaches a fold only after its body passed the schema of its type, and a row only came from this same fold.
  step: (row, body, fact) => step(row as R | null, body as Body, fact),
})

export const recordKind = (kind: {
  table: string
  columns: readonly string[]
  changes: ChangeKind
  steps: readonly { type: string; step: Step }[]
}): RecordKind => ({
  ...kind,
  steps: new Map(kind.steps.map(({ type, step }) => [type, step])),
})

/** What one capability brings: the facts it writes and the records it keeps. */
export type Part = { readonly facts: readonly FactType<unknown>[]; readonly records: readonly RecordKind[] }

export type Catalogue = {
  readonly facts: ReadonlyMap<string, FactType<unknown>>
  readonly records: readonly RecordKind[]
  readonly recordsOf: ReadonlyMap<string, readonly RecordKind[]>
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
    for (const type of record.steps.keys()) {
      if (!facts.has(type)) throw new Error(`The record “${record.table}” folds “${type}”, which no capability defines`)
      recordsOf.set(type, [...(recordsOf.get(type) ?? []), record])
    }
  }
  return { facts, records, recordsOf }
}
