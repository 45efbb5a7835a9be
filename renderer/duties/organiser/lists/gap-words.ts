/** What an entry lacks, in two words: where it would stand, and among the filters. Pure. */
import { actionGaps, type ActionView } from '../../../../shared/domain/action.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'

export const GAP_WORDS = {
  owner: 'No owner',
  date: 'No date',
  measure: 'No measure',
  priority: 'No priority',
} as const
type Gap = keyof typeof GAP_WORDS

/** As the list of actions looks for them. */
export function gapsOf(action: ActionView, pack: Pick<EventPack, 'priorities'>): Gap[] {
  const gaps = actionGaps(action).map((gap): Gap => (gap === 'timescale' ? 'date' : gap))
  return pack.priorities.some(({ id }) => id === action.priority) ? gaps : [...gaps, 'priority']
}
