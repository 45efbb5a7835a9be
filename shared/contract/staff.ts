/** Calls by which a screen becomes a steward's or an organiser's, and stops being one. */
import { z } from 'zod'
import { roleSchema } from '../domain/fact.ts'
import { asGiven } from '../domain/text.ts'
import { call } from './base.ts'

export const staff = {
  /** Wrong answers are counted and slowed down, also over a restart. `wait` is in seconds. */
  unlock: call({ who: 'delegate', when: 'ready' })
    .input(
      z.discriminatedUnion('role', [
        z.object({ role: z.literal('steward'), pin: asGiven(20) }),
        z.object({ role: z.literal('organiser'), passphrase: asGiven(300) }),
      ]),
    )
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('unlocked'), role: roleSchema }),
        z.object({ code: z.literal('wrong'), left: z.int() }),
        z.object({ code: z.literal('wait'), seconds: z.int() }),
      ]),
    ),
  lock: call({ who: 'delegate', when: 'always' }).output(z.object({})),
}
