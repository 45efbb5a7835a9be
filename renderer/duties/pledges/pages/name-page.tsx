/** Whether the name may be shown in public, and exactly what would be. */
import { faultOf, RadioList } from '../../../components/fields.tsx'
import { shownName } from '../flow/words.ts'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'
import { yesNo } from './contact-page.tsx'

export function NamePage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const question = 'May we show your name in public?'
  return (
    <Shell
      form={form}
      question={question}
      hint="On the big screen today, and where the day’s pledges are published. Your wording and your e-mail address are never on the screen."
      faults={faults}
      onContinue={proceed}
    >
      <div className="pledges-column stack">
        <RadioList
          id="name"
          name="name"
          legend={question}
          legendUnseen
          error={faultOf(faults, 'name')}
          value={yesNo(answers.showName)}
          onChange={(choice) => answer({ showName: choice === 'yes' })}
          options={[
            { value: 'yes', label: 'Yes', hint: `As “${shownName(answers)}”` },
            { value: 'no', label: 'No', hint: 'As “Someone”' },
          ]}
        />
      </div>
    </Shell>
  )
}
