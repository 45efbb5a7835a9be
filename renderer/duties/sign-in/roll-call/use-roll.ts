/** Everybody on a roll call, read once and then kept fresh by what changed since. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import { useApi } from '../../../api.tsx'
import { NO_ROLL, type Roll, withLatest } from './roll.ts'

const keyOf = (rollCall: string | null) => [['rollCall', 'people'], { rollCall }]

/** Without a roll call: whoever is here now. `put` writes what the station answered about one person straight into it. */
export function useRoll(rollCall: string | null) {
  const { client } = useApi()
  const queries = useQueryClient()
  const key = keyOf(rollCall)
  const query = useQuery<Roll>({
    queryKey: key,
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      const cursor = queries.getQueryData<Roll>(key)?.cursor ?? null
      const first = await client.rollCall.people({ rollCall, cursor }, { signal })
      const items = [...first.items]
      for (let from = first.next; from !== null;) {
        const page = await client.rollCall.people({ rollCall, from }, { signal })
        items.push(...page.items)
        from = page.next
      }
      return withLatest(queries.getQueryData<Roll>(key) ?? NO_ROLL, { ...first, items })
    },
  })
  const put = (id: string, person: RollCallPerson | null) =>
    queries.setQueryData<Roll>(key, (roll) =>
      roll === undefined
        ? roll
        : withLatest(roll, {
            cursor: roll.cursor,
            whole: false,
            items: person === null ? [] : [person],
            gone: person === null ? [id] : [],
          }),
    )
  return { roll: query.data, error: query.error, put }
}
