/** The roll call: who is in the building, and who has been accounted for. Behind the PIN, one touch from any door. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, History } from 'lucide-react'
import { useEffect } from 'react'
import { Link, useSearch } from 'wouter'
import type { StationState } from '../../../../shared/contract/station.ts'
import { mayAct } from '../../../../shared/domain/fact.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Waiting } from '../../../components/no-station.tsx'
import { Bar, Heading, Page } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { UnlockForm } from '../../../components/unlock.tsx'
import { Calling } from './calling.tsx'
import { Earlier } from './earlier.tsx'
import { Summary } from './summary.tsx'
import { usePlace } from './use-place.ts'
import './roll-call.css'

export function RollCallRoom({ state }: { state: StationState }) {
  const see = new URLSearchParams(useSearch()).get('see')
  const unlocked = mayAct(state.role, 'steward')
  const station = state.station?.name ?? ''
  return (
    <div className="sign-in-room fill stack gap-0 roll-room">
      <Bar
        lead={
          <Link href="/" className="btn quiet">
            <ArrowLeft className="icon" aria-hidden />
            {unlocked ? 'Back to the desk' : 'Back'}
          </Link>
        }
        title={
          <span className="sign-in-cut">
            Roll call<span className="if-wide"> · {station}</span>
          </span>
        }
      >
        {!unlocked || see === 'earlier' ? null : (
          <Link href="/roll-call?see=earlier" className="btn quiet">
            <History className="icon" aria-hidden />
            Earlier roll calls
          </Link>
        )}
      </Bar>
      {unlocked ? <Unlocked see={see} state={state} /> : <Locked rehearsal={state.rehearsal} />}
    </div>
  )
}

function Unlocked({ see, state }: { see: string | null; state: StationState }) {
  const { api } = useApi()
  const event = useQuery(api.station.event.queryOptions())
  if (event.data === undefined)
    return event.error === null ? <Waiting /> : <Sentence tone="bad">{sentenceOf(event.error)}</Sentence>
  if (see === 'earlier') return <Earlier />
  if (see !== null) return <Summary key={see} rollCall={see} pack={event.data} state={state} />
  return <Calling pack={event.data} state={state} />
}

function Locked({ rehearsal }: { rehearsal: boolean }) {
  const [, move] = usePlace()
  // Another steward may open it next: whoever ticks says who they are.
  useEffect(() => move({ joined: false }), [move])
  return (
    <Page width="narrow" centred>
      <div className="pad-wide stack gap-5 card">
        <Heading>Roll call</Heading>
        <p className="muted">
          Who is in the building now, to tick off one by one. It opens with the steward PIN and needs no network.
        </p>
        <UnlockForm role="steward" rehearsal={rehearsal} />
      </div>
    </Page>
  )
}
