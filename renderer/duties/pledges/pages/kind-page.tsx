/** What kind of pledge: a leaf for each that the pack knows. */
import { LeafDot } from '../../../components/leaf-dot.tsx'
import { faultOf } from '../../../components/fields.tsx'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

export function KindPage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const fault = faultOf(faults, 'kind')
  return (
    <Shell
      form={form}
      question="What could you offer?"
      hint="Choose one. You can make another pledge afterwards."
      faults={faults}
      onContinue={proceed}
    >
      <fieldset className={fault === undefined ? 'field-box' : 'field-box wrong'}>
        <legend className="unseen">What could you offer?</legend>
        <div className="pledges-kinds">
          {form.pack.pledgeTypes.map((type, index) => (
            <label key={type.id} className="pledges-kind">
              <input
                type="radio"
                name="kind"
                id={index === 0 ? 'kind' : undefined}
                value={type.id}
                checked={answers.type === type.id}
                onChange={() => answer({ type: type.id })}
              />
              <LeafDot leaf={type.leaf} icon={type.icon} />
              <b>{type.title}</b>
              <span className="muted">{type.hint}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </Shell>
  )
}
