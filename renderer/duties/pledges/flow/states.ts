/** A pledge screen as one machine: the states it can be in, what may happen in each, and the address that goes with it. Pure. */
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
  nextStep,
  type PledgeDraft,
  previousStep,
  stepToShow,
} from './flow.ts'
import type { Step } from '../questions/all.ts'
import { addressOf as addressOfStep, stepInAddress } from './steps.ts'

const THANKS = '/pledge/thank-you'
const INVITATION = '/'

/** One person’s time at the screen. */
type Sitting = {
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
  fault: string
}

/** What somebody pressed on the page of thanks while the pledge before was still being put away. */
type Then = 'another' | 'amend' | 'finish'

export type State = Sitting &
  (
    | /** The tablet looks whether there is a draft. `wanted`: somebody has pressed the invitation meanwhile. */
      { at: 'looking'; address: string; wanted: boolean }
    | { at: 'invited' }
    | /** There is a draft, and somebody is asked whether it is theirs. */ {
        at: 'carry-on'
        address: string
        left: PledgeDraft
      }
    | ({ at: 'question' } & Pledge)
    | /** It is on its way to the station. */ ({
        at: 'sending'
      } & Pledge) /** The draft is being thrown away or kept for staff. `gone`: the person has left the tablet too. */
    | {
        at: 'leaving'
        flow: Flow
        step: Step
        how: 'clear' | 'park'
        gone: boolean
        wanted: boolean
        wish: Then | null
      }
    | { at: 'thanked' } /** What the person made is being put away; `shown` is what stands there until then. */
    | { at: 'finishing'; shown: 'thanks' | 'invitation'; wanted: boolean }
  )
export type Pledging = Extract<State, { at: 'question' | 'sending' }>

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

const sittingOf = (form: number, persons: number, start: Flow = NEW_FLOW, made: readonly Made[] = []): Sitting => ({
  form,
  persons,
  start,
  made,
})
const bare = ({ form, persons, start, made }: Sitting): Sitting => ({ form, persons, start, made })

/** A screen that has just been opened, at whatever address. */
export const openAt = (address: string): State => look(sittingOf(0, 0), address)

/** The address of a state: it follows from the state, and the state never from it. */
export function addressOf(state: State): string {
  switch (state.at) {
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
  switch (state.at) {
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

const ask = (sitting: Sitting, flow: Flow, step: Step, more: Partial<Pledge> = {}): State => ({
  ...bare(sitting),
  at: 'question',
  // Back on the page where the answers are checked, the way is the usual one again.
  flow: step === 'check' ? flowReducer(flow, { type: 'check-reached' }) : flow,
  step,
  asking: null,
  notice: null,
  fault: '',
  ...more,
})
const begin = (sitting: Sitting, more: Partial<Pledge> = {}): State =>
  ask({ ...sitting, persons: sitting.persons + 1 }, sitting.start, 'who', more)
const look = (sitting: Sitting, address: string, wanted = false): State => ({
  ...bare(sitting),
  at: 'looking',
  address,
  wanted,
})
const leave = (state: Pledging, how: 'clear' | 'park', gone: boolean): State => ({
  ...bare(state),
  at: 'leaving',
  flow: state.flow,
  step: state.step,
  how,
  gone,
  wanted: false,
  wish: null,
})
/** Whoever made something and stands before the invitation again has gone. */
const home = (sitting: Sitting): State =>
  sitting.made.length === 0
    ? { ...bare(sitting), at: 'invited' }
    : { ...bare(sitting), at: 'finishing', shown: 'invitation', wanted: false }

/** The state in which these answers are open at this address; `last` is the question that was on screen. */
function openOn(sitting: Sitting, flow: Flow, address: string, pack: EventPack, last: Step = 'who'): State {
  const step = stepInAddress(address)
  const hasMade = sitting.made.length > 0
  if (address === THANKS && hasMade) return { ...bare(sitting), at: 'thanked' }
  if (isUntouched(flow)) {
    if (step === 'who') return ask(sitting, flow, step)
    return step !== null && hasMade ? { ...bare(sitting), at: 'thanked' } : home(sitting)
  }
  // The browser’s own Back leads out of a pledge that is being written: it is asked about like any other way out.
  if (step === null) return ask(sitting, flow, stepToShow(flow, last, pack), { asking: 'start-again' })
  return ask(sitting, flow, stepToShow(flow, step, pack))
}

/** The way from the page of thanks. */
function onFromThanks(sitting: Sitting, then: Then): State {
  const latest = sitting.made.at(-1)
  if (then === 'finish' || latest === undefined)
    return { ...bare(sitting), at: 'finishing', shown: 'thanks', wanted: false }
  const start = then === 'another' ? anotherFlow(latest.flow) : amendFlow(latest)
  return look(
    sittingOf(sitting.form + 1, sitting.persons, start, sitting.made),
    addressOfStep(then === 'another' ? 'kind' : 'check'),
  )
}

/** What becomes of a state when something happens. What cannot happen in it changes nothing: the very same state is answered. */
export function next(state: State, event: PledgeEvent, pack: EventPack): State {
  if (event.type === 'went' && event.address === addressOf(state)) return state
  if (event.type === 'changed')
    return { ...state, made: state.made.map((one) => (one.id === event.made.id ? event.made : one)) }
  switch (state.at) {
    case 'looking': {
      if (event.type === 'begin') return shows(state) === 'invitation' ? { ...state, wanted: true } : state
      if (event.type === 'went')
        return event.address === THANKS && state.made.length > 0
          ? { ...bare(state), at: 'thanked' }
          : { ...state, address: event.address }
      if (event.type !== 'looked') return state
      const { address } = state
      // Whoever is asked about a draft has seen that their press was heard.
      if (event.found !== null) return { ...bare(state), at: 'carry-on', address, left: event.found }
      const opened = openOn(state, state.start, address, pack)
      // Nobody has to press twice.
      return state.wanted && opened.at === 'invited' ? begin(opened) : opened
    }
    case 'invited':
      if (event.type === 'begin') return begin(state)
      if (event.type === 'went') return openOn(state, state.start, event.address, pack)
      if (event.type === 'notice' && event.form === state.form) return begin(state, { notice: event.notice })
      return event.type === 'badge' && event.form === state.form ? onward(begin(state), event.chosen, pack) : state
    case 'carry-on':
      if (event.type === 'carry-on') return openOn(state, state.left.flow, addressOfStep(state.left.at), pack)
      if (event.type === 'start-afresh' || event.type === 'idle')
        return leave({ ...state, ...NO_PLEDGE, at: 'question', flow: state.start }, 'park', true)
      return event.type === 'went' ? { ...state, address: event.address } : state
    case 'question':
      return atQuestion(state, event, pack)
    case 'sending':
      // Only its answer leads on, and that nobody is there any more.
      if (event.type === 'made' && event.form === state.form)
        return {
          ...sittingOf(state.form + 1, state.persons, NEW_FLOW, [
            ...state.made.filter(({ id }) => id !== event.made.id),
            event.made,
          ]),
          at: 'thanked',
        }
      if (event.type === 'refused' && event.form === state.form) return { ...state, at: 'question', fault: event.words }
      return event.type === 'idle' ? leave(state, 'park', true) : state
    case 'leaving': {
      if (event.type === 'begin') return shows(state) === 'invitation' ? { ...state, wanted: true } : state
      if (event.type === 'another' || event.type === 'amend' || event.type === 'finish')
        return shows(state) === 'thanks' ? { ...state, wish: state.wish ?? event.type } : state
      if (event.type !== 'put-away') return state
      const after = sittingOf(state.form + 1, state.persons, NEW_FLOW, state.gone ? [] : state.made)
      if (shows(state) === 'invitation') return look(after, INVITATION, state.wanted)
      return state.wish === null ? { ...after, at: 'thanked' } : onFromThanks(after, state.wish)
    }
    case 'thanked':
      if (event.type === 'another' || event.type === 'amend' || event.type === 'finish')
        return onFromThanks(state, event.type)
      if (event.type === 'idle') return onFromThanks(state, 'finish')
      if (event.type !== 'went' || event.address === THANKS) return state
      // A further pledge that was begun and left by the browser’s own Back is there again with Forward.
      if (stepInAddress(event.address) !== null) return isUntouched(state.start) ? state : look(state, event.address)
      return home(state)
    case 'finishing':
      if (event.type === 'begin') return shows(state) === 'invitation' ? { ...state, wanted: true } : state
      return event.type === 'put-away'
        ? look(sittingOf(state.form + 1, state.persons), INVITATION, state.wanted)
        : state
    default:
      return assertNever(state)
  }
}

const NO_PLEDGE = { step: 'who', asking: null, notice: null, fault: '' } as const

function onward(state: State, chosen: FlowEvent | undefined, pack: EventPack): State {
  if (state.at !== 'question') return state
  const flow = chosen === undefined ? state.flow : flowReducer(state.flow, chosen)
  return ask(state, flow, stepToShow(flow, nextStep(flow, state.step, pack), pack))
}

function atQuestion(state: Pledging, event: PledgeEvent, pack: EventPack): State {
  const { flow, step } = state
  const hasMade = state.made.length > 0
  const isAsWas = JSON.stringify(flow.answers) === JSON.stringify(state.start.answers)
  /** Back to the thanks for the pledge before. */
  const leaveIt = () => (isAsWas ? leave(state, 'clear', false) : { ...state, asking: 'leave' as const })
  const startAgain = () => {
    if (flow.amending !== null) return leaveIt()
    return isUntouched(flow) ? leave(state, 'clear', true) : { ...state, asking: 'start-again' as const }
  }
  switch (event.type) {
    case 'answered': {
      const said = flowReducer(flow, event)
      const open = stepToShow(said, step, pack)
      return open === step ? { ...state, flow: said } : ask(state, said, open)
    }
    case 'onward':
      return onward(state, event.chosen, pack)
    case 'badge':
      return step === 'who' && event.form === state.form ? onward(state, event.chosen, pack) : state
    case 'notice':
      return event.form === state.form ? { ...state, notice: event.notice } : state
    case 'back': {
      const before = previousStep(flow, step, pack)
      return before !== null ? ask(state, flow, before) : hasMade ? leaveIt() : startAgain()
    }
    case 'change':
      return ask(state, flowReducer(flow, { type: 'changing' }), event.step)
    case 'start-again':
      return startAgain()
    case 'privacy':
      return { ...state, asking: 'privacy' }
    case 'keep-going':
      return { ...state, asking: null }
    case 'sure':
      if (state.asking === 'start-again') return leave(state, 'clear', true)
      return state.asking === 'leave' ? leave(state, 'clear', false) : state
    case 'idle':
      return leave(state, 'park', true)
    case 'make':
      return step === 'check' ? { ...state, at: 'sending', asking: null, fault: '' } : state
    case 'went':
      return openOn(state, flow, event.address, pack, step)
    case 'looked':
    case 'begin':
    case 'carry-on':
    case 'start-afresh':
    case 'made':
    case 'refused':
    case 'another':
    case 'amend':
    case 'finish':
    case 'changed':
    case 'put-away':
      return state
    default:
      return assertNever(event)
  }
}
