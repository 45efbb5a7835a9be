/** The pledge form: keeps the answers in a draft, shows the question, and makes the pledge. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { PrivacyDialog } from '../../components/privacy-dialog.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { AskFirst } from './ask-first.tsx'
import { CarryOn } from './carry-on.tsx'
import { NO_DRAFT, readDraft } from './flow/flow.ts'
import { type Pledging, shows, type State } from './flow/states.ts'
import type { FormView } from './form-view.ts'
import { Question } from './question.tsx'
import { sendPledge } from './send-pledge.ts'
import { useBadge } from './use-badge.ts'
import type { Act } from './use-pledging.ts'

type Props = {
  pack: EventPack
  state: State
  act: Act
  /** What the station lets a visit do ends with it. */
  onGone: () => Promise<void>
}

export function PledgeForm({ pack, state, act, onGone }: Props) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const { form, name, persons } = state
  const held = 'flow' in state ? { flow: state.flow, at: state.step } : NO_DRAFT
  const draft = useDraft('pledge', held, NO_DRAFT, readDraft)

  const { looking, found } = draft
  useEffect(() => {
    if (!looking) act({ type: 'looked', found: found?.value ?? null })
    // Once: what was found is answered for from then on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [looking])

  // Somebody has begun: what was open here is parked, and nothing that this person types may come before that.
  const met = useRef(persons)
  const newPerson = useEffectEvent(() => draft.waitFor(client.pledges.endVisit()))
  useEffect(() => {
    if (met.current !== persons) newPerson()
    met.current = persons
  }, [persons])

  const make = useEffectEvent(async () => {
    if (state.name !== 'sending') return
    try {
      const made = await sendPledge(client, state.flow, pack, idempotencyKey)
      if (made === null) {
        const words = 'Something is missing from this pledge. Look through your answers once more.'
        act({ type: 'refused', form, words })
        return
      }
      await draft.clear()
      void queries.invalidateQueries({ queryKey: api.pledges.tree.key() })
      act({ type: 'made', form, made })
    } catch (error) {
      act({ type: 'refused', form, words: sentenceOf(error) })
    }
  })
  const putAway = useEffectEvent(async () => {
    if (state.name !== 'leaving') return
    await draft[state.how]()
    if (state.gone) await onGone()
    act({ type: 'put-away' })
  })
  useEffect(() => {
    void make()
    void putAway()
  }, [name])

  useBadge({
    active: name === 'invited' || name === 'question' || name === 'sending',
    taken: name === 'sending' || (name === 'question' && state.step !== 'who'),
    onPerson: (person) => act({ type: 'badge', form, chosen: { type: 'person-chosen', person } }),
    onNotice: (notice) => act({ type: 'notice', form, notice }),
  })

  switch (shows(state)) {
    case 'invitation':
    case 'thanks':
      return null
    case 'waiting':
      return <Waiting />
    case 'carry-on': {
      const startAfresh = () => act({ type: 'start-afresh' })
      const carryOn = () => {
        act({ type: 'carry-on' })
        draft.take()
      }
      return (
        <>
          <CarryOn onYes={carryOn} onNo={startAfresh} />
          <IdleGuard onIdle={startAfresh} />
        </>
      )
    }
    case 'question':
      return state.name === 'question' || state.name === 'sending' ? (
        <Asked pack={pack} state={state} act={act} />
      ) : null
  }
}

/** The question that is open, and what stands over it. */
function Asked({ pack, state, act }: { pack: EventPack; state: Pledging; act: Act }) {
  const { flow, step, asking, notice, error } = state
  const form: FormView = { pack, flow, step, notice, busy: state.name === 'sending', error, act }
  const keepGoing = () => act({ type: 'keep-going' })
  const sure = () => act({ type: 'sure' })
  const safe = state.made.length === 0 ? '' : ' The pledges you have already made are safe.'
  return (
    <>
      <Question key={step} form={form} />
      {asking === 'privacy' ? <PrivacyDialog pack={pack} onClose={keepGoing} /> : null}
      {asking === 'start-again' ? (
        <AskFirst title="Start again?" yes="Yes, start again" onYes={sure} onNo={keepGoing}>
          {`What you have written for this pledge will be cleared from the screen and thrown away.${safe}`}
        </AskFirst>
      ) : null}
      {asking === 'leave' ? (
        <AskFirst title="Leave it?" yes="Yes, leave it" onYes={sure} onNo={keepGoing}>
          {flow.amending === null
            ? `What you have written for this further pledge will be thrown away.${safe}`
            : 'What you have changed will be thrown away, and your pledge stays as it was.'}
        </AskFirst>
      ) : null}
      <IdleGuard onIdle={() => act({ type: 'idle' })} />
    </>
  )
}
