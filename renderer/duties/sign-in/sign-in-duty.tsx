/** The sign-in duty: the front door of the event. Locked until a steward opens it; then the staffed desk. */
import type { StationState } from '../../../shared/contract/station.ts'
import { mayAct } from '../../../shared/domain/fact.ts'
import { Locked } from './locked.tsx'
import { OpenDesk } from './open-desk.tsx'
import './sign-in.css'

export function SignInDuty({ state }: { state: StationState }) {
  return mayAct(state.role, 'steward') ? <OpenDesk state={state} /> : <Locked state={state} />
}
