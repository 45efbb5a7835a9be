/** The desk while nobody is at it: calm, says what it is for, and asks for the steward's PIN. */
import { useQuery } from '@tanstack/react-query'
import { Siren } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import type { DoorSettings } from '../../../shared/domain/door.ts'
import { useApi } from '../../api.tsx'
import { Bar, Heading, Page } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { UnlockForm } from '../../components/unlock.tsx'
import { useScanner } from '../../components/use-scanner.ts'
import { useForgetDesk } from './use-desk.ts'

export function Locked({ state, door }: { state: StationState; door: DoorSettings }) {
  const { api } = useApi()
  const event = useQuery(api.station.event.queryOptions())
  const [scanned, setScanned] = useState(0)
  const forget = useForgetDesk()
  useEffect(forget, [forget])
  // A badge held before a locked desk must not be tried as the PIN.
  useScanner(() => setScanned((count) => count + 1), true, door.scanner)
  return (
    <>
      <Bar title={state.station?.name} saved>
        {/* In an emergency nobody looks for the right page: one touch, then the PIN. */}
        <Link href="/roll-call" className="btn quiet">
          <Siren className="icon" aria-hidden />
          Roll call
        </Link>
      </Bar>
      <Page width="narrow" centred>
        <div className="pad-wide stack gap-5 card">
          <div className="beside gap-6">
            <img src="/icon.svg" alt="" width="88" height="88" />
            <div className="stack gap-1">
              <p className="sign-in-locked-event">{event.data?.name}</p>
              <Heading>Sign-in</Heading>
            </div>
          </div>
          <p className="muted">
            This desk is for stewards. It opens with the PIN, and locks itself when nobody has used it for ten minutes.
          </p>
          {scanned === 0 ? null : (
            <Sentence key={scanned} tone="warn">
              The badge was read, but this desk is locked, so nobody was signed in. Unlock it, then scan again.
            </Sentence>
          )}
          <UnlockForm role="steward" rehearsal={state.rehearsal} />
        </div>
      </Page>
    </>
  )
}
