/** The sign-in duty: the front door of the event. Staffed behind the PIN; without a steward it serves people itself, or waits. */
import { useQuery } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import { USUAL_DOOR } from '../../../shared/domain/door.ts'
import { mayAct } from '../../../shared/domain/fact.ts'
import { useApi } from '../../api.tsx'
import { lazyPage } from '../../components/late.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { Locked } from './locked.tsx'
import { OpenDesk } from './open-desk.tsx'
import './sign-in.css'
import './little-room.css'

const RollCallRoom = lazyPage(async () => (await import('./roll-call/roll-call-room.tsx')).RollCallRoom)
const SelfService = lazyPage(async () => (await import('./self-service/self-service.tsx')).SelfService)

export function SignInDuty({ state }: { state: StationState }) {
  const { api } = useApi()
  // A door that cannot say how it works still lets people in.
  const asked = useQuery(api.signIn.door.queryOptions())
  const door = asked.data ?? (asked.error === null ? null : USUAL_DOOR)
  if (door === null) return <Waiting />
  return (
    <Switch>
      <Route path="/roll-call">
        <RollCallRoom state={state} />
      </Route>
      <Route>
        {mayAct(state.role, 'steward') ? (
          <OpenDesk state={state} door={door} />
        ) : door.mode === 'self-service' ? (
          <SelfService state={state} door={door} />
        ) : (
          <Locked state={state} door={door} />
        )}
      </Route>
    </Switch>
  )
}
