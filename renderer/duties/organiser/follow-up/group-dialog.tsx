/** Confirms like offers as one group: what it is called, and who says so. */
import { useId } from 'react'
import type { z } from 'zod'
import { groupInput } from '../../../../shared/contract/follow-up.ts'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { TextField } from '../../../components/fields.tsx'
import { offersWords } from './follow-up-words.ts'

type Given = z.infer<typeof groupInput>

type Props = { name: string; count: number; onSend: (given: Given) => Promise<void>; onBack: () => void }

export function GroupDialog({ name, count, onSend, onBack }: Props) {
  const form = useForm(groupInput, { prefix: useId(), values: { name, by: '' }, send: onSend })
  return (
    <FormDialog
      form={form}
      title="One group"
      back={{ words: 'Not yet', onBack }}
      button={{ words: 'Confirm the group', busy: 'One moment…' }}
    >
      <p>{offersWords(count)} will be followed up together. What people promised stays as it is.</p>
      <TextField
        {...form.text('name')}
        label="What the group is called"
        hint="It stands in the action plan beside each of them."
        maxLength={120}
        autoFocus
      />
      <TextField {...form.text('by')} label="Your name" hint="So that others know whom to ask." maxLength={120} />
    </FormDialog>
  )
}
