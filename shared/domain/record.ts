/**
 * A record’s fields, each declared once: what a screen is shown of it, how a column keeps it, and whether a list’s search looks through it.
 * From that come the row that facts fold into, its columns, and the view with its schema.
 */
import { z } from 'zod'
import { instant } from './text.ts'

/** `As`: what screens call it, true where that is its own name, false where they are not shown it. */
type As = string | boolean

type Declared<T, A extends As> = { schema: z.ZodType<T>; isFlag: boolean; as: A; isSearched: boolean }

export class Field<T, A extends As = true> {
  readonly declared: Declared<T, A>

  constructor(declared: Declared<T, A>) {
    this.declared = declared
  }

  nullable(): Field<T | null, A> {
    return new Field({ ...this.declared, schema: this.declared.schema.nullable() })
  }

  /** The list’s search looks through it. */
  searched(): Field<T, A> {
    return new Field({ ...this.declared, isSearched: true })
  }

  /** Under another name than its column’s, which may be a word of SQL. */
  shownAs<N extends string>(as: N): Field<T, N> {
    return new Field({ ...this.declared, as })
  }

  /** Kept, and no screen’s business. */
  hidden(): Field<T, false> {
    return new Field({ ...this.declared, as: false })
  }
}

const field = <T>(schema: z.ZodType<T>, isFlag = false): Field<T> =>
  new Field({ schema, isFlag, as: true, isSearched: false })

export const text = (): Field<string> => field(z.string())
export const oneOf = <const T extends readonly string[]>(options: T): Field<T[number]> => field(z.enum(options))
export const number = (): Field<number> => field(z.number())
/** A column keeps it as 0 or 1. */
export const flag = (): Field<boolean> => field(z.boolean(), true)
/** An ISO instant. */
export const moment = (): Field<string> => field(instant)

export type Fields = Readonly<Record<string, Field<never, As> | Field<unknown, As>>>

type Of<F> = F extends Field<infer T, As> ? T : never
type Kept<F> = Of<F> extends boolean ? number : Of<F>
type NameOf<K, F> = F extends { declared: { as: infer A } }
  ? A extends true
    ? K
    : A extends string
      ? A
      : never
  : never

/** What facts fold into. `conflict`: 1 where two changed one thing without having seen each other. */
export type RowOf<F extends Fields> = { readonly id: string; readonly conflict: number } & {
  readonly [K in keyof F]: Of<F[K]>
}
/** The same as it comes out of SQLite. */
export type StoredOf<F extends Fields> = { readonly id: string; readonly conflict: number } & {
  readonly [K in keyof F]: Kept<F[K]>
}
type ShapeOf<F extends Fields> = { id: z.ZodType<string> } & {
  [K in keyof F as NameOf<K, F[K]> & string]: z.ZodType<Of<F[K]>>
}
/** What screens are shown. */
export type ViewOf<F extends Fields> = { id: string } & { [K in keyof F as NameOf<K, F[K]> & string]: Of<F[K]> }

/** `order`: how a list of them stands, as SQL says it. The id comes first of its columns, and what is in conflict last. */
export function record<const F extends Fields>(fields: F, { order }: { order: string }) {
  const all = Object.entries(fields).map(([column, { declared }]) => ({ column, ...declared }))
  const shown = all.flatMap(({ as, ...one }) =>
    as === false ? [] : [{ ...one, name: typeof as === 'string' ? as : one.column }],
  )
  const shape = { id: z.uuid(), ...Object.fromEntries(shown.map(({ name, schema }) => [name, schema])) }
  return {
    columns: ['id', ...all.map(({ column }) => column), 'conflict'],
    flags: new Set(all.flatMap(({ column, isFlag }) => (isFlag ? [column] : []))),
    nullable: new Set(all.flatMap(({ column, schema }) => (schema.safeParse(null).success ? [column] : []))),
    searched: all.flatMap(({ column, isSearched }) => (isSearched ? [column] : [])),
    order,
    // The names and types are those of the fields, which no type of zod’s can follow.
    view: z.object(shape) as unknown as z.ZodObject<ShapeOf<F>>,
    viewOf: (row: StoredOf<F>): ViewOf<F> =>
      Object.fromEntries([
        ['id', row.id],
        ...shown.map(({ column, name, isFlag }) => [name, isFlag ? row[column] === 1 : row[column]]),
      ]) as ViewOf<F>,
  }
}
