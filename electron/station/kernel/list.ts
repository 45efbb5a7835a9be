/** One page of a table for an organiser's list: the same search, filters, order, paging and counting for every kind of record. */
import type { Database } from 'better-sqlite3'
import { type AnyList, NONE, type Rule, type Term } from '../../../shared/domain/list.ts'

export type Page = { search: string; offset: number; limit: number }

type Value = string | number
/** A piece of SQL, and what stands for its question marks. */
export type Sql = { sql: string; values: readonly Value[] }

export type Listing = {
  table: string
  /** Columns that the search looks through. */
  searched: readonly string[]
  list: AnyList
  /** Columns that the list names and the table has not: how they are worked out. */
  derived?: Readonly<Record<string, Sql>>
  /** The ISO day that it is, for what is overdue. */
  today?: string
}

/** What is asked for beside search and page; what is left out is any, and the usual order. */
export type AskedOfList = Readonly<Record<string, unknown>> & { sort?: string; down?: boolean }

/** Where what `of` says stands in a list of ids, from 0 on; nothing where it does not. */
export const rankIn = (ids: readonly string[], of: Sql): Sql => ({
  sql: `(SELECT ranked.key FROM json_each(?) ranked WHERE ranked.value = ${of.sql})`,
  values: [JSON.stringify(ids), ...of.values],
})
/** What `of` says, where a list of ids has it. */
export const among = (ids: readonly string[], of: Sql): Sql => ({
  sql: `(SELECT known.value FROM json_each(?) known WHERE known.value = ${of.sql})`,
  values: [JSON.stringify(ids), ...of.values],
})
/** A column of the table. Named in full: the tables that SQLite makes of JSON have columns of the same names. */
export const ofTable = (name: string): Sql => ({ sql: `entry.${name}`, values: [] })

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

const isEmpty = ({ sql, values }: Sql): Sql => ({ sql: `coalesce(${sql}, '') = ''`, values })

const all = (parts: readonly Sql[], by: string): Sql => ({
  sql: parts.map(({ sql }) => `(${sql})`).join(by),
  values: parts.flatMap(({ values }) => values),
})

/** Null where the rule leaves nothing out. */
function condition(rule: Rule, asked: unknown, columnOf: (name: string) => Sql, today: string): Sql | null {
  const compared = (name: string, how: string, value: Value): Sql => {
    const { sql, values } = columnOf(name)
    return { sql: `${sql} ${how}`, values: [...values, value] }
  }
  switch (rule.is) {
    case 'one':
      if (typeof asked !== 'string') return null
      if (asked === NONE) return isEmpty(columnOf(rule.column))
      return compared(rule.column, rule.anyCase ? '= ? COLLATE NOCASE' : '= ?', asked)
    case 'flag':
      return asked === 'yes' || asked === 'no' ? compared(rule.column, '= ?', asked === 'yes' ? 1 : 0) : null
    case 'from':
      return typeof asked === 'string' ? compared(rule.column, '>= ?', asked) : null
    case 'to':
      return typeof asked === 'string' ? compared(rule.column, '<= ?', asked) : null
    case 'overdue':
      return asked === 'yes' ? compared(rule.column, '< ?', today) : null
    case 'gap': {
      const gaps = Array.isArray(asked) ? asked : []
      if (gaps.length === 0) return null
      return all(
        gaps.map((gap: string) =>
          all(
            (rule.gaps[gap] ?? []).map((name) => isEmpty(columnOf(name))),
            ' AND ',
          ),
        ),
        ' OR ',
      )
    }
    case 'apart':
      return null
  }
}

function orderTerm({ columns, anyCase, mayBeEmpty }: Term, columnOf: (name: string) => Sql, down: boolean): Sql[] {
  const known = columns.map(columnOf)
  const [only] = known
  const first: Sql =
    known.length === 1 && only !== undefined
      ? only
      : {
          sql: `coalesce(${known.map(({ sql }) => `nullif(${sql}, '')`).join(', ')})`,
          values: known.flatMap(({ values }) => values),
        }
  const way = `${anyCase ? ' COLLATE NOCASE' : ''}${down ? ' DESC' : ''}`
  return [...(mayBeEmpty ? [isEmpty(first)] : []), { sql: `${first.sql}${way}`, values: first.values }]
}

const clauseOf = (word: string, parts: readonly Sql[], by: string): Sql =>
  parts.length === 0
    ? { sql: '', values: [] }
    : { sql: `${word} ${parts.map(({ sql }) => sql).join(by)}`, values: parts.flatMap(({ values }) => values) }

/** Every word of `search` must be found. Of the same rows and the same question the answer is always in the same order. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- R ties the rows that are read to the view made of them
export function listRows<R, V>(
  db: Database,
  viewOf: (row: R) => V,
  { table, searched, list: { filters, sorts, order }, derived = {}, today = '' }: Listing,
  { search, offset, limit }: Page,
  asked: AskedOfList = {},
): { total: number; items: V[] } {
  const columnOf = (name: string): Sql => derived[name] ?? ofTable(name)
  const looked = search.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const where = clauseOf(
    'WHERE',
    [
      ...Object.entries(filters).flatMap(([name, { rule }]) => condition(rule, asked[name], columnOf, today) ?? []),
      ...looked.map((word) => ({
        sql: `(${searched.map((column) => `entry.${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
        values: searched.map(() => `%${escapeLike(word)}%`),
      })),
    ].map(({ sql, values }) => ({ sql: `(${sql})`, values })),
    ' AND ',
  )
  const sort = sorts[asked.sort ?? order] ?? sorts[order]
  const down = asked.down ?? sort?.down ?? false
  const ordered = clauseOf(
    'ORDER BY',
    [
      ...(sort?.by ?? []).flatMap((term) => orderTerm(term, columnOf, down)),
      { sql: down ? 'entry.id DESC' : 'entry.id', values: [] },
    ],
    ', ',
  )
  const total =
    db.prepare<Value[], { n: number }>(`SELECT count(*) AS n FROM ${table} AS entry ${where.sql}`).get(...where.values)
      ?.n ?? 0
  const rows = db
    .prepare<Value[], R>(`SELECT entry.* FROM ${table} AS entry ${where.sql} ${ordered.sql} LIMIT ? OFFSET ?`)
    .all(...where.values, ...ordered.values, limit, offset)
  return { total, items: rows.map((row) => viewOf(row)) }
}
