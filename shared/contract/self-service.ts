/** Calls of the door without a steward: finding oneself, correcting one's details, signing in. */
import { z } from 'zod'
import { delegateDetails, publicPerson } from '../domain/delegate.ts'
import { instant, optionalEmail, optionalLine, requiredName, scannedCode } from '../domain/text.ts'
import { call } from './base.ts'

/**
 * What somebody says of themselves, so that the station can tell who they are. `null` is a question that was not asked
 * yet, empty is one that they had no answer to. An e-mail address is compared and never shown.
 */
export const whoAmI = z.object({
  name: requiredName(120, 'Type your name'),
  organisation: optionalLine(160).nullable(),
  email: optionalEmail.nullable(),
})
export type WhoAmI = z.infer<typeof whoAmI>

/** What a person sees of themselves here; `needsNoted` says that there is a note of their needs, never what it says. */
const oneself = publicPerson.extend({ needsNoted: z.boolean() })
export type Oneself = z.infer<typeof oneself>

/** What a person changes of their own. What is left out, and a role, sector or e-mail left empty, stays as it is. */
export const ownDetails = delegateDetails
  .omit({ table: true })
  .extend({ name: requiredName(120, 'Type your name') })
  .partial()
/** Needs said at the door. They are added to what was told before, so each is short enough to leave room for that. */
export const addedNeeds = z.object({ access: optionalLine(140), dietary: optionalLine(140) })

/** Too many names were tried on this screen just now. */
const wait = z.object({ code: z.literal('wait'), seconds: z.int() })

const found = z.discriminatedUnion('code', [
  z.object({ code: z.literal('found'), person: oneself }),
  /**
   * What to ask next. It follows from what was asked already and from nothing else: whether nobody is meant or several
   * are is not to be told from it.
   */
  z.object({ code: z.literal('more-needed'), ask: z.enum(['whole-name', 'organisation', 'email']) }),
  z.object({ code: z.literal('not-found') }),
  wait,
])
export type FoundOneself = z.infer<typeof found>

const scanned = z.discriminatedUnion('code', [
  z.object({ code: z.literal('found'), person: oneself }),
  z.object({ code: z.literal('withdrawn') }),
  z.object({ code: z.literal('unknown-badge') }),
  z.object({ code: z.literal('other-event'), event: z.string() }),
  wait,
])
export type ScannedOneself = z.infer<typeof scanned>

/** `wordWithStaff`: there is a note for staff; the note itself stays with them. */
const inside = z.object({ id: z.uuid(), name: z.string(), table: z.string(), wordWithStaff: z.boolean(), at: instant })
const signedIn = z.discriminatedUnion('code', [
  inside.extend({ code: z.literal('signed-in') }),
  inside.extend({ code: z.literal('already'), station: z.string() }),
  z.object({ code: z.literal('withdrawn') }),
])
export type SignedInOneself = z.infer<typeof signedIn>

/** All are refused with NOT_ALLOWED unless this tablet is a door that works without a steward. */
export const selfService = {
  /** Answers with a person only where exactly one is meant without doubt. Whoever was found before is let go. */
  find: call({ who: 'delegate', when: 'ready' }).input(whoAmI).output(found),
  scan: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ text: scannedCode }))
    .output(scanned),
  /** Writes down what they corrected and what they need, and signs them in, all at once. Only who was found here last. */
  signIn: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ person: z.uuid(), details: ownDetails, needs: addedNeeds }))
    .output(signedIn),
  /** This person has gone: what was found is nobody's on this screen any more. */
  endSitting: call({ who: 'delegate', when: 'ready' }).output(z.object({})),
}
