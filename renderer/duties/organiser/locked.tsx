/** The organiser's side while nobody has opened it: calm, says what is behind it, and asks for the passphrase. */
import { useQuery } from '@tanstack/react-query'
import { Settings } from 'lucide-react'
import { useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { daysInWords } from '../../words/days.ts'
import { Bar, Heading, Page } from '../../components/page.tsx'
import { UnlockForm } from '../../components/unlock.tsx'

export function Locked({ state }: { state: StationState }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const pack = useQuery(api.station.event.queryOptions()).data
  return (
    <>
      <Bar title={state.station?.name} saved>
        <Button look="quiet" icon={Settings} onClick={() => go('/staff')}>
          Staff
        </Button>
      </Bar>
      <Page width="narrow" centred>
        <div className="card organiser-locked stack gap-5">
          <div className="beside gap-5">
            <img src="/icon.svg" alt="" width="88" height="88" />
            <div className="stack gap-1">
              {pack === undefined ? null : (
                <p className="muted">
                  {pack.name}
                  <br />
                  {daysInWords(pack.dates.from, pack.dates.to)}
                </p>
              )}
              <Heading>For the organiser</Heading>
            </div>
          </div>
          <p className="muted">
            Lists, corrections and the action plan. It locks itself when nobody has used it for fifteen minutes.
          </p>
          <UnlockForm role="organiser" rehearsal={state.rehearsal} />
        </div>
      </Page>
    </>
  )
}
