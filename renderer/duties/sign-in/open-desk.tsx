/** The desk while a steward is at it: its bar, its scanner, and its pages. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, LayoutGrid, Lock, Siren, Users } from 'lucide-react'
import { type ComponentType, useEffect, useState } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { DoorSettings } from '../../../shared/domain/door.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { lazyPage, Nothing } from '../../components/late.tsx'
import { Otherwise } from '../../components/not-here.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { Bar } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useLock } from '../../components/use-lock.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { playSound } from '../../components/play-sound.ts'
import { describe } from './answers.ts'
import { AnswerStrip, type Shown } from './answer-card.tsx'
import type { DeskPage } from './desk-page.ts'
import { Door } from './door.tsx'
import { Person } from './person.tsx'
import { useDesk } from './use-desk.ts'
import { useGoOn } from './use-go-on.ts'
import { useNow } from '../../components/use-now.ts'
import { WalkIn } from './walk-in.tsx'

const BadgeOnSignIn = lazyPage(async () => (await import('./badges/badge-on-sign-in.tsx')).BadgeOnSignIn, Nothing)
const PrintBadges = lazyPage(async () => (await import('./badges/print-badges.tsx')).PrintBadges, Nothing)
// The door is what has to be quick; the pages behind it come when they are wanted. One line a page.
const PAGES: readonly { path: string; Page: ComponentType<DeskPage> }[] = [
  {
    path: '/arrivals',
    Page: lazyPage(async () => (await import('./arrivals/arrivals-page.tsx')).ArrivalsPage),
  },
  { path: '/numbers', Page: lazyPage(async () => (await import('./numbers/numbers-page.tsx')).NumbersPage) },
  { path: '/badges', Page: lazyPage(async () => (await import('./badges/badges-page.tsx')).BadgesPage) },
  { path: '/paper/*?', Page: lazyPage(async () => (await import('./paper/paper-page.tsx')).PaperPage) },
  { path: '/more', Page: lazyPage(async () => (await import('./more/more-page.tsx')).MorePage) },
  { path: '/door', Page: lazyPage(async () => (await import('./door/door-page.tsx')).DoorPage) },
]

/** The desk locks itself after this long without a touch. Seconds. */
const QUIET = 600

export function OpenDesk({ state, door }: { state: StationState; door: DoorSettings }) {
  const { api } = useApi()
  const endRole = useLock()
  const event = useQuery(api.station.event.queryOptions())
  const counts = useQuery(api.signIn.counts.queryOptions())
  const desk = useDesk()
  const now = useNow()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState<DelegateView | null>(null)
  const [printing, setPrinting] = useState<{ serial: number; delegate: string } | null>(null)
  const [error, setError] = useState<string>()
  const [path, go] = useLocation()
  const goOn = useGoOn()
  const station = state.station?.name ?? ''

  // On the page of its settings a scanner is only tried.
  useScanner((scanned, _pace, capsLock) => void desk.scan(scanned, { capsLock }), path !== '/door', door.scanner, {
    onUnclear: (scanned) => desk.show({ code: 'unread', text: scanned }),
  })

  const lock = async () => {
    try {
      await endRole()
    } catch (cause) {
      setError(sentenceOf(cause))
    }
  }
  /** Back to the door; some pages do it when they are answered. */
  const leaveFrom = (page: string) => () => goOn(page, '/')
  const open = (delegate: DelegateView) => {
    setOpened(delegate)
    go('/person')
  }
  const pack = event.data
  const context = { now, station, event: pack?.code ?? '' }
  const shown = desk.shown === null ? null : { ...desk.shown, words: describe(desk.shown.answer, context), now }

  // A badge may be scanned on any page behind the door: what came before the page was opened is no news there.
  const before = useAtPage(path, shown?.serial)
  const print = ({ id }: DelegateView) => setPrinting((last) => ({ serial: (last?.serial ?? 0) + 1, delegate: id }))
  useSoundOf(shown, door.sound)

  return (
    <div className="sign-in-room fill stack gap-0">
      <Bar
        title={
          <span className="sign-in-title row">
            <span className="sign-in-cut">Sign-in · {station}</span>
            <Chip tone="ok" icon={CircleCheck}>
              <span className="if-widest">Everything saved on this tablet</span>
              <span className="if-not-widest">Saved</span>
            </Chip>
          </span>
        }
      >
        {counts.data === undefined ? null : (
          <span className="if-wide">
            <Chip icon={Users}>
              {counts.data.here} of {counts.data.delegates} here
            </Chip>
          </span>
        )}
        <Link href="/roll-call" className="btn quiet">
          <Siren className="icon" aria-hidden />
          Roll call
        </Link>
        <Link href="/more" className="btn quiet">
          <LayoutGrid className="icon" aria-hidden />
          More
        </Link>
        <Button look="quiet" icon={Lock} onClick={() => void lock()}>
          Lock
        </Button>
      </Bar>
      {error === undefined ? null : <Sentence tone="bad">{error}</Sentence>}
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
              onLeave={leaveFrom('/walk-in')}
            />
          </Route>
          <Route path="/person">
            {opened === null ? (
              <Redirect to="/" />
            ) : (
              <Person
                key={opened.id}
                desk={desk}
                shown={shown}
                pack={pack}
                delegate={opened}
                onBadge={print}
                onLeave={leaveFrom('/person')}
              />
            )}
          </Route>
          {PAGES.map(({ path: place, Page }) => (
            <Route key={place} path={place}>
              {shown === null || shown.serial === before ? null : (
                <div className="sign-in-beside">
                  <AnswerStrip key={shown.serial} shown={shown} />
                </div>
              )}
              <Page
                state={state}
                door={door}
                pack={pack}
                now={now}
                desk={desk}
                onOpen={open}
                onLeave={leaveFrom(place.replace('/*?', ''))}
              />
            </Route>
          ))}
          <Route>
            <Otherwise homes={['/']} way={{ to: '/', label: 'To the desk' }} within="bar">
              <Door
                desk={desk}
                shown={shown}
                pack={pack}
                now={now}
                counts={counts.data}
                text={text}
                onText={setText}
                onOpen={open}
                onBadge={print}
                onWalkIn={() => go('/walk-in')}
              />
            </Otherwise>
          </Route>
        </Switch>
      )}
      <BadgeOnSignIn shown={desk.shown} entries={desk.entries} door={door} />
      {printing === null ? null : (
        <PrintBadges
          key={printing.serial}
          delegates={[printing.delegate]}
          layout={door.badges.layout}
          why="alone"
          onDone={(outcome) => {
            setPrinting(null)
            setError(outcome.code === 'failed' ? outcome.sentence : undefined)
          }}
        />
      )}
      <IdleGuard quiet={QUIET} onIdle={() => void lock()} />
    </div>
  )
}

/** What `serial` was when this page was come to. */
function useAtPage(path: string, serial: number | undefined): number | undefined {
  const [page, setPage] = useState({ path, serial })
  if (page.path !== path) setPage({ path, serial })
  return page.path === path ? page.serial : serial
}

/** Each answer is heard once, also the same one twice; what stood there before the desk was opened is old news. */
function useSoundOf(shown: Shown | null, sound: boolean): void {
  const [before] = useState(shown?.serial)
  const serial = shown?.serial
  const heard = shown?.words.sound ?? null
  useEffect(() => {
    if (sound && heard !== null && serial !== before) playSound(heard)
    // The sound belongs to the answer with this serial; what else changes about it is not heard again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [serial])
}
