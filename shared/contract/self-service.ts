/** Calls of the door without a steward: finding oneself, correcting one's details, signing in. */
import { z } from 'zod'
import { delegateDetails, publicPerson } from '../domain/delegate.ts'
import { instant, optionalEmail, optionalLine, requiredName, scannedText } from '../domain/text.ts'
import { call, waitAnswer } from './base.ts'

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

/**
 * What a person sees of themselves here. `byBadge`: they showed their badge, or the code that they were sent. On a name
 * alone `organisation` is empty, unless others of that name had to be told apart, and `needsNoted` is false. That says
 * that there is a note of their needs, never what it says.
 */
const oneself = publicPerson.extend({ byBadge: z.boolean(), needsNoted: z.boolean() })
export type Oneself = z.infer<typeof oneself>

/** What a person changes of their own. What is left out, and a service area, role, sector or e-mail left empty, stays as it is. */
export const ownDetails = delegateDetails
  .omit({ table: true, listName: true })
  .extend({ name: requiredName(120, 'Type your name') })
  .partial()
/** Needs said at the door. They are added to what was told before, so each is short enough to leave room for that. */
export const addedNeeds = z.object({ access: optionalLine(140), dietary: optionalLine(140) })

const found = z.discriminatedUnion('code', [
  z.object({ code: z.literal('found'), person: oneself }),
  /**
   * What to ask next. It follows from what was asked already and from nothing else: whether nobody is meant or several
   * are is not to be told from it.
   */
  z.object({ code: z.literal('more-needed'), ask: z.enum(['whole-name', 'organisation', 'email']) }),
  /** Also of those whom the event pack protects: they are found by their badge or code alone. */
  z.object({ code: z.literal('not-found') }),
  waitAnswer,
])
export type FoundOneself = z.infer<typeof found>

const scanned = z.discriminatedUnion('code', [
  z.object({ code: z.literal('found'), person: oneself }),
  z.object({ code: z.literal('withdrawn') }),
  z.object({ code: z.literal('unknown-badge') }),
  z.object({ code: z.literal('other-event'), event: z.string() }),
  waitAnswer,
])
export type ScannedOneself = z.infer<typeof scanned>

/**
 * `wordWithStaff`: there is a note for staff; the note itself stays with them. On a name alone it is false, and whoever was
 * in already is told neither when nor where nor their table.
 */
const inside = z.object({
  id: z.uuid(),
  name: z.string(),
  table: z.string(),
  wordWithStaff: z.boolean(),
  byBadge: z.boolean(),
})
const signedIn = z.discriminatedUnion('code', [
  inside.extend({ code: z.literal('signed-in'), at: instant }),
  inside.extend({ code: z.literal('already'), at: instant.nullable(), station: z.string() }),
  z.object({ code: z.literal('withdrawn') }),
])
export type SignedInOneself = z.infer<typeof signedIn>

/** All are refused with NOT_ALLOWED unless this tablet is a door that works without a steward. */
export const selfService = {
  /** Answers with a person only where exactly one is meant without doubt. Whoever was found before is let go. */
  find: call({ who: 'delegate', when: 'ready' }).input(whoAmI).output(found),
  scan: call({ who: 'delegate', when: 'ready' }).input(scannedText).output(scanned),
  /**
   * Writes down what they corrected and what they need, and signs them in, all at once. Only who was found here last. An
   * e-mail address is refused with NOT_ALLOWED on a name alone.
   */
  signIn: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ person: z.uuid(), details: ownDetails, needs: addedNeeds }))
    .output(signedIn),
  /** This person has gone: what was found is nobody's on this screen any more. */
  endVisit: call({ who: 'delegate', when: 'ready' }).output(z.object({})),
}
