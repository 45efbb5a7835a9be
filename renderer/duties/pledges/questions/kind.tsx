/** What kind of pledge: a leaf for each that the pack knows. */
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import { z } from 'zod'
import type { EventPack, PledgeType } from '../../../../shared/domain/event-pack.ts'
import { errorOf } from '../../../components/fields.tsx'
import { LeafDot } from '../../../components/leaf-dot.tsx'
import type { FieldsProps, Question } from './question.ts'

export const kindAnswers = z.object({ type: z.string().nullable() })
export type KindAnswers = z.infer<typeof kindAnswers>
type Needed = KindAnswers
export const NO_KIND: KindAnswers = { type: null }

export const typeOf = ({ type }: KindAnswers, pack: EventPack): PledgeType | null =>
  pack.pledgeTypes.find(({ id }) => id === type) ?? null

export const kind: Question<Needed> = {
  title: () => 'What could you offer?',
  hint: () => 'Choose one. You can make another pledge afterwards.',
  check: (answers, pack) =>
    typeOf(answers, pack) === null ? [{ id: 'kind', message: 'Choose what you could offer' }] : [],
  sent: ({ type }) => ({ type }),
  row: (answers, pack) => ({ name: 'Kind', words: typeOf(answers, pack)?.title ?? '', what: 'the kind of pledge' }),
  Fields,
}

function Fields({ answers, pack, errors, answer }: FieldsProps<Needed>) {
  const error = errorOf(errors, 'kind')
  return (
    <fieldset className={error === undefined ? 'field-box' : 'field-box wrong'}>
      <legend className="unseen">What could you offer?</legend>
      <div className="pledges-kinds">
        {openOf(pack.pledgeTypes, answers.type).map((type, index) => (
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
  )
}
