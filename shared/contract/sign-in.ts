/** Calls of the sign-in desk: finding people, signing them in and out, walk-ins, notes, and the list of delegates. */
import { z } from 'zod'
import {
  arrivalList,
  delegateDetails,
  delegateList,
  delegateView,
  needsSchema,
  noteSchema,
  publicPerson,
} from '../domain/delegate.ts'
import { doorSettings } from '../domain/door.ts'
import { instant, optionalLine, reasonSchema, scannedText, searched } from '../domain/text.ts'
import { allNewWords, beforeErasing, erased } from './erasing.ts'
import { call, listInput, pageOf, waitAnswer } from './base.ts'
import { importUndoCalls } from './import.ts'

const found = delegateView.extend({ marks: z.array(z.tuple([z.int(), z.int()])) })
export type FoundDelegate = z.infer<typeof found>

const publicFind = z.discriminatedUnion('code', [
  z.object({ code: z.literal('found'), people: z.array(publicPerson).min(1) }),
  z.object({ code: z.literal('nobody') }),
  waitAnswer,
])
export type PublicFind = z.infer<typeof publicFind>

/** The answer to a sign-in, however it was asked for. `station` and `at` say where and when it was already done. */
const signInAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('signed-in'), delegate: delegateView, at: instant }),
  z.object({ code: z.literal('already'), delegate: delegateView, at: instant, station: z.string() }),
  z.object({ code: z.literal('withdrawn'), delegate: delegateView }),
  z.object({ code: z.literal('unknown-badge'), text: z.string() }),
  z.object({ code: z.literal('other-event'), event: z.string() }),
  /** It may be the ticket of any of these: the steward asks them. Nobody was signed in. */
  z.object({ code: z.literal('which-one'), text: z.string(), people: z.array(delegateView).min(2) }),
])
export type SignInAnswer = z.infer<typeof signInAnswer>

const counts = z.object({
  delegates: z.int(),
  here: z.int(),
  left: z.int(),
  expected: z.int(),
  walkIns: z.int(),
  /** Arrivals in each five minutes of the last day on which anybody came, oldest first; `from` is their start. */
  arrivals: z.array(z.object({ from: instant, count: z.int() })),
})

const walkIn = delegateDetails.extend({ needs: needsSchema.optional(), evenIfKnown: z.boolean().default(false) })

export const signIn = {
  find: call({ who: 'steward', when: 'ready' })
    .input(z.object({ query: searched }))
    .output(z.array(found)),
  /**
   * For a screen that anyone may stand at: whose whole name this is, never a beginning of one. Several only where they bear
   * the very same name, and only then with their organisations. `nobody` is also said of those whom the event pack
   * protects, in every way alike. A screen that staff have unlocked finds everybody.
   */
  findPublic: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ name: searched }))
    .output(publicFind),
  scan: call({ who: 'steward', when: 'ready' }).input(scannedText).output(signInAnswer),
  /** How this tablet's door works. */
  door: call({ who: 'delegate', when: 'ready' }).output(doorSettings),
  changeDoor: call({ who: 'steward', when: 'ready' }).input(doorSettings.partial()).output(doorSettings),
  /** One person as they stand now. */
  read: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(delegateView),
  /** Who came and went, the latest first. */
  arrivals: call({ who: 'steward', when: 'ready' })
    .input(listInput.extend(arrivalList.input))
    .output(pageOf(delegateView)),
  /** Leaves a note that only staff see: at their next sign-in the answer says that they need a word. Empty clears it. */
  note: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), note: noteSchema }))
    .output(delegateView),
  recordNeeds: call({ who: 'steward', when: 'ready' })
    .input(needsSchema.extend({ delegate: z.uuid() }))
    .output(needsSchema),
  signIn: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(signInAnswer),
  signOut: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('signed-out'), delegate: delegateView }),
        z.object({ code: z.literal('not-here'), delegate: delegateView }),
      ]),
    ),
  undo: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: reasonSchema }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('undone'), delegate: delegateView }),
        z.object({ code: z.literal('nothing-to-undo'), delegate: delegateView }),
      ]),
    ),
  walkIn: call({ who: 'steward', when: 'ready' })
    .input(walkIn)
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('signed-in'), delegate: delegateView, at: instant }),
        z.object({ code: z.literal('possible-duplicates'), likely: z.array(delegateView) }),
      ]),
    ),
  counts: call({ who: 'delegate', when: 'ready' }).output(counts),
  /**
   * Names of organisations already known here that start with what was typed. Without staff only those of several people,
   * none of them protected.
   */
  organisations: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ query: searched }))
    .output(z.array(z.string())),
  badge: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(z.object({ code: z.string() })),
  list: call({ who: 'organiser', when: 'ready' })
    .input(listInput.extend(delegateList.input))
    .output(pageOf(delegateView)),
  amend: call({ who: 'steward', when: 'ready' })
    .input(delegateDetails.partial().extend({ delegate: z.uuid(), reason: reasonSchema }))
    .output(delegateView),
  withdraw: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: reasonSchema }))
    .output(delegateView),
  /** Puts back somebody who was taken off the list by mistake. */
  restore: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: optionalLine(200) }))
    .output(delegateView),
  /** What forgetting this person would take away, and whose words name them: the organiser says what those shall be. */
  beforeErasing: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(beforeErasing),
  /** Forgets a person for good, as they may ask (UK GDPR, Article 17). Their pledges stay, without a name. */
  erase: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: reasonSchema, words: allNewWords }))
    .output(erased),
  needs: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(needsSchema),
  /** Removes every access and dietary need from this station for good; the rest stays. */
  purgeNeeds: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ reason: reasonSchema }))
    .output(z.object({ purged: z.int() })),
  ...importUndoCalls,
}
