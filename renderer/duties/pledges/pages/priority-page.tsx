/** Which priority the pledge serves: the usual one of its kind is chosen already, and what it is for is shown. */
import { faultOf, RadioList } from '../../../components/fields.tsx'
import { NO_PRIORITY } from '../flow/answers.ts'
import { priorityOf } from '../flow/checks.ts'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

const QUESTION = 'Which priority does it serve?'

/** The rest is for reading at home. */
const MOST = 6

export function PriorityPage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const value = priorityOf(answers, form.pack)
  const chosen = form.pack.priorities.find(({ id }) => id === value)
  return (
    <Shell
      form={form}
      question={QUESTION}
      hint={
        answers.priority === null && chosen !== undefined
          ? 'We have chosen the one that fits best. Change it if you see it otherwise.'
          : 'Choose the one that fits best.'
      }
      faults={faults}
      onContinue={proceed}
    >
      <div className="pledges-priority columns one-tablet top gap-5">
        <RadioList
          id="priority"
          name="priority"
          legend={QUESTION}
          legendUnseen
          error={faultOf(faults, 'priority')}
          value={value}
          onChange={(priority) => answer({ priority })}
          options={[
            ...form.pack.priorities.map(({ id, label, title }) => ({
              value: id,
              label: title,
              lead: undefined,
              hint: label,
            })),
            { value: NO_PRIORITY, label: 'I am not sure', hint: 'The organisers will decide' },
          ]}
          columns="two"
        />
        {chosen === undefined || chosen.outcomes.length === 0 ? null : (
          <section
            className="card pad pledges-outcomes stack gap-2"
            aria-live="polite"
            aria-labelledby="pledges-outcomes"
          >
            <h2 id="pledges-outcomes">What will be different</h2>
            <ul>
              {chosen.outcomes.slice(0, MOST).map((outcome) => (
                <li key={outcome}>{outcome}</li>
              ))}
            </ul>
            {chosen.outcomes.length > MOST ? (
              <p className="muted">And {chosen.outcomes.length - MOST} more in the strategy.</p>
            ) : null}
          </section>
        )}
      </div>
    </Shell>
  )
}
