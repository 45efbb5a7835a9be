/** By when: a few usual answers, a day, or their own words. */
import { CircleAlert } from 'lucide-react'
import { faultOf, RadioList, TextField } from '../../../components/fields.tsx'
import { type Answers, WHEN_CHOICES } from '../flow/answers.ts'
import { WHEN_LABELS } from '../flow/words.ts'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

const QUESTION = 'By when?'
const PARTS = [
  { part: 'day', label: 'Day', longest: 2 },
  { part: 'month', label: 'Month', longest: 2 },
  { part: 'year', label: 'Year', longest: 4 },
] as const

export function ByWhenPage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const { when } = answers
  const set = (change: Partial<Answers['when']>) => answer({ when: { ...when, ...change } })
  const dayFault = faultOf(faults, 'day') ?? faultOf(faults, 'year')
  return (
    <Shell
      form={form}
      question={QUESTION}
      hint="So that somebody can ask how it went."
      faults={faults}
      onContinue={proceed}
    >
      <RadioList
        id="by-when"
        name="by-when"
        legend={QUESTION}
        legendUnseen
        error={faultOf(faults, 'by-when')}
        value={when.choice}
        onChange={(choice) => set({ choice })}
        options={WHEN_CHOICES.map((value) => ({ value, label: WHEN_LABELS[value] }))}
        columns="two"
      />
      {when.choice === 'day' ? (
        <fieldset
          className={dayFault === undefined ? 'field-box' : 'field-box wrong'}
          aria-describedby={dayFault === undefined ? 'day-hint' : 'day-hint day-error'}
        >
          <legend className="field-label">Which day?</legend>
          <span className="field-hint" id="day-hint">
            For example, 31 3 2027
          </span>
          {dayFault === undefined ? null : (
            <span className="field-error" id="day-error">
              <CircleAlert className="icon" aria-hidden />
              {dayFault}
            </span>
          )}
          <div className="pledges-day row gap-4">
            {PARTS.map(({ part, label, longest }) => (
              <label key={part} className={`pledges-day-${part}`}>
                <span>{label}</span>
                <input
                  id={part}
                  className="field"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={longest}
                  value={when[part]}
                  aria-invalid={dayFault === undefined ? undefined : true}
                  onChange={(event) => set({ [part]: event.currentTarget.value })}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {when.choice === 'words' ? (
        <TextField
          id="own-words"
          label="By when, in your own words"
          hint="For example, “before the summer holidays” or “when our new site opens”"
          error={faultOf(faults, 'own-words')}
          maxLength={300}
          value={when.words}
          onText={(words) => set({ words })}
        />
      ) : null}
    </Shell>
  )
}
