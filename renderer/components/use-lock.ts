/** Ends what staff may do at this screen: the station takes the role back, and nothing of what they saw stays in the page. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '../api.tsx'

/** Takes what only staff may see out of the page's memory; `inactive`: only what no page on the screen has asked for. */
export function useForgetStaff(type: 'all' | 'inactive'): () => void {
  const { api } = useApi()
  const queries = useQueryClient()
  return useCallback(() => {
    for (const held of [
      api.signIn,
      api.paper,
      api.attendance,
      api.badges,
      api.rollCall,
      api.pledges,
      api.workshops,
      api.plan,
      api.followUp,
      api.drafts,
    ])
      queries.removeQueries({ queryKey: held.key(), type })
  }, [api, queries, type])
}

/** Rejects where the station could not be reached; it ends the role by itself after a while. */
export function useLock(): () => Promise<void> {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const forget = useForgetStaff('all')
  return useCallback(async () => {
    await client.staff.lock()
    // First the state, so that the page behind the lock is gone before anything on it asks again and is refused.
    await queries.invalidateQueries({ queryKey: api.station.state.key() })
    forget()
  }, [client, api, queries, forget])
}
