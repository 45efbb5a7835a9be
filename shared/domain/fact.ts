/** A fact in format 2 (docs/facts.md): one thing that happened, written once, in fields that can be taken out one by one. */
import { z } from 'zod'
import { timestampSchema } from './clock.ts'

/** From least to most trusted. Each may do what those before it may. */
const ROLES = ['delegate', 'facilitator', 'steward', 'organiser'] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

/** True where `role` may do what needs `needed`. */
export const mayAct = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** Who did it: the role the station was in, and the delegate where known. `station` is the software itself. */
export const actorSchema = z.object({ role: z.enum([...ROLES, 'station']), delegate: z.uuid().nullable() })
export type Actor = z.infer<typeof actorSchema>

const factRef = z.object({ station: z.uuid(), seq: z.int().min(1) })
/** A fact by its name: one station, one number. */
export type FactRef = z.infer<typeof factRef>
/** The same as one text: `nameOf` writes it. */
export const factName = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} [1-9]\d{0,14}$/)
export const nameOf = ({ station, seq }: FactRef): string => `${station} ${seq}`

/** What a field says of people: who somebody is, how to reach them, what would help them, said in passing, promised or proposed. */
export const FIELD_CLASSES = ['identity', 'contact', 'need', 'note', 'words', 'none'] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]

/** Arrays are whole values: what must be taken out one by one has a path of its own. So is an object without members. */
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.json()), z.strictObject({})])
export type FieldValue = z.infer<typeof fieldValue>

const sha = z.string().regex(/^[0-9a-f]{64}$/)
const place = {
  /** From the top of the body, with dots: `timescale.due`. `actor.role` and `actor.delegate` are who did it. */
  path: z.string().min(1).max(200),
  class: z.enum(FIELD_CLASSES),
  /** The person it speaks of, where we know them by an id. */
  about: z.uuid().nullable(),
}
/** `salt`: 32 hex digits; empty where the class is none, since nothing of it is ever taken out. */
const wholeField = z.object({ ...place, salt: z.string().regex(/^([0-9a-f]{32})?$/), value: fieldValue })
/** Taken out, or withheld by whoever passed it on: only the hash of salt and value is left. */
const goneField = z.object({ ...place, leaf: sha })
/** `instead`: what an erasing fact that is held here puts in its place. It is no part of the fact and never travels. */
export type GoneField = z.infer<typeof goneField> & { instead?: string }
export type Field = z.infer<typeof wholeField> | GoneField

export const isGone = (field: Field): field is GoneField => 'leaf' in field

export const factSchema = z.object({
  station: z.uuid(),
  seq: z.int().min(1),
  /** For order alone. */
  at: timestampSchema,
  /** The writer’s own clock, as it was, for the eye alone. Milliseconds since 1970. */
  wall: z.int(),
  type: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  v: z.int().min(1),
  subject: z.uuid(),
  /** The ends of what the writer had seen of this subject, in the order of station and number. */
  after: z.array(factRef).max(1000),
  /** In the order of their paths. */
  fields: z.array(z.union([wholeField, goneField])).max(5000),
  /** The last fact of its commit. */
  last: z.boolean(),
  /** sha-256 over the hash before it and this fact. */
  hash: sha,
})
/** As it travels. */
export type RawFact = Omit<z.infer<typeof factSchema>, 'fields'> & { fields: Field[] }

/** As it is read here: with who did it, and its body put together, with something in the place of what is gone. */
export type Fact = RawFact & { by: Actor; body: Record<string, unknown> }
