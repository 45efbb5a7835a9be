/**
 * A list that people look through, declared once: what it can be narrowed by, how it is sorted, and what an entry can lack. From that come
 * the input of its call, the SQL behind it, what a screen offers, and the address that leads to just these rows.
 */
import { z } from 'zod'
import { asGiven, instant, isoDate } from './text.ts'

/** Asked for where something may be none: no id of an event pack is this. */
export const NONE = '-'
/** In an address: any, where a list usually shows only one kind. */
const ANY = 'all'

/** How an entry is held against what was asked for. A column is one of the record, or one that its capability works out (`derived`). */
export type Rule =
  /** Just this value; NONE stands for an empty one. `anyCase`: “Police” and “POLICE” are one, as far as A to Z go. */
  | { is: 'one'; column: string; anyCase: boolean }
  /** Asked for as yes or no, kept as 1 or 0. */
  | { is: 'flag'; column: string }
  /** From the one to the other, both included; what is empty is neither. */
  | { is: 'from' | 'to'; column: string }
  /** A day that is over. */
  | { is: 'overdue'; column: string }
  /** At least one of the gaps that were asked for: all its columns are empty. */
  | { is: 'gap'; gaps: Readonly<Record<string, readonly string[]>> }
  /** The capability sees to it by itself. */
  | { is: 'apart' }

type Asked = string | readonly string[] | null

/** `usual`: what is asked for where an address says nothing. `called`: the word for it on screen. */
export type Filter<S extends z.ZodType = z.ZodType> = { schema: S; rule: Rule; usual: Asked; called: string }

/** One value of a column that holds ids of the pack, or names. */
export const oneValue = (column: string, called: string, { anyCase = false } = {}) => ({
  schema: asGiven(160).nullable().default(null),
  rule: { is: 'one', column, anyCase } as const,
  usual: null,
  called,
})

/** One of a few. */
export const oneOfFew = <const T extends readonly string[]>(
  column: string,
  called: string,
  values: T,
  { usual = null, apart = false }: { usual?: T[number] | null; apart?: boolean } = {},
) => ({
  schema: z.enum(values).nullable().default(null),
  rule: apart ? ({ is: 'apart' } as const) : ({ is: 'one', column, anyCase: false } as const),
  usual,
  called,
})

export const yesOrNo = (column: string, called: string) => ({
  schema: z.enum(['yes', 'no']).nullable().default(null),
  rule: { is: 'flag', column } as const,
  usual: null,
  called,
})

const between =
  <S extends z.ZodType<string>>(schema: S) =>
  (is: 'from' | 'to', column: string, called: string) => ({
    schema: schema.nullable().default(null),
    rule: { is, column } as const,
    usual: null,
    called,
  })
/** ISO instants; ISO days. */
export const moments = between(instant)
export const days = between(isoDate)

/** A day that was over before the station’s today. */
export const overdue = (column: string, called: string) => ({
  schema: z.enum(['yes']).nullable().default(null),
  rule: { is: 'overdue', column } as const,
  usual: null,
  called,
})

/** What an entry can lack, each by the columns that are then all empty. Several are asked for together: any of them. */
export const lacking = <const G extends Readonly<Record<string, readonly string[]>>>(called: string, gaps: G) => ({
  schema: z
    .array(z.enum(Object.keys(gaps) as [keyof G & string, ...(keyof G & string)[]]))
    .max(12)
    .default([]),
  rule: { is: 'gap', gaps } as const,
  usual: [] as const,
  called,
})

/** What is compared: the first of these columns that is not empty. */
export type Term = { columns: readonly string[]; anyCase: boolean; mayBeEmpty: boolean }
/** By its terms, one after the other; then by the id. What is empty comes last, whichever way. `down`: the way it usually is. */
type Sort = { called: string; by: readonly Term[]; down: boolean }

/** Words, by their letters; A to Z in any case. */
export const words = (...columns: string[]): Term => ({ columns, anyCase: true, mayBeEmpty: true })
/** Numbers, days and ranks, which may be missing. */
export const amounts = (column: string): Term => ({ columns: [column], anyCase: false, mayBeEmpty: true })
/** What every entry has. */
export const always = (column: string, { anyCase = false } = {}): Term => ({
  columns: [column],
  anyCase,
  mayBeEmpty: false,
})

type Filters = Readonly<Record<string, Filter>>
type Sorts = Readonly<Record<string, Sort>>
type AskedOf<F extends Filters> = { [K in keyof F]: z.output<F[K]['schema']> }
export type QueryOf<F extends Filters, S extends Sorts> = AskedOf<F> & { sort: keyof S & string; down: boolean }

export type AnyList = { filters: Filters; sorts: Sorts; order: string }

export type ListQuery<L> = L extends { usual: infer Q } ? Q : never

/** `order`: the sort that it usually has. */
export function list<const F extends Filters, const S extends Sorts>(declared: {
  filters: F
  sorts: S
  order: keyof S & string
}) {
  const { filters, sorts, order } = declared
  type Query = QueryOf<F, S>
  const sortNames = Object.keys(sorts) as [keyof S & string, ...(keyof S & string)[]]
  const usual = {
    ...Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, filter.usual])),
    sort: order,
    down: sorts[order]?.down ?? false,
  } as unknown as Query
  const shape = Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, schema])) as {
    [K in keyof F]: F[K]['schema']
  }

  const readOne = ({ schema, usual: without }: Filter, given: string | null): unknown => {
    if (given === null) return without
    if (given === ANY && without !== null) return null
    const read = schema.safeParse(Array.isArray(without) ? given.split(',') : given)
    return read.success ? read.data : without
  }
  return {
    ...declared,
    usual,
    /** What its call takes beside search and page. */
    input: {
      ...shape,
      sort: z.enum(sortNames).default(order as never),
      down: z.boolean().default(usual.down),
    },
    /** What an address asks for, by the names in it; what it says wrongly it does not say. */
    askedBy(said: (name: string) => string | null): Query {
      const sort = said('sort') ?? ''
      const known = sortNames.find((name) => name === sort.replace(/^-/, ''))
      return {
        ...Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, readOne(filter, said(name))])),
        sort: known ?? order,
        down: known === undefined ? usual.down : sort.startsWith('-'),
      } as unknown as Query
    },
    /** What stands in the address of just these rows, as names and values; nothing of what is usual. */
    saidOf(asked: Partial<Query>): [name: string, value: string][] {
      const query: Query = { ...usual, ...asked }
      const narrowed = Object.entries(filters).flatMap(([name, filter]): [string, string][] => {
        const value = (query as Record<string, Asked>)[name] ?? null
        if (String(value) === String(filter.usual)) return []
        return [[name, value === null ? ANY : typeof value === 'string' ? value : value.join(',')]]
      })
      const isUsual = query.sort === order && query.down === usual.down
      return isUsual ? narrowed : [...narrowed, ['sort', `${query.down ? '-' : ''}${query.sort}`]]
    },
  }
}
