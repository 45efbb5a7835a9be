/** Whether anybody may write about the pledge, and where to. */
import { z } from 'zod'
import { pledgeDetails } from '../../../../shared/domain/pledge.ts'
import { type FieldError, errorOf, RadioList, TextField } from '../../../components/fields.tsx'
import { errorsOf, type FieldsProps, type Question } from './question.ts'
import { isNamed, type WhoAnswers } from './who.ts'
import { yesNo } from './yes-no.ts'

export const contactAnswers = z.object({ mayContact: z.boolean().nullable(), email: z.string() })
type ContactAnswers = z.infer<typeof contactAnswers>
type Needed = ContactAnswers & Pick<WhoAnswers, 'by' | 'person'>
export const NO_CONTACT: ContactAnswers = { mayContact: null, email: '' }

const QUESTION = 'May we write to you about this pledge?'

function check({ by, mayContact, email }: Needed): FieldError[] {
  if (mayContact === null) return [{ id: 'contact', message: 'Say whether we may write to you' }]
  if (!mayContact) return []
  if (by === 'organisation' && email.trim() === '')
    return [{ id: 'email', message: 'Write an e-mail address that we can use, or choose “No”' }]
  return errorsOf(pledgeDetails.shape.email.safeParse(email), {}, 'email')
}

function words({ mayContact, email, by }: Needed): string {
  if (mayContact !== true) return 'No'
  if (email.trim() !== '') return `Yes, at ${email.trim().toLowerCase()}`
  return by === 'delegate' ? 'Yes, at the address the organisers have' : 'Yes'
}

export const contact: Question<Needed> = {
  isAsked: isNamed,
  aboutThem: true,
  title: () => QUESTION,
  hint: () => 'To help it happen, and to hear how it went. For nothing else.',
  check,
  sent: (answers) => {
    const mayContact = isNamed(answers) && answers.mayContact === true
    // An address that may not be used is not kept.
    return { mayContact, email: mayContact ? answers.email : '' }
  },
  row: (answers) => ({ name: 'Write to you', words: words(answers), what: 'whether we may write to you' }),
  Fields,
}

function Fields({ answers, errors, answer }: FieldsProps<Needed>) {
  const organisation = answers.by === 'organisation'
  const held = answers.person?.emailHeld === true
  return (
    <div className="pledges-column stack">
      <RadioList
        id="contact"
        name="contact"
        legend={QUESTION}
        legendUnseen
        error={errorOf(errors, 'contact')}
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
          error={errorOf(errors, 'email')}
          type="email"
          inputMode="email"
          maxLength={300}
          value={answers.email}
          onText={(email) => answer({ email })}
        />
      ) : null}
    </div>
  )
}
