/** What can be chosen to narrow a list by, from the event and from what is on the tablet. */
import { useQuery } from '@tanstack/react-query'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { NONE } from '../../../../shared/domain/list.ts'
import { useApi } from '../../../api.tsx'
import { workshopsOf } from '../../../words/workshop.ts'
import { GAP_WORDS } from './gap-words.ts'
import type { Choice, Choices } from './filter-words.ts'

const none = (label: string): Choice => ({ value: NONE, label })

const standings: readonly Choice[] = [
  { value: 'live', label: 'Current' },
  { value: 'withdrawn', label: 'Withdrawn' },
]
const presences: readonly Choice[] = [
  { value: 'expected', label: 'Not here yet' },
  { value: 'here', label: 'Here' },
  { value: 'left', label: 'Left' },
]

/** `of`: whose organisations can be chosen among. */
export function useChoices(pack: EventPack, of: 'delegates' | 'pledges' | 'actions' | 'ideas'): Choices {
  const { api } = useApi()
  const organisations = useQuery(api.plan.organisations.queryOptions({ input: { of } })).data ?? []
  return {
    type: pack.pledgeTypes.map(({ id, title }) => ({ value: id, label: title })),
    status:
      of === 'delegates'
        ? [
            { value: 'listed', label: 'On the list' },
            { value: 'withdrawn', label: 'Taken off the list' },
          ]
        : standings,
    presence: presences,
    priority: [
      none('No priority'),
      ...pack.priorities.map(({ id, label, title }) => ({ value: id, label: `${label}: ${title}` })),
    ],
    sector: [none('Sector not known'), ...pack.sectors.map(({ id, name }) => ({ value: id, label: name }))],
    session: workshopsOf(pack).map(({ id, title }) => ({ value: id, label: title })),
    table: pack.tables.map(({ id, name }) => ({ value: id, label: name })),
    question: pack.programme
      .flatMap(({ questions }) => questions)
      .map(({ id, words }) => ({ value: id, label: words })),
    organisation: [none('No organisation'), ...organisations.map((name) => ({ value: name, label: name }))],
    gaps: Object.entries(GAP_WORDS).map(([value, label]) => ({ value, label })),
  }
}
