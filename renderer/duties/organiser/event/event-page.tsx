/** The event this tablet is for, what delegates are told of their information, and what must not be kept for long. */
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import { nextBoardInWords } from '../../../../shared/domain/pack-remarks.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { daysInWords } from '../../../words/days.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { Facts } from '../record/facts.tsx'
import { PageHead, Tabs } from '../shell.tsx'
import { EVENT_TABS } from './event-tabs.ts'
import { NeedsKept } from './needs-kept.tsx'

export function EventPage({ pack }: { pack: EventPack }) {
  const [reading, setReading] = useState(false)
  return (
    <>
      <PageHead title="Event" line={pack.name}>
        <Tabs name="Event and tablet" tabs={EVENT_TABS} />
      </PageHead>
      <div className="organiser-halves columns one-upright top gap-5">
        <section className="card organiser-card pad stack gap-3" aria-labelledby="facts-title">
          <h2 id="facts-title">What it is</h2>
          <Facts
            facts={[
              { name: 'Where', value: pack.venue, wide: true },
              { name: 'When', value: daysInWords(pack.dates.from, pack.dates.to), wide: true },
              { name: 'Hosts', value: pack.hosts.map(({ name }) => name).join('\n'), wide: true },
              { name: 'Strategy', value: pack.strategy.name, wide: true },
              {
                name: 'Followed up by',
                value: [pack.strategy.board, nextBoardInWords(pack.strategy.nextBoard)]
                  .filter(Boolean)
                  .join('; next: '),
                wide: true,
              },
              { name: 'Starts every ref', value: pack.code },
              { name: 'Tables', value: String(openOf(pack.tables).length) },
            ]}
          />
        </section>
        <div className="stack">
          <section className="card organiser-card pad stack gap-3" aria-labelledby="privacy-title">
            <h2 id="privacy-title">Privacy notice</h2>
            <p className="muted">What delegates can read before they type.</p>
            <div className="row">
              <Button look="ghost" icon={ShieldCheck} onClick={() => setReading(true)}>
                Read the privacy notice
              </Button>
            </div>
          </section>
          <NeedsKept />
        </div>
      </div>
      {reading ? <PrivacyNotice pack={pack} onClose={() => setReading(false)} /> : null}
    </>
  )
}

function PrivacyNotice({ pack: { privacy }, onClose }: { pack: EventPack; onClose: () => void }) {
  return (
    <Dialog
      title="About your information"
      roomy
      onClose={onClose}
      foot={
        <Button safe onClick={onClose}>
          Close
        </Button>
      }
    >
      <Facts
        facts={[
          { name: 'Who decides how it is used', value: privacy.controller, wide: true },
          { name: 'What it is used for', value: privacy.purpose, wide: true },
          { name: 'The lawful basis', value: privacy.lawfulBasis, wide: true },
          { name: 'Who receives it', value: privacy.recipients, wide: true },
          { name: 'How long it is kept', value: privacy.retention, wide: true },
          { name: 'Your rights', value: privacy.rights, wide: true },
          { name: 'Where to write', value: privacy.contact, wide: true },
        ]}
      />
    </Dialog>
  )
}
