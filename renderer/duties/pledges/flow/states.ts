/** The states that a pledge screen can be in, what may happen there, and the address that goes with each; next.ts says what leads where. Pure. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { assertNever } from '../../../../shared/domain/never.ts'
import type { Made } from '../made.ts'
import {
  amendFlow,
  anotherFlow,
  type Flow,
  type FlowEvent,
  flowReducer,
  isUntouched,
  NEW_FLOW,
  type PledgeDraft,
  stepToShow,
} from './flow.ts'
import type { Step } from '../questions/all.ts'
import { addressOf as addressOfStep, stepInAddress } from './steps.ts'

export const THANKS = '/pledge/thank-you'
export const INVITATION = '/'

/** One person’s time at the screen. */
type Visit = {
  /** Counts the forms that were opened: each keeps a draft of its own, and what comes too late for one is nobody’s. */
  form: number
  /** Counts those who have begun at the invitation: whoever was here before has gone then. */
  persons: number
  /** The answers that this form opened with. */
  start: Flow
  /** What this person has made, the latest last. */
  made: readonly Made[]
}

/** A sentence that is not about a field: a badge that nobody knows, for instance. */
export type Notice = { tone: 'warn' | 'bad'; words: string }

/** A pledge that is being written, and what stands over its question. */
type Pledge = {
  flow: Flow
  step: Step
  asking: 'start-again' | 'leave' | 'privacy' | null
  notice: Notice | null
  /** Why it was not made; empty where nothing was wrong. */
  error: string
}

/** What somebody pressed on the page of thanks while the pledge before was still being put away. */
type Then = 'another' | 'amend' | 'finish'

export type State = Visit &
  (
    | /** The tablet looks whether there is a draft. `wanted`: somebody has pressed the invitation meanwhile. */
      { name: 'looking'; address: string; wanted: boolean }
    | { name: 'invited' }
    | /** There is a draft, and somebody is asked whether it is theirs. */ {
        name: 'carry-on'
        address: string
        left: PledgeDraft
      }
    | ({ name: 'question' } & Pledge)
    | /** It is on its way to the station. */ ({
        name: 'sending'
      } & Pledge) /** The draft is being thrown away or kept for staff. `gone`: the person has left the tablet too. */
    | {
        name: 'leaving'
        flow: Flow
        step: Step
        how: 'clear' | 'park'
        gone: boolean
        wanted: boolean
        wish: Then | null
      }
    | { name: 'thanked' } /** What the person made is being put away; `shown` is what stands there until then. */
    | { name: 'finishing'; shown: 'thanks' | 'invitation'; wanted: boolean }
  )
export type Pledging = Extract<State, { name: 'question' | 'sending' }>

export type PledgeEvent =
  | /** The disk has answered. */ { type: 'looked'; found: PledgeDraft | null }
  | { type: 'begin' }
  | /** “Yes” and “No” to whether the draft is theirs. */ { type: 'carry-on' | 'start-afresh' }
  | Extract<FlowEvent, { type: 'answered' }>
  | /** Goes on from this question, once `chosen` (if anything) is answered. */ { type: 'onward'; chosen?: FlowEvent }
  | { type: 'back' | 'start-again' | 'privacy' | 'sure' | 'keep-going' }
  | /** A Change link on the page where the answers are checked. */ { type: 'change'; step: Step }
  | /** Somebody’s badge was read, in the form that it was read in. */ {
      type: 'badge'
      form: number
      chosen: FlowEvent
    }
  | { type: 'notice'; form: number; notice: Notice }
  | /** The button that makes the pledge. */ { type: 'make' }
  | { type: 'made'; form: number; made: Made }
  | { type: 'refused'; form: number; words: string }
  | /** Nobody has touched the screen for a while. */ { type: 'idle' }
  | { type: Then }
  | /** It was changed, withdrawn or brought back on the page of thanks. */ { type: 'changed'; made: Made }
  | /** All that was to be put away is. */ { type: 'put-away' }
  | /** The browser’s own Back and Forward, or an address that was typed. */ { type: 'went'; address: string }

export const visitOf = (form: number, persons: number, start: Flow = NEW_FLOW, made: readonly Made[] = []): Visit => ({
  form,
  persons,
  start,
  made,
})
export const bare = ({ form, persons, start, made }: Visit): Visit => ({ form, persons, start, made })

/** A screen that has just been opened, at whatever address. */
export const openAt = (address: string): State => look(visitOf(0, 0), address)

/** The address of a state: it follows from the state, and the state never from it. */
export function addressOf(state: State): string {
  switch (state.name) {
    case 'looking':
    case 'carry-on':
      return state.address
    case 'question':
    case 'sending':
      return addressOfStep(state.step)
    case 'thanked':
      return THANKS
    case 'invited':
    case 'leaving':
    case 'finishing':
      return shows(state) === 'thanks' ? THANKS : INVITATION
    default:
      return assertNever(state)
  }
}

/** What is on the screen. */
export function shows(state: State): 'invitation' | 'waiting' | 'carry-on' | 'question' | 'thanks' {
  switch (state.name) {
    case 'looking':
      return stepInAddress(state.address) === null ? 'invitation' : 'waiting'
    case 'invited':
      return 'invitation'
    case 'carry-on':
      return 'carry-on'
    case 'question':
    case 'sending':
      return 'question'
    case 'leaving':
      return state.gone || state.made.length === 0 ? 'invitation' : 'thanks'
    case 'thanked':
      return 'thanks'
    case 'finishing':
      return state.shown
    default:
      return assertNever(state)
  }
}

export const ask = (visit: Visit, flow: Flow, step: Step, more: Partial<Pledge> = {}): State => ({
  ...bare(visit),
  name: 'question',
  // Back on the page where the answers are checked, the way is the usual one again.
  flow: step === 'check' ? flowReducer(flow, { type: 'check-reached' }) : flow,
  step,
  asking: null,
  notice: null,
  error: '',
  ...more,
})
export const begin = (visit: Visit, more: Partial<Pledge> = {}): State =>
  ask({ ...visit, persons: visit.persons + 1 }, visit.start, 'who', more)
export const look = (visit: Visit, address: string, wanted = false): State => ({
  ...bare(visit),
  name: 'looking',
  address,
  wanted,
})
export const leave = (state: Pledging, how: 'clear' | 'park', gone: boolean): State => ({
  ...bare(state),
  name: 'leaving',
  flow: state.flow,
  step: state.step,
  how,
  gone,
  wanted: false,
  wish: null,
})
/** Whoever made something and stands before the invitation again has gone. */
export const home = (visit: Visit): State =>
  visit.made.length === 0
    ? { ...bare(visit), name: 'invited' }
    : { ...bare(visit), name: 'finishing', shown: 'invitation', wanted: false }

/** The state in which these answers are open at this address; `last` is the question that was on screen. */
export function openOn(visit: Visit, flow: Flow, address: string, pack: EventPack, last: Step = 'who'): State {
  const step = stepInAddress(address)
  const hasMade = visit.made.length > 0
  if (address === THANKS && hasMade) return { ...bare(visit), name: 'thanked' }
  if (isUntouched(flow)) {
    if (step === 'who') return ask(visit, flow, step)
    return step !== null && hasMade ? { ...bare(visit), name: 'thanked' } : home(visit)
  }
  // The browser’s own Back leads out of a pledge that is being written: it is asked about like any other way out.
  if (step === null) return ask(visit, flow, stepToShow(flow, last, pack), { asking: 'start-again' })
  return ask(visit, flow, stepToShow(flow, step, pack))
}

/** The way from the page of thanks. */
export function onFromThanks(visit: Visit, then: Then): State {
  const latest = visit.made.at(-1)
  if (then === 'finish' || latest === undefined)
    return { ...bare(visit), name: 'finishing', shown: 'thanks', wanted: false }
  const start = then === 'another' ? anotherFlow(latest.flow) : amendFlow(latest)
  return look(
    visitOf(visit.form + 1, visit.persons, start, visit.made),
    addressOfStep(then === 'another' ? 'kind' : 'check'),
  )
}
