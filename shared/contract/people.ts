/** Calls about people as an organiser follows them up: two entries that are one, a person's own page, everything held on them. */
import { z } from 'zod'
import { actionView, ideaView } from '../domain/action.ts'
import { delegateView, keptSides } from '../domain/delegate.ts'
import { pledgeView } from '../domain/pledge.ts'
import { instant, reasonSchema } from '../domain/text.ts'
import { call } from './base.ts'

/** Why two entries may be one person. `order` means that the names came the other way round. */
const likenessReason = z.enum([
  'same-email',
  'same-name',
  'short-form',
  'spelling',
  'slip',
  'initial',
  'part-of-name',
  'order',
])
export type LikenessReason = z.infer<typeof likenessReason>

const pair = z.object({ one: z.uuid(), other: z.uuid() })
/** `needs`: whether anything was told of what they need; what that is stays off the screen. */
const side = z.object({ delegate: delegateView, needs: z.boolean(), pledges: z.int() })
export type PersonSide = z.infer<typeof side>

/** A merge that stands, by the names of the two; `id` is what they are parted by. */
const merge = z.object({ id: z.uuid(), names: z.tuple([z.string(), z.string()]), reason: z.string() })

const personPage = z.object({
  delegate: delegateView,
  steps: z.array(z.object({ kind: z.enum(['in', 'out']), at: instant, station: z.string() })),
  pledges: z.array(pledgeView),
  /** That name them, or hold their e-mail address: no table says who of those on the list is meant. */
  actions: z.array(actionView),
  ideas: z.array(ideaView),
  merges: z.array(merge),
})
export type PersonPage = z.infer<typeof personPage>

export const people = {
  /** Everybody on the list who is probably on it twice; `more`: how many such pairs were left out. None who were said to be two after all. */
  likelySame: call({ who: 'organiser', when: 'ready' }).output(
    z.object({
      pairs: z.array(z.object({ one: delegateView, other: delegateView, why: z.array(likenessReason) })),
      more: z.int(),
    }),
  ),
  /** Both as they stand, and what they would be together. */
  compare: call({ who: 'organiser', when: 'ready' })
    .input(pair)
    .output(z.object({ one: side, other: side, together: side })),
  /** From now on they are one, everywhere; it can be taken back. `keeps`: which side's detail stays, where somebody chose. */
  merge: call({ who: 'organiser', when: 'ready' })
    .input(pair.extend({ reason: reasonSchema, keeps: keptSides.default({}) }))
    .output(z.object({ id: z.uuid(), delegate: delegateView })),
  /** They are two after all. */
  part: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: reasonSchema }))
    .output(z.object({})),
  page: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(personPage),
  /** Everything this tablet holds on them, as one file that any browser opens without a network: the answer to whoever asks (UK GDPR, Article 15). */
  held: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(z.object({ file: z.file(), entries: z.int() })),
}
