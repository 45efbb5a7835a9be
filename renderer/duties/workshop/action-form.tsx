/** Writing an action down, or changing one: one thing must be said, the rest can be asked before the table finishes. */
import { actionDetails, type ActionView, type TablePlace } from '../../../shared/domain/action.ts'
import type { Priority } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { AreaField } from '../../components/area-field.tsx'
import { DaySaidBack } from '../../components/day-said-back.tsx'
import { SelectField, TextArea, TextField } from '../../components/fields.tsx'
import { readLike } from '../../components/form/check.ts'
import { detailsTyped, typedOf } from '../../components/form/details.ts'
import { FormDialog } from '../../components/form/form-dialog.tsx'
import { HALF_WRITTEN } from '../../components/form/form-head.tsx'
import { useForm } from '../../components/form/use-form.ts'
import { VoiceField } from '../../components/voice-field.tsx'

const ACTION = detailsTyped(actionDetails)
const NOTHING = { title: '', owner: '', organisation: '', area: '', timescale: '', measure: '', voice: '' }

/** Drafts of older versions call the timescale “when”. */
const lifted = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'when' in body ? { ...body, timescale: body.when } : body

type Props = {
  place: TablePlace
  priorities: readonly Priority[]
  /** The last day of the event, from which “within six weeks” counts. */
  eventDate: string
  action: ActionView | null
  onClose: () => void
  onSaved: () => void
}

export function ActionForm({ place, priorities, eventDate, action, onClose, onSaved }: Props) {
  const { client } = useApi()
  const begun =
    action === null
      ? { ...NOTHING, priority: priorities.length === 1 ? (priorities[0]?.id ?? '') : '' }
      : typedOf(actionDetails, action)
  const form = useForm(ACTION, {
    prefix: 'action',
    values: begun,
    draft: {
      scope: action === null ? `action:${place.session}:${place.table}` : `action-change:${action.id}`,
      read: (body) => readLike(begun, lifted(body)),
    },
    send: (details, typed) =>
      action === null
        ? client.workshops.proposeAction({ ...details, ...place })
        : client.workshops.amendAction({
            ...details,
            timescale: typed.timescale === action.timescale ? undefined : details.timescale,
            id: action.id,
            reason: '',
          }),
    onDone: onSaved,
  })
  const { text } = form
  const chosen = priorities.filter(({ id }) => id === form.values.priority)

  return (
    <FormDialog
      form={form}
      roomy
      title={action === null ? 'A new action' : 'Change this action'}
      onClose={onClose}
      back={{ words: 'Cancel', onBack: () => void form.draft.clear().then(onClose) }}
      button={{ words: action === null ? 'Add it to the list' : 'Save the change' }}
      byEnter={false}
      offer={HALF_WRITTEN}
    >
      <TextArea {...text('title')} label="What will happen?" rows={2} maxLength={255} className="workshop-short" />
      <div className="one-upright columns low">
        <TextField {...text('owner')} label="Who will see to it?" hint="A name, or a job title" maxLength={160} />
        <TextField {...text('organisation')} label="Organisation" hint="Where they work" maxLength={160} />
        <AreaField {...text('area')} maxLength={160} />
        <TextField
          {...text('timescale')}
          label="By when?"
          hint="“31 March 2024”, “spring term”, “within six weeks”"
          maxLength={120}
        />
      </div>
      <DaySaidBack
        field={text('timescale').id}
        words={form.values.timescale}
        eventDate={eventDate}
        onAnother={(_day, timescale) => form.put({ timescale })}
      />
      <div className={priorities.length > 1 ? 'one-upright columns low' : undefined}>
        <TextField {...text('measure')} label="How will we know?" hint="What we will see or count" maxLength={300} />
        {priorities.length > 1 ? (
          <SelectField
            {...text('priority')}
            label="Which priority does it serve?"
            options={[
              { value: '', label: 'Not sure yet' },
              ...priorities.map((priority) => ({ value: priority.id, label: `${priority.label}: ${priority.title}` })),
            ]}
          />
        ) : null}
      </div>
      <VoiceField {...text('voice')} priorities={chosen.length === 0 ? priorities : chosen} />
    </FormDialog>
  )
}
