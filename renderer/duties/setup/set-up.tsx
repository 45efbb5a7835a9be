/** The first screen of a new tablet: which event, which tablet, who looks after it. Or a rehearsal, to try it all. */
import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, Check, Drama, History } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { RadioList, TextField } from '../../components/fields.tsx'
import { Stays, useForm } from '../../components/form/use-form.ts'
import type { Said } from '../../components/form/use-sending.ts'
import { Dock, Heading, Page, Steps } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { TabletCare } from '../../components/tablet-care.tsx'
import { NEEDED, NO_ANSWERS, SET_UP_STEPS, type SetUpAnswers } from './check-answers.ts'
import { dutyOptions } from '../../components/duty-choices.tsx'
import { type Holds, HoldsDialog } from './holds-dialog.tsx'
import { EventStep } from './event-step.tsx'
import { OwnBar } from './own-bar.tsx'
import { PutBack } from './put-back.tsx'
import './setup.css'

const HEADINGS = {
  event: 'Which event is this tablet for?',
  tablet: 'What is this tablet for?',
  staff: 'Who looks after it?',
} as const

/** A file’s own name stays here. */
const sentAs = (pack: NonNullable<SetUpAnswers['pack']>) =>
  pack.kind === 'file' ? ({ kind: 'file', json: pack.json } as const) : pack

const refusedPack = (then: string): Said => ({
  tone: 'bad',
  words: `That event pack cannot be used after all. ${then}`,
})

export function SetUp({ state: { platform, key } }: { state: StationState }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [index, setAt] = useState(0)
  const [puttingBack, setPuttingBack] = useState(false)
  const [held, setHeld] = useState<Holds | null>(null)
  const step = SET_UP_STEPS[index] ?? 'event'
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

  const isLast = index === SET_UP_STEPS.length - 1
  const finish = async ({ pack, name, duty, passphrase, pin }: SetUpAnswers, replaces = false) => {
    if (pack === null || duty === null) return undefined
    // Where the tablet goes once it is ready; it may hear that it is before this is answered, and this page is gone then.
    go('/recovery-sheet', { replace: true })
    try {
      const done = await client.station.setUp({ pack: sentAs(pack), name, duty, passphrase, pin, replaces })
      if (done.code === 'holds-another') {
        go('/', { replace: true })
        setHeld(done)
        return new Stays({})
      }
      if (done.code !== 'pack-refused') return await queries.invalidateQueries()
    } catch (error) {
      if (isHere.current) go('/', { replace: true })
      throw error
    }
    go('/', { replace: true })
    return new Stays({ said: refusedPack('Go back and choose another.') })
  }
  const form = useForm(NEEDED[step], {
    prefix: 'set-up',
    values: NO_ANSWERS,
    send: (_read, answers) => (isLast ? finish(answers) : setAt(index + 1)),
  })
  const { values: answers, busy, said, errors, text } = form
  const back = () => {
    form.forgive()
    setAt(index - 1)
  }
  const rehearse = () =>
    form.attempt(async () => {
      const { pack } = answers
      const opened = await client.station.startRehearsal({ pack: pack === null ? null : sentAs(pack) })
      if (opened.code === 'pack-refused') form.say(refusedPack('Choose another.'))
      else await moveOn()
    })

  return (
    <>
      <OwnBar />
      <Page width="narrow">
        <Steps index={index + 1} of={SET_UP_STEPS.length} />
        <ErrorSummary errors={errors} />
        <Heading key={step}>{HEADINGS[step]}</Heading>
        {step === 'event' ? (
          <EventStep answers={answers} onAnswer={(pack) => form.put({ pack })} field={form.choice('pack')} />
        ) : null}
        {step === 'tablet' ? (
          <>
            <TextField
              {...text('name')}
              label="A name for this tablet"
              hint="Where it stands: “West door”, “Table 7”"
              maxLength={60}
              className="short"
            />
            <RadioList
              legend="Its duty"
              hint="You can change it later with the steward PIN."
              name="duty"
              columns="two"
              {...form.choice('duty')}
              options={dutyOptions}
            />
          </>
        ) : null}
        {step === 'staff' ? (
          <>
            <TextField
              {...text('passphrase')}
              label="Organiser passphrase"
              hint={
                key === 'passphrase-soon'
                  ? 'For lists, corrections and the export, and each time this tablet starts. Three or four words, written down in a safe place: nobody can look it up for you, and nothing on this tablet can be read without it.'
                  : 'For lists, corrections and the export. Three or four words, written down in a safe place: nobody can look it up for you.'
              }
              maxLength={200}
            />
            <TextField
              {...text('pin')}
              label="Steward PIN"
              hint="4 to 8 digits, for the people at the door and to change what this tablet does."
              className="short"
              inputMode="numeric"
              maxLength={8}
            />
          </>
        ) : null}
        {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
        {index === 0 ? (
          <p className="row">
            <Button look="ghost" icon={History} onClick={() => setPuttingBack(true)}>
              Go on from another tablet’s copy
            </Button>
          </p>
        ) : null}
        {index === 0 && platform.canLeave ? <TabletCare platform={platform} /> : null}
      </Page>
      <Dock>
        {index === 0 ? (
          <>
            <Button look="ghost" icon={Drama} busy={busy} onClick={() => void rehearse()}>
              Try it with a rehearsal crowd
            </Button>
            <span className="small muted setup-aside">
              Just looking? Invented people, kept apart from the real event.
            </span>
          </>
        ) : (
          <Button look="ghost" icon={ArrowLeft} onClick={back}>
            Back
          </Button>
        )}
        <span className="push" />
        <Button big then={isLast ? Check : ArrowRight} busy={busy} onClick={() => void form.submit()}>
          {!isLast ? 'Continue' : busy ? 'Setting up…' : 'Open for the day'}
        </Button>
      </Dock>
      {held === null ? null : (
        <HoldsDialog
          held={held}
          onKeep={() => {
            setHeld(null)
            form.put({ pack: { kind: 'loaded' } })
            setAt(0)
          }}
          onReplace={() =>
            form.attempt(async () => {
              setHeld(null)
              const done = await finish(answers, true)
              if (done instanceof Stays) form.say(done.why.said)
            })
          }
        />
      )}
      {puttingBack ? <PutBack onClose={() => setPuttingBack(false)} onDone={moveOn} /> : null}
    </>
  )
}
