/** A fact in format 2 (docs/facts.md): one thing that happened, in fields that can be taken out one by one. */
import { z } from 'zod'
import { timestampSchema } from './clock.ts'

export const factRef = z.object({ station: z.uuid(), seq: z.int().min(1) })
export type FactRef = z.infer<typeof factRef>

/** What a field says of people: who somebody is, how to reach them, what would help them, said in passing, promised or proposed. */
export const FIELD_CLASSES = ['identity', 'contact', 'need', 'note', 'words', 'none'] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]

const leaf = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** Arrays are whole values: what must be taken out one by one has a path of its own. */
const fieldValue = z.union([leaf, z.array(z.unknown())])
export type FieldValue = z.infer<typeof fieldValue>

const sha = z.string().regex(/^[0-9a-f]{64}$/)
const place = {
  /** From the top of the body, with dots: `timescale.due`. `by.role` and `by.delegate` are who did it. */
  path: z.string().min(1).max(200),
  class: z.enum(FIELD_CLASSES),
  /** The person it speaks of, where we know them by an id. */
  about: z.uuid().nullable(),
}
/** `salt`: 32 hex digits; empty where the class is none, since nothing of it is ever taken out. */
const whole = z.object({ ...place, salt: z.string().regex(/^([0-9a-f]{32})?$/), value: fieldValue })
/** Taken out, or withheld by whoever passed it on: only the hash of salt and value is left. */
const gone = z.object({ ...place, leaf: sha })
export const fieldSchema = z.union([whole, gone])
export type Field = z.infer<typeof fieldSchema>

export const isGone = (field: Field): field is z.infer<typeof gone> => 'leaf' in field

export const rawFact = z.object({
  station: z.uuid(),
  seq: z.int().min(1),
  at: timestampSchema,
  /** The writer’s own clock, as it was. Milliseconds since 1970. */
  wall: z.int(),
  type: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  v: z.int().min(1),
  subject: z.uuid(),
  /** The ends of what the writer had seen of this subject, in the order of station and number. */
  after: z.array(factRef).max(1000),
  /** In the order of their paths. */
  fields: z.array(fieldSchema).max(5000),
  /** The last fact of its commit. */
  last: z.boolean(),
  hash: sha,
})
export type RawFact = z.infer<typeof rawFact>
