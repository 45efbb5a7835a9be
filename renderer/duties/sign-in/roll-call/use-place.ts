/** Where this screen was in a roll call, and who ticks here: kept while people look at the desk, over a lock and a reload. */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'

/** `name` is what was last typed here; `joined` once they have said that it is them who tick now. */
const placeSchema = z.object({
  name: z.string(),
  joined: z.boolean(),
  grouping: z.enum(['table', 'sector', 'name']),
  only: z.boolean(),
})
export type Place = z.infer<typeof placeSchema>

const FRESH: Place = { name: '', joined: false, grouping: 'table', only: false }
const KEY = [['desk', 'roll-call']]
const KEPT = 'pledge-kiosk-roll-call'

function kept(): Place {
  try {
    return placeSchema.parse(JSON.parse(sessionStorage.getItem(KEPT) ?? ''))
  } catch {
    return FRESH
  }
}

export function usePlace(): [Place, (change: Partial<Place>) => void] {
  const queries = useQueryClient()
  const { data = FRESH } = useQuery<Place>({
    queryKey: KEY,
    queryFn: skipToken,
    initialData: kept,
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const move = useCallback(
    (change: Partial<Place>) => {
      const next = { ...(queries.getQueryData<Place>(KEY) ?? FRESH), ...change }
      queries.setQueryData<Place>(KEY, next)
      sessionStorage.setItem(KEPT, JSON.stringify(next))
    },
    [queries],
  )
  return [data, move]
}
