/** The event this tablet is for, and the tablet itself: its name, its duty, its backups, and what must not be kept for long. */
import { LockKeyhole } from 'lucide-react'
import type { StationState } from '../../../../shared/contract/station.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { PageHead } from '../shell.tsx'
import { Backups } from './backups.tsx'
import { EventFacts } from './event-facts.tsx'
import { NeedsKept } from './needs-kept.tsx'
import { Soundness } from './soundness.tsx'
import { Tablet } from './tablet.tsx'

export function EventPage({ pack, state, onLock }: { pack: EventPack; state: StationState; onLock: () => void }) {
  return (
    <>
      <PageHead title="Event and tablet" line={pack.name}>
        <Button look="ghost" icon={LockKeyhole} onClick={onLock}>
          Lock this tablet
        </Button>
      </PageHead>
      <div className="organiser-halves even">
        <div className="stack">
          <EventFacts pack={pack} />
          <NeedsKept />
        </div>
        <div className="stack">
          <Tablet state={state} />
          <Backups />
          <Soundness />
        </div>
      </div>
    </>
  )
}
