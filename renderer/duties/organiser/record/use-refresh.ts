/** Asks again for what a change of ours has made old, at once, without waiting to be told of it. */
import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api.tsx'

/** Resolves once the lists of `of`, the overview and the histories are up to date. */
export function useRefresh(of: 'signIn' | 'pledges' | 'workshops'): () => Promise<void> {
  const { api } = useApi()
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: api[of].key() }),
      queries.invalidateQueries({ queryKey: api.plan.key() }),
    ])
  }
}
