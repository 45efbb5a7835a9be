/** Which priority the pledge serves: the usual one of its kind is chosen already, and what it is for is shown. */
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { errorOf, RadioList } from '../../../components/fields.tsx'
import { type KindAnswers, typeOf } from './kind.tsx'
import type { FieldsProps, Question } from './question.ts'

/** Null as long as the priority that the kind of pledge usually serves will do. */
export const priorityAnswers = z.object({ priority: z.string().nullable() })
type PriorityAnswers = z.infer<typeof priorityAnswers>
type Needed = PriorityAnswers & KindAnswers
export const NO_CHOICE: PriorityAnswers = { priority: null }

/** The priority of somebody who has looked and is not sure. */
const NO_PRIORITY = ''
const QUESTION = 'Which priority does it serve?'
/** The rest is for reading at home. */
const MOST = 6

/** The priority that was chosen, or else the one this kind of pledge usually serves while it is open; null where there is neither. */
const priorityOf = (answers: Needed, pack: EventPack): string | null =>
  answers.priority ?? openOf(pack.priorities).find(({ id }) => id === typeOf(answers, pack)?.priority)?.id ?? null

const chosenOf = (answers: Needed, pack: EventPack) =>
  pack.priorities.find(({ id }) => id === priorityOf(answers, pack))

export const priority: Question<Needed> = {
  title: () => QUESTION,
  hint: (answers, pack) =>
    answers.priority === null && chosenOf(answers, pack) !== undefined
      ? 'We have chosen the one that fits best. Change it if you see it otherwise.'
      : 'Choose the one that fits best.',
  check: (answers, pack) =>
    priorityOf(answers, pack) === NO_PRIORITY || chosenOf(answers, pack) !== undefined
      ? []
      : [{ id: 'priority', message: 'Choose the priority it serves, or “I am not sure”' }],
  sent: (answers, pack) => {
    const id = priorityOf(answers, pack)
    return { priority: id === NO_PRIORITY ? null : id }
  },
  row: (answers, pack) => {
    const chosen = chosenOf(answers, pack)
    const words = chosen === undefined ? '' : `${chosen.label}: ${chosen.title}`
    return {
      name: 'Priority',
      words: priorityOf(answers, pack) === NO_PRIORITY ? 'Not sure' : words,
      what: 'the priority',
    }
  },
  Fields,
}

function Fields({ answers, pack, errors, answer }: FieldsProps<Needed>) {
  const value = priorityOf(answers, pack)
  const chosen = chosenOf(answers, pack)
  return (
    <div className="pledges-priority columns one-tablet top gap-5">
      <RadioList
        id="priority"
        name="priority"
        legend={QUESTION}
        legendUnseen
        error={errorOf(errors, 'priority')}
        value={value}
        onChange={(id) => answer({ priority: id })}
        options={[
          ...openOf(pack.priorities, priorityOf(answers, pack)).map(({ id, label, title }) => ({
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
  )
}
