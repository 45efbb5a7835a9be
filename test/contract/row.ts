/** What one row of the table says of a call: what is given with it, and what each role is answered, written by hand. */
import type { CallIn, Group, InputOf } from './calls.ts'
import type { Hall } from './hall.ts'

/** A refusal as a screen hears it. `message` where the row says it in full. */
export type Refused = { code: string; status: number; data?: unknown; message?: string }
/** A code of the result, `ok` where the result has no code; or a refusal. */
export type Answer = string | Refused

/** A tablet that knows its people: a delegate, a facilitator, a steward, the organiser, the wall’s screen, a locked screen. */
export type ByRole = readonly [Answer, Answer, Answer, Answer, Answer, Answer]
/** A tablet that is not ready: new, its data refused, its data locked with the passphrase. */
export type ByState = readonly [Answer, Answer, Answer]

type Row<Input> = (undefined extends Input
  ? { give?: never }
  : { give: Input | ((hall: Hall) => Input | Promise<Input>) }) & {
  who: ByRole
  when: ByState
  /** Made at a door without a steward, where the tablet’s duty may be that. */
  atTheDoor?: true
  /** What is otherwise in a tab of a browser, and why. */
  browser?: { who?: ByRole; when?: ByState; because: string }
}

export type RowsOf<G extends Group> = { [C in CallIn<G>]: Row<InputOf<G, C>> }

/** The kinds of tablet, in the order of `who` and of `when`. */
export const ROLES = ['delegate', 'facilitator', 'steward', 'organiser', 'wall', 'locked'] as const
export const STATES = ['new', 'refused', 'sealed'] as const

const notAllowed = (needs: string, message: string): Refused => ({
  code: 'NOT_ALLOWED',
  status: 403,
  data: { needs },
  message,
})
export const NO_STEWARD = notAllowed('steward', 'This needs a steward: enter the steward PIN.')
export const NO_ORGANISER = notAllowed('organiser', 'This needs the organiser: enter the passphrase.')
export const NO_FACILITATOR = notAllowed('facilitator', 'This needs a facilitator.')
/** A steward is asked for in words of the call’s own. */
export const noSteward = (message: string): Refused => notAllowed('steward', message)

const NOT_READY: Refused = {
  code: 'NOT_READY',
  status: 409,
  message: 'This tablet has not been set up yet. Set it up on its first screen.',
}
/** Refused on every tablet that is not ready. */
export const NOT_YET: ByState = [NOT_READY, NOT_READY, NOT_READY]

export const notPossible = (code: string): Refused => ({ code: 'NOT_POSSIBLE', status: 409, data: { code } })
