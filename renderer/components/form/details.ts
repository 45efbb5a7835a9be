/** The details of a record as they are typed, and what was typed as the details of a record; a correction is what is different. Pure. */
import { z } from 'zod'
import type { TimescaleInput } from '../../../shared/domain/pledge.ts'
import { reasonSchema } from '../../../shared/domain/text.ts'

/** Every detail that the schema names, as it is typed: a yes or no, or text. */
type Typed<Shape, Kept> = {
  [Name in keyof Shape & keyof Kept & string]: Kept[Name] extends boolean ? boolean : string
}

/** The details of a record, as they stand in its form. */
export const typedOf = <Shape extends z.core.$ZodShape, Kept extends { [Name in keyof Shape]?: unknown }>(
  details: z.ZodObject<Shape>,
  record: Kept,
): Typed<Shape, Kept> =>
  Object.fromEntries(
    Object.keys(details.shape).map((name) => {
      const held: unknown = record[name as keyof Kept]
      return [
        name,
        typeof held === 'boolean' || typeof held === 'string' ? held : typeof held === 'number' ? String(held) : '',
      ]
    }),
  ) as Typed<Shape, Kept>

/** What was typed goes to the station in its own words: it works out the day, and says so where it did. */
const timescaleOf = (when: string): TimescaleInput =>
  when.trim() === '' ? { kind: 'open' } : { kind: 'words', words: when }

/** A number as the schema wants it; what is no number stays as it was typed, for the schema to say so. */
function quantityOf(text: string): number | string | null {
  const digits = text.replaceAll(/[\s,]/g, '')
  return digits === '' ? null : /^\d+$/.test(digits) ? Number(digits) : text
}

/** The details that a record keeps in another way than they are typed. */
const MEANT: ReadonlyMap<string, (typed: string) => unknown> = new Map<string, (typed: string) => unknown>([
  ['timescale', timescaleOf],
  ['quantity', quantityOf],
  ['priority', (chosen) => (chosen === '' ? null : chosen)],
])
const meantBy = (typed: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]: [string, unknown]) => {
      const meant = MEANT.get(name)
      return [name, meant === undefined || typeof value !== 'string' ? value : meant(value)]
    }),
  )

/** Reads a form as the details that it is about. */
export const detailsTyped = <Details extends z.ZodType>(details: Details) =>
  z
    .custom<object>()
    .transform(meantBy)
    .pipe(details as z.ZodType<z.output<Details>, Record<string, unknown>>)

const asText = (value: unknown): string => JSON.stringify(typeof value === 'string' ? value.trim() : value) ?? ''

/**
 * What a correction of a record begins with, and how it is read: only what is different from the record is kept of it, and why, never
 * without a reason. Where nothing is different there is nothing to send, which is said of the whole.
 */
export function correctionOf<Shape extends z.core.$ZodShape, Kept extends { [Name in keyof Shape]?: unknown }>(
  details: z.ZodObject<Shape>,
  record: Kept,
) {
  const held = typedOf(details, record)
  const schema = details.partial().extend({ reason: reasonSchema })
  const before = meantBy(held)
  return {
    begun: { ...held, reason: '' },
    schema: z
      .custom<{ reason: string }>()
      .transform(({ reason, ...after }, context) => {
        const changed = Object.entries(meantBy(after)).filter(([name, value]) => asText(value) !== asText(before[name]))
        if (changed.length === 0) context.addIssue({ code: 'custom', message: 'Nothing has been changed yet.' })
        return { ...Object.fromEntries(changed), reason }
      })
      .pipe(schema as z.ZodType<z.output<typeof schema>, { reason: string }>),
  }
}
