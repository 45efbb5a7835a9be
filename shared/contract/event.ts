/** Calls about the event itself: changing it, and what was changed. */
import { z } from 'zod'
import { packChange } from '../domain/event-change/change.ts'
import { hangingSchema } from '../domain/event-change/hanging.ts'
import { packErrorSchema } from '../domain/event-pack.ts'
import { instant, slug } from '../domain/text.ts'
import { call } from './base.ts'

/** What becomes of what hangs on something that is closed: it goes to another, or stays where it is, `null`. */
const choice = z.object({
  part: hangingSchema.shape.part,
  id: slug,
  to: slug.nullable(),
})
export type Choice = z.infer<typeof choice>

const changeAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('changed'), moved: z.int() }),
  /** The event would be none with that, or somebody changed the same meanwhile: by the path of what is wrong, and nothing was changed. */
  z.object({ code: z.literal('refused'), errors: z.array(packErrorSchema) }),
  /** Something hangs on what would be closed, and nobody said what becomes of it; nothing was changed. */
  z.object({ code: z.literal('hangs'), hanging: z.array(hangingSchema) }),
])
export type EventChangeAnswer = z.infer<typeof changeAnswer>

const oneValue = z.object({ value: z.string(), words: z.string() })
/** A part that two tablets changed without having heard of each other: what stands, and what else was said. `value` is as a change has it. */
const clash = z.object({ path: z.string(), what: z.string(), stands: oneValue, others: z.array(oneValue) })
export type EventClash = z.infer<typeof clash>

export const event = {
  change: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ changes: z.array(packChange).min(1).max(500), choices: z.array(choice).max(500).default([]) }))
    .output(changeAnswer),
  /** What two tablets changed differently, until somebody who saw both says what it is: by a change of that part, to the same or another. */
  clashes: call({ who: 'organiser', when: 'ready' }).output(z.array(clash)),
  /** Everything that was changed, the newest first. */
  history: call({ who: 'organiser', when: 'ready' }).output(
    z.array(
      z.object({
        at: instant,
        by: z.string(),
        station: z.string(),
        /** Empty where it was loaded from its pack. */
        changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
  ),
}
