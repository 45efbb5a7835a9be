/** The organiser's duty: behind the passphrase, the day in numbers, every list, corrections, the import and the export. */
import { useQuery } from '@tanstack/react-query'
import { Route, Switch, useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import { mayAct } from '../../../shared/domain/fact.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { lazyPage } from '../../components/late.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { Otherwise } from '../../components/not-here.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useLock } from '../../components/use-lock.ts'
import { Locked } from './locked.tsx'
import { Shell } from './shell.tsx'
import { TodayPage } from './today/today-page.tsx'
import './organiser.css'

// The first page is there at once; every other comes when it is wanted.
const DelegatesPage = lazyPage(async () => (await import('./delegates/delegates-page.tsx')).DelegatesPage)
const PledgesPage = lazyPage(async () => (await import('./pledges/pledges-page.tsx')).PledgesPage)
const WorkshopsPage = lazyPage(async () => (await import('./workshops/workshops-page.tsx')).WorkshopsPage)
const PlanPage = lazyPage(async () => (await import('./plan/plan-page.tsx')).PlanPage)
const ImportPage = lazyPage(async () => (await import('./import/import-page.tsx')).ImportPage)
const AlikePage = lazyPage(async () => (await import('./person/alike-page.tsx')).AlikePage)
const PersonPage = lazyPage(async () => (await import('./person/person-page.tsx')).PersonPage)
const AttendancePage = lazyPage(async () => (await import('./attendance/attendance-page.tsx')).AttendancePage)
const LikeOffersPage = lazyPage(async () => (await import('./follow-up/like-offers-page.tsx')).LikeOffersPage)
const GroupPage = lazyPage(async () => (await import('./follow-up/group-page.tsx')).GroupPage)
const ContactsPage = lazyPage(async () => (await import('./follow-up/contacts-page.tsx')).ContactsPage)
const NumbersPage = lazyPage(async () => (await import('./follow-up/numbers-page.tsx')).NumbersPage)
const CardsPage = lazyPage(async () => (await import('./cards-page.tsx')).CardsPage)
const EventPage = lazyPage(async () => (await import('./event/event-page.tsx')).EventPage)
const EditPage = lazyPage(async () => (await import('./event/edit/edit-page.tsx')).EditPage)
const TabletPage = lazyPage(async () => (await import('./event/tablet-page.tsx')).TabletPage)

/** Nobody has touched it for this long: it asks, and then locks. Seconds. */
const QUIET = 15 * 60

export function OrganiserDuty({ state }: { state: StationState }) {
  return mayAct(state.role, 'organiser') ? <Unlocked state={state} /> : <Locked state={state} />
}

function Unlocked({ state }: { state: StationState }) {
  const { api } = useApi()
  const endRole = useLock()
  const [, go] = useLocation()
  const event = useQuery(api.station.event.queryOptions())
  const pack = event.data
  const lock = async () => {
    await endRole().catch(() => undefined)
    go('/organiser')
  }
  const onLock = () => void lock()
  return (
    <>
      <Shell name={state.station?.name ?? ''} onLock={onLock}>
        {pack === undefined ? (
          event.error === null ? (
            <Waiting />
          ) : (
            <Sentence tone="bad">{sentenceOf(event.error)}</Sentence>
          )
        ) : (
          <Switch>
            <Route path="/organiser/delegates/import">
              <ImportPage pack={pack} />
            </Route>
            <Route path="/organiser/delegates/alike">
              <AlikePage pack={pack} />
            </Route>
            <Route path="/organiser/delegates/person/:id">
              {({ id }) => <PersonPage key={id} id={id} pack={pack} />}
            </Route>
            <Route path="/organiser/delegates">
              <DelegatesPage pack={pack} />
            </Route>
            <Route path="/organiser/attendance">
              <AttendancePage pack={pack} rehearsal={state.rehearsal} />
            </Route>
            <Route path="/organiser/pledges">
              <PledgesPage pack={pack} />
            </Route>
            <Route path="/organiser/workshops/ideas">
              <WorkshopsPage key="ideas" pack={pack} show="ideas" />
            </Route>
            <Route path="/organiser/workshops">
              <WorkshopsPage key="actions" pack={pack} show="actions" />
            </Route>
            <Route path="/organiser/plan">
              <PlanPage pack={pack} rehearsal={state.rehearsal} />
            </Route>
            <Route path="/organiser/follow-up/contacts">
              <ContactsPage pack={pack} rehearsal={state.rehearsal} />
            </Route>
            <Route path="/organiser/follow-up/numbers">
              <NumbersPage pack={pack} rehearsal={state.rehearsal} />
            </Route>
            <Route path="/organiser/follow-up/like/:type/:sector">
              {({ type, sector }) => <GroupPage key={`${type} ${sector}`} pack={pack} type={type} at={sector} />}
            </Route>
            <Route path="/organiser/follow-up">
              <LikeOffersPage pack={pack} />
            </Route>
            <Route path="/organiser/cards/*?">
              <CardsPage pack={pack} rehearsal={state.rehearsal} />
            </Route>
            <Route path="/organiser/event/tablet">
              <TabletPage state={state} onLock={onLock} />
            </Route>
            <Route path="/organiser/event/edit/*?">
              <EditPage pack={pack} />
            </Route>
            <Route path="/organiser/event">
              <EventPage pack={pack} />
            </Route>
            <Route>
              <Otherwise homes={['/', '/organiser']} way={{ to: '/organiser', label: 'To Today' }} within="page">
                <TodayPage pack={pack} warnings={state.warnings} />
              </Otherwise>
            </Route>
          </Switch>
        )}
      </Shell>
      <IdleGuard quiet={QUIET} onIdle={onLock} />
    </>
  )
}
