/** Asks again for all that a change to who is who has made old. */
import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api.tsx'

export function useRefreshPeople(): () => Promise<void> {
  const { api } = useApi()
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      [api.people, api.signIn, api.pledges, api.workshops, api.plan].map((of) =>
        queries.invalidateQueries({ queryKey: of.key() }),
      ),
    )
  }
}
