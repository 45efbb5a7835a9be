/** How many: a number with large buttons, in the unit of this kind of pledge. */
import { CircleAlert, Minus, Plus } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { faultOf, Tick } from '../../../components/fields.tsx'
import { unitOf, unitWords } from '../../../components/tree-totals.ts'
import { numberOf, typeOf } from '../flow/checks.ts'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

const MOST = 9999

export function HowManyPage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const type = typeOf(answers, form.pack)
  const { unsure, number } = answers.howMany
  const fault = faultOf(faults, 'how-many')
  const units = type === null ? 'pledges' : type.unit.many
  const typed = number.trim() === '' ? NaN : numberOf(number)
  const count = Number.isFinite(typed) ? Math.trunc(typed) : 0
  const set = (next: number) =>
    answer({ howMany: { unsure: false, number: String(Math.min(MOST, Math.max(1, next))) } })
  return (
    <Shell
      form={form}
      question={`How many ${units}?`}
      hint="A small number that is kept is worth more than a large one."
      faults={faults}
      onContinue={proceed}
    >
      <div className="pledges-column stack">
        <div className={fault === undefined ? 'field-box' : 'field-box wrong'}>
          <label className="unseen" htmlFor="how-many">
            How many
          </label>
          {fault === undefined ? null : (
            <span className="field-error" id="how-many-error">
              <CircleAlert className="icon" aria-hidden />
              {fault}
            </span>
          )}
          <div className="pledges-stepper row">
            <Button look="square" icon={Minus} aria-label="One fewer" onClick={() => set(count - 1)} />
            <input
              id="how-many"
              className="field number-field"
              inputMode="numeric"
              autoComplete="off"
              maxLength={8}
              value={unsure ? '' : number}
              aria-invalid={fault === undefined ? undefined : true}
              aria-describedby={fault === undefined ? 'how-many-unit' : 'how-many-error how-many-unit'}
              onChange={(event) => answer({ howMany: { unsure: false, number: event.currentTarget.value } })}
            />
            <Button look="square" icon={Plus} aria-label="One more" onClick={() => set(count + 1)} />
            <span id="how-many-unit" className="pledges-unit">
              {type === null ? units : unitOf(type, unsure ? 2 : count)}
            </span>
          </div>
          <div role="status" className="unseen">
            {type !== null && !unsure && count > 0 ? unitWords(type, count) : ''}
          </div>
        </div>
        <Tick
          label="I am not sure yet"
          hint="That is fine. Somebody can work it out with you later."
          checked={unsure}
          onChange={(checked) => answer({ howMany: { unsure: checked, number: checked ? '' : number } })}
        />
      </div>
    </Shell>
  )
}
