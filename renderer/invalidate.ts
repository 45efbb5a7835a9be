/** Asks again for answers that are out of date. */
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Answers with what asks again for every answer whose key `isStale` names, where a page shows it.
 *
 * An answer that is still on its way may have been made before what was published. Where an older one is on screen the library calls
 * it back; the first one it lets arrive and takes for fresh, so that one is asked for once more as soon as it is there.
 */
export function createInvalidator(queries: QueryClient): (isStale: (key: QueryKey) => boolean) => void {
  const waitedFor = new WeakSet<Query>()
  const askAfter = async (query: Query): Promise<void> => {
    if (waitedFor.has(query)) return
    waitedFor.add(query)
    await query.promise?.catch(() => undefined)
    waitedFor.delete(query)
    await queries.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
  return (isStale) => {
    const predicate = ({ queryKey }: Query) => isStale(queryKey)
    const onTheWay = queries.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' })
    for (const query of onTheWay) if (query.state.data === undefined) void askAfter(query)
    void queries.invalidateQueries({ predicate })
  }
}
