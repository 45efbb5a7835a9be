/** Where an update begins: closed until staff open it, so that no code of it, no stick and no server is read before. */
import { HardDriveDownload } from 'lucide-react'
import { useState } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { Button } from '../../components/button.tsx'
import { lazyPage, Nothing } from '../../components/late.tsx'

const Updates = lazyPage(async () => (await import('./updates.tsx')).Updates, Nothing)

/** Nothing where the host takes no updates: in a browser, or where IT trusts nobody’s. */
export function UpdatesSection({ state }: { state: StationState }) {
  const [open, setOpen] = useState(false)
  if (!state.platform.takesUpdates) return null
  return (
    <section className="stack gap-3" aria-labelledby="updates-title">
      <h2 id="updates-title">A newer version</h2>
      {state.rehearsal ? (
        <p className="muted">This is a rehearsal. Leave it first; then a newer version can be installed.</p>
      ) : open ? (
        <Updates />
      ) : (
        <>
          <p className="muted">
            A newer Pledge Kiosk comes from whoever looks after the tablets: on a USB stick, or over the network where
            they have set that up. If you were given a stick, put it in. Then look.
          </p>
          <div className="row">
            <Button look="ghost" icon={HardDriveDownload} onClick={() => setOpen(true)}>
              Look for an update
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
