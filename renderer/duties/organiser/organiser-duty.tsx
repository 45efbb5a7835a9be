/** Not built yet. */
import type { StationState } from '../../../shared/contract/station.ts'

export function OrganiserDuty({ state }: { state: StationState }) {
  return <p>{state.phase}</p>
}
