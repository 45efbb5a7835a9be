/** Every pledge, the latest first: found by words, by kind, and by whether it still stands. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { useApi } from '../../../api.tsx'
import { Chip } from '../../../components/chip.tsx'
import { LeafDot } from '../../../components/leaf-dot.tsx'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { searchWords, shownReference, spokenName } from '../lists/reference-search.ts'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { Narrow, Segments } from '../../../components/lists/segments.tsx'
import { type Status, STATUSES, statusOf } from '../lists/status.ts'
import { useListing } from '../../../components/lists/use-listing.ts'
import { useOpened } from '../lists/use-opened.ts'
import { UnderLines } from '../lists/under-lines.tsx'
import { PageHead } from '../shell.tsx'
import { pledgesWords } from '../today/today-words.ts'
import { PledgeDialog } from './pledge-dialog.tsx'
import { byWhenWords, howManyWords, typeOf, whoseWords } from './pledge-words.ts'

const COLUMNS = [
  { heading: 'Ref', className: 'list-ref-column' },
  { heading: 'Pledge' },
  { heading: 'Who', className: 'list-quarter' },
  { heading: 'How many, by when', className: 'list-when-column if-wide' },
]
const ANY = ''

export function PledgesPage({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const asked = new URLSearchParams(useSearch()).get('type')
  const listing = useListing()
  const [type, setType] = useState(() => typeOf(pack, asked ?? '')?.id ?? ANY)
  const [status, setStatus] = useState<Status>('live')
  const overview = useQuery(api.plan.overview.queryOptions()).data
  const input = {
    ...listing.page,
    search: searchWords(listing.search, pack.code),
    type: type === ANY ? null : type,
    status: statusOf(status),
  }
  const found = useQuery(api.pledges.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const { shown, open, close } = useOpened(found.data?.items)
  const narrow = (next: { type?: string; status?: Status }) => {
    if (next.type !== undefined) setType(next.type)
    if (next.status !== undefined) setStatus(next.status)
    listing.restart()
  }
  return (
    <>
      <PageHead
        title="Pledges"
        line={
          overview === undefined
            ? undefined
            : `${pledgesWords(overview.pledges)}${overview.pledgesWithdrawn === 0 ? '' : `, ${overview.pledgesWithdrawn} withdrawn`}`
        }
      />
      <div className="row">
        <SearchBox label="Search the pledges" hint="Words, name or ref" value={listing.typed} onText={listing.type} />
        <Narrow
          label="Kind of pledge"
          value={type}
          onChange={(next) => narrow({ type: next })}
          options={[
            { value: ANY, label: 'Every kind' },
            ...pack.pledgeTypes.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Segments
          name="Which pledges to show"
          value={status}
          onChange={(next) => narrow({ status: next })}
          options={STATUSES}
        />
      </div>
      <RecordList
        name="Pledges"
        noun={{ one: 'pledge', many: 'pledges' }}
        listing={listing}
        found={found}
        narrowed={listing.search !== '' || type !== ANY || status === 'withdrawn'}
        onWiden={() => {
          listing.type('')
          narrow({ type: ANY, status: 'all' })
        }}
        columns={COLUMNS}
        none={
          <p>
            {overview === undefined || overview.pledgesWithdrawn === 0
              ? 'The first pledge is still to come.'
              : 'Every pledge so far was withdrawn.'}
          </p>
        }
      >
        {(pledge) => <PledgeRow key={pledge.id} pledge={pledge} pack={pack} onOpen={() => open(pledge)} />}
      </RecordList>
      {shown === null ? null : (
        <PledgeDialog key={shown.id} pledge={shown} pack={pack} onChanged={open} onClose={close} />
      )}
    </>
  )
}

function PledgeRow({ pledge, pack, onOpen }: { pledge: PledgeView; pack: EventPack; onOpen: () => void }) {
  const type = typeOf(pack, pledge.type)
  const { who, more } = whoseWords(pledge)
  const reference = shownReference(pack.code, pledge.reference)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="list-open" aria-label={spokenName(reference, pledge.wording)} onClick={onOpen}>
          {reference}
        </button>
      </th>
      <td>
        <span className="organiser-kind beside top">
          {type === undefined ? null : <LeafDot leaf={type.leaf} icon={type.icon} small />}
          <span className="grow">
            <span className="list-clip two-lines">{pledge.wording}</span>
            <span className="list-under muted tiny two-lines">{type?.title ?? pledge.type}</span>
          </span>
          {pledge.status === 'withdrawn' ? <Chip tone="warn">Withdrawn</Chip> : null}
        </span>
      </td>
      <td>
        <span className="list-clip two-lines">{who}</span>
        <UnderLines lines={[more, pledge.area]} />
      </td>
      <td className="if-wide">
        {howManyWords(pack, pledge) || <span className="muted">–</span>}
        <span className="list-under muted tiny two-lines">{byWhenWords(pledge)}</span>
      </td>
    </tr>
  )
}
