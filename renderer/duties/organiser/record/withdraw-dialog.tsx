/** Taking something back, or away for good: it asks why, and does nothing until it is told. */
import { type ReactNode, type SubmitEvent, useId, useState } from 'react'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { TextField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'

type Props = {
  title: string
  /** What will happen, and what will not. */
  children: ReactNode
  button: string
  hint?: string
  /** Does it; what it throws is shown, and nothing that was typed is lost. */
  onReason: (reason: string) => Promise<void>
  onBack: () => void
}

export function WithdrawDialog({ title, children, button, hint, onReason, onBack }: Props) {
  const form = useId()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = reasonSchema.safeParse(reason)
    setFault(checked.error?.issues[0]?.message)
    if (!checked.success) {
      document.getElementById(`${form}-reason`)?.focus()
      return
    }
    setBusy(true)
    setProblem('')
    try {
      await onReason(checked.data)
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onBack}
      foot={
        <>
          <Button look="ghost" onClick={onBack}>
            Leave it as it is
          </Button>
          <Button look="danger" type="submit" form={form} busy={busy}>
            {busy ? 'One moment…' : button}
          </Button>
        </>
      }
    >
      <form id={form} className="stack close" noValidate onSubmit={(event) => void submit(event)}>
        {children}
        <TextField
          id={`${form}-reason`}
          label="Why?"
          hint={hint ?? 'A few words. They stay in the history.'}
          maxLength={400}
          autoFocus
          value={reason}
          error={fault}
          onText={(text) => {
            setReason(text)
            setFault(undefined)
          }}
        />
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
      </form>
    </Dialog>
  )
}
