/** What hangs on what is about to be closed, and where it goes: to another, or nowhere. */
import { z } from 'zod'
import type { Choice, EventChangeAnswer } from '../../../../../shared/contract/event.ts'
import type { Hanging } from '../../../../../shared/domain/event-change/hanging.ts'
import { SelectField } from '../../../../components/fields.tsx'
import { FormDialog } from '../../../../components/form/form-dialog.tsx'
import { Stays, useForm } from '../../../../components/form/use-form.ts'
import { countsInWords, hangingTitle } from './edit-words.ts'

const STAYS = 'stays'
const nameOf = ({ part, id }: Hanging): string => `${part}_${id}`

export function HangingDialog({
  hanging,
  onChoose,
  onBack,
  onDone,
}: {
  hanging: readonly Hanging[]
  onChoose: (choices: Choice[]) => Promise<EventChangeAnswer>
  onBack: () => void
  onDone: (moved: number) => Promise<void> | void
}) {
  const schema = z.object(
    Object.fromEntries(hanging.map((one) => [nameOf(one), z.string().min(1, 'Choose what becomes of them')])),
  )
  const form = useForm(schema, {
    prefix: 'hanging',
    values: Object.fromEntries(hanging.map((one) => [nameOf(one), one.others.length === 0 ? STAYS : ''])),
    send: async (chosen) => {
      const answer = await onChoose(
        hanging.map((one) => {
          const to = chosen[nameOf(one)] ?? STAYS
          return { part: one.part, id: one.id, to: to === STAYS ? null : to }
        }),
      )
      if (answer.code === 'changed') return answer.moved
      const words =
        answer.code === 'refused'
          ? answer.errors.map(({ message }) => message).join('. ')
          : 'Something was written there meanwhile. Go back, and look again.'
      return new Stays({ said: { tone: 'bad', words } })
    },
    onDone,
  })
  return (
    <FormDialog
      form={form}
      title={hangingTitle(hanging)}
      roomy
      back={{ words: 'Leave it open', onBack }}
      button={{ words: 'Close it', busy: 'Closing…' }}
    >
      <p>
        Nothing is lost: every reference stays as it is. Nothing new can be written on what is closed, and it can be
        opened again.
      </p>
      {hanging.map((one) => (
        <section key={nameOf(one)} className="stack gap-2" aria-label={one.name}>
          <h3>{one.name}</h3>
          <p>{countsInWords(one)}</p>
          {one.references.length === 0 ? null : (
            <p
              className="small muted event-references"
              role="group"
              tabIndex={0}
              aria-label={`References on ${one.name}`}
            >
              {one.references.join(' · ')}
            </p>
          )}
          {one.others.length === 0 ? null : (
            <SelectField
              {...form.text(nameOf(one))}
              label="What becomes of them?"
              hint={one.part === 'programme' ? 'Ideas stay with the question that they answer.' : undefined}
              options={[
                { value: '', label: 'Choose' },
                { value: STAYS, label: 'They stay where they are' },
                ...one.others.map(({ id, name }) => ({ value: id, label: `They go to ${name}` })),
              ]}
            />
          )}
        </section>
      ))}
    </FormDialog>
  )
}
