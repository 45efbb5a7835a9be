/** Calls for what someone is typing: saved as they type, back after a crash, parked and not lost when they walk away. */
import { z } from 'zod'
import { asGiven, instant } from '../domain/text.ts'
import { call } from './base.ts'

/** Which form the draft belongs to: `pledge`, `walk-in`, `action:<session>:<table>` … */
const scope = z
  .string()
  .regex(/^[a-z-]+(:[a-z0-9-]+)*$/)
  .max(200)
/** What the form holds, as its own JSON text. */
const body = asGiven(20_000)

export const drafts = {
  save: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ scope, body }))
    .output(z.object({ saved: instant })),
  /**
   * The open draft of a form, on the page where it is typed; null on any other, and where this role does not type in that
   * form. `age` in seconds tells whether it can still be the same person.
   */
  open: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ scope }))
    .output(z.object({ body, saved: instant, age: z.number() }).nullable()),
  /** Done: it became a fact, or the person threw it away. */
  clear: call({ who: 'delegate', when: 'ready' }).input(z.object({ scope })).output(z.object({})),
  park: call({ who: 'delegate', when: 'ready' }).input(z.object({ scope })).output(z.object({})),
  parked: call({ who: 'steward', when: 'ready' }).output(
    z.array(z.object({ id: z.int(), scope, body, saved: instant })),
  ),
  /** Makes a parked draft the open one of its form again (an open one is parked in its place). */
  resume: call({ who: 'steward', when: 'ready' })
    .input(z.object({ id: z.int() }))
    .output(z.object({ scope })),
  discard: call({ who: 'steward', when: 'ready' })
    .input(z.object({ id: z.int() }))
    .output(z.object({})),
}
