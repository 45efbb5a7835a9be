/** Calls of the pledges duty: who is pledging, making, amending and withdrawing a pledge, and the tree. */
import { z } from 'zod'
import { publicPerson } from '../domain/delegate.ts'
import { LEAF_COLOURS } from '../domain/event-pack.ts'
import { pledgeBy, pledgeDetails, pledgeInput, pledgeList, pledgeView } from '../domain/pledge.ts'
import { optionalLine, reasonSchema, scannedText } from '../domain/text.ts'
import { call, listInput, pageOf, waitAnswer } from './base.ts'

/** What a leaf is called: told from others by it, and no call takes it. */
const leafId = z.string().regex(/^[0-9a-f]{16}$/)
/** `ordinal` is the leaf's own place on the tree: it never moves, and is left empty when a pledge is withdrawn. */
const leaf = z.object({ id: leafId, ordinal: z.int(), leaf: z.enum(LEAF_COLOURS), type: z.string() })
const tree = z.object({
  leaves: z.array(leaf),
  /** How many pledges, and how many units each type of pledge adds up to. */
  pledges: z.int(),
  types: z.array(z.object({ type: z.string(), pledges: z.int(), quantity: z.int() })),
  /** The latest pledges, named only where the person said that their name may be shown; a delegate by their name alone. */
  latest: z.array(z.object({ id: leafId, type: z.string(), quantity: z.number().nullable(), who: z.string() })),
})
export type Tree = z.infer<typeof tree>

const two = z.object({ one: z.uuid(), other: z.uuid() })

export const pledges = {
  /** Reads a badge at a pledge screen. */
  scan: call({ who: 'delegate', when: 'ready' })
    .input(scannedText)
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('found'), person: publicPerson }),
        z.object({ code: z.literal('unknown-badge') }),
        z.object({ code: z.literal('other-event'), event: z.string() }),
        waitAnswer,
      ]),
    ),
  /** `qr` is what the QR code on the thank-you page holds, `leaf` what its leaf on the tree is called. */
  make: call({ who: 'delegate', when: 'ready' })
    .input(pledgeInput)
    .output(
      z.object({
        id: z.uuid(),
        leaf: leafId,
        reference: z.string(),
        qr: z.string(),
        due: z.string().nullable(),
        dueDerived: z.boolean(),
      }),
    ),
  /**
   * A pledge of this visit, to change it; staff may read any. Without staff, `organisation`, `area` and `sector` are empty in
   * every view of a delegate’s pledge: whoever gave their name is not told more of them than that.
   */
  read: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ id: z.uuid() }))
    .output(pledgeView),
  /** The person may change what they made in this visit; afterwards staff do, with a reason. */
  amend: call({ who: 'delegate', when: 'ready' })
    .input(pledgeDetails.partial().extend({ id: z.uuid(), reason: optionalLine(200) }))
    .output(pledgeView),
  withdraw: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: optionalLine(200) }))
    .output(pledgeView),
  /** Brings back a pledge that was withdrawn by mistake. */
  restore: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: optionalLine(200) }))
    .output(pledgeView),
  /** This person has gone: the next one starts afresh and sees nothing of theirs. What they were typing is parked. */
  endVisit: call({ who: 'delegate', when: 'ready' }).output(z.object({})),
  tree: call({ who: 'delegate', when: 'ready' }).output(tree),
  /**
   * Says that somebody else pledged it than was written down. What the one before allowed, being contacted and being shown, goes with them;
   * unless `samePerson`: it is who stood there, only written otherwise.
   */
  attribute: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid(), by: pledgeBy, samePerson: z.boolean(), reason: reasonSchema }))
    .output(pledgeView),
  /** Pledges that may be the same promise, likeliest first. */
  likelySame: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid() }))
    .output(z.array(pledgeView)),
  /** Both as they stand, and what they would be together. */
  compare: call({ who: 'organiser', when: 'ready' })
    .input(two)
    .output(z.object({ one: pledgeView, other: pledgeView, together: pledgeView })),
  /** One promise that was written down twice: from now on it counts once, everywhere; it can be taken back. */
  merge: call({ who: 'organiser', when: 'ready' })
    .input(two.extend({ reason: reasonSchema }))
    .output(pledgeView),
  /** They are two after all. */
  part: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: reasonSchema }))
    .output(z.object({})),
  /** What it is one with, by the references of the two; `id` is what they are parted by. */
  merges: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid() }))
    .output(z.array(z.object({ id: z.uuid(), references: z.tuple([z.string(), z.string()]), reason: z.string() }))),
  list: call({ who: 'organiser', when: 'ready' }).input(listInput.extend(pledgeList.input)).output(pageOf(pledgeView)),
}
