/** Check your answers: everything that was said, each with a way to change it; then the pledge is made. */
import { Leaf } from 'lucide-react'
import { AreaField } from '../../../components/area-field.tsx'
import { Button } from '../../../components/button.tsx'
import { errorOf } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useByWhen } from '../../../components/use-by-when.ts'
import { type FormView, useStep } from '../form-view.ts'
import { ASKED, questionOf } from '../questions/all.ts'
import { Shell } from '../shell.tsx'

export function CheckPage({ form }: { form: FormView }) {
  const { flow, error, busy } = form
  const { errors, proceed, answer } = useStep(form, () => form.act({ type: 'make' }))
  const byWhen = useByWhen()
  const amending = flow.amending !== null
  return (
    <Shell
      form={form}
      question={amending ? 'Change your pledge' : 'Check your answers'}
      errors={errors}
      onContinue={proceed}
      action={amending ? { words: 'Save the changes', icon: Leaf } : { words: 'Make this pledge', icon: Leaf }}
      busy={busy}
    >
      <dl className="pledges-summary answers lined stack gap-0">
        {ASKED.filter((step) => questionOf(step).isAsked?.(flow.answers) ?? true).map((step) => {
          const { name, words, what } = questionOf(step).row(flow.answers, form.pack, byWhen)
          return (
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
          )
        })}
      </dl>
      {flow.answers.by !== 'anonymous' || amending ? null : (
        <div className="pledges-column stack">
          <AreaField
            id="area"
            label="Service area, if you like"
            error={errorOf(errors, 'area')}
            maxLength={300}
            value={flow.answers.area}
            onText={(area) => answer({ area })}
          />
        </div>
      )}
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
    </Shell>
  )
}
