/** Calls by which a screen becomes a steward's or an organiser's, and stops being one. */
import { z } from 'zod'
import { roleSchema } from '../domain/fact.ts'
import { asGiven, instant } from '../domain/text.ts'
import { call } from './base.ts'
import { passphraseSchema, pinSchema } from './station.ts'

const changed = z.object({ code: z.literal('changed') })
/** Not right; `wait` is in seconds. */
const wrong = z.object({ code: z.literal('wrong'), left: z.int() })
const wait = z.object({ code: z.literal('wait'), seconds: z.int() })
/** It is the one already, so that nothing was changed. */
const same = z.object({ code: z.literal('same') })
const secretChanged = z.discriminatedUnion('code', [changed, same, wrong, wait])

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
  /**
   * Both ask for the passphrase once more, and count it as any try. NOT_POSSIBLE `rehearsal`. Screens that were opened with what it
   * was before are locked. Whoever has lost the PIN chooses another one so.
   */
  changePin: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ passphrase: asGiven(300), pin: pinSchema }))
    .output(secretChanged),
  /** Where the passphrase seals the key to the data, the key is sealed anew with `next`. */
  changePassphrase: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ passphrase: asGiven(300), next: passphraseSchema }))
    .output(secretChanged),
  /** When the recovery sheet that holds was made. */
  sheet: call({ who: 'organiser', when: 'ready' }).output(z.object({ made: instant.nullable() })),
  /**
   * A new recovery sheet, for whoever gives the passphrase; the one before is void. What stands on it is told this once.
   * NOT_POSSIBLE `rehearsal`.
   */
  makeSheet: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ passphrase: asGiven(300) }))
    .output(z.discriminatedUnion('code', [z.object({ code: z.literal('made'), sheet: z.string() }), wrong, wait])),
  /**
   * Opens a locked tablet too. Afterwards the passphrase and the PIN are these, and the sheet is void; it gives this screen no role.
   * `not-a-sheet`: something was read or typed wrongly, which costs no try. NOT_POSSIBLE `rehearsal`, or `no-data`.
   */
  openWithSheet: call({ who: 'delegate', when: 'always' })
    .input(z.object({ sheet: asGiven(200), passphrase: passphraseSchema, pin: pinSchema }))
    .output(z.discriminatedUnion('code', [changed, wrong, wait, z.object({ code: z.literal('not-a-sheet') })])),
  /**
   * Somebody has just touched, typed or scanned at this screen. This alone keeps staff unlocked: every other call may be one that
   * a page makes by itself. A page says so at most every few seconds, and only while it is unlocked.
   */
  here: call({ who: 'delegate', when: 'always' }).output(z.object({})),
  lock: call({ who: 'delegate', when: 'always' }).output(z.object({})),
}
