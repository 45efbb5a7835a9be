/** When something was written down, and whether that can be believed. */
import { useQuery } from '@tanstack/react-query'
import { isOnItsDays } from '../../../../shared/domain/event-days.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { timeOf } from '../../../words/times.ts'

/** `09:41`, or `1 Jan 2050, 09:41 (no day of the event)`. In a rehearsal every day is the day. */
export function useEventTime(pack: EventPack): (at: string) => string {
  const { api } = useApi()
  const isRehearsal = useQuery(api.station.state.queryOptions()).data?.rehearsal ?? false
  return (at) => `${timeOf(at, new Date())}${isRehearsal || isOnItsDays(at, pack) ? '' : ' (no day of the event)'}`
}
