/** A new tablet goes on from a copy that another one saved: which file, and the passphrase it is sealed with. */
import { FileUp, History } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../api.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SecretForm } from '../../components/secret-form.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useSecret } from '../../components/use-secret.ts'

export function PutBack({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const { client } = useApi()
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState('')
  const { form } = useSecret({
    name: 'passphrase of this copy',
    ask: async (passphrase) => {
      if (file === null) throw new Error('The button waits for a file')
      const answer = await client.station.putBack({ file, passphrase })
      setError(answer.code === 'unreadable' ? answer.message : '')
      if (answer.code === 'unreadable') setFile(null)
      return answer
    },
    onOpen: onDone,
  })
  return (
    <Dialog title="Go on from a copy" onClose={onClose}>
      <SecretForm
        form={form}
        label="Organiser passphrase"
        hint="The one it had when the copy was saved."
        icon={History}
        words={{ button: 'Go on from it', busy: 'Putting it back…' }}
        cancel={{ words: 'Cancel', onCancel: onClose }}
        autoFocus={false}
        onSubmit={() => {
          if (file === null) setError('Choose the copy first: a file whose name ends in “.pledges”.')
          else void form.submit()
        }}
      >
        <p>Everything that was on the other tablet when the copy was saved will be on this one.</p>
        {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
        <label className="file-button row">
          <input
            type="file"
            accept=".pledges"
            aria-label="Choose the copy"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null)
              setError('')
            }}
          />
          <span className="btn ghost">
            <FileUp className="icon" aria-hidden />
            Choose the copy
          </span>
          <span className="muted small">{file === null ? 'A “.pledges” file, from a stick' : file.name}</span>
        </label>
      </SecretForm>
    </Dialog>
  )
}
