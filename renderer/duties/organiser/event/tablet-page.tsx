/** This tablet: its name, its duty, its backups, and whether everything on it is whole. */
import { LockKeyhole } from 'lucide-react'
import type { StationState } from '../../../../shared/contract/station.ts'
import { Button } from '../../../components/button.tsx'
import { PageHead, Tabs } from '../shell.tsx'
import { Backups } from './backups.tsx'
import { ClockCard } from './clock-card.tsx'
import { EVENT_TABS } from './event-tabs.ts'
import { LOCK_WORDS } from './event-words.ts'
import { Soundness } from '../../../components/soundness.tsx'
import { SecretsCard } from './secrets-card.tsx'
import { Tablet } from './tablet.tsx'

export function TabletPage({ state, onLock }: { state: StationState; onLock: () => void }) {
  return (
    <>
      <PageHead title="This tablet" line={state.station?.name}>
        <Tabs name="Event and tablet" tabs={EVENT_TABS} />
      </PageHead>
      <div className="organiser-halves columns one-upright top gap-5 even">
        <div className="stack gap-5">
          <Tablet state={state} />
          <section className="card organiser-card pad stack gap-3" aria-labelledby="lock-title">
            <h2 id="lock-title">Leaving it alone?</h2>
            <div className="row">
              <span className="muted grow">It locks itself after fifteen quiet minutes.</span>
              <Button look="ghost" icon={LockKeyhole} onClick={onLock}>
                Lock this tablet
              </Button>
            </div>
          </section>
          <SecretsCard rehearsal={state.rehearsal} />
        </div>
        <div className="stack">
          <Backups />
          <section className="card organiser-card pad stack gap-3" aria-labelledby="data-lock-title">
            <h2 id="data-lock-title">How it is locked</h2>
            <p className="muted">{LOCK_WORDS[state.key]}</p>
          </section>
          <ClockCard />
          <Soundness className="card organiser-card pad stack gap-3" />
        </div>
      </div>
    </>
  )
}
