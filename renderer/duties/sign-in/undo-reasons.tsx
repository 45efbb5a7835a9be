/** Why an entry is undone: one touch on a common reason, or a few words of one's own. */
import { useState } from 'react'
import { z } from 'zod'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { reasonSchema } from '../../../shared/domain/text.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { useForm } from '../../components/form/use-form.ts'
import { undoReasons } from './answers.ts'

const own = z.object({ reason: reasonSchema })

type Props = { delegate: DelegateView; onReason: (reason: string) => void; onKeep: () => void }

export function UndoReasons({ delegate, onReason, onKeep }: Props) {
  const [another, setAnother] = useState(false)
  const form = useForm(own, { prefix: 'undo', values: { reason: '' }, send: ({ reason }) => onReason(reason) })
  return (
    <div className="stack gap-2" role="group" aria-label={`Why undo this for ${delegate.name}?`}>
      <p className="strong">Why undo this?</p>
      {another ? (
        <form className="stack gap-3" noValidate onSubmit={(event) => void form.submit(event)}>
          <TextField {...form.text('reason')} label="Your reason" autoFocus maxLength={200} />
          <div className="sign-in-steps row">
            <Button type="submit">Undo for this reason</Button>
            <Button look="quiet" onClick={onKeep}>
              Do not undo
            </Button>
          </div>
        </form>
      ) : (
        <div className="sign-in-steps row">
          {undoReasons(delegate).map((reason, index) => (
            <Button key={reason} look="ghost" autoFocus={index === 0} onClick={() => onReason(reason)}>
              {reason}
            </Button>
          ))}
          <Button look="ghost" onClick={() => setAnother(true)}>
            Another reason
          </Button>
          <Button look="quiet" onClick={onKeep}>
            Do not undo
          </Button>
        </div>
      )}
    </div>
  )
}
