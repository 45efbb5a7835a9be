/** Every idea, a line each, the latest first. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ideaList, type IdeaView } from '../../../../shared/domain/action.ts'
import { PaperMark } from '../record/from-paper.tsx'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { timeOf } from '../../../words/times.ts'
import { whoInOrder } from '../../../words/who.ts'
import { Nothing } from '../lists/cells.tsx'
import { useChoices } from '../lists/choices.ts'
import type { Column } from '../lists/lines.tsx'
import { ListPage } from '../lists/list-page.tsx'
import { lineReference, searchWords, shownReference, spokenName } from '../lists/reference-search.ts'
import { useList } from '../lists/use-list.ts'
import { tableName } from '../record/history-words.ts'
import { IdeaPanel } from './idea-panel.tsx'
import type { WorkshopsProps } from './workshops-props.ts'

const columnsOf = (pack: EventPack): readonly Column<IdeaView>[] => [
  { sort: 'reference', className: 'lines-ref', cell: ({ reference }) => lineReference(reference) },
  {
    sort: 'text',
    className: 'lines-what',
    cell: ({ status, text, origin }) => (
      <span className="lines-words">
        {status === 'withdrawn' ? <span className="chip warn lines-mark">Withdrawn</span> : null}
        <PaperMark origin={origin} />
        <span className="lines-cut">{text}</span>
      </span>
    ),
  },
  { sort: 'who', className: 'lines-who', cell: (idea) => whoInOrder(idea) || <Nothing /> },
  { sort: 'place', className: 'lines-some', cell: ({ table }) => tableName(pack, table) },
  { sort: 'made', className: 'lines-when if-roomy', cell: ({ made }, now) => timeOf(made, now) },
]

export function IdeasList({ pack, ...page }: WorkshopsProps) {
  const { api } = useApi()
  const state = useList(ideaList)
  const choices = useChoices(pack, 'ideas')
  const { listing, query } = state
  const input = { ...query, ...listing.page, search: searchWords(listing.search, pack.code) }
  const found = useQuery(api.workshops.listIdeas.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <ListPage
      {...page}
      name="Ideas"
      noun={{ one: 'idea', many: 'ideas' }}
      search={{ label: 'Search the ideas', hint: 'Words, name or ref' }}
      state={state}
      found={found}
      choices={choices}
      columns={columnsOf(pack)}
      spoken={({ reference, text }) => spokenName(shownReference(pack.code, reference), text)}
      none={<p>No table has put up an idea yet.</p>}
      detail={(idea, chosen, head) => (
        <IdeaPanel key={idea.id} idea={idea} pack={pack} head={head} onChanged={chosen.changed} />
      )}
    />
  )
}
