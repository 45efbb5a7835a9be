/** Writing an action down, or changing one: one thing must be said, the rest can be asked before the table finishes. */
import { useState } from 'react'
import { z } from 'zod'
import { type ActionDetails, actionDetails, type ActionView, type TablePlace } from '../../../shared/domain/action.ts'
import type { Priority } from '../../../shared/domain/event-pack.ts'
import type { TimescaleInput } from '../../../shared/domain/pledge.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { AreaField } from '../../components/area-field.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DraftOffer } from '../../components/draft-offer.tsx'
import { ErrorSummary, type Fault, faultOf, SelectField, TextArea, TextField } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useDraft } from '../../components/use-draft.ts'

const formSchema = z.object({
  title: z.string(),
  owner: z.string(),
  organisation: z.string(),
  // Drafts of older versions have none.
  area: z.string().default(''),
  when: z.string(),
  measure: z.string(),
  priority: z.string(),
})
type Form = z.infer<typeof formSchema>

const readForm = (body: unknown): Form | null => {
  const read = formSchema.safeParse(body)
  return read.success ? read.data : null
}

type Props = {
  place: TablePlace
  priorities: readonly Priority[]
  action: ActionView | null
  onClose: () => void
  onSaved: () => void
}

export function ActionForm({ place, priorities, action, onClose, onSaved }: Props) {
  const { client } = useApi()
  const empty: Form =
    action === null
      ? {
          title: '',
          owner: '',
          organisation: '',
          area: '',
          when: '',
          measure: '',
          priority: priorities.length === 1 ? (priorities[0]?.id ?? '') : '',
        }
      : {
          title: action.title,
          owner: action.owner,
          organisation: action.organisation,
          area: action.area,
          when: action.timescale,
          measure: action.measure,
          priority: action.priority ?? '',
        }
  const [form, setForm] = useState<Form>(empty)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const draft = useDraft(
    action === null ? `action:${place.session}:${place.table}` : `action-change:${action.id}`,
    form,
    empty,
    readForm,
  )
  const put = (next: Partial<Form>) => setForm((before) => ({ ...before, ...next }))

  const save = async () => {
    const given: ActionDetails = {
      title: form.title,
      owner: form.owner,
      organisation: form.organisation,
      area: form.area,
      timescale: timescaleOf(form.when),
      measure: form.measure,
      priority: form.priority === '' ? null : form.priority,
    }
    const checked = actionDetails.safeParse(given)
    if (!checked.success) {
      setFaults(
        checked.error.issues.map((issue) => ({ id: `action-${String(issue.path[0])}`, message: issue.message })),
      )
      return
    }
    setBusy(true)
    try {
      if (action === null) await client.workshops.proposeAction({ ...given, ...place })
      else
        await client.workshops.amendAction({
          ...given,
          timescale: form.when === action.timescale ? undefined : given.timescale,
          id: action.id,
          reason: '',
        })
      await draft.clear()
      onSaved()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  const cancel = () => {
    void draft.clear().then(onClose)
  }

  return (
    <Dialog
      roomy
      title={action === null ? 'A new action' : 'Change this action'}
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" onClick={cancel}>
            Cancel
          </Button>
          <Button busy={busy} onClick={() => void save()}>
            {action === null ? 'Add it to the list' : 'Save the change'}
          </Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
      <DraftOffer draft={draft} onTake={setForm} />
      <TextArea
        id="action-title"
        label="What will happen?"
        rows={2}
        maxLength={255}
        className="workshop-short"
        value={form.title}
        error={faultOf(faults, 'action-title')}
        onText={(title) => put({ title })}
      />
      <div className="one-upright columns low">
        <TextField
          id="action-owner"
          label="Who will see to it?"
          hint="A name, or a job title"
          maxLength={160}
          value={form.owner}
          error={faultOf(faults, 'action-owner')}
          onText={(owner) => put({ owner })}
        />
        <TextField
          id="action-organisation"
          label="Organisation"
          hint="Where they work"
          maxLength={160}
          value={form.organisation}
          error={faultOf(faults, 'action-organisation')}
          onText={(organisation) => put({ organisation })}
        />
        <AreaField
          id="action-area"
          maxLength={160}
          value={form.area}
          error={faultOf(faults, 'action-area')}
          onText={(area) => put({ area })}
        />
        <TextField
          id="action-timescale"
          label="By when?"
          hint="“31 March 2024”, “spring term”, “within six weeks”"
          maxLength={120}
          value={form.when}
          error={faultOf(faults, 'action-timescale')}
          onText={(when) => put({ when })}
        />
      </div>
      <div className={priorities.length > 1 ? 'one-upright columns low' : undefined}>
        <TextField
          id="action-measure"
          label="How will we know?"
          hint="What we will see or count"
          maxLength={300}
          value={form.measure}
          error={faultOf(faults, 'action-measure')}
          onText={(measure) => put({ measure })}
        />
        {priorities.length > 1 ? (
          <SelectField
            id="action-priority"
            label="Which priority does it serve?"
            value={form.priority}
            onText={(priority) => put({ priority })}
            options={[
              { value: '', label: 'Not sure yet' },
              ...priorities.map((priority) => ({ value: priority.id, label: `${priority.label}: ${priority.title}` })),
            ]}
          />
        ) : null}
      </div>
    </Dialog>
  )
}

/** What was typed goes to the station in its own words: it works out the day, and says so where it did. */
const timescaleOf = (when: string): TimescaleInput =>
  when.trim() === '' ? { kind: 'open' } : { kind: 'words', words: when }
