/** What the event pack says of the event, and the privacy notice as delegates read it. */
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { daysInWords } from '../../../components/days.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { Facts } from '../record/facts.tsx'

export function EventFacts({ pack }: { pack: EventPack }) {
  const [reading, setReading] = useState(false)
  return (
    <section className="card organiser-card" aria-labelledby="event-title">
      <h2 id="event-title">The event</h2>
      <Facts
        facts={[
          { name: 'Name', value: pack.name, wide: true },
          { name: 'Where', value: pack.venue, wide: true },
          { name: 'When', value: daysInWords(pack.dates.from, pack.dates.to), wide: true },
          { name: 'Hosts', value: pack.hosts.map(({ name }) => name).join('; '), wide: true },
          { name: 'Strategy', value: pack.strategy.name, wide: true },
          { name: 'Followed up by', value: [pack.strategy.board, pack.strategy.nextBoard].filter(Boolean).join(', '), wide: true },
          { name: 'Starts every ref', value: pack.code },
          { name: 'Tables', value: String(pack.tables.length) },
        ]}
      />
      <div className="row">
        <Button look="ghost" icon={ShieldCheck} onClick={() => setReading(true)}>
          Read the privacy notice
        </Button>
      </div>
      {reading ? <PrivacyNotice pack={pack} onClose={() => setReading(false)} /> : null}
    </section>
  )
}

function PrivacyNotice({ pack: { privacy }, onClose }: { pack: EventPack; onClose: () => void }) {
  return (
    <Dialog title="About your information" roomy onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      <p className="muted small">This is what delegates can read before they type.</p>
      <Facts
        facts={[
          { name: 'Who decides how it is used', value: privacy.controller, wide: true },
          { name: 'What it is used for', value: privacy.purpose, wide: true },
          { name: 'The lawful basis', value: privacy.lawfulBasis, wide: true },
          { name: 'Who receives it', value: privacy.recipients, wide: true },
          { name: 'How long it is kept', value: privacy.retention, wide: true },
          { name: 'Their rights', value: privacy.rights, wide: true },
          { name: 'Where to write', value: privacy.contact, wide: true },
        ]}
      />
    </Dialog>
  )
}
