/** Taking something back, or away for good: it asks why, and does nothing until it is told. */
import { type ReactNode, useEffect, useId } from 'react'
import { z } from 'zod'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { TextField } from '../../../components/fields.tsx'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { Stays, useForm } from '../../../components/form/use-form.ts'

const why = z.object({ reason: reasonSchema })

type Props = {
  title: string
  /** What will happen, and what will not. */
  children: ReactNode
  button: string
  hint?: string
  /** Does it, or answers why it was not done. That, and what it throws, is shown; nothing that was typed is lost. */
  onReason: (reason: string) => Promise<string | undefined | void>
  onBack: () => void
  /** What goes back is called; “Leave it as it is” where nothing is said. */
  back?: string | undefined
}

export function WithdrawDialog({ title, children, button, hint, onReason, onBack, back }: Props) {
  const form = useForm(why, {
    prefix: useId(),
    values: { reason: '' },
    send: async ({ reason }) => {
      const undone = await onReason(reason)
      return undone === undefined ? undefined : new Stays({ said: { tone: 'bad', words: undone } })
    },
    forgiving: true,
  })
  const { errors, said } = form
  const field = form.text('reason')
  useEffect(() => {
    // It stands on top: below, what is long would hide it.
    if (said !== undefined) document.getElementById(form.id)?.firstElementChild?.scrollIntoView({ block: 'nearest' })
  }, [said, form.id])
  // Also where the same fault is said again to whoever has scrolled away from it.
  useEffect(() => {
    if (errors.length === 0) return
    const wrong = document.getElementById(field.id)
    wrong?.focus()
    // Focus alone brings the field into view, and may leave what is wrong with it above the edge.
    wrong?.closest('.field-box')?.scrollIntoView({ block: 'nearest' })
  }, [errors, field.id])
  return (
    <FormDialog
      form={form}
      title={title}
      back={{ words: back ?? 'Leave it as it is', onBack }}
      button={{ words: button, busy: 'One moment…', look: 'danger' }}
      summary={false}
    >
      {children}
      <TextField
        {...field}
        label="Why?"
        hint={hint ?? 'A few words. They stay in the history.'}
        maxLength={400}
        autoFocus
      />
    </FormDialog>
  )
}
