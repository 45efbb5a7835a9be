/** How many: a number with large buttons, in the unit of this kind of pledge. */
import { CircleAlert, Minus, Plus } from 'lucide-react'
import { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { pledgeDetails } from '../../../../shared/domain/pledge.ts'
import { Button } from '../../../components/button.tsx'
import { type FieldError, errorOf, Tick } from '../../../components/fields.tsx'
import { unitOf, unitWords } from '../../../components/tree-totals.ts'
import { type KindAnswers, typeOf } from './kind.tsx'
import { errorsOf, type FieldsProps, type Question } from './question.ts'

export const howManyAnswers = z.object({ howMany: z.object({ unsure: z.boolean(), number: z.string() }) })
type HowManyAnswers = z.infer<typeof howManyAnswers>
type Needed = HowManyAnswers & KindAnswers
export const NO_NUMBER: HowManyAnswers = { howMany: { unsure: false, number: '' } }

const MOST = 9999

/** “1,200” and “1 200” as people write them; not a number where it is none. */
const numberOf = (typed: string): number => Number(typed.replaceAll(/[\s,]/g, ''))
const unitsOf = (answers: Needed, pack: EventPack): string => typeOf(answers, pack)?.unit.many ?? 'pledges'

export function howManyWords(answers: Needed, pack: EventPack): string {
  if (answers.howMany.unsure) return 'Not sure yet'
  const type = typeOf(answers, pack)
  const number = numberOf(answers.howMany.number)
  return type === null ? String(number) : unitWords(type, number)
}

function check({ howMany: { unsure, number } }: Needed): FieldError[] {
  if (unsure) return []
  if (number.trim() === '') return [{ id: 'how-many', message: 'Write how many, or choose “I am not sure yet”' }]
  return errorsOf(pledgeDetails.shape.quantity.safeParse(numberOf(number)), {}, 'how-many')
}

export const howMany: Question<Needed> = {
  title: (answers, pack) => `How many ${unitsOf(answers, pack)}?`,
  hint: () => 'A small number that is kept is worth more than a large one.',
  check,
  sent: (answers) => ({ quantity: answers.howMany.unsure ? null : numberOf(answers.howMany.number) }),
  row: (answers, pack) => ({ name: 'How many', words: howManyWords(answers, pack), what: 'how many' }),
  Fields,
}

function Fields({ answers, pack, errors, answer }: FieldsProps<Needed>) {
  const type = typeOf(answers, pack)
  const { unsure, number } = answers.howMany
  const error = errorOf(errors, 'how-many')
  const units = unitsOf(answers, pack)
  const typed = number.trim() === '' ? NaN : numberOf(number)
  const count = Number.isFinite(typed) ? Math.trunc(typed) : 0
  const set = (next: number) =>
    answer({ howMany: { unsure: false, number: String(Math.min(MOST, Math.max(1, next))) } })
  return (
    <div className="pledges-column stack">
      <div className={error === undefined ? 'field-box' : 'field-box wrong'}>
        <label className="unseen" htmlFor="how-many">
          How many
        </label>
        {error === undefined ? null : (
          <span className="field-error" id="how-many-error">
            <CircleAlert className="icon" aria-hidden />
            {error}
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
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={error === undefined ? 'how-many-unit' : 'how-many-error how-many-unit'}
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
  )
}
