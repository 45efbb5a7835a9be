/** How screens reach the station: the client, its queries, and the way they are kept fresh as things change. */
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { QueryCache, QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { KioskClient } from '../shared/contract/index.ts'
import type { ChangeKind } from '../shared/contract/station.ts'
import { createInvalidator } from './invalidate.ts'
import { isLockedOut, isNotAllowed } from './client.ts'

type Api = { client: KioskClient; api: RouterUtils<KioskClient> }

const ApiContext = createContext<Api | null>(null)

/** The client for doing, and `api` for asking: `useQuery(api.signIn.counts.queryOptions())`. */
export function useApi(): Api {
  const found = useContext(ApiContext)
  if (found === null) throw new Error('useApi outside ApiProvider')
  return found
}

/** Which calls’ answers are out of date when something has changed. */
const STALE: Record<ChangeKind, readonly string[]> = {
  // What the event is called, and what hangs on it, stands on every page.
  station: ['station', 'event', 'signIn', 'wall', 'plan', 'pledges', 'workshops', 'followUp'],
  delegates: ['signIn', 'people', 'paper', 'attendance', 'badges', 'rollCall', 'plan', 'followUp'],
  attendance: ['signIn', 'people', 'paper', 'attendance', 'badges', 'rollCall', 'plan'],
  badges: ['badges'],
  'roll-calls': ['rollCall'],
  pledges: ['pledges', 'people', 'plan', 'followUp', 'cards'],
  actions: ['workshops', 'people', 'plan', 'followUp', 'cards'],
  ideas: ['workshops', 'people', 'plan', 'cards'],
  answers: ['wayOut'],
  drafts: ['drafts'],
}

const RETRY = 1500

/** `state`: the key of what this screen may do now. */
function createQueries(state: QueryKey): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error) {
        // The station has locked this screen: the page asks what it may do now, and goes behind its lock.
        if (isNotAllowed(error)) void queries.invalidateQueries({ queryKey: state })
      },
    }),
    defaultOptions: {
      queries: {
        retry: (count, error) => !isLockedOut(error) && !isNotAllowed(error) && count < 3,
        retryDelay: RETRY,
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queries
}

export function ApiProvider({ client, children }: { client: KioskClient; children: ReactNode }) {
  const value = useMemo(() => ({ client, api: createTanstackQueryUtils(client) }), [client])
  const queries = useMemo(() => createQueries(value.api.station.state.key()), [value])

  useEffect(() => {
    const stop = new AbortController()
    const invalidate = createInvalidator(queries)
    const listen = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        try {
          for await (const changes of await client.station.changes(undefined, { signal: stop.signal })) {
            const stale = new Set(changes.flatMap((change) => STALE[change]))
            invalidate((key) => stale.has(firstOf(key)))
          }
        } catch (error) {
          if (isLockedOut(error)) return
        }
        if (stop.signal.aborted) return
        await new Promise((resolve) => setTimeout(resolve, RETRY))
      }
    }
    void listen()
    return () => stop.abort()
  }, [client, queries])

  return (
    <ApiContext value={value}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext>
  )
}

/** oRPC's keys start with the path of the call: [['signIn', 'counts'], …]. */
function firstOf(key: readonly unknown[]): string {
  const path = key[0]
  return Array.isArray(path) && typeof path[0] === 'string' ? path[0] : ''
}
