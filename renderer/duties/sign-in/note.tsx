/** The note that only staff see: shown on the answer, left and cleared on the details of a person. */
import { Check, MessageSquareText } from 'lucide-react'
import { z } from 'zod'
import { type DelegateView, noteSchema } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { TextArea } from '../../components/fields.tsx'
import { FormDialog } from '../../components/form/form-dialog.tsx'
import { useForm } from '../../components/form/use-form.ts'
import { useSending } from '../../components/form/use-sending.ts'
import { Sentence } from '../../components/sentence.tsx'

type Props = { delegate: DelegateView; onDone: (delegate: DelegateView) => void }

/** The note on the answer: read, said, and done with in one touch. */
export function NoteCard({ delegate, onDone }: Props) {
  const { client } = useApi()
  const { busy, said, attempt } = useSending()
  const clear = () => attempt(async () => onDone(await client.signIn.note({ delegate: delegate.id, note: '' })))
  return (
    <section className="sign-in-note any-break row" aria-label="Note for staff">
      <MessageSquareText className="icon" aria-hidden />
      <p>{delegate.note}</p>
      <Button
        look="ghost"
        icon={Check}
        busy={busy}
        aria-label={`The word with ${delegate.name} is done`}
        onClick={() => void clear()}
      >
        Done
      </Button>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
    </section>
  )
}

const noted = z.object({ note: noteSchema })

export function NoteDialog({ delegate, onDone, onClose }: Props & { onClose: () => void }) {
  const { client } = useApi()
  const form = useForm(noted, {
    prefix: 'note',
    values: { note: delegate.note },
    send: ({ note }) => client.signIn.note({ delegate: delegate.id, note }),
    onDone: (kept) => {
      onDone(kept)
      onClose()
    },
    throwsAt: 'note',
  })
  return (
    <FormDialog
      form={form}
      title="A note for staff"
      back={{ words: 'Leave it as it was', onBack: onClose }}
      button={{ words: form.values.note.trim() === '' && delegate.note !== '' ? 'Clear the note' : 'Keep the note' }}
      summary={false}
    >
      <TextArea
        {...form.text('note')}
        label="What do they need a word about?"
        hint="When they sign in, the desk says that they need a word, and shows this to staff. On a screen for visitors only the first part is said."
        rows={3}
        maxLength={300}
        autoFocus
      />
    </FormDialog>
  )
}
