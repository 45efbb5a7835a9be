/** What becomes of people's information, in full, as the event pack says: before they type, while they type, and at the desk. */
import type { EventPack } from '../../shared/domain/event-pack.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Reading } from './reading.tsx'

const TITLE = 'About your information'

export function PrivacyDialog({ pack: { privacy }, onClose }: { pack: EventPack; onClose: () => void }) {
  const parts = [
    ['Who decides how it is used', privacy.controller],
    ['What it is used for', privacy.purpose],
    ['The lawful basis', privacy.lawfulBasis],
    ['Who receives it', privacy.recipients],
    ['How long it is kept', privacy.retention],
    ['Your rights', privacy.rights],
    ['Where to write', privacy.contact],
  ] as const
  return (
    <Dialog
      title={TITLE}
      roomy
      onClose={onClose}
      foot={
        <Button safe onClick={onClose}>
          Close
        </Button>
      }
    >
      <Reading name={TITLE}>
        <dl className="notice">
          {parts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Reading>
    </Dialog>
  )
}
