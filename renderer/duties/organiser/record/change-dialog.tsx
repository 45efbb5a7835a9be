/** Correcting a record, whatever it is of: its details, why, and what is kept of a correction that was begun and not finished. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { TextField } from '../../../components/fields.tsx'
import { readLike } from '../../../components/form/check.ts'
import { correctionOf } from '../../../components/form/details.ts'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { type Form, useForm } from '../../../components/form/use-form.ts'
import type { Changing } from './record-panel.tsx'

type Kept<Shape> = { [Name in keyof Shape]?: unknown } & { id: string }
type Correction<Shape extends z.core.$ZodShape, Record extends Kept<Shape>> = ReturnType<
  typeof correctionOf<Shape, Record>
>

type Props<Shape extends z.core.$ZodShape, Record extends Kept<Shape>> = {
  /** What the record is, as its fields’ ids begin, and as the form is called among those that are kept. */
  of: 'delegate' | 'pledge' | 'action' | 'idea'
  title: string
  details: z.ZodObject<Shape>
  record: Record
  /** Sends it: only what is different, and why. */
  onSave: (change: z.output<Correction<Shape, Record>['schema']> & { id: string }) => Promise<void>
  changing: Changing
  children: (form: Form<Correction<Shape, Record>['begun']>) => ReactNode
}

export function ChangeDialog<Shape extends z.core.$ZodShape, Record extends Kept<Shape>>(props: Props<Shape, Record>) {
  const { of, title, details, record, onSave, changing, children } = props
  const { begun, schema } = correctionOf(details, record)
  const form = useForm(schema, {
    prefix: of,
    values: begun,
    draft: { scope: `organiser-${of}:${record.id}`, read: (body) => readLike(begun, body) },
    send: (change) => onSave({ ...change, id: record.id }),
    onDone: changing.onDone,
  })
  // Whatever it is of, it has a reason.
  const why = (form as unknown as Form<{ reason: string }>).text('reason')
  return (
    <FormDialog
      form={form}
      roomy
      title={title}
      back={{ words: 'Back without saving', onBack: () => void form.draft.clear().then(changing.onBack) }}
      button={{ words: 'Save the change', busy: 'Saving…' }}
      offer={{ words: 'A change was begun here and not saved.', take: 'Bring it back', aside: 'Set it aside' }}
    >
      {children(form)}
      <TextField {...why} label="Why the change?" hint="A few words. They stay in the history." maxLength={400} />
    </FormDialog>
  )
}
