/** What was typed into a form, read by its schema: a value to send, or what has to be put right, each fault at its field. Pure. */
import { z } from 'zod'
import type { FieldError } from '../fields.tsx'

/** `words`: what is wrong with the whole of it, and with no field of it; empty where nothing is. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; errors: FieldError[]; words: string }

/** The id of a field: `walk-in-name`. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name}`

/** The first thing that is wrong with each field, in the order of the schema. `idOf`: the id of a field by its name, which is empty for the whole. */
export function firstErrors(read: z.ZodSafeParseResult<unknown>, idOf: (name: string) => string): FieldError[] {
  const firsts = new Map<string, FieldError>()
  for (const { path, message } of read.error?.issues ?? []) {
    const id = idOf(String(path[0] ?? ''))
    if (!firsts.has(id)) firsts.set(id, { id, message })
  }
  return [...firsts.values()]
}

/** The value to send, or the errors of its fields under `prefix`. */
export function checkTyped<Value>(schema: z.ZodType<Value>, typed: unknown, prefix: string): Checked<Value> {
  const read = schema.safeParse(typed)
  if (read.success) return { ok: true, value: read.data }
  const found = firstErrors(read, (name) => (name === '' ? '' : fieldId(prefix, name)))
  const whole = found.find(({ id }) => id === '')
  return { ok: false, errors: found.filter((error) => error !== whole), words: whole?.message ?? '' }
}

/** Reads back what was left of a form like `begun`: what is missing, or was of another kind, is as it began; null where it is none at all. */
export function readLike<Form extends object>(begun: Form, body: unknown): Form | null {
  const read = z.record(z.string(), z.unknown()).safeParse(body)
  if (!read.success) return null
  const known = Object.entries(begun).map(([name, value]: [string, unknown]) => {
    const left = read.data[name]
    return [name, typeof left === typeof value ? left : value]
  })
  return Object.fromEntries(known) as Form
}
