/** Asks for the organiser passphrase once more, which the copy that leaves the tablet is sealed with. */
import { HardDriveDownload } from 'lucide-react'
import { useApi } from '../../../api.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { SecretForm } from '../../../components/secret-form.tsx'
import { useSecret } from '../../../components/use-secret.ts'

export function SaveCopy({ onClose, onMade }: { onClose: () => void; onMade: (file: File) => Promise<void> }) {
  const { client } = useApi()
  const { form } = useSecret({
    name: 'organiser passphrase',
    ask: (passphrase) => client.station.saveCopy({ passphrase }),
    onOpen: ({ file }) => onMade(file),
  })
  return (
    <Dialog title="Save a copy elsewhere" onClose={onClose}>
      <SecretForm
        form={form}
        label="Organiser passphrase"
        hint="The copy is sealed with it. You need it again to put the copy back."
        icon={HardDriveDownload}
        words={{ button: 'Save the copy', busy: 'Making it…' }}
        cancel={{ words: 'Cancel', onCancel: onClose }}
      >
        <p>
          Everything on this tablet goes into one file, for a stick or the council’s own drive. Whoever finds it can
          read nothing of it without the passphrase.
        </p>
      </SecretForm>
    </Dialog>
  )
}
