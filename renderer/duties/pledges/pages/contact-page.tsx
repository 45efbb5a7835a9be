/** Whether anybody may write about the pledge, and where to. */
import { faultOf, RadioList, TextField } from '../../../components/fields.tsx'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

export const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? 'yes' : 'no')

export function ContactPage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const question = 'May we write to you about this pledge?'
  const organisation = answers.by === 'organisation'
  const held = answers.person?.emailHeld === true
  return (
    <Shell
      form={form}
      question={question}
      hint="To help it happen, and to hear how it went. For nothing else."
      faults={faults}
      onContinue={proceed}
    >
      <div className="pledges-column stack">
        <RadioList
          id="contact"
          name="contact"
          legend={question}
          legendUnseen
          error={faultOf(faults, 'contact')}
          value={yesNo(answers.mayContact)}
          onChange={(choice) => answer({ mayContact: choice === 'yes' })}
          options={[
            { value: 'yes', label: 'Yes', hint: held ? 'At the e-mail address you registered with' : 'By e-mail' },
            { value: 'no', label: 'No', hint: 'Your pledge counts just the same' },
          ]}
        />
        {answers.mayContact === true && !held ? (
          <TextField
            id="email"
            label="E-mail address"
            hint={
              organisation
                ? 'It is never shown on a screen.'
                : 'Leave it empty if you gave the organisers one. It is never shown on a screen.'
            }
            error={faultOf(faults, 'email')}
            type="email"
            inputMode="email"
            maxLength={300}
            value={answers.email}
            onText={(email) => answer({ email })}
          />
        ) : null}
      </div>
    </Shell>
  )
}
