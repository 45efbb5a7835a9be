/** A part of the event as it is typed, and what was typed as changes of the event. Pure. */
import { type PackChange, written } from '../../../../../shared/domain/event-change/change.ts'
import { valueAt } from '../../../../../shared/domain/event-change/apply.ts'
import type { EventPack, PackError } from '../../../../../shared/domain/event-pack.ts'

/** How it is typed: one line, several, one thing a line, a day, a time, a number, a choice, or several ticks. */
type Look = 'line' | 'text' | 'lines' | 'day' | 'time' | 'number' | 'choice' | 'ticks'

/** One field of a form: which part of the event it is, by its path. Fields of one path are one thing together, each under its own name in it. */
export type PartField = {
  path: string
  /** Its name within what stands at the path. */
  within?: string
  label: string
  hint?: string
  look: Look
  options?: readonly { value: string; label: string }[]
  /** What an empty choice means. */
  empties?: 'null'
  /** Where it is typed in another way than it is kept. */
  typed?: (value: unknown) => string
  meant?: (text: string) => unknown
}

export const nameOfField = ({ path, within }: PartField): string =>
  `${path}${within === undefined ? '' : `.${within}`}`.replaceAll(/[/:]/g, '_')

export type Typed = Record<string, string>

/** Lists of what is one thing a line. */
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function typed(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : '')).join('\n')
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function meant({ look, empties, meant: own }: PartField, text: string): unknown {
  if (own !== undefined) return own(text)
  if (look === 'lines' || look === 'ticks') return lines(text)
  if (look === 'number') return /^\d+$/.test(text.trim()) ? Number(text.trim()) : text
  return empties === 'null' && text === '' ? null : text.trim()
}

const withinOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

/** The form as it begins: what stands in the event, or in what is new. `begun` keeps what it was, for a form that is taken up again later. */
export function typedOf(fields: readonly PartField[], at: (path: string) => unknown): Typed {
  const entries = fields.map((field): [string, string] => {
    const value = at(field.path)
    return [
      nameOfField(field),
      (field.typed ?? typed)(field.within === undefined ? value : withinOf(value, field.within)),
    ]
  })
  const before = Object.fromEntries(fields.map(({ path }) => [path, written(at(path))]))
  const values = Object.fromEntries(entries)
  return { ...values, begun: JSON.stringify({ values, before }) }
}

type Begun = { values: Typed; before: Record<string, string> }
const begunOf = (form: Typed): Begun => JSON.parse(form['begun'] ?? '{"values":{},"before":{}}') as Begun

/** What each path is to be, by what was typed. */
export function valuesMeant(fields: readonly PartField[], form: Typed): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const field of fields) {
    const value = meant(field, form[nameOfField(field)] ?? '')
    const { path, within } = field
    if (within === undefined) values.set(path, value)
    else values.set(path, { ...(values.get(path) as object | undefined), [within]: value })
  }
  return values
}

/** Only what was typed otherwise than it was when the form was begun: what somebody else changed meanwhile is left alone. */
export function changesTyped(fields: readonly PartField[], form: Typed): PackChange[] {
  const { values, before } = begunOf(form)
  const was = valuesMeant(fields, values)
  return [...valuesMeant(fields, form)].flatMap(([path, value]) =>
    written(value) === written(was.get(path)) ? [] : [{ path, before: before[path] ?? '', after: written(value) }],
  )
}

/** What is wrong, at the field whose part it is; the rest is said of the whole. */
export function errorsAt(
  fields: readonly PartField[],
  errors: readonly PackError[],
): { errors: Record<string, string>; words: string } {
  const at: Record<string, string> = {}
  const rest: string[] = []
  for (const { path, message } of errors) {
    const field = fields.find((one) => {
      const whole = one.within === undefined ? one.path : `${one.path}/${one.within}`
      return path === whole || path.startsWith(`${whole}/`) || (one.within !== undefined && path === one.path)
    })
    if (field === undefined) rest.push(message)
    else at[nameOfField(field)] ??= message
  }
  return { errors: at, words: [...new Set(rest)].join('. ') }
}

/** Whether everything of a new thing fits: a path below it, for the fields of its form. */
export const inNew =
  (fields: readonly PartField[], at: string) =>
  (form: Typed, usual: Record<string, unknown>): Record<string, unknown> => ({
    ...usual,
    ...Object.fromEntries([...valuesMeant(fields, form)].map(([path, value]) => [path.slice(at.length + 1), value])),
  })

export const valueIn =
  (pack: EventPack) =>
  (path: string): unknown =>
    valueAt(pack, path)
