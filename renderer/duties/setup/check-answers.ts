/** The answers of the set-up, and what is wrong with those of each step. Pure. */
import { z } from 'zod'
import { packChoice, passphraseSchema, pinSchema, stationName } from '../../../shared/contract/station.ts'
import { type Duty, dutySchema } from '../../../shared/domain/duty.ts'

export type SetUpAnswers = {
  pack: { kind: 'shipped'; id: string } | { kind: 'file'; json: string; name: string } | { kind: 'loaded' } | null
  name: string
  duty: Duty | null
  passphrase: string
  pin: string
}

export const NO_ANSWERS: SetUpAnswers = { pack: null, name: '', duty: null, passphrase: '', pin: '' }

export const SET_UP_STEPS = ['event', 'tablet', 'staff'] as const
export type SetUpStep = (typeof SET_UP_STEPS)[number]

/** Something must be chosen, and whatever else is wrong with it, that is what is said. */
const chosen = (schema: z.ZodType, message: string) => z.custom((one) => schema.safeParse(one).success, message)

/** What each step needs before it can be left. */
export const NEEDED: Record<SetUpStep, z.ZodType> = {
  event: z.object({ pack: chosen(packChoice, 'Choose the event this tablet is for') }),
  tablet: z.object({ name: stationName, duty: chosen(dutySchema, 'Choose what this tablet is for') }),
  staff: z.object({ passphrase: passphraseSchema, pin: pinSchema }),
}
