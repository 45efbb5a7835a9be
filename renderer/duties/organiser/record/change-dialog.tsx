/** Correcting a record: its fields, why, and what is kept of a correction that was begun and not finished. */
import { type ReactNode, type SubmitEvent, useId, useState } from 'react'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorSummary, type Fault, faultOf, TextField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useDraft } from '../../../components/use-draft.ts'
import type { Checked } from './change.ts'

/** A part of the form that is text, ready to be spread over a field. */
type TextPart = { id: string; value: string; error: string | undefined; onText: (text: string) => void }

/** The parts of a form that are text. */
type TextOf<Form> = { [Key in keyof Form]: Form[Key] extends string ? Key : never }[keyof Form] & string

type ChangeFields<Form> = {
  form: Form
  put: (next: Partial<Form>) => void
  text: (name: TextOf<Form>) => TextPart
}

type Props<Form extends { reason: string }, Value> = {
  title: string
  /** What the fields’ ids begin with. */
  prefix: string
  /** Where what is typed is kept. */
  scope: string
  begun: Form
  read: (body: unknown) => Form | null
  check: (form: Form) => Checked<Value> | null
  /** Sends it; what it throws is shown, and everything typed stays. */
  onSave: (value: Value) => Promise<void>
  onDone: () => void
  onBack: () => void
  children: (fields: ChangeFields<Form>) => ReactNode
}

export function ChangeDialog<Form extends { reason: string }, Value>(props: Props<Form, Value>) {
  const { title, prefix, scope, begun, read, check, onSave, onDone, onBack, children } = props
  const id = useId()
  // What the form began with stays, though the record may change under it.
  const [start] = useState(begun)
  const [form, setForm] = useState(start)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [said, setSaid] = useState<{ tone: 'bad' | 'plain'; words: string }>()
  const [busy, setBusy] = useState(false)
  const draft = useDraft(scope, form, start, read)
  const put = (next: Partial<Form>) => setForm((before) => ({ ...before, ...next }))
  const text: ChangeFields<Form>['text'] = (name) => ({
    id: `${prefix}-${name}`,
    value: String(form[name]),
    error: faultOf(faults, `${prefix}-${name}`),
    onText: (typed) => setForm((before) => ({ ...before, [name]: typed })),
  })

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = check(form)
    setFaults(checked === null || checked.ok ? [] : checked.faults)
    setSaid(checked === null ? { tone: 'plain', words: 'Nothing has been changed yet.' } : undefined)
    if (checked === null || !checked.ok) return
    setBusy(true)
    try {
      await onSave(checked.value)
      await draft.clear()
      onDone()
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
      setBusy(false)
    }
  }
  const back = () => {
    void draft.clear().then(onBack)
  }

  return (
    <Dialog
      roomy
      title={title}
      onClose={back}
      foot={
        <>
          <Button look="ghost" onClick={back}>
            Back without saving
          </Button>
          <Button type="submit" form={id} busy={busy}>
            {busy ? 'Saving…' : 'Save the change'}
          </Button>
        </>
      }
    >
      <form id={id} className="stack gap-4" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary faults={faults} />
        {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
        {draft.found === null ? null : (
          <Sentence tone="warn">
            <div className="row">
              <span className="grow">A change was begun here and not saved.</span>
              <Button
                look="ghost"
                onClick={() => {
                  if (draft.found !== null) setForm(draft.found.value)
                  draft.take()
                }}
              >
                Bring it back
              </Button>
              <Button look="quiet" onClick={draft.setAside}>
                Set it aside
              </Button>
            </div>
          </Sentence>
        )}
        {children({ form, put, text })}
        <TextField
          id={`${prefix}-reason`}
          label="Why the change?"
          hint="A few words. They stay in the history."
          maxLength={400}
          value={form.reason}
          error={faultOf(faults, `${prefix}-reason`)}
          onText={(reason) => setForm((before) => ({ ...before, reason }))}
        />
      </form>
    </Dialog>
  )
}
