/** A note to a question, with a name or without. */
import { useState } from 'react'
import { z } from 'zod'
import { ideaDetails, type IdeaView, type TablePlace } from '../../../shared/domain/action.ts'
import type { Session } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { AreaField } from '../../components/area-field.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DraftOffer } from '../../components/draft-offer.tsx'
import { ErrorSummary, type Fault, faultOf, TextArea, TextField } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useDraft } from '../../components/use-draft.ts'

const formSchema = z.object({
  text: z.string(),
  name: z.string(),
  organisation: z.string(),
  // Drafts of older versions have none.
  area: z.string().default(''),
})
type Form = z.infer<typeof formSchema>
const readForm = (body: unknown): Form | null => {
  const read = formSchema.safeParse(body)
  return read.success ? read.data : null
}

type Props = {
  place: TablePlace
  question: Session['questions'][number] | undefined
  idea: IdeaView | null
  onClose: () => void
  onSaved: () => void
}

export function IdeaForm({ place, question, idea, onClose, onSaved }: Props) {
  const { client } = useApi()
  const empty: Form = {
    text: idea?.text ?? '',
    name: idea?.name ?? '',
    organisation: idea?.organisation ?? '',
    area: idea?.area ?? '',
  }
  const [form, setForm] = useState(empty)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const draft = useDraft(
    idea === null ? `idea:${place.session}:${place.table}:${question?.id ?? 'none'}` : `idea-change:${idea.id}`,
    form,
    empty,
    readForm,
  )
  const put = (next: Partial<Form>) => setForm((before) => ({ ...before, ...next }))

  const save = async () => {
    const checked = ideaDetails.safeParse(form)
    if (!checked.success) {
      setFaults(checked.error.issues.map((issue) => ({ id: `idea-${String(issue.path[0])}`, message: issue.message })))
      return
    }
    if (question === undefined && idea === null) return
    setBusy(true)
    try {
      if (idea === null) await client.workshops.postIdea({ ...form, ...place, question: question?.id ?? '' })
      else await client.workshops.amendIdea({ ...form, id: idea.id, reason: '' })
      await draft.clear()
      onSaved()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={question?.words ?? 'Change this idea'}
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" onClick={() => void draft.clear().then(onClose)}>
            Cancel
          </Button>
          <Button busy={busy} onClick={() => void save()}>
            {idea === null ? 'Put it up' : 'Save the change'}
          </Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
      <DraftOffer draft={draft} onTake={setForm} />
      <TextArea
        id="idea-text"
        label="Your idea"
        rows={3}
        maxLength={400}
        className="workshop-short"
        value={form.text}
        error={faultOf(faults, 'idea-text')}
        onText={(text) => put({ text })}
      />
      <div className="one-upright columns low">
        <TextField
          id="idea-name"
          label="Name, if you like"
          maxLength={120}
          value={form.name}
          error={faultOf(faults, 'idea-name')}
          onText={(name) => put({ name })}
        />
        <TextField
          id="idea-organisation"
          label="Organisation, if you like"
          maxLength={160}
          value={form.organisation}
          error={faultOf(faults, 'idea-organisation')}
          onText={(organisation) => put({ organisation })}
        />
      </div>
      <AreaField
        id="idea-area"
        label="Service area, if you like"
        maxLength={160}
        value={form.area}
        error={faultOf(faults, 'idea-area')}
        onText={(area) => put({ area })}
      />
    </Dialog>
  )
}
