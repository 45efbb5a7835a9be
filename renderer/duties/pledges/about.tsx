/** What anyone may read before they type: corporate parenting in a minute, and what becomes of their information. */
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

/** Long text that the keyboard can scroll; it comes first, so that the dialog opens at its beginning. */
function Reading({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="pledges-reading" tabIndex={0} role="region" aria-label={name}>
      {children}
    </div>
  )
}

type Props = { pack: EventPack; onClose: () => void }

export function ExplanationDialog({ pack: { explanation }, onClose }: Props) {
  return (
    <Dialog title={explanation.title} roomy onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      <Reading name={explanation.title}>
        {explanation.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Reading>
    </Dialog>
  )
}

export function PrivacyDialog({ pack: { privacy }, onClose }: Props) {
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
    <Dialog title="About your information" roomy onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      <Reading name="About your information">
        <dl className="pledges-notice">
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
