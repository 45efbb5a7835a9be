/** Access and food needs of one person: off the screen, where others may look on, until a steward asks for them. */
import { useEffect, useEffectEvent, useState } from 'react'
import { type DelegateView, needsSchema } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { useForm } from '../../components/form/use-form.ts'
import { Sentence } from '../../components/sentence.tsx'

export function NeedsDialog({ delegate, onClose }: { delegate: DelegateView; onClose: () => void }) {
  const { client } = useApi()
  const [isThere, setIsThere] = useState(false)
  const [error, setError] = useState<string>()
  const form = useForm(needsSchema, {
    prefix: 'needs',
    values: { access: '', dietary: '' },
    send: (needs) => client.signIn.recordNeeds({ ...needs, delegate: delegate.id }),
    onDone: onClose,
  })
  const show = useEffectEvent(form.put)
  useEffect(() => {
    let gone = false
    const look = async () => {
      try {
        const held = await client.signIn.needs({ delegate: delegate.id })
        if (gone) return
        show(held)
        setIsThere(true)
      } catch (cause) {
        if (!gone) setError(sentenceOf(cause))
      }
    }
    void look()
    return () => {
      gone = true
    }
  }, [client, delegate.id])
  const wrong = form.said?.words ?? error
  return (
    <Dialog
      title={`What helps ${delegate.name} today`}
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" safe onClick={onClose}>
            Close
          </Button>
          {isThere ? (
            <Button busy={form.busy} onClick={() => void form.submit()}>
              Keep this
            </Button>
          ) : null}
        </>
      }
    >
      <p className="small muted">
        Only if they want to say. Only staff see it, also when the building has to be left, and it is deleted first.
      </p>
      {wrong === undefined ? null : <Sentence tone="bad">{wrong}</Sentence>}
      {isThere ? (
        <div className="stack">
          <TextField {...form.text('access')} label="Access needs" maxLength={600} />
          <TextField {...form.text('dietary')} label="Food needs" maxLength={600} />
        </div>
      ) : (
        <p role="status">{wrong === undefined ? 'Looking…' : ''}</p>
      )}
    </Dialog>
  )
}
