/** A body as fields, and fields as a body: objects are taken apart, everything else is a value. Pure but for the salts. */
import { type Field, type FieldValue, isGone } from '../../../../shared/domain/fact-two.ts'
import type { Label, Labels } from '../labels.ts'

const PLAIN: Label = { class: 'none', about: null }

/** In the order of their paths. An object without members is no field, and comes back as nothing. */
function leavesOf(body: unknown, path = ''): [string, FieldValue][] {
  if (body === undefined) return []
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return [[path, body as FieldValue]]
  return Object.entries(body).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
}

const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1)

/** `salt` answers 32 hex digits, others each time. Where a label says that a path names whom it speaks of, that id is taken. */
export function fieldsOf(
  body: unknown,
  { subject, labels, salt }: { subject: string; labels: Labels; salt: () => string },
): Field[] {
  const leaves = leavesOf(body)
  const ids = new Map(leaves)
  const whom = ({ about }: Label): string | null => {
    if (about === null || about === 'subject') return about === null ? null : subject
    const id = ids.get(about.at)
    return typeof id === 'string' ? id : null
  }
  return leaves
    .map(([path, value]): Field => {
      const label = labels[path] ?? PLAIN
      return { path, class: label.class, about: whom(label), salt: label.class === 'none' ? '' : salt(), value }
    })
    .toSorted(byPath)
}

/** What stands in a record for what was taken out. */
const standIn = (field: Field): FieldValue => (field.class === 'words' ? '…' : '')

/** The body that these fields are of, with stand-ins for what is gone; those of who did it are left out. */
export function bodyOfFields(fields: readonly Field[]): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.path.startsWith('by.')) continue
    const names = field.path.split('.')
    const last = names.pop() ?? ''
    let at = body
    for (const name of names) {
      const below = at[name]
      const next: Record<string, unknown> = isObject(below) ? below : {}
      at[name] = next
      at = next
    }
    at[last] = isGone(field) ? standIn(field) : field.value
  }
  return body
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
