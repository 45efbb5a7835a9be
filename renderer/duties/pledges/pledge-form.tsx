/** The pledge form: keeps the answers and their draft, shows the question in the address, and makes the pledge. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { AskFirst } from './ask-first.tsx'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { PrivacyDialog } from './about.tsx'
import { Attract } from './attract.tsx'
import { CarryOn } from './carry-on.tsx'
import { readPerson } from './flow/answers.ts'
import { changesBetween, pledgeOf } from './flow/checks.ts'
import {
  type Flow,
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
import { afterChange, type Made } from './made.ts'
import { Question } from './question.tsx'

/** A draft older than this belongs to somebody who has gone: an idle screen would have parked it. Seconds. */
const SAME_PERSON = 120

type Props = {
  pack: EventPack
  /** The answers it opens with: none, those of a further pledge, or those of one to be changed. */
  start: Flow
  /** Where Back from the first question leads: the attract screen, or the thank-you page of the pledge before. */
  home: string
  /** A person has begun at the attract screen: whoever was here before has gone. */
  onBegin: () => void
  /** The pledge is on disk. */
  onMade: (made: Made) => void
  /** Nobody is writing any more. `gone` when the person has left the tablet too. */
  onOver: (gone: boolean) => Promise<void>
}

export function PledgeForm({ pack, start, home, onBegin, onMade, onOver }: Props) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [address, navigate] = useLocation()
  const [flow, dispatch] = useReducer(flowReducer, start)
  const [notice, setNotice] = useState<(Notice & { at: Step }) | null>(null)
  const [asking, setAsking] = useState<'start-again' | 'leave' | 'privacy' | null>(null)
  const [leaving, setLeaving] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  const asked = stepInAddress(address)
  const step = asked === null ? null : stepToShow(flow, asked, pack)
  const last = useRef<Step>('who')
  if (step !== null) last.current = step
  const draft = useDraft('pledge', { flow, at: step ?? 'who' }, NO_DRAFT, readDraft)
  const offered = draft.found !== null && draft.found.age < SAME_PERSON
  const stale = draft.found !== null && !offered
  const untouched = isUntouched(flow)
  const nothingWritten = JSON.stringify(flow.answers) === JSON.stringify(start.answers)

  const setAside = useRef(draft.setAside)
  setAside.current = draft.setAside
  const gone = useRef(onOver)
  gone.current = onOver
  useEffect(() => {
    if (stale) setAside.current()
  }, [stale])

  // The address follows the answers: no question is shown before those it builds on, nor after its pledge is gone.
  useEffect(() => {
    if (draft.looking || offered || stale || leaving) return
    if (asked === null) {
      // The browser's own Back may have led out of a pledge that is being written, or away from the thanks.
      if (!untouched) {
        navigate(addressOf(last.current), { replace: true })
        setAsking('start-again')
      } else if (address !== '/') navigate('/', { replace: true })
      else if (home !== '/') void gone.current(true)
    } else if (untouched && asked !== 'who') navigate(home, { replace: true })
    else if (step !== null && step !== asked) navigate(addressOf(step), { replace: true })
    else if (step === 'check') dispatch({ type: 'check-reached' })
  }, [draft.looking, offered, stale, leaving, asked, step, untouched, address, home, navigate])

  const go = (to: Step) => navigate(addressOf(to), { state: { from: step } })
  const over = async (how: 'park' | 'clear', gone: boolean) => {
    setLeaving(true)
    setAsking(null)
    navigate(gone ? '/' : home, { replace: true })
    await draft[how]()
    await onOver(gone)
  }

  useScanner((text) => {
    if (draft.looking || draft.found !== null || leaving) return
    if (step !== null && step !== 'who') {
      setNotice({
        at: step,
        tone: 'warn',
        words: 'A badge was scanned. To pledge as somebody else, finish this pledge first, or start again.',
      })
      return
    }
    if (step === null) onBegin()
    const say = (said: Notice) => {
      setNotice({ at: 'who', ...said })
      if (step === null) navigate(addressOf('who'))
    }
    client.pledges
      .scan({ text })
      .then((answer) => {
        if (answer.code === 'other-event')
          say({ tone: 'warn', words: `That badge is for another event: ${answer.event}. Type your name instead.` })
        else if (answer.code === 'unknown-badge')
          say({ tone: 'warn', words: 'That badge is not one of this event’s. Try it once more, or type your name.' })
        else {
          const event = { type: 'person-chosen', person: readPerson(answer.person) } as const
          dispatch(event)
          navigate(addressOf(nextStep(flowReducer(flow, event), 'who', pack)), { state: { from: 'who' } })
        }
      })
      .catch((error: unknown) => say({ tone: 'bad', words: sentenceOf(error) }))
  })

  const make = async () => {
    const pledge = pledgeOf(flow.answers, pack)
    if (pledge === null || busy) return
    setBusy(true)
    setFault(undefined)
    try {
      const { amending } = flow
      if (amending === null) {
        const { id, reference, qr, due, dueDerived } = await client.pledges.make(pledge)
        await draft.clear()
        onMade({ id, reference, qr, due, dueDerived, withdrawn: false, flow })
      } else {
        const before = pledgeOf(amending.before, pack)
        const changes = before === null ? pledge : changesBetween(before, pledge)
        const { id } = amending
        const view =
          Object.keys(changes).length === 0
            ? await client.pledges.read({ id })
            : await client.pledges.amend({ id, ...changes, reason: '' })
        await draft.clear()
        onMade(afterChange(amending, view, { ...flow, amending: null }))
      }
      void queries.invalidateQueries({ queryKey: api.pledges.tree.key() })
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }

  if (offered && !leaving)
    return (
      <>
        <CarryOn
          onYes={() => {
            const { found } = draft
            if (found === null) return
            dispatch({ type: 'taken-up', flow: found.value.flow })
            draft.take()
            navigate(addressOf(found.value.at), { replace: true })
          }}
          onNo={() => void over('park', true)}
        />
        <IdleGuard onIdle={() => void over('park', true)} />
      </>
    )
  if (asked === null || leaving) {
    return (
      <Attract
        pack={pack}
        busy={draft.looking || leaving}
        onStart={() => {
          onBegin()
          navigate(addressOf('who'))
        }}
      />
    )
  }
  if (draft.looking || draft.found !== null || step === null || step !== asked) return <Waiting />

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
  const form: FormView = {
    pack,
    flow,
    step,
    notice: notice?.at === step ? notice : null,
    answer: (answers) => dispatch({ type: 'answered', answers }),
    onward: (event) => {
      if (event !== undefined) dispatch(event)
      go(nextStep(event === undefined ? flow : flowReducer(flow, event), step, pack))
    },
    back: () => {
      setFault(undefined)
      const previous = previousStep(flow, step, pack)
      // Where the question before is also the page before, the browser's history stays as the person sees it.
      const state: unknown = history.state
      const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null
      if (previous === null && home === '/') startAgain()
      else if (previous === null) leave()
      else if (from === previous) history.back()
      else navigate(addressOf(previous), { replace: true })
    },
    change: (to) => {
      setFault(undefined)
      dispatch({ type: 'changing' })
      go(to)
    },
    startAgain,
    showPrivacy: () => setAsking('privacy'),
  }
  return (
    <>
      <Question key={step} form={form} busy={busy} fault={fault} onMake={() => void make()} />
      {asking === 'privacy' ? <PrivacyDialog pack={pack} onClose={() => setAsking(null)} /> : null}
      {asking === 'start-again' ? (
        <AskFirst
          title="Start again?"
          yes="Yes, start again"
          onYes={() => void over('clear', true)}
          onNo={() => setAsking(null)}
        >
          What you have written for this pledge will be cleared from the screen and thrown away.
          {home === '/' ? '' : ' The pledges you have already made are safe.'}
        </AskFirst>
      ) : null}
      {asking === 'leave' ? (
        <AskFirst
          title="Leave it?"
          yes="Yes, leave it"
          onYes={() => void over('clear', false)}
          onNo={() => setAsking(null)}
        >
          {flow.amending === null
            ? 'What you have written for this further pledge will be thrown away.'
            : 'Your pledge will stay as it was.'}{' '}
          The pledges you have already made are safe.
        </AskFirst>
      ) : null}
      <IdleGuard onIdle={() => void over('park', true)} />
    </>
  )
}
