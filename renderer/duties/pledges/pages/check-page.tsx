/** Check your answers: everything that was said, each with a way to change it; then the pledge is made. */
import { Leaf } from 'lucide-react'
import { AreaField } from '../../../components/area-field.tsx'
import { Button } from '../../../components/button.tsx'
import { faultOf } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { typeOf } from '../flow/checks.ts'
import type { Step } from '../flow/steps.ts'
import { byWhenWords, contactWords, howManyWords, priorityWords, showNameWords, whoseWords } from '../flow/words.ts'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

type Row = {
  step: Step
  name: string
  words: string
  /** What the Change link changes, after the word “Change”. */ what: string
}

export function CheckPage({ form }: { form: FormView }) {
  const { flow, fault, busy } = form
  const { faults, proceed, answer } = useStep(form, () => form.act({ type: 'make' }))
  const amending = flow.amending !== null
  return (
    <Shell
      form={form}
      question={amending ? 'Change your pledge' : 'Check your answers'}
      faults={faults}
      onContinue={proceed}
      action={amending ? { words: 'Save the changes', icon: Leaf } : { words: 'Make this pledge', icon: Leaf }}
      busy={busy}
    >
      <dl className="pledges-summary answers lined stack gap-0">
        {rowsOf(form).map(({ step, name, words, what }) => (
          <div key={step}>
            <dt>{name}</dt>
            <dd className={step === 'wording' ? 'pledges-own any-break' : undefined}>{words}</dd>
            <dd>
              {amending && (step === 'who' || step === 'organisation') ? null : (
                <Button look="quiet" aria-label={`Change ${what}`} onClick={() => form.act({ type: 'change', step })}>
                  Change
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {flow.answers.by !== 'anonymous' || amending ? null : (
        <div className="pledges-column stack">
          <AreaField
            id="area"
            label="Service area, if you like"
            error={faultOf(faults, 'area')}
            maxLength={300}
            value={flow.answers.area}
            onText={(area) => answer({ area })}
          />
        </div>
      )}
      {fault === '' ? null : <Sentence tone="bad">{fault}</Sentence>}
    </Shell>
  )
}

function rowsOf({ flow: { answers }, pack }: FormView): Row[] {
  const whose = whoseWords(answers)
  const named = answers.by !== 'anonymous'
  const who = [whose?.name, whose?.organisation].filter(Boolean).join(', ')
  return [
    {
      step: 'who',
      name: 'Who',
      words: answers.by === 'organisation' ? 'An organisation' : who,
      what: 'who is making this pledge',
    },
    ...(answers.by === 'organisation'
      ? [
          {
            step: 'organisation' as const,
            name: 'Organisation',
            words: [who, answers.area.trim(), pack.sectors.find(({ id }) => id === answers.sector)?.name]
              .filter(Boolean)
              .join(' · '),
            what: 'the organisation',
          },
        ]
      : []),
    { step: 'kind', name: 'Kind', words: typeOf(answers, pack)?.title ?? '', what: 'the kind of pledge' },
    { step: 'wording', name: 'Promise', words: answers.wording.trim(), what: 'what you promise' },
    { step: 'how-many', name: 'How many', words: howManyWords(answers, pack), what: 'how many' },
    { step: 'by-when', name: 'By when', words: byWhenWords(answers), what: 'by when' },
    { step: 'priority', name: 'Priority', words: priorityWords(answers, pack), what: 'the priority' },
    ...(named
      ? [
          {
            step: 'contact' as const,
            name: 'Write to you',
            words: contactWords(answers),
            what: 'whether we may write to you',
          },
          {
            step: 'name' as const,
            name: 'Show your name',
            words: showNameWords(answers),
            what: 'whether we may show your name',
          },
        ]
      : []),
  ]
}
