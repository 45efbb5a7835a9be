/** A note to a question, with a name or without. */
import { ideaDetails, type IdeaView, type TablePlace } from '../../../shared/domain/action.ts'
import type { Session } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { AreaField } from '../../components/area-field.tsx'
import { TextArea, TextField } from '../../components/fields.tsx'
import { readLike } from '../../components/form/check.ts'
import { FormDialog } from '../../components/form/form-dialog.tsx'
import { HALF_WRITTEN } from '../../components/form/form-head.tsx'
import { Stays, useForm } from '../../components/form/use-form.ts'

type Props = {
  place: TablePlace
  question: Session['questions'][number] | undefined
  idea: IdeaView | null
  onClose: () => void
  onSaved: () => void
}

export function IdeaForm({ place, question, idea, onClose, onSaved }: Props) {
  const { client } = useApi()
  const begun = {
    text: idea?.text ?? '',
    name: idea?.name ?? '',
    organisation: idea?.organisation ?? '',
    area: idea?.area ?? '',
  }
  const form = useForm(ideaDetails, {
    prefix: 'idea',
    values: begun,
    draft: {
      scope:
        idea === null ? `idea:${place.session}:${place.table}:${question?.id ?? 'none'}` : `idea-change:${idea.id}`,
      read: (body) => readLike(begun, body),
    },
    send: (details) =>
      idea !== null
        ? client.workshops.amendIdea({ ...details, id: idea.id, reason: '' })
        : question === undefined
          ? new Stays({})
          : client.workshops.postIdea({ ...details, ...place, question: question.id }),
    onDone: onSaved,
  })
  const { text } = form

  return (
    <FormDialog
      form={form}
      title={question?.words ?? 'Change this idea'}
      onClose={onClose}
      back={{ words: 'Cancel', onBack: () => void form.draft.clear().then(onClose) }}
      button={{ words: idea === null ? 'Put it up' : 'Save the change' }}
      byEnter={false}
      offer={HALF_WRITTEN}
    >
      <TextArea {...text('text')} label="Your idea" rows={3} maxLength={400} className="workshop-short" />
      <div className="one-upright columns low">
        <TextField {...text('name')} label="Name, if you like" maxLength={120} />
        <TextField {...text('organisation')} label="Organisation, if you like" maxLength={160} />
      </div>
      <AreaField {...text('area')} label="Service area, if you like" maxLength={160} />
    </FormDialog>
  )
}
