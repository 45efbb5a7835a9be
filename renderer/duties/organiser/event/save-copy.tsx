/** Asks for the organiser passphrase once more, which the copy that leaves the tablet is sealed with. */
import { HardDriveDownload } from 'lucide-react'
import { useRef } from 'react'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { TextField } from '../../../components/fields.tsx'
import { useSecret } from '../../../components/use-secret.ts'

export function SaveCopy({ onClose, onMade }: { onClose: () => void; onMade: (file: File) => Promise<void> }) {
  const { client } = useApi()
  const made = useRef<File | null>(null)
  const { secret, fault, busy, submit, type } = useSecret({
    name: 'organiser passphrase',
    ask: async (passphrase) => {
      const answer = await client.station.saveCopy({ passphrase })
      if (answer.code !== 'saved') return answer
      made.current = answer.file
      return { code: 'open' }
    },
    onOpen: () => (made.current === null ? undefined : onMade(made.current)),
  })
  return (
    <Dialog title="Save a copy elsewhere" onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>
          Everything on this tablet goes into one file, for a stick or the council’s own drive. Whoever finds it can
          read nothing of it without the passphrase.
        </p>
        <TextField
          label="Organiser passphrase"
          hint="The copy is sealed with it. You need it again to put the copy back."
          error={fault?.words}
          type="password"
          autoComplete="off"
          autoFocus
          maxLength={300}
          value={secret}
          onText={type}
        />
        <div className="row">
          <Button type="submit" icon={HardDriveDownload} busy={busy}>
            {busy ? 'Making it…' : 'Save the copy'}
          </Button>
          <Button look="ghost" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
