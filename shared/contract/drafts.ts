/**
 * Calls for what someone is typing: saved as they type, back after a crash, parked and not lost when they walk away. Whom a
 * scope belongs to stands in `shared/domain/draft.ts`: all calls but `parked` are refused with NOT_ALLOWED to whoever is less.
 */
import { z } from 'zod'
import { draftInput, draftScope } from '../domain/draft.ts'
import { instant } from '../domain/text.ts'
import { call } from './base.ts'

/** One that was left, and what its form is called; never what was typed. */
const left = z.object({ id: z.int(), called: z.string(), saved: instant })

export const drafts = {
  save: call({ who: 'delegate', when: 'ready' })
    .input(draftInput)
    .output(z.object({ saved: instant })),
  /**
   * The open draft of a form. `age` in seconds. What is one person's is found at the screen where it was typed and nowhere
   * else; what was left there longer ago than `SAME_PERSON` is parked, and null is answered.
   */
  open: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ scope: draftScope }))
    .output(z.object({ body: z.string(), saved: instant, age: z.number() }).nullable()),
  /** Done: it became a fact, or the person threw it away. */
  clear: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ scope: draftScope }))
    .output(z.object({})),
  park: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ scope: draftScope }))
    .output(z.object({})),
  /**
   * What was left, of the forms that this role may use, the latest first. Of each form `most` are kept; `madeWay` says how
   * many older ones there were, ever, that had to go for newer ones, and when the newest of them had been left.
   */
  parked: call({ who: 'steward', when: 'ready' }).output(
    z.object({
      items: z.array(left),
      most: z.int(),
      madeWay: z.object({ count: z.int(), latest: instant }).nullable(),
    }),
  ),
  /** Makes a parked draft the open one of its form again, at this screen (an open one is parked in its place). */
  resume: call({ who: 'steward', when: 'ready' })
    .input(z.object({ id: z.int() }))
    .output(z.object({ scope: z.string() })),
  discard: call({ who: 'steward', when: 'ready' })
    .input(z.object({ id: z.int() }))
    .output(z.object({})),
}
