/** A page with nothing but the question at the way out. It asks one person after another for as long as it stands. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Settings } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '../../api.tsx'
import { Button } from '../button.tsx'
import { IdleGuard } from '../idle-guard.tsx'
import { Unreachable, Waiting } from '../no-station.tsx'
import { Bar, Heading, Page } from '../page.tsx'
import { WayOutQuestion } from './way-out-question.tsx'

/** How long the thanks stand before the next person is asked. Milliseconds. */
const THANKS_STAND = 3_000
/** Who came here from the tablet’s own page and has gone. Seconds. */
const QUIET = 30

/** `once`: somebody came here from the tablet’s own page, and it goes back there; else it stays, as staff have left it. */
export function WayOutPage({ once }: { once: boolean }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const [person, setPerson] = useState(0)
  const [isAnswered, setAnswered] = useState(false)
  const event = useQuery(api.station.event.queryOptions({ staleTime: Infinity }))
  const leave = () => go('/', { replace: true })
  useEffect(() => {
    if (!isAnswered) return undefined
    const timer = setTimeout(() => {
      if (once) {
        go('/', { replace: true })
        return
      }
      setAnswered(false)
      setPerson((before) => before + 1)
    }, THANKS_STAND)
    return () => clearTimeout(timer)
  }, [isAnswered, once, go])
  if (event.data === undefined) return event.error === null ? <Waiting /> : <Unreachable />
  const { wayOut, name } = event.data
  return (
    <>
      <Bar
        title={<span className="if-wide">{name}</span>}
        lead={
          once ? (
            <Button look="quiet" icon={ArrowLeft} onClick={leave}>
              Back
            </Button>
          ) : undefined
        }
      >
        {once ? null : (
          <Button look="quiet" icon={Settings} onClick={() => go('/staff')}>
            Staff
          </Button>
        )}
      </Bar>
      <Page centred width="narrow" className="way-out-page">
        <Heading>{wayOut?.question ?? 'Nothing is asked at this event'}</Heading>
        {wayOut === undefined ? (
          <p>The event’s pack has no question for the way out.</p>
        ) : (
          <>
            <p className="muted">One touch is enough. Nobody knows that it was you.</p>
            <WayOutQuestion key={person} asked={wayOut} questionUnseen onAnswered={() => setAnswered(true)} />
          </>
        )}
      </Page>
      {once ? <IdleGuard quiet={QUIET} onIdle={leave} kept={false} /> : null}
    </>
  )
}
