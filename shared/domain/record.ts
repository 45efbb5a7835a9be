/**
 * A record’s fields, each declared once: how people are asked for it, what a fact says of it and of whom that tells, how a column keeps it,
 * what a screen is shown, and whether a list’s search looks through it. From that comes all that is the same for every field.
 */
import { z } from 'zod'
import type { FieldClass } from './fact.ts'
import { instant, said } from './text.ts'

/** `As`: what screens call it, true where that is its own name, false where they are not shown it. */
type As = string | boolean

/** How people are asked for it, and as what a fact says their answer. */
type Asked = { schema: z.ZodType; said: z.ZodType }
/** `with`: an answer to something else sets it, too. Null where nobody is asked. */
type Question = Asked | 'with' | null

type Declared<T, A extends As, Q extends Question> = {
  /** As screens are shown it, and as a fact says it. */
  schema: z.ZodType<T>
  said: z.ZodType<T>
  type: 'TEXT' | 'INTEGER'
  isFlag: boolean
  as: A
  isSearched: boolean
  called: string | null
  question: Q
  /** What each text of the answer says of people, by the end of its path. */
  says: Readonly<Record<string, FieldClass>>
  /** The columns that an answer sets, where that is not this one alone. */
  columns: ((answer: never) => object) | null
  /** What stands in a record whose facts are from before there was such a field. */
  before: { is: T } | null
}

export class Field<T, A extends As = true, Q extends Question = null> {
  readonly declared: Declared<T, A, Q>

  constructor(declared: Declared<T, A, Q>) {
    this.declared = declared
  }

  nullable(): Field<T | null, A, Q> {
    const { schema, said: inFact, before: _none, ...others } = this.declared
    return new Field({ ...others, schema: schema.nullable(), said: inFact.nullable(), before: null })
  }

  /** The list’s search looks through it. */
  searched(): Field<T, A, Q> {
    return new Field({ ...this.declared, isSearched: true })
  }

  /** Under another name than its column’s, which may be a word of SQL. */
  shownAs<N extends string>(as: N): Field<T, N, Q> {
    return new Field({ ...this.declared, as })
  }

  /** Kept, and no screen’s business. */
  hidden(): Field<T, false, Q> {
    return new Field({ ...this.declared, as: false })
  }

  /** The word for it in a history. */
  called(word: string): Field<T, A, Q> {
    return new Field({ ...this.declared, called: word })
  }

  /** A form asks for it. `says`: what the text says of people; a number and a flag say nothing. */
  asked<S extends z.ZodType>(
    schema: S,
    ...[says]: [T] extends [string | null] ? [says: FieldClass] : []
  ): Field<T, A, { schema: S; said: z.ZodType<T> }> {
    return new Field({
      ...this.declared,
      question: { schema, said: this.declared.said },
      says: says === undefined ? {} : { '': says },
    })
  }

  /** A form asks for it, and the answer sets several columns. `says`: by the name of each text in it. */
  askedTogether<S extends z.ZodType, B>(
    schema: S,
    {
      said: inFact,
      says,
      columns,
    }: { said: z.ZodType<B>; says: Record<string, FieldClass>; columns: (answer: B) => object },
  ): Field<T, A, { schema: S; said: z.ZodType<B> }> {
    return new Field({
      ...this.declared,
      question: { schema, said: inFact },
      says: Object.fromEntries(Object.entries(says).map(([name, kind]) => [`.${name}`, kind])),
      columns,
    })
  }

  /** What was answered to another field sets it, too. */
  setWith(): Field<T, A, 'with'> {
    return new Field({ ...this.declared, question: 'with' })
  }

  /** Facts from before there was such a field say nothing of it; it is this then. */
  before<S extends z.ZodType, B extends z.ZodType>(
    this: Field<T, A, { schema: S; said: B }>,
    is: T,
  ): Field<T, A, { schema: S; said: z.ZodOptional<B> }> {
    const { schema, said: inFact } = this.declared.question
    return new Field({ ...this.declared, question: { schema, said: inFact.optional() }, before: { is } })
  }
}

const field = <T>(
  type: 'TEXT' | 'INTEGER',
  schema: z.ZodType<T>,
  { said: inFact = schema, isFlag = false }: { said?: z.ZodType<T>; isFlag?: boolean } = {},
): Field<T> =>
  new Field({
    schema,
    said: inFact,
    type,
    isFlag,
    as: true,
    isSearched: false,
    called: null,
    question: null,
    says: {},
    columns: null,
    before: null,
  })

export const text = (): Field<string> => field('TEXT', z.string(), { said })
export const oneOf = <const T extends readonly string[]>(options: T): Field<T[number]> => field('TEXT', z.enum(options))
/** A whole number. */
export const number = (): Field<number> => field('INTEGER', z.int())
/** A column keeps it as 0 or 1. */
export const flag = (): Field<boolean> => field('INTEGER', z.boolean(), { isFlag: true })
/** An ISO instant. */
export const moment = (): Field<string> => field('TEXT', instant)
/** 1 where two changed one thing of the record without having seen each other. */
export const conflict = (): Field<number, false> => number().hidden()

export type Fields = Readonly<Record<string, { readonly declared: Declared<unknown, As, Question> }>>

type Of<F> = F extends Field<infer T, As, Question> ? T : never
type Kept<F> = Of<F> extends boolean ? number : Of<F>
type NameOf<K, F> = F extends { declared: { as: infer A } }
  ? A extends true
    ? K
    : A extends string
      ? A
      : never
  : never
/** What is asked for is asked for under the name that screens have for it. */
type AskedAs<K, F> = F extends { declared: { question: Asked } } ? NameOf<K, F> & string : never

/** What facts fold into. */
export type RowOf<F extends Fields> = { readonly id: string } & { readonly [K in keyof F]: Of<F[K]> }
/** The same as it comes out of SQLite. */
export type StoredOf<F extends Fields> = { readonly id: string } & { readonly [K in keyof F]: Kept<F[K]> }
type ShapeOf<F extends Fields> = { id: z.ZodType<string> } & {
  [K in keyof F as NameOf<K, F[K]> & string]: z.ZodType<Of<F[K]>>
}
/** The columns that no screen is shown. */
export type HiddenOf<F extends Fields> = {
  [K in keyof F]: F[K] extends { declared: { as: false } } ? K : never
}[keyof F]
/** What screens are shown. */
export type ViewOf<F extends Fields> = { id: string } & { [K in keyof F as NameOf<K, F[K]> & string]: Of<F[K]> }

type Part<F, P extends 'schema' | 'said'> = F extends { declared: { question: infer Q } }
  ? Q extends Record<P, infer S extends z.ZodType>
    ? S
    : never
  : never
type AskedShape<F extends Fields, P extends 'schema' | 'said'> = {
  [K in keyof F as AskedAs<K, F[K]>]: Part<F[K], P>
}
/** The columns that no answer sets. */
type Unasked<F extends Fields> = {
  [K in keyof F]: F[K] extends { declared: { question: null } } ? K : never
}[keyof F]
/** What a fact says of all that is asked. */
type SaidOf<F extends Fields> = z.infer<z.ZodObject<AskedShape<F, 'said'>>>
type SomeOf<F extends Fields> = { readonly [K in keyof SaidOf<F>]?: SaidOf<F>[K] | undefined }
/** A row, or some columns of it beside others, with each flag true or false. */
type ReadOf<F extends Fields, R> = {
  [K in keyof R]: K extends keyof F ? (Of<F[K]> extends boolean ? boolean : R[K]) : R[K]
}

/** The id comes first of its columns. */
export function record<const F extends Fields>(fields: F) {
  const all = Object.entries(fields).map(([column, { declared }]) => ({ column, ...declared }))
  const shown = all.flatMap(({ as, ...one }) =>
    as === false ? [] : [{ ...one, name: typeof as === 'string' ? as : one.column }],
  )
  const asked = shown.flatMap(({ question, ...one }) =>
    question === null || question === 'with' ? [] : [{ ...one, ...question }],
  )
  const flags = new Set(all.flatMap(({ column, isFlag }) => (isFlag ? [column] : [])))
  const before = Object.fromEntries(all.flatMap((one) => (one.before === null ? [] : [[one.column, one.before.is]])))
  const read = <R extends object>(row: R) => {
    const known: Record<string, unknown> = { ...(row as Record<string, unknown>) }
    for (const column of flags) if (column in known) known[column] = known[column] === 1
    return known as ReadOf<F, R>
  }
  const columnsOf = (body: SomeOf<F>): Partial<RowOf<F>> =>
    Object.fromEntries(
      asked.flatMap(({ name, column, columns }) => {
        const answer: unknown = body[name as keyof typeof body]
        if (answer === undefined) return []
        return columns === null ? [[column, answer]] : Object.entries(columns(answer as never))
      }),
    ) as Partial<RowOf<F>>
  const set = (body: SaidOf<F>): Partial<RowOf<F>> => ({ ...before, ...columnsOf(body) })
  return {
    columns: ['id', ...all.map(({ column }) => column)],
    /** How SQLite is to keep each column. */
    types: new Map<string, 'TEXT' | 'INTEGER'>([
      ['id', 'TEXT'],
      ...all.map(({ column, type }) => [column, type] as const),
    ]),
    flags,
    nullable: new Set(all.flatMap(({ column, schema }) => (schema.safeParse(null).success ? [column] : []))),
    searched: all.flatMap(({ column, isSearched }) => (isSearched ? [column] : [])),
    // The names and types are those of the fields, which no type of zod’s can follow; so below.
    view: z.object(
      Object.fromEntries([['id', z.uuid()], ...shown.map(({ name, schema }) => [name, schema])]),
    ) as unknown as z.ZodObject<ShapeOf<F>>,
    viewOf: (row: StoredOf<F>): ViewOf<F> => {
      const { id, ...known } = read<Record<string, unknown>>(row)
      return Object.fromEntries([['id', id], ...shown.map(({ column, name }) => [name, known[column]])]) as ViewOf<F>
    },
    /** What SQLite answered of it, be it beside columns of others. */
    read,
    /** What a form gives, whole. */
    details: z.object(Object.fromEntries(asked.map(({ name, schema }) => [name, schema]))) as unknown as z.ZodObject<
      AskedShape<F, 'schema'>
    >,
    /** What a fact says of it, by name. */
    said: Object.fromEntries(asked.map((one) => [one.name, one.said])) as AskedShape<F, 'said'>,
    /** What each text of that says of people, by its path. */
    says: Object.fromEntries(
      asked.flatMap(({ name, says }) => Object.entries(says).map(([end, kind]) => [`${name}${end}`, kind])),
    ),
    /** The words for it in a history, by name. */
    called: Object.fromEntries(shown.flatMap(({ name, called }) => (called === null ? [] : [[name, called]]))),
    /** The columns that a fact sets; only those of which it says something. */
    columnsOf,
    /** All that the first fact says; a field that was not there yet is what stands for it, so that the same said before and after an update is the same. */
    set,
    /** A row as its first fact says it, beside what nobody is asked. */
    begun: (body: SaidOf<F>, others: { id: string } & Pick<RowOf<F>, Unasked<F>>): RowOf<F> =>
      ({ ...set(body), ...others }) as unknown as RowOf<F>,
  }
}
