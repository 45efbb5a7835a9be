/** Taking something back, or away for good: it asks why, and does nothing until it is told. */
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
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
  /** Does it, or answers why it was not done. That, and what it throws, is shown; nothing that was typed is lost. */
  onReason: (reason: string) => Promise<string | undefined | void>
  onBack: () => void
  /** What goes back is called; “Leave it as it is” where nothing is said. */
  back?: string | undefined
}

export function WithdrawDialog({ title, children, button, hint, onReason, onBack, back }: Props) {
  const form = useId()
  const [reason, setReason] = useState('')
  // A new one at every press, so that the same fault is shown again to whoever has scrolled away from it.
  const [fault, setFault] = useState<{ message: string }>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem !== '') told.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  useEffect(() => {
    if (fault === undefined) return
    const field = document.getElementById(`${form}-reason`)
    field?.focus()
    // Focus alone brings the field into view, and may leave what is wrong with it above the edge.
    field?.closest('.field-box')?.scrollIntoView({ block: 'nearest' })
  }, [fault, form])
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = reasonSchema.safeParse(reason)
    setFault(checked.error?.issues[0])
    if (!checked.success) return
    setBusy(true)
    setProblem('')
    try {
      const undone = await onReason(checked.data)
      if (undone === undefined) return
      setProblem(undone)
      setBusy(false)
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
            {back ?? 'Leave it as it is'}
          </Button>
          <Button look="danger" type="submit" form={form} busy={busy}>
            {busy ? 'One moment…' : button}
          </Button>
        </>
      }
    >
      <form id={form} className="stack gap-3" noValidate onSubmit={(event) => void submit(event)}>
        {/* On top: below, what is long would hide it. */}
        {problem === '' ? null : (
          <div ref={told}>
            <Sentence tone="bad">{problem}</Sentence>
          </div>
        )}
        {children}
        <TextField
          id={`${form}-reason`}
          label="Why?"
          hint={hint ?? 'A few words. They stay in the history.'}
          maxLength={400}
          autoFocus
          value={reason}
          error={fault?.message}
          onText={(text) => {
            setReason(text)
            setFault(undefined)
          }}
        />
      </form>
    </Dialog>
  )
}
