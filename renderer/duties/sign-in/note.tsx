/** The note that only staff see: shown on the answer, left and cleared on the details of a person. */
import { Check, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { type DelegateView, noteSchema } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextArea } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'

/** Sends what the note is to be; `busy` while it is on its way, `fault` where it was not kept. */
function useNote(delegate: DelegateView, onDone: (delegate: DelegateView) => void) {
  const { client } = useApi()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const keep = async (note: string) => {
    if (busy) return
    const checked = noteSchema.safeParse(note)
    if (!checked.success) {
      setFault(checked.error.issues[0]?.message)
      return
    }
    setBusy(true)
    setFault(undefined)
    try {
      onDone(await client.signIn.note({ delegate: delegate.id, note: checked.data }))
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, keep }
}

type Props = { delegate: DelegateView; onDone: (delegate: DelegateView) => void }

/** The note on the answer: read, said, and done with in one touch. */
export function NoteCard({ delegate, onDone }: Props) {
  const { busy, fault, keep } = useNote(delegate, onDone)
  return (
    <section className="sign-in-note any-break row" aria-label="Note for staff">
      <MessageSquareText className="icon" aria-hidden />
      <p>{delegate.note}</p>
      <Button
        look="ghost"
        icon={Check}
        busy={busy}
        aria-label={`The word with ${delegate.name} is done`}
        onClick={() => void keep('')}
      >
        Done
      </Button>
      {fault === undefined ? null : <Sentence tone="bad">{fault}</Sentence>}
    </section>
  )
}

export function NoteDialog({ delegate, onDone, onClose }: Props & { onClose: () => void }) {
  const { busy, fault, keep } = useNote(delegate, (noted) => {
    onDone(noted)
    onClose()
  })
  const [note, setNote] = useState(delegate.note)
  return (
    <Dialog
      title="A note for staff"
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" onClick={onClose}>
            Leave it as it was
          </Button>
          <Button busy={busy} onClick={() => void keep(note)}>
            {note.trim() === '' && delegate.note !== '' ? 'Clear the note' : 'Keep the note'}
          </Button>
        </>
      }
    >
      <TextArea
        label="What do they need a word about?"
        hint="When they sign in, the desk says that they need a word, and shows this to staff. On a screen for visitors only the first part is said."
        error={fault}
        rows={3}
        maxLength={300}
        autoFocus
        value={note}
        onText={setNote}
      />
    </Dialog>
  )
}
