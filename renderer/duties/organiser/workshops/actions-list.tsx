/** Every action, a line each, the latest first; what it still lacks stands where it would stand. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { actionGaps, actionList, type ActionView } from '../../../../shared/domain/action.ts'
import { PaperMark } from '../record/from-paper.tsx'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { shortDay } from '../../../words/days.ts'
import { whoInWords } from '../../../words/workshop.ts'
import { Lacking } from '../lists/cells.tsx'
import { useChoices } from '../lists/choices.ts'
import type { Column } from '../lists/lines.tsx'
import { ListPage } from '../lists/list-page.tsx'
import { lineReference, searchWords, shownReference, spokenName } from '../lists/reference-search.ts'
import { tellingLabel } from '../lists/priority-words.ts'
import { useList } from '../lists/use-list.ts'
import { tableName } from '../record/history-words.ts'
import { ActionPanel } from './action-panel.tsx'
import type { WorkshopsProps } from './workshops-props.ts'

const columnsOf = (pack: EventPack): readonly Column<ActionView>[] => [
  { sort: 'reference', className: 'lines-ref', cell: ({ reference }) => lineReference(reference) },
  {
    sort: 'title',
    className: 'lines-what',
    cell: ({ status, title, origin }) => (
      <span className="lines-words">
        {status === 'withdrawn' ? <span className="chip warn lines-mark">Withdrawn</span> : null}
        <PaperMark origin={origin} />
        <span className="lines-cut">{title}</span>
      </span>
    ),
  },
  {
    sort: 'who',
    className: 'lines-who',
    cell: (action) => (actionGaps(action).includes('owner') ? <Lacking gap="owner" /> : whoInWords(action)),
  },
  {
    sort: 'due',
    className: 'lines-when',
    cell: ({ due }) => (due === null ? <Lacking gap="date" /> : shortDay(due)),
  },
  {
    sort: 'measure',
    className: 'lines-gap',
    cell: ({ measure }) => (measure === '' ? <Lacking gap="measure" /> : measure),
  },
  {
    sort: 'priority',
    className: 'lines-gap if-roomy',
    cell: ({ priority }) => {
      const served = pack.priorities.find(({ id }) => id === priority)
      return served === undefined ? <Lacking gap="priority" /> : tellingLabel(served, pack.priorities)
    },
  },
  { sort: 'place', className: 'lines-some if-roomy', cell: ({ table }) => tableName(pack, table) },
]

export function ActionsList({ pack, ...page }: WorkshopsProps) {
  const { api } = useApi()
  const state = useList(actionList)
  const choices = useChoices(pack, 'actions')
  const { listing, query } = state
  const input = { ...query, ...listing.page, search: searchWords(listing.search, pack.code) }
  const found = useQuery(api.workshops.listActions.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <ListPage
      {...page}
      name="Actions"
      noun={{ one: 'action', many: 'actions' }}
      search={{ label: 'Search the actions', hint: 'Words, owner or ref' }}
      state={state}
      found={found}
      choices={choices}
      columns={columnsOf(pack)}
      spoken={({ reference, title }) => spokenName(shownReference(pack.code, reference), title)}
      none={<p>No table has an action on its list yet.</p>}
      detail={(action, chosen, head) => (
        <ActionPanel key={action.id} action={action} pack={pack} head={head} onChanged={chosen.changed} />
      )}
    />
  )
}
