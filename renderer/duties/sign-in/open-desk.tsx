/** The desk while a steward is at it: its bar, its scanner, and its three pages (the door, a walk-in, one person). */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Lock, Settings, Users } from 'lucide-react'
import { useState } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { Bar } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useLock } from '../../components/use-lock.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { describe } from './answers.ts'
import { Door } from './door.tsx'
import { Person } from './person.tsx'
import { useDesk } from './use-desk.ts'
import { useNow } from './use-now.ts'
import { WalkIn } from './walk-in.tsx'

/** The desk locks itself after this long without a touch. Seconds. */
const QUIET = 600

export function OpenDesk({ state }: { state: StationState }) {
  const { api } = useApi()
  const endRole = useLock()
  const event = useQuery(api.station.event.queryOptions())
  const counts = useQuery(api.signIn.counts.queryOptions())
  const desk = useDesk()
  const now = useNow()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState<DelegateView | null>(null)
  const [fault, setFault] = useState<string>()
  const [, go] = useLocation()
  const station = state.station?.name ?? ''

  useScanner((scanned) => void desk.scan(scanned))

  const lock = async () => {
    try {
      await endRole()
    } catch (error) {
      setFault(sentenceOf(error))
    }
  }
  const open = (delegate: DelegateView) => {
    setOpened(delegate)
    go('/person')
  }
  const pack = event.data
  const context = { now, station, event: pack?.code ?? '' }
  const shown = desk.shown === null ? null : { ...desk.shown, words: describe(desk.shown.answer, context), now }

  return (
    <div className="sign-in-room">
      <Bar
        title={
          <span className="sign-in-title">
            <span className="sign-in-cut">Sign-in · {station}</span>
            <Chip tone="ok" icon={CircleCheck}>
              <span className="sign-in-roomy">Everything saved on this tablet</span>
              <span className="sign-in-tight">Saved</span>
            </Chip>
          </span>
        }
      >
        {counts.data === undefined ? null : (
          <Chip icon={Users}>
            {counts.data.here} of {counts.data.delegates} here
          </Chip>
        )}
        <Link href="/staff" className="btn quiet">
          <Settings className="icon" aria-hidden />
          Staff
        </Link>
        <Button look="quiet" icon={Lock} onClick={() => void lock()}>
          Lock
        </Button>
      </Bar>
      {fault === undefined ? null : <Sentence tone="bad">{fault}</Sentence>}
      <div className="unseen" aria-live="assertive">
        {shown === null ? null : <p key={shown.serial}>{shown.words.spoken}</p>}
      </div>
      {pack === undefined ? (
        event.error === null ? (
          <Waiting />
        ) : (
          <Sentence tone="bad">{sentenceOf(event.error)}</Sentence>
        )
      ) : (
        <Switch>
          <Route path="/walk-in">
            <WalkIn
              desk={desk}
              shown={shown}
              pack={pack}
              now={now}
              search={text}
              onSearched={() => setText('')}
              onLeave={() => go('/')}
            />
          </Route>
          <Route path="/person">
            {opened === null ? (
              <Redirect to="/" />
            ) : (
              <Person key={opened.id} desk={desk} shown={shown} pack={pack} delegate={opened} onLeave={() => go('/')} />
            )}
          </Route>
          <Route>
            <Door
              desk={desk}
              shown={shown}
              pack={pack}
              now={now}
              counts={counts.data}
              text={text}
              onText={setText}
              onOpen={open}
              onWalkIn={() => go('/walk-in')}
            />
          </Route>
        </Switch>
      )}
      <IdleGuard quiet={QUIET} onIdle={() => void lock()} />
    </div>
  )
}
