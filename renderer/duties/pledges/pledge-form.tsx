/** The pledge form: keeps the answers and their draft, shows the question in the address, and makes the pledge. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { PrivacyDialog } from '../../components/privacy-dialog.tsx'
import { AskFirst } from './ask-first.tsx'
import { CarryOn } from './carry-on.tsx'
import {
  type Flow,
  type FlowEvent,
  flowReducer,
  isUntouched,
  nextStep,
  NO_DRAFT,
  previousStep,
  readDraft,
  stepToShow,
} from './flow/flow.ts'
import { addressOf, type Step, stepInAddress } from './flow/steps.ts'
import type { FormView, Notice } from './form-view.ts'
import type { Made } from './made.ts'
import { Question } from './question.tsx'
import { sendPledge } from './send-pledge.ts'
import { useBadge } from './use-badge.ts'
import { useBrowserBack } from './use-browser-back.ts'
import type { Invitation } from './use-invitation.ts'

type Props = {
  pack: EventPack
  /** The answers it opens with: none, those of a further pledge, or those of one to be changed. */
  start: Flow
  /** Where Back from the first question leads: the attract screen, or the thank-you page of the pledge before. */
  home: string
  invitation: Invitation
  /** A person has begun at the attract screen: whoever was here before has gone. */
  onBegin: () => Promise<unknown>
  /** The pledge is on disk. */
  onMade: (made: Made) => void
  /** Nobody is writing any more. `gone` when the person has left the tablet too. */
  onOver: (gone: boolean) => Promise<void>
}

export function PledgeForm({ pack, start, home, invitation, onBegin, onMade, onOver }: Props) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const { wanted, giveWay } = invitation
  const [address, navigate] = useLocation()
  const [flow, dispatch] = useReducer(flowReducer, start)
  const [notice, setNotice] = useState<(Notice & { at: Step }) | null>(null)
  const [asking, setAsking] = useState<'start-again' | 'leave' | 'privacy' | null>(null)
  const [leaving, setLeaving] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [once] = useState(() => crypto.randomUUID())

  const asked = stepInAddress(address)
  const step = asked === null ? null : stepToShow(flow, asked, pack)
  const draft = useDraft('pledge', { flow, at: step ?? 'who' }, NO_DRAFT, readDraft)
  const offered = draft.found !== null
  const untouched = isUntouched(flow)
  const nothingWritten = JSON.stringify(flow.answers) === JSON.stringify(start.answers)

  const over = async (how: 'park' | 'clear', gone: boolean) => {
    setLeaving(true)
    setAsking(null)
    navigate(gone ? '/' : home, { replace: true })
    await draft[how]()
    await onOver(gone)
  }

  // The address follows the answers: no question is shown before those it builds on, nor after its pledge is gone.
  const settled = !draft.looking && !offered && !leaving && !invitation.held
  const follow = useEffectEvent(() => {
    if (asked === null && untouched && address !== '/') navigate('/', { replace: true })
    else if (asked !== null && untouched && asked !== 'who') navigate(home, { replace: true })
    else if (step !== null && step !== asked) navigate(addressOf(step), { replace: true })
    else if (step === 'check') dispatch({ type: 'check-reached' })
  })
  useEffect(() => {
    if (settled) follow()
  }, [settled, address, step, untouched])

  // The browser's own Back may lead out of a pledge that is being written: it is asked about like any other way out.
  const last = useRef<Step>('who')
  useEffect(() => {
    if (step !== null) last.current = step
  }, [step])
  useBrowserBack(() => {
    if (!settled || untouched || location.pathname !== '/') return
    navigate(addressOf(last.current), { replace: true })
    setAsking('start-again')
  })

  const go = (to: Step) => navigate(addressOf(to), { state: { from: step ?? 'who' } })
  const onward = (from: Step, event?: FlowEvent) => {
    if (event !== undefined) dispatch(event)
    go(nextStep(event === undefined ? flow : flowReducer(flow, event), from, pack))
  }
  /** What was open here is parked: nothing that this person types may come before that. */
  const newPerson = () => draft.waitFor(onBegin())
  const begin = () => {
    invitation.heard()
    newPerson()
    navigate(addressOf('who'))
  }
  // Nobody has to press twice; and whoever is asked about a draft has seen that their press was heard.
  const beginAsWanted = useEffectEvent(() => {
    if (offered) invitation.heard()
    else if (settled && asked === null) begin()
  })
  useEffect(() => {
    if (wanted) beginAsWanted()
  }, [wanted, settled, offered, asked])

  useBadge({
    active: settled,
    taken: step !== null && step !== 'who',
    onPerson: (person) => {
      if (step === null) newPerson()
      onward('who', { type: 'person-chosen', person })
    },
    onNotice: (said) => {
      if (step === null) begin()
      setNotice({ at: step ?? 'who', ...said })
    },
  })

  const make = async () => {
    if (busy) return
    setBusy(true)
    setFault(undefined)
    try {
      const made = await sendPledge(client, flow, pack, once)
      if (made === null) {
        setFault('Something is missing from this pledge. Look through your answers once more.')
        return
      }
      await draft.clear()
      void queries.invalidateQueries({ queryKey: api.pledges.tree.key() })
      onMade(made)
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  const asksFirst = offered && !leaving
  useLayoutEffect(() => giveWay(asksFirst), [giveWay, asksFirst])

  if (invitation.stands) return null
  const { found } = draft
  if (found !== null && asksFirst) {
    const carryOn = () => {
      dispatch({ type: 'taken-up', flow: found.value.flow })
      draft.take()
      navigate(addressOf(found.value.at), { replace: true })
    }
    const startAfresh = () => void over('park', true)
    return (
      <>
        <CarryOn onYes={carryOn} onNo={startAfresh} />
        <IdleGuard onIdle={startAfresh} />
      </>
    )
  }
  if (!settled || step === null || step !== asked) return <Waiting />

  /** Back to the thanks for the pledge before. */
  const leave = () => {
    if (nothingWritten) void over('clear', false)
    else setAsking('leave')
  }
  const startAgain = () => {
    if (flow.amending !== null) leave()
    else if (untouched) void over('clear', true)
    else setAsking('start-again')
  }
  const back = () => {
    setFault(undefined)
    const previous = previousStep(flow, step, pack)
    if (previous === null && home === '/') startAgain()
    else if (previous === null) leave()
    // Where the question before is also the page before, the browser's history stays as the person sees it.
    else if (cameFrom() === previous) history.back()
    else navigate(addressOf(previous), { replace: true })
  }
  const form: FormView = {
    pack,
    flow,
    step,
    notice: notice?.at === step ? notice : null,
    answer: (answers) => dispatch({ type: 'answered', answers }),
    onward: (event) => onward(step, event),
    back,
    change: (to) => {
      setFault(undefined)
      dispatch({ type: 'changing' })
      go(to)
    },
    startAgain,
    showPrivacy: () => setAsking('privacy'),
  }
  const keepGoing = () => setAsking(null)
  const safe = home === '/' ? '' : ' The pledges you have already made are safe.'
  return (
    <>
      <Question key={step} form={form} busy={busy} fault={fault} onMake={() => void make()} />
      {asking === 'privacy' ? <PrivacyDialog pack={pack} onClose={keepGoing} /> : null}
      {asking === 'start-again' ? (
        <AskFirst title="Start again?" yes="Yes, start again" onYes={() => void over('clear', true)} onNo={keepGoing}>
          {`What you have written for this pledge will be cleared from the screen and thrown away.${safe}`}
        </AskFirst>
      ) : null}
      {asking === 'leave' ? (
        <AskFirst title="Leave it?" yes="Yes, leave it" onYes={() => void over('clear', false)} onNo={keepGoing}>
          {flow.amending === null
            ? `What you have written for this further pledge will be thrown away.${safe}`
            : 'What you have changed will be thrown away, and your pledge stays as it was.'}
        </AskFirst>
      ) : null}
      <IdleGuard onIdle={() => void over('park', true)} />
    </>
  )
}

/** The question from which this page was opened, if it was opened from one. */
function cameFrom(): unknown {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'from' in state ? state.from : null
}
