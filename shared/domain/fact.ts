/** A fact: one thing that happened, written once and never changed. */
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

export const factSchema = z.object({
  station: z.uuid(),
  seq: z.int().min(1),
  at: timestampSchema,
  by: actorSchema,
  type: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  v: z.int().min(1),
  subject: z.uuid(),
  /** The latest fact about this subject that the writer had seen. */
  after: timestampSchema.nullable(),
  /** null once redacted; the chain covers the hash of the body as it was first written, so it still verifies. */
  body: z.unknown(),
  bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
  redacted: z.boolean(),
  /** sha-256 over the station's previous hash and this fact. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Fact = z.infer<typeof factSchema>

/** The one order in which facts count: by clock, then station, then sequence. */
export const inOrder = (a: Fact, b: Fact): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.station < b.station ? -1 : a.station > b.station ? 1 : a.seq - b.seq
