/** Says on every screen of a rehearsal that nothing here is real, and leads back. */
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useApi } from '../api.tsx'

export function RehearsalBanner() {
  const { client } = useApi()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const leave = async () => {
    await client.station.leaveRehearsal()
    go('/')
    await queries.resetQueries()
  }
  return (
    <aside className="banner" aria-label="Rehearsal">
      <b>REHEARSAL</b>
      <span>Invented people. Nothing here counts.</span>
      <button type="button" className="no-print" onClick={() => void leave()}>
        Leave the rehearsal
      </button>
    </aside>
  )
}
