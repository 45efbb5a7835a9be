/** A body as fields, and fields as a body: objects are taken apart, everything else is a value. Pure but for the salts. */
import {
  type Actor,
  actorSchema,
  type Fact,
  factName,
  type FactRef,
  type Field,
  type FieldValue,
  isGone,
  nameOf,
} from '../../../../shared/domain/fact.ts'
import { isId } from './ids.ts'
import { type Label, type Labels, typed } from './labels.ts'

/** Where who did it stands among the fields. */
const [ROLE, WHO] = ['actor.role', 'actor.delegate']
/** Where the name stands that a fact had in another format. */
export const WAS = 'actor.was'

/** An object without members is a value, or it would come back as nothing. */
export function leavesOf(body: unknown, path = ''): [string, FieldValue][] {
  if (body === undefined) return []
  if (!isObject(body)) return [[path, body as FieldValue]]
  const parts = Object.entries(body).filter(([, part]) => part !== undefined)
  if (parts.length === 0) return path === '' ? [] : [[path, {}]]
  return parts.flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
}

export const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1)

/** Of a text, or of a list of them. */
function labelAt(labels: Labels, path: string): Label {
  const key = [path, `${path}[]`].find((one) => Object.hasOwn(labels, one))
  return (key === undefined ? undefined : labels[key]) ?? typed('none')
}

/**
 * What a fact says and who did it, in the order of the paths. `salt` answers 32 hex digits, others each time. Where a label says that a
 * path names whom it speaks of, that id is taken.
 */
export function fieldsOf(
  body: unknown,
  {
    by,
    subject,
    labels,
    salt,
    extra = [],
  }: { by: Actor; subject: string; labels: Labels; salt: () => string; extra?: readonly [string, FieldValue][] },
): Field[] {
  const leaves = leavesOf(body)
  const ids = new Map(leaves)
  const whom = ({ about }: Label): string | null => {
    if (about === null || about === 'subject') return about === null ? null : subject
    const id = ids.get(about.path)
    return typeof id === 'string' ? id : null
  }
  const fieldAt = (
    path: string,
    value: FieldValue,
    { class: kind, about }: { class: Field['class']; about: string | null },
  ): Field => ({ path, class: kind, about, salt: kind === 'none' ? '' : salt(), value })
  return [
    fieldAt(ROLE, by.role, { class: 'none', about: null }),
    fieldAt(WHO, by.delegate, { class: by.delegate === null ? 'none' : 'identity', about: by.delegate }),
    ...extra.map(([path, value]) => fieldAt(path, value, { class: 'none', about: null })),
    ...leaves.map(([path, value]) => {
      const label = labelAt(labels, path)
      return fieldAt(path, value, { class: label.class, about: whom(label) })
    }),
  ].toSorted(byPath)
}

/** The name that a fact had in another format; null where it had none. */
export function wasOf({ fields }: { fields: readonly Field[] }): string | null {
  const was = fields.find(({ path }) => path === WAS)
  return was === undefined || isGone(was) || typeof was.value !== 'string' ? null : was.value
}

/** A name as `nameOf` writes it, in its parts; null where it is none. */
export function refOf(name: string | null): FactRef | null {
  if (name === null || !factName.safeParse(name).success) return null
  const [station = '', seq] = name.split(' ')
  return { station, seq: Number(seq) }
}

/** One and the same for a fact that was written anew on two tablets. */
export function calledOf(fact: Pick<Fact, 'station' | 'seq' | 'at' | 'type' | 'fields'>): string {
  const was = wasOf(fact)
  // Two copies of a folder that both went on before they were updated gave one name to two facts.
  return was === null ? nameOf(fact) : `${was} ${fact.at} ${fact.type}`
}

/** What stands in a body for what was taken out. */
export const standIn = (field: Field): FieldValue => {
  if (!isGone(field)) return field.value
  return field.instead ?? (field.class === 'words' ? '…' : '')
}

/** The body that these fields are of. */
export function bodyOfFields(fields: readonly Field[]): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const names = field.path.split('.')
    if (names[0] === 'actor' || names.includes('__proto__')) continue
    const last = names.pop() ?? ''
    let node = body
    for (const name of names) {
      const below = Object.hasOwn(node, name) ? node[name] : undefined
      const next: Record<string, unknown> = isObject(below) ? below : {}
      node[name] = next
      node = next
    }
    node[last] = standIn(field)
  }
  return body
}

const ROLES: ReadonlySet<unknown> = new Set(actorSchema.shape.role.options)
const isRole = (role: unknown): role is Actor['role'] => ROLES.has(role)

/** Whoever cannot be told any more did it as the least of all. */
export function actorIn(fields: readonly Field[]): Actor {
  const said = (path: string): unknown => {
    const field = fields.find((one) => one.path === path)
    return field === undefined || isGone(field) ? null : field.value
  }
  const [role, delegate] = [said(ROLE), said(WHO)]
  // Most are of nobody who is known: not worth a whole schema each time.
  if (delegate === null && isRole(role)) return { role, delegate }
  const read = actorSchema.safeParse({ role, delegate })
  return read.success ? read.data : { role: 'delegate', delegate: null }
}

/** The ids that a body names: of people, and of whatever else. */
export const namedIn = (fields: readonly Field[]): ReadonlySet<string> =>
  new Set(
    fields
      .flatMap((field) => (isGone(field) ? [] : [field.value].flat()))
      .filter((value) => typeof value === 'string' && isId(value)) as string[],
  )

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
