/** Not built yet. */
import type { StationState } from '../../../shared/contract/station.ts'

export function SignInDuty({ state }: { state: StationState }) {
  return <p>{state.phase}</p>
}
