/** The roll calls that are over, the latest first. */
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, History } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { RollCallView } from '../../../../shared/contract/roll-call.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { IdleGuard } from '../../../components/idle-guard.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Dock, Heading } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useLock } from '../../../components/use-lock.ts'
import { timeOf } from '../../../words/times.ts'
import { useNow } from '../../../components/use-now.ts'
import { countOf } from './words.ts'

const MOST = 100
const QUIET = 600

export function Earlier() {
  const { api } = useApi()
  const earlier = useQuery(api.rollCall.earlier.queryOptions({ input: { limit: MOST } }))
  const [error, setError] = useState<string>()
  const endRole = useLock()
  const now = useNow()
  return (
    <>
      <main className="sign-in-page stack gap-4 narrow roll-earlier">
        <Heading>Earlier roll calls</Heading>
        {error === undefined ? null : <Sentence tone="bad">{error}</Sentence>}
        {earlier.data === undefined ? (
          earlier.error === null ? (
            <Waiting />
          ) : (
            <Sentence tone="bad">{sentenceOf(earlier.error)}</Sentence>
          )
        ) : earlier.data.total === 0 ? (
          <div className="card empty">
            <History className="icon" aria-hidden />
            <h2>None so far</h2>
            <p>A roll call is listed here once it has ended.</p>
          </div>
        ) : (
          <ul className="card lined">
            {earlier.data.items.map((view) => (
              <Line key={view.id} view={view} now={now} />
            ))}
          </ul>
        )}
        {earlier.data !== undefined && earlier.data.total > MOST ? (
          <p className="muted">
            These are the latest {countOf(MOST)} of {countOf(earlier.data.total)}.
          </p>
        ) : null}
      </main>
      <Dock>
        <Link href="/roll-call" className="btn ghost">
          Back to the roll call
        </Link>
      </Dock>
      <IdleGuard
        quiet={QUIET}
        onIdle={() => void endRole().catch((refused: unknown) => setError(sentenceOf(refused)))}
      />
    </>
  )
}

function Line({ view, now }: { view: RollCallView; now: Date }) {
  const { ended } = view
  return (
    <li>
      <Link href={`/roll-call?see=${view.id}`} className="roll-earlier-line ring-inside beside gap-6">
        <b>{timeOf(view.started, now)}</b>
        <span className="grow">
          {ended === null
            ? ''
            : ended.knew.toFind === 0
              ? `Everybody accounted for: ${countOf(ended.knew.accounted)}`
              : `${countOf(ended.knew.accounted)} accounted for, ${countOf(ended.knew.toFind)} not`}
          <span className="small muted">
            {view.by}, {view.station}
          </span>
        </span>
        <ChevronRight className="icon" aria-hidden />
      </Link>
    </li>
  )
}
