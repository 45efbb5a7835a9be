/** The app: which page this tablet shows now, by the station's state, its duty, and the address. */
import { useQuery } from '@tanstack/react-query'
import { Route, Switch, useLocation, useRoute } from 'wouter'
import type { StationState } from '../shared/contract/station.ts'
import type { Duty } from '../shared/domain/duty.ts'
import { assertNever } from '../shared/domain/never.ts'
import { useApi } from './api.tsx'
import { isLockedOut } from './client.ts'
import { RehearsalBanner } from './components/rehearsal-banner.tsx'
import { Fetched, lazyPage } from './components/late.tsx'
import { LinkNeeded, Unreachable, Waiting } from './components/no-station.tsx'
import { useFieldInView } from './components/use-field-in-view.ts'
import { usePressGuard } from './components/presses/use-press-guard.ts'
import { usePresence } from './components/use-presence.ts'
import { WarningStrip } from './components/warnings/warning-strip.tsx'

// A tablet has one duty: it loads that one, and the others when somebody changes it.
const SetUp = lazyPage(async () => (await import('./duties/setup/set-up.tsx')).SetUp)
const Refused = lazyPage(async () => (await import('./duties/setup/refused.tsx')).Refused)
const Opening = lazyPage(async () => (await import('./duties/setup/opening.tsx')).Opening)
const LockedData = lazyPage(async () => (await import('./duties/setup/locked-data.tsx')).LockedData)
const SignInDuty = lazyPage(async () => (await import('./duties/sign-in/sign-in-duty.tsx')).SignInDuty)
const PledgesDuty = lazyPage(async () => (await import('./duties/pledges/pledges-duty.tsx')).PledgesDuty)
const WorkshopDuty = lazyPage(async () => (await import('./duties/workshop/workshop-duty.tsx')).WorkshopDuty)
const WallDuty = lazyPage(async () => (await import('./duties/wall/wall-duty.tsx')).WallDuty)
const WallBeside = lazyPage(async () => (await import('./duties/wall/wall-beside.tsx')).WallBeside)
const OrganiserDuty = lazyPage(async () => (await import('./duties/organiser/organiser-duty.tsx')).OrganiserDuty)
const StaffRoom = lazyPage(async () => (await import('./duties/staff/staff-room.tsx')).StaffRoom)

const WayOutPage = lazyPage(async () => (await import('./components/way-out/way-out-page.tsx')).WayOutPage)
const SheetPage = lazyPage(async () => (await import('./duties/staff/sheet-page.tsx')).SheetPage)

export function App() {
  const { api } = useApi()
  const state = useQuery(api.station.state.queryOptions())
  const [isWall] = useRoute('/wall')
  usePresence(state.data?.role ?? 'delegate')
  usePressGuard()
  useFieldInView()
  if (isWall)
    return (
      <Fetched>
        <WallBeside />
      </Fetched>
    )
  if (state.data === undefined)
    return state.error === null ? <Waiting /> : isLockedOut(state.error) ? <LinkNeeded /> : <Unreachable />
  return (
    <>
      {state.data.rehearsal ? <RehearsalBanner /> : null}
      <WarningStrip warnings={state.data.warnings} />
      <Fetched>
        <Shown state={state.data} />
      </Fetched>
    </>
  )
}

function Shown({ state }: { state: StationState }) {
  const [, go] = useLocation()
  const leaveSheet = () => go(state.role === 'organiser' ? '/organiser/event/tablet' : '/', { replace: true })
  switch (state.phase) {
    case 'refused':
      return <Refused state={state} />
    case 'opening':
      return <Opening broughtUp={state.broughtUp} />
    case 'locked':
      return <LockedData platform={state.platform} />
    case 'new':
      return <SetUp state={state} />
    case 'ready':
      return (
        <Switch>
          <Route path="/staff/*?">
            <StaffRoom state={state} />
          </Route>
          <Route path="/way-out">
            <WayOutPage once={false} />
          </Route>
          <Route path="/way-out/once">
            <WayOutPage once />
          </Route>
          <Route path="/recovery-sheet">
            <SheetPage state={state} onLeave={leaveSheet} />
          </Route>
          <Route>
            <AtDuty duty={state.station?.duty ?? 'pledges'} state={state} />
          </Route>
        </Switch>
      )
  }
}

function AtDuty({ duty, state }: { duty: Duty; state: StationState }) {
  switch (duty) {
    case 'sign-in':
      return <SignInDuty state={state} />
    case 'pledges':
      return <PledgesDuty />
    case 'workshop':
      return <WorkshopDuty state={state} />
    case 'wall':
      return <WallDuty />
    case 'organiser':
      return <OrganiserDuty state={state} />
    default:
      return assertNever(duty)
  }
}
