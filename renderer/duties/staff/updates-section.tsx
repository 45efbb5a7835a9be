/** Where an update begins: closed until staff open it, so that neither its code nor any stick is read before. */
import { HardDriveDownload } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { Button } from '../../components/button.tsx'

const Updates = lazy(async () => ({ default: (await import('./updates.tsx')).Updates }))

/** Nothing where the host takes no updates: in a browser, or where IT trusts nobody’s. */
export function UpdatesSection({ state }: { state: StationState }) {
  const [open, setOpen] = useState(false)
  if (!state.host.takesUpdates) return null
  return (
    <section className="stack close" aria-labelledby="updates-title">
      <h2 id="updates-title">A newer version</h2>
      {state.rehearsal ? (
        <p className="muted">
          This is a rehearsal. Leave it first; then a newer version can be installed from a stick.
        </p>
      ) : open ? (
        <Suspense>
          <Updates />
        </Suspense>
      ) : (
        <>
          <p className="muted">
            A newer Pledge Kiosk comes on a USB stick from whoever looks after the tablets. Put it in, then look.
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
