/** A form for one part of the event: what is typed becomes changes, each fault stands at its field, and what hangs on it is asked about. */
import { useState } from 'react'
import { z } from 'zod'
import type { PackChange } from '../../../../../shared/domain/event-change/change.ts'
import { useApi } from '../../../../api.tsx'
import { SelectField, TextArea, TextField, Tick } from '../../../../components/fields.tsx'
import { readLike } from '../../../../components/form/check.ts'
import { FormDialog } from '../../../../components/form/form-dialog.tsx'
import { type Form, Stays, useForm } from '../../../../components/form/use-form.ts'
import type { Asked } from './use-closing.tsx'
import { changesTyped, errorsAt, nameOfField, type PartField, type Typed, typedOf } from './part-form.ts'

type Props = {
  title: string
  /** Which part it is, for what was begun and not saved: `tables-table-3`. */
  scope: string
  fields: readonly PartField[]
  /** What stands at each path when the form is opened. */
  at: (path: string) => unknown
  /** What is typed as changes; only those that are different, where nothing else is said. */
  changes?: (form: Typed) => PackChange[]
  /** The path of a fault as the fields have it, where they have another. */
  rename?: (path: string) => string
  button: string
  onBack: () => void
  /** It is changed; or first somebody has to say what becomes of what hangs on it. */
  onDone: (asked: Asked | null) => Promise<void> | void
}

export function PartDialog({ title, scope, fields, at, changes, rename = asItIs, button, onBack, onDone }: Props) {
  const { client } = useApi()
  const [begun] = useState(() => typedOf(fields, at))
  const form = useForm<Typed, Typed, Asked | null>(z.custom<Typed>(), {
    prefix: 'event-part',
    values: begun,
    draft: { scope: `event-part:${scope}`, read: (body) => readLike(begun, body) },
    send: async (typed) => {
      const wanted = (changes ?? ((one) => changesTyped(fields, one)))(typed)
      if (wanted.length === 0) return new Stays({ said: { tone: 'plain', words: 'Nothing has been changed yet.' } })
      const answer = await client.event.change({ changes: wanted })
      if (answer.code === 'changed') return null
      if (answer.code === 'hangs') return { changes: wanted, hanging: answer.hanging }
      const named = answer.errors.map(({ path, message }) => ({ path: rename(path), message }))
      const { errors, words } = errorsAt(fields, named)
      return new Stays({ errors, ...(words === '' ? {} : { said: { tone: 'bad', words } }) })
    },
    onDone,
  })
  return (
    <FormDialog
      form={form}
      roomy
      title={title}
      back={{ words: 'Back without saving', onBack: () => void form.draft.clear().then(onBack) }}
      button={{ words: button, busy: 'Saving…' }}
      offer={{ words: 'A change was begun here and not saved.', take: 'Bring it back', aside: 'Set it aside' }}
    >
      {fields.map((field) => (
        <PartInput key={nameOfField(field)} field={field} form={form} />
      ))}
    </FormDialog>
  )
}

const asItIs = (path: string): string => path

const TYPES = { line: 'text', day: 'date', time: 'time', number: 'text' } as const

function PartInput({ field, form }: { field: PartField; form: Form<Typed> }) {
  const { label, hint, look, options = [] } = field
  const name = nameOfField(field)
  const bound = form.text(name)
  if (look === 'ticks') return <Ticks field={field} form={form} />
  if (look === 'choice') return <SelectField {...bound} label={label} hint={hint} options={options} />
  if (look === 'text' || look === 'lines')
    return <TextArea {...bound} label={label} hint={hint} rows={look === 'lines' ? 5 : 3} />
  return (
    <TextField
      {...bound}
      label={label}
      hint={hint}
      type={TYPES[look]}
      inputMode={look === 'number' ? 'numeric' : undefined}
      className={look === 'line' ? '' : 'short'}
    />
  )
}

/** Several of a list; kept as their ids, one a line, in the order of the list. */
function Ticks({ field, form }: { field: PartField; form: Form<Typed> }) {
  const name = nameOfField(field)
  const { id, error } = form.text(name)
  const chosen = new Set((form.values[name] ?? '').split('\n').filter(Boolean))
  const options = field.options ?? []
  return (
    <fieldset className={error === undefined ? 'field-box' : 'field-box wrong'} id={id} tabIndex={-1}>
      <legend className="field-label">{field.label}</legend>
      {field.hint === undefined ? null : <span className="field-hint">{field.hint}</span>}
      {error === undefined ? null : <span className="field-error">{error}</span>}
      <div className="choices">
        {options.map(({ value, label }) => (
          <Tick
            key={value}
            label={label}
            checked={chosen.has(value)}
            onChange={(checked) => {
              const next = options.filter((one) => (one.value === value ? checked : chosen.has(one.value)))
              form.put({ [name]: next.map((one) => one.value).join('\n') })
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
