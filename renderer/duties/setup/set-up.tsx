/** The first screen of a new tablet: which event, which tablet, who looks after it. Or a rehearsal, to try it all. */
import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, Check, Drama, History } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, type Fault, faultOf, RadioList, TextField } from '../../components/fields.tsx'
import { Dock, Heading, Page, Steps } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { TabletCare } from '../../components/tablet-care.tsx'
import { faultsOf, NO_ANSWERS, SET_UP_STEPS, type SetUpAnswers } from './check-answers.ts'
import { dutyOptions } from '../../components/duty-choices.tsx'
import { EventStep } from './event-step.tsx'
import { OwnBar } from './own-bar.tsx'
import { PutBack } from './put-back.tsx'
import './setup.css'

const HEADINGS = {
  event: 'Which event is this tablet for?',
  tablet: 'What is this tablet for?',
  staff: 'Who looks after it?',
} as const

export function SetUp({ state: { host, key } }: { state: StationState }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<SetUpAnswers>(NO_ANSWERS)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [puttingBack, setPuttingBack] = useState(false)
  const step = SET_UP_STEPS[at] ?? 'event'
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])
  /** The tablet may have heard that it is ready before this was answered, and somebody may be on another page of it by now. */
  const moveOn = async () => {
    if (isHere.current) go('/', { replace: true })
    await queries.invalidateQueries()
  }

  const answer = (next: Partial<SetUpAnswers>) => setAnswers((before) => ({ ...before, ...next }))
  const move = (to: number) => {
    setFaults([])
    setProblem('')
    setAt(to)
  }
  const finish = async () => {
    const { pack, name, duty, passphrase, pin } = answers
    if (pack === null || duty === null) return
    setBusy(true)
    // Where the tablet goes once it is ready; it may hear that it is before this is answered, and this page is gone then.
    go('/recovery-sheet', { replace: true })
    try {
      const done = await client.station.setUp({
        pack: pack.kind === 'file' ? { kind: 'file', json: pack.json } : pack,
        name,
        duty,
        passphrase,
        pin,
      })
      if (done.code === 'pack-refused') {
        go('/', { replace: true })
        setProblem('That event pack cannot be used after all. Go back and choose another.')
        return
      }
      await queries.invalidateQueries()
    } catch (error) {
      if (isHere.current) go('/', { replace: true })
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const next = () => {
    const found = faultsOf(step, answers)
    if (found.length > 0) setFaults(found)
    else if (at < SET_UP_STEPS.length - 1) move(at + 1)
    else void finish()
  }
  const rehearse = async () => {
    setBusy(true)
    setProblem('')
    try {
      const { pack } = answers
      const opened = await client.station.startRehearsal({
        pack: pack === null || pack.kind === 'shipped' ? pack : { kind: 'file', json: pack.json },
      })
      if (opened.code === 'pack-refused') {
        setProblem('That event pack cannot be used after all. Choose another.')
        return
      }
      await moveOn()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <OwnBar />
      <Page width="narrow">
        <Steps at={at + 1} of={SET_UP_STEPS.length} />
        <ErrorSummary faults={faults} />
        <Heading key={step}>{HEADINGS[step]}</Heading>
        {step === 'event' ? (
          <EventStep answers={answers} onAnswer={(pack) => answer({ pack })} fault={faultOf(faults, 'pack')} />
        ) : null}
        {step === 'tablet' ? (
          <>
            <TextField
              id="station-name"
              label="A name for this tablet"
              hint="Where it stands: “West door”, “Table 7”"
              maxLength={60}
              className="short"
              value={answers.name}
              error={faultOf(faults, 'station-name')}
              onText={(name) => answer({ name })}
            />
            <RadioList
              legend="Its duty"
              hint="You can change it later with the steward PIN."
              name="duty"
              id="duty"
              columns="two"
              value={answers.duty}
              error={faultOf(faults, 'duty')}
              onChange={(duty) => answer({ duty })}
              options={dutyOptions}
            />
          </>
        ) : null}
        {step === 'staff' ? (
          <>
            <TextField
              id="passphrase"
              label="Organiser passphrase"
              hint={
                key === 'passphrase-soon'
                  ? 'For lists, corrections and the export, and each time this tablet starts. Three or four words, written down in a safe place: nobody can look it up for you, and nothing on this tablet can be read without it.'
                  : 'For lists, corrections and the export. Three or four words, written down in a safe place: nobody can look it up for you.'
              }
              maxLength={200}
              value={answers.passphrase}
              error={faultOf(faults, 'passphrase')}
              onText={(passphrase) => answer({ passphrase })}
            />
            <TextField
              id="pin"
              label="Steward PIN"
              hint="4 to 8 digits, for the people at the door and to change what this tablet does."
              className="short"
              inputMode="numeric"
              maxLength={8}
              value={answers.pin}
              error={faultOf(faults, 'pin')}
              onText={(pin) => answer({ pin })}
            />
          </>
        ) : null}
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
        {at === 0 ? (
          <p className="row">
            <Button look="ghost" icon={History} onClick={() => setPuttingBack(true)}>
              Go on from another tablet’s copy
            </Button>
          </p>
        ) : null}
        {at === 0 && host.canLeave ? <TabletCare host={host} /> : null}
      </Page>
      <Dock>
        {at === 0 ? (
          <>
            <Button look="ghost" icon={Drama} busy={busy} onClick={() => void rehearse()}>
              Try it with a rehearsal crowd
            </Button>
            <span className="small muted setup-aside">
              Just looking? Invented people, kept apart from the real event.
            </span>
          </>
        ) : (
          <Button look="ghost" icon={ArrowLeft} onClick={() => move(at - 1)}>
            Back
          </Button>
        )}
        <span className="push" />
        <Button big then={at === SET_UP_STEPS.length - 1 ? Check : ArrowRight} busy={busy} onClick={next}>
          {at < SET_UP_STEPS.length - 1 ? 'Continue' : busy ? 'Setting up…' : 'Open for the day'}
        </Button>
      </Dock>
      {puttingBack ? <PutBack onClose={() => setPuttingBack(false)} onDone={moveOn} /> : null}
    </>
  )
}
