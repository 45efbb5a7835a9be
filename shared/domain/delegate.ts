/** Delegates and their attendance: what is held of a person, and nothing more. */
import { z } from 'zod'
import { area, instant, optionalEmail, optionalLine, requiredName, slug } from './text.ts'

export const delegateDetails = z.object({
  name: requiredName(120, 'Write the person’s name'),
  role: optionalLine(120),
  organisation: optionalLine(160),
  area,
  /** Empty where not known. */
  sector: z.union([z.literal(''), slug]),
  email: optionalEmail,
  table: optionalLine(60),
})
export type DelegateDetails = z.infer<typeof delegateDetails>

/** Access and dietary needs: kept apart from the rest, and purged first. */
export const needsSchema = z.object({ access: optionalLine(300), dietary: optionalLine(300) })
export type Needs = z.infer<typeof needsSchema>

/** A note that only staff see. Empty: nothing (any more). */
export const noteSchema = optionalLine(300)

/** Where a delegate stands: not here yet, here, or left. */
export const presenceSchema = z.enum(['expected', 'here', 'left'])
export type Presence = z.infer<typeof presenceSchema>

/** What anyone at a kiosk may see of another delegate. */
export const publicPerson = z.object({ id: z.uuid(), name: z.string(), organisation: z.string() })
export type PublicPerson = z.infer<typeof publicPerson>

/** What a steward sees. `since` is when they came or left; `atStation` where. */
export const delegateView = publicPerson.extend({
  area: z.string(),
  role: z.string(),
  sector: z.string(),
  email: z.string(),
  table: z.string(),
  walkIn: z.boolean(),
  withdrawn: z.boolean(),
  presence: presenceSchema,
  since: instant.nullable(),
  atStation: z.string(),
  /** What they need a word about with staff; empty where nothing. Never on a screen that anyone may stand at. */
  note: z.string(),
})
export type DelegateView = z.infer<typeof delegateView>

/** The fields that an import may fill. */
export const IMPORT_FIELDS = [
  'firstName',
  'lastName',
  'name',
  'role',
  'organisation',
  'area',
  'sector',
  'email',
  'table',
  'badge',
  'accessNeeds',
  'dietaryNeeds',
] as const
