/** What becomes of their information, in full, before and while they type. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'

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
    <Dialog title={TITLE} roomy onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      <div className="self-reading" tabIndex={0} role="region" aria-label={TITLE}>
        <dl className="self-notice">
          {parts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
