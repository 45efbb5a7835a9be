/** Whether the name may be shown in public, and exactly what would be. */
import { z } from 'zod'
import { errorOf, RadioList } from '../../../components/fields.tsx'
import type { FieldsProps, Question } from './question.ts'
import { isNamed, type WhoAnswers } from './who.ts'
import { yesNo } from './yes-no.ts'

export const nameAnswers = z.object({ showName: z.boolean().nullable() })
type NameAnswers = z.infer<typeof nameAnswers>
type Needed = NameAnswers & WhoAnswers
export const NOT_SAID: NameAnswers = { showName: null }

const QUESTION = 'May we show your name in public?'

/** What the big screen would show, exactly: who makes the pledge decides. */
function shownName({ by, person, organisation, contactName }: WhoAnswers): string {
  if (by === 'delegate') return person?.name.trim() ?? ''
  return [contactName, organisation]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ')
}

export const name: Question<Needed> = {
  isAsked: isNamed,
  aboutThem: true,
  title: () => QUESTION,
  hint: () =>
    'On the big screen today, and where the day’s pledges are published. Your wording and your e-mail address are never on the screen.',
  check: ({ showName }) => (showName === null ? [{ id: 'name', message: 'Say whether we may show your name' }] : []),
  sent: (answers) => ({ showName: isNamed(answers) && answers.showName === true }),
  row: (answers) => ({
    name: 'Show your name',
    words: answers.showName === true ? `Yes, as ${shownName(answers)}` : 'No',
    what: 'whether we may show your name',
  }),
  Fields,
}

function Fields({ answers, errors, answer }: FieldsProps<Needed>) {
  return (
    <div className="pledges-column stack">
      <RadioList
        id="name"
        name="name"
        legend={QUESTION}
        legendUnseen
        error={errorOf(errors, 'name')}
        value={yesNo(answers.showName)}
        onChange={(choice) => answer({ showName: choice === 'yes' })}
        options={[
          { value: 'yes', label: 'Yes', hint: `As “${shownName(answers)}”` },
          { value: 'no', label: 'No', hint: 'As “Someone”' },
        ]}
      />
    </div>
  )
}
