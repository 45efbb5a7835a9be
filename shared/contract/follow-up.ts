/** Calls about following up: who may be written to, offers that are alike, and what was promised in numbers. */
import { z } from 'zod'
import { instant, optionalLine, requiredName, slug } from '../domain/text.ts'
import { call, listInput, pageOf } from './base.ts'

/** Whose offers are alike: of one kind, counted in one unit therefore, from one sector; `sector` is empty where none is known. */
const alike = z.object({ type: slug, sector: z.union([z.literal(''), slug]) })
export type Alike = z.infer<typeof alike>

/** One offer of those that are alike. `name` and `organisation` are empty where they are not known; `due` is an ISO day. */
const likeOffer = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  organisation: z.string(),
  wording: z.string(),
  quantity: z.int().nullable(),
  timescale: z.string(),
  due: z.iso.date().nullable(),
  /** They agreed to be written to, and there is an address. */
  mayWrite: z.boolean(),
  /** It stands in the group; otherwise it is offered to join. */
  joined: z.boolean(),
})
export type LikeOffer = z.infer<typeof likeOffer>

/** A group as a person confirmed it. `isDisputed`: two tablets named it without having heard of one another. */
const confirmed = z.object({ name: z.string(), by: z.string(), at: instant, isDisputed: z.boolean() })

/** `offers`: all that are alike; `joined`: those of them that stand in the group. `confirmed`: null where nobody confirmed it. */
const likeGroup = alike.extend({
  type: z.string(),
  sector: z.string(),
  offers: z.int(),
  joined: z.int(),
  quantity: z.int(),
  confirmed: confirmed.nullable(),
})
export type LikeGroup = z.infer<typeof likeGroup>

/** A pledge that somebody may be written to about. */
const contactPledge = z.object({
  id: z.uuid(),
  reference: z.string(),
  type: z.string(),
  wording: z.string(),
  quantity: z.int().nullable(),
  timescale: z.string(),
  due: z.iso.date().nullable(),
  /** The name of its group; empty where it stands in none. */
  group: z.string(),
})
export type ContactPledge = z.infer<typeof contactPledge>

/** Somebody who agreed to be written to, once, with every pledge they agreed to that for, the oldest first. */
const contact = z.object({
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  sector: z.string(),
  email: z.email(),
  pledges: z.array(contactPledge).min(1),
})
export type Contact = z.infer<typeof contact>

/** How many pledges whose owner agreed to be written to are not on the list, and why. */
const leftOut = z.object({ noAddress: z.int(), isProtected: z.int() })
export type LeftOut = z.infer<typeof leftOut>

/** `name` is empty where there is none; `rest`: all that are not named, together. */
const numbers = z.object({
  asOf: instant,
  totals: z.object({ pledges: z.int(), actions: z.int() }),
  kinds: z.array(z.object({ name: z.string(), pledges: z.int(), quantity: z.int() })),
  sectors: z.array(z.object({ name: z.string(), pledges: z.int() })),
  priorities: z.array(z.object({ name: z.string(), pledges: z.int(), actions: z.int() })),
  /** When pledges were made, oldest first, without the stretches in which none was. */
  made: z.object({
    minutes: z.int().min(5),
    stretches: z.array(z.object({ from: instant, pledges: z.int() })).max(600),
  }),
  /** `dated`: with a day by when. */
  owners: z.array(z.object({ name: z.string(), actions: z.int(), dated: z.int() })).max(13),
  otherOwners: z.object({ owners: z.int(), actions: z.int(), dated: z.int() }),
  /** `month` is `2024-03`, or empty for those without a day. `owned`: with somebody who sees to it. */
  months: z.array(z.object({ month: z.string(), actions: z.int(), owned: z.int() })).max(25),
  laterMonths: z.object({ months: z.int(), actions: z.int(), owned: z.int() }),
  gaps: z.object({
    pledgesWithoutPriority: z.int(),
    pledgesWithoutDate: z.int(),
    actionsWithoutOwner: z.int(),
    actionsWithoutDate: z.int(),
    actionsWithoutMeasure: z.int(),
    prioritiesWithoutPledge: z.int(),
  }),
})
export type FollowUpNumbers = z.infer<typeof numbers>

const organisers = { who: 'organiser', when: 'ready' } as const
/** So many offers are confirmed at once at most; a page shows as many. */
export const MOST_OFFERS = 200

export const groupInput = z.object({
  name: requiredName(120, 'Give the group a name'),
  by: requiredName(120, 'Write your name'),
})

export const followUp = {
  /** Those of whom there are two or more, and groups that were confirmed; `alone`: the offers that are like no other. */
  likeOffers: call(organisers).output(z.object({ groups: z.array(likeGroup), alone: z.int() })),
  /** The offers of one group: those that stand in it first, each in the order of their words. */
  offersOf: call(organisers)
    .input(alike.extend({ offset: z.int().min(0).default(0) }))
    .output(z.object({ group: likeGroup.nullable(), total: z.int(), items: z.array(likeOffer) })),
  /** A person says which offers are followed up together, and what the group is called. `join` and `leave` are added and taken out. */
  confirmGroup: call(organisers)
    .input(
      alike.extend({
        ...groupInput.shape,
        join: z.array(z.uuid()).max(MOST_OFFERS),
        leave: z.array(z.uuid()).max(MOST_OFFERS).default([]),
      }),
    )
    .output(likeGroup),
  /** The offers stand apart again. `parted` is false where there was no group. */
  partGroup: call(organisers)
    .input(alike.extend({ reason: optionalLine(200).default('') }))
    .output(z.object({ parted: z.boolean() })),
  contacts: call(organisers)
    .input(listInput)
    .output(pageOf(contact).extend({ everybody: z.int(), pledges: z.int(), leftOut })),
  /** `zip`: a draft of a message for each person, as an `.eml` file. */
  contactsExport: call(organisers)
    .input(z.object({ kind: z.enum(['xlsx', 'csv', 'zip']) }))
    .output(z.object({ file: z.file(), people: z.int(), pledges: z.int() })),
  numbers: call(organisers).output(numbers),
}
