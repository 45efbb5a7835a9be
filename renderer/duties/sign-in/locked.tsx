/** The desk while nobody is at it: calm, says what it is for, and asks for the steward's PIN. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Bar, Heading, Page } from '../../components/page.tsx'
import { UnlockForm } from '../../components/unlock.tsx'
import { useForgetDesk } from './use-desk.ts'

export function Locked({ state }: { state: StationState }) {
  const { api } = useApi()
  const event = useQuery(api.station.event.queryOptions())
  const forget = useForgetDesk()
  useEffect(forget, [forget])
  return (
    <>
      <Bar title={state.station?.name} saved />
      <Page width="narrow" centred>
        <div className="sign-in-locked card">
          <img src="/icon.svg" alt="" width="88" height="88" />
          <div className="stack tight">
            <p className="sign-in-locked-event">{event.data?.name}</p>
            <Heading>Sign-in</Heading>
            <p className="muted">
              This desk is for stewards. It opens with the PIN, and locks itself when nobody has used it for ten
              minutes.
            </p>
          </div>
          <UnlockForm role="steward" rehearsal={state.rehearsal} />
        </div>
      </Page>
    </>
  )
}
