/** A new tablet goes on from a copy that another one saved: which file, and the passphrase it is sealed with. */
import { FileUp, History } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useSecret } from '../../components/use-secret.ts'

export function PutBack({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const { client } = useApi()
  const [file, setFile] = useState<File | null>(null)
  const [problem, setProblem] = useState('')
  const { secret, fault, busy, submit, type } = useSecret({
    name: 'passphrase of this copy',
    ask: async (passphrase) => {
      if (file === null) throw new Error('The button waits for a file')
      const answer = await client.station.putBack({ file, passphrase })
      setProblem(answer.code === 'unreadable' ? answer.message : '')
      if (answer.code === 'unreadable') setFile(null)
      return answer.code === 'put-back' ? { code: 'open' } : answer
    },
    onOpen: onDone,
  })
  return (
    <Dialog title="Go on from a copy" onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (file === null) setProblem('Choose the copy first: a file whose name ends in “.pledges”.')
          else void submit()
        }}
      >
        <p>Everything that was on the other tablet when the copy was saved will be on this one.</p>
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
        <label className="setup-file row">
          <input
            type="file"
            accept=".pledges"
            aria-label="Choose the copy"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null)
              setProblem('')
            }}
          />
          <span className="btn ghost">
            <FileUp className="icon" aria-hidden />
            Choose the copy
          </span>
          <span className="muted small">{file === null ? 'A “.pledges” file, from a stick' : file.name}</span>
        </label>
        <TextField
          label="Organiser passphrase"
          hint="The one that the other tablet had."
          error={fault?.words}
          type="password"
          autoComplete="off"
          maxLength={300}
          value={secret}
          onText={type}
        />
        <div className="row">
          <Button type="submit" icon={History} busy={busy}>
            {busy ? 'Putting it back…' : 'Go on from it'}
          </Button>
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
