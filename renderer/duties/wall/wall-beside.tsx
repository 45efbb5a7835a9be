/** The wall in a window of its own, whatever this tablet’s duty is: a second screen or a projector that nobody touches. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api.tsx'
import { isLockedOut } from '../../client.ts'
import { LinkNeeded } from '../../components/no-station.tsx'
import { EmptyWall } from './empty-wall.tsx'
import { WallDuty } from './wall-duty.tsx'

/** Before there is an event, or while its data cannot be had, it is only calm: what to do stands on the tablet. */
export function WallBeside() {
  const { api } = useApi()
  const state = useQuery(api.station.state.queryOptions())
  if (isLockedOut(state.error)) return <LinkNeeded />
  if (state.data?.phase !== 'ready') return <EmptyWall />
  return (
    <>
      {state.data.rehearsal ? (
        <aside className="banner" aria-label="Rehearsal">
          <b>REHEARSAL</b>
          <span>Invented people. Nothing here counts.</span>
        </aside>
      ) : null}
      <WallDuty beside />
    </>
  )
}
