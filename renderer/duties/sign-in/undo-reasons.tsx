/** Why an entry is undone: one touch on a common reason, or a few words of one's own. */
import { useState } from 'react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { reasonSchema } from '../../../shared/domain/text.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { undoReasons } from './answers.ts'

type Props = { delegate: DelegateView; onReason: (reason: string) => void; onKeep: () => void }

export function UndoReasons({ delegate, onReason, onKeep }: Props) {
  const [own, setOwn] = useState<string | null>(null)
  const [fault, setFault] = useState<string>()
  const send = () => {
    const checked = reasonSchema.safeParse(own)
    if (checked.success) onReason(checked.data)
    else setFault(checked.error.issues[0]?.message)
  }
  return (
    <div className="stack gap-2" role="group" aria-label={`Why undo this for ${delegate.name}?`}>
      <p className="strong">Why undo this?</p>
      {own === null ? (
        <div className="sign-in-steps row">
          {undoReasons(delegate).map((reason, at) => (
            <Button key={reason} look="ghost" autoFocus={at === 0} onClick={() => onReason(reason)}>
              {reason}
            </Button>
          ))}
          <Button look="ghost" onClick={() => setOwn('')}>
            Another reason
          </Button>
          <Button look="quiet" onClick={onKeep}>
            Do not undo
          </Button>
        </div>
      ) : (
        <form
          className="stack gap-3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <TextField label="Your reason" value={own} error={fault} autoFocus maxLength={200} onText={setOwn} />
          <div className="sign-in-steps row">
            <Button type="submit">Undo for this reason</Button>
            <Button look="quiet" onClick={onKeep}>
              Do not undo
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
