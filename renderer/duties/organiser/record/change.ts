/** Checks a change to a record before it is sent: only what is different goes, and never without a reason. Pure. */
import type { z } from 'zod'
import type { Fault } from '../../../components/fields.tsx'

export type Checked<Value> = { ok: true; value: Value } | { ok: false; faults: Fault[] }

const asText = (value: unknown): string => JSON.stringify(typeof value === 'string' ? value.trim() : value) ?? ''

/**
 * What of `after` differs from `before`, with the reason, as `schema` reads it; null where nothing does. A fault belongs to
 * the field `form-name`.
 */
export function checkChange<Value>(
  form: string,
  schema: z.ZodType<Value>,
  { before, after, reason }: { before: Record<string, unknown>; after: Record<string, unknown>; reason: string },
): Checked<Value> | null {
  const changed = Object.entries(after).filter(([name, value]) => asText(value) !== asText(before[name]))
  if (changed.length === 0) return null
  const checked = schema.safeParse({ ...Object.fromEntries(changed), reason })
  return checked.success ? { ok: true, value: checked.data } : { ok: false, faults: faultsOf(form, checked.error) }
}

/** The first thing wrong with each field. */
const faultsOf = (form: string, error: z.ZodError): Fault[] =>
  error.issues
    .filter((issue, at, all) => all.findIndex((other) => other.path[0] === issue.path[0]) === at)
    .map((issue) => ({ id: `${form}-${String(issue.path[0])}`, message: issue.message }))
