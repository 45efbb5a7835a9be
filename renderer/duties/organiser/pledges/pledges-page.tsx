/** Every pledge, a line each, the latest first; the whole of the chosen one stands beside them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { pledgeList, type PledgeView } from '../../../../shared/domain/pledge.ts'
import { useApi } from '../../../api.tsx'
import { LeafDot } from '../../../components/leaf-dot.tsx'
import { shortDay } from '../../../words/days.ts'
import { timeOf } from '../../../words/times.ts'
import { whoInOrder } from '../../../words/who.ts'
import { Lacking, Nothing } from '../lists/cells.tsx'
import { useChoices } from '../lists/choices.ts'
import type { Column } from '../lists/lines.tsx'
import { ListPage } from '../lists/list-page.tsx'
import { lineReference, searchWords, shownReference, spokenName } from '../lists/reference-search.ts'
import { tellingLabel } from '../lists/priority-words.ts'
import { useList } from '../lists/use-list.ts'
import { PaperMark } from '../record/from-paper.tsx'
import { pledgesWords } from '../today/today-words.ts'
import { PledgePanel } from './pledge-panel.tsx'
import { howManyWords, servedBy, typeOf } from './pledge-words.ts'

const columnsOf = (pack: EventPack): readonly Column<PledgeView>[] => [
  { sort: 'reference', className: 'lines-ref', cell: ({ reference }) => lineReference(reference) },
  {
    sort: 'wording',
    className: 'lines-what',
    cell: (pledge) => {
      const type = typeOf(pack, pledge.type)
      return (
        <span className="lines-words">
          {type === undefined ? null : <LeafDot leaf={type.leaf} icon={type.icon} small />}
          {pledge.status === 'withdrawn' ? <span className="chip warn lines-mark">Withdrawn</span> : null}
          <PaperMark origin={pledge.origin} />
          <span className="lines-cut">{pledge.wording}</span>
        </span>
      )
    },
  },
  { sort: 'who', className: 'lines-who', cell: (pledge) => whoInOrder(pledge) || <Nothing /> },
  {
    sort: 'quantity',
    className: 'lines-some if-roomy',
    cell: (pledge) => howManyWords(pack, pledge) || <Nothing />,
  },
  {
    sort: 'due',
    className: 'lines-when',
    cell: ({ due }) => (due === null ? <Lacking gap="date" /> : shortDay(due)),
  },
  {
    sort: 'priority',
    className: 'lines-gap',
    cell: (pledge) => {
      const served = servedBy(pack, pledge)
      return served === undefined ? <Lacking gap="priority" /> : tellingLabel(served, pack.priorities)
    },
  },
  { sort: 'made', className: 'lines-when if-roomy', cell: ({ made }, now) => timeOf(made, now) },
]

export function PledgesPage({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const state = useList(pledgeList)
  const choices = useChoices(pack, 'pledges')
  const overview = useQuery(api.plan.overview.queryOptions()).data
  const { listing, query } = state
  const input = { ...query, ...listing.page, search: searchWords(listing.search, pack.code) }
  const found = useQuery(api.pledges.list.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <ListPage
      title="Pledges"
      name="Pledges"
      line={
        overview === undefined
          ? undefined
          : `${pledgesWords(overview.pledges)}${overview.pledgesWithdrawn === 0 ? '' : `, ${overview.pledgesWithdrawn} withdrawn`}`
      }
      noun={{ one: 'pledge', many: 'pledges' }}
      search={{ label: 'Search the pledges', hint: 'Words, name or ref' }}
      state={state}
      found={found}
      choices={choices}
      columns={columnsOf(pack)}
      spoken={({ reference, wording }) => spokenName(shownReference(pack.code, reference), wording)}
      none={
        <p>
          {overview === undefined || overview.pledgesWithdrawn === 0
            ? 'The first pledge is still to come.'
            : 'Every pledge so far was withdrawn.'}
        </p>
      }
      detail={(pledge, chosen, head) => (
        <PledgePanel key={pledge.id} pledge={pledge} pack={pack} head={head} onChanged={chosen.changed} />
      )}
    />
  )
}
