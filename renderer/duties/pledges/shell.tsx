/** The frame of every question: where one is, the question itself, and the way on. */
import { ArrowLeft, ArrowRight, Info, type LucideIcon, RotateCcw } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import type { FieldError } from '../../components/fields.tsx'
import { Bar, Dock, Heading, Page, Steps } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { questionsOf } from './flow/flow.ts'
import { whoseWords } from './questions/who.ts'
import type { FormView } from './form-view.ts'

type Props = {
  form: FormView
  question: string
  hint?: ReactNode
  errors?: readonly FieldError[]
  onContinue: () => void
  /** What the main button says, where it does more than go on. */
  action?: { words: string; icon: LucideIcon }
  busy?: boolean
  children: ReactNode
}

const NO_FAULTS: readonly FieldError[] = []

export function Shell({ form, question, hint, errors = NO_FAULTS, onContinue, action, busy = false, children }: Props) {
  const { flow, step } = form
  const questions = questionsOf(flow)
  const index = flow.returning || step === 'check' ? 0 : questions.indexOf(step) + 1
  // With braces: the newest browsers answer with a promise, which is no way to clean up.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
  return (
    <form
      className="pledges-form stack gap-0"
      noValidate
      aria-label="Your pledge"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onContinue()
      }}
    >
      <Bar
        lead={
          <Button look="quiet" icon={ArrowLeft} onClick={() => form.act({ type: 'back' })}>
            Back
          </Button>
        }
        title={<Whose form={form} />}
      >
        <Button look="quiet" icon={Info} onClick={() => form.act({ type: 'privacy' })}>
          About your information
        </Button>
      </Bar>
      <Page className="pledges-page">
        {index > 0 ? <Steps index={index} of={questions.length} /> : null}
        <ErrorSummary errors={errors} />
        {form.notice === null ? null : <Sentence tone={form.notice.tone}>{form.notice.words}</Sentence>}
        <div className="stack gap-1">
          <Heading>{question}</Heading>
          {hint === undefined ? null : <p className="muted">{hint}</p>}
        </div>
        {children}
      </Page>
      <Dock>
        <Button look="quiet" icon={RotateCcw} onClick={() => form.act({ type: 'start-again' })}>
          {flow.amending === null ? 'Start again' : 'Leave it unchanged'}
        </Button>
        <Button
          big
          className="push"
          type="submit"
          icon={action?.icon}
          then={action === undefined ? ArrowRight : undefined}
          busy={busy}
        >
          {action?.words ?? 'Continue'}
        </Button>
      </Dock>
    </form>
  )
}

function Whose({ form }: { form: FormView }) {
  const { answers } = form.flow
  const whose = whoseWords(answers)
  // Not while it is just being said.
  if (whose === null || form.step === 'who' || form.step === 'organisation') return null
  const lead =
    answers.by === 'delegate' ? 'Pledging as ' : answers.by === 'organisation' ? 'Pledging for ' : 'Pledging '
  return (
    <span className="pledges-whose two-lines">
      {lead}
      <b>{answers.by === 'anonymous' ? 'without a name' : whose.name}</b>
      {whose.organisation === '' ? null : `, ${whose.organisation}`}
    </span>
  )
}
