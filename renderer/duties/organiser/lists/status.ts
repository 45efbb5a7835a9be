/** Whether pledges, actions and ideas still stand: the ways to narrow their lists. */

export type Status = 'live' | 'withdrawn' | 'all'

export const STATUSES: readonly { value: Status; label: string }[] = [
  { value: 'live', label: 'Current' },
  { value: 'withdrawn', label: 'Withdrawn' },
  { value: 'all', label: 'All' },
]

/** As the station asks for it: null for any. */
export const statusOf = (status: Status): 'live' | 'withdrawn' | null => (status === 'all' ? null : status)
