/** How the door works on this tablet: with a steward or without, its scanner, its badges, its sounds. */
import { z } from 'zod'
import { BADGE_LAYOUTS } from './badge-layout.ts'
import { asGiven } from './text.ts'

/** `staffed`: a steward serves. `self-service`: people find themselves. */
const DOOR_MODES = ['staffed', 'self-service'] as const

/** What a scanner is set to type before a code; told from the code by being just this. */
const prefix = z
  .string()
  .max(12, 'A scanner types 12 characters or fewer before a code')
  .regex(/^[\x21-\x7e]*$/, 'Use only letters, digits and signs that a scanner types, without spaces')
/** The key a scanner is set to press after a code; `none` where it presses nothing, and only its pause tells. */
const SCANNER_ENDS = ['enter', 'tab', 'none'] as const

export const doorSettings = z.object({
  mode: z.enum(DOOR_MODES),
  /** `pace`: milliseconds from one key to the next, as it was learnt when the scanner was tried; 0 where it was not. */
  scanner: z.object({ prefix, end: z.enum(SCANNER_ENDS), pace: z.int().min(0).max(1000).default(0) }),
  badges: z.object({
    layout: z.enum(BADGE_LAYOUTS),
    onSignIn: z.boolean(),
    /** The system's name of the printer that badges go to without a dialog; empty where the dialog asks each time. */
    printer: asGiven(300).default(''),
  }),
  sound: z.boolean(),
})
export type DoorSettings = z.infer<typeof doorSettings>

export const USUAL_DOOR: DoorSettings = {
  mode: 'staffed',
  scanner: { prefix: '', end: 'enter', pace: 0 },
  badges: { layout: 'a6', onSignIn: false, printer: '' },
  sound: true,
}
