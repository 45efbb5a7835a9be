/** The pledge screen’s machine: what becomes of each state when something happens. Pure. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { assertNever } from '../../../../shared/domain/never.ts'
import { type FlowEvent, flowReducer, isUntouched, NEW_FLOW, nextStep, previousStep, stepToShow } from './flow.ts'
import {
  addressOf,
  ask,
  bare,
  begin,
  home,
  INVITATION,
  leave,
  look,
  onFromThanks,
  openOn,
  type PledgeEvent,
  type Pledging,
  shows,
  visitOf,
  type State,
  THANKS,
} from './states.ts'
import { addressOf as addressOfStep, stepInAddress } from './steps.ts'

/** What becomes of a state when something happens. What cannot happen in it changes nothing: the very same state is answered. */
export function next(state: State, event: PledgeEvent, pack: EventPack): State {
  if (event.type === 'went' && event.address === addressOf(state)) return state
  if (event.type === 'changed')
    return { ...state, made: state.made.map((one) => (one.id === event.made.id ? event.made : one)) }
  switch (state.name) {
    case 'looking': {
      if (event.type === 'begin') return shows(state) === 'invitation' ? { ...state, wanted: true } : state
      if (event.type === 'went')
        return event.address === THANKS && state.made.length > 0
          ? { ...bare(state), name: 'thanked' }
          : { ...state, address: event.address }
      if (event.type !== 'looked') return state
      const { address } = state
      // Whoever is asked about a draft has seen that their press was heard.
      if (event.found !== null) return { ...bare(state), name: 'carry-on', address, left: event.found }
      const opened = openOn(state, state.start, address, pack)
      // Nobody has to press twice.
      return state.wanted && opened.name === 'invited' ? begin(opened) : opened
    }
    case 'invited':
      if (event.type === 'begin') return begin(state)
      if (event.type === 'went') return openOn(state, state.start, event.address, pack)
      if (event.type === 'notice' && event.form === state.form) return begin(state, { notice: event.notice })
      return event.type === 'badge' && event.form === state.form ? onward(begin(state), event.chosen, pack) : state
    case 'carry-on':
      if (event.type === 'carry-on') return openOn(state, state.left.flow, addressOfStep(state.left.at), pack)
      if (event.type === 'start-afresh' || event.type === 'idle')
        return leave({ ...state, ...NO_PLEDGE, name: 'question', flow: state.start }, 'park', true)
      return event.type === 'went' ? { ...state, address: event.address } : state
    case 'question':
      return atQuestion(state, event, pack)
    case 'sending':
      // Only its answer leads on, and that nobody is there any more.
      if (event.type === 'made' && event.form === state.form)
        return {
          ...visitOf(state.form + 1, state.persons, NEW_FLOW, [
            ...state.made.filter(({ id }) => id !== event.made.id),
            event.made,
          ]),
          name: 'thanked',
        }
      if (event.type === 'refused' && event.form === state.form)
        return { ...state, name: 'question', error: event.words }
      return event.type === 'idle' ? leave(state, 'park', true) : state
    case 'leaving': {
      if (event.type === 'begin') return shows(state) === 'invitation' ? { ...state, wanted: true } : state
      if (event.type === 'another' || event.type === 'amend' || event.type === 'finish')
        return shows(state) === 'thanks' ? { ...state, wish: state.wish ?? event.type } : state
      if (event.type !== 'put-away') return state
      const after = visitOf(state.form + 1, state.persons, NEW_FLOW, state.gone ? [] : state.made)
      if (shows(state) === 'invitation') return look(after, INVITATION, state.wanted)
      return state.wish === null ? { ...after, name: 'thanked' } : onFromThanks(after, state.wish)
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
      return event.type === 'put-away' ? look(visitOf(state.form + 1, state.persons), INVITATION, state.wanted) : state
    default:
      return assertNever(state)
  }
}

const NO_PLEDGE = { step: 'who', asking: null, notice: null, error: '' } as const

function onward(state: State, chosen: FlowEvent | undefined, pack: EventPack): State {
  if (state.name !== 'question') return state
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
      return step === 'check' ? { ...state, name: 'sending', asking: null, error: '' } : state
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
