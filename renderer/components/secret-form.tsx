/** The form of a dialog that asks for one secret before something is done. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { TextField } from './fields.tsx'
import type { useSecret } from './use-secret.ts'

type Props = {
  form: ReturnType<typeof useSecret>['form']
  label: string
  hint: string
  icon: LucideIcon
  /** What the button says, and while it is being done. */
  words: { button: string; busy: string }
  cancel: { words: string; onCancel: () => void }
  /** Whether the field has the focus from the first; not where something comes before it. */
  autoFocus?: boolean
  onSubmit?: () => void
  /** What stands before the field. */
  children: ReactNode
}

export function SecretForm({ form, label, hint, icon, words, cancel, autoFocus = true, onSubmit, children }: Props) {
  const { busy, submit } = form
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (onSubmit === undefined) void submit()
        else onSubmit()
      }}
    >
      {children}
      <TextField
        {...form.text('secret')}
        label={label}
        hint={hint}
        type="password"
        autoFocus={autoFocus}
        maxLength={300}
      />
      <div className="row">
        <Button type="submit" icon={icon} busy={busy}>
          {busy ? words.busy : words.button}
        </Button>
        <Button look="ghost" safe onClick={cancel.onCancel}>
          {cancel.words}
        </Button>
      </div>
    </form>
  )
}
