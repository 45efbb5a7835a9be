/** Duties: what a station is set up to do, and the role each gives to whoever stands before it. */
import { z } from 'zod'
import type { Role } from './fact.ts'

export const DUTIES = ['sign-in', 'pledges', 'workshop', 'wall', 'organiser'] as const
export const dutySchema = z.enum(DUTIES)
export type Duty = z.infer<typeof dutySchema>

/** The role a screen has before anyone unlocks it. A tablet on a workshop table is in the facilitator's hands. */
export const roleOfDuty = (duty: Duty): Role => (duty === 'workshop' ? 'facilitator' : 'delegate')
