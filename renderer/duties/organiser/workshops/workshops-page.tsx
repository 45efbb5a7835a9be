/** What the tables wrote: actions on one side, ideas on the other. */
import { useQuery } from '@tanstack/react-query'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { Tabs } from '../shell.tsx'
import { actionsWords } from '../today/today-words.ts'
import { ActionsList } from './actions-list.tsx'
import { IdeasList } from './ideas-list.tsx'

const TABS = [
  { to: '/organiser/workshops', label: 'Actions' },
  { to: '/organiser/workshops/ideas', label: 'Ideas' },
]

export function WorkshopsPage({ pack, show }: { pack: EventPack; show: 'actions' | 'ideas' }) {
  const { api } = useApi()
  const overview = useQuery(api.plan.overview.queryOptions()).data
  const page = {
    pack,
    title: show === 'actions' ? 'Actions of the workshops' : 'Ideas of the workshops',
    line:
      overview === undefined
        ? undefined
        : `${actionsWords(overview.actions)}${overview.actionsWithGaps === 0 ? '' : `, ${countWords(overview.actionsWithGaps)} with gaps`}; ${countWords(overview.ideas)} ${overview.ideas === 1 ? 'idea' : 'ideas'}`,
    extra: <Tabs name="Workshops" tabs={TABS} />,
  }
  return show === 'actions' ? <ActionsList {...page} /> : <IdeasList {...page} />
}
