/** Every action, the latest first; what it still lacks stands in amber. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { actionGaps, type ActionView } from '../../../../shared/domain/action.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { Chip } from '../../../components/chip.tsx'
import { GAP_QUESTIONS, whoInWords, workshopsOf } from '../../../words/workshop.ts'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { searchWords, shownReference, spokenName } from '../lists/reference-search.ts'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { Narrow, Segments } from '../../../components/lists/segments.tsx'
import { type Status, STATUSES, statusOf } from '../lists/status.ts'
import { useListing } from '../../../components/lists/use-listing.ts'
import { useOpened } from '../lists/use-opened.ts'
import { byWhenWords } from '../pledges/pledge-words.ts'
import { sessionName, tableName } from '../record/history-words.ts'
import { ActionDialog } from './action-dialog.tsx'

const COLUMNS = [
  { heading: 'Ref', className: 'list-ref-column' },
  { heading: 'Action' },
  { heading: 'Lead', className: 'list-quarter' },
  { heading: 'By when', className: 'list-mark-column' },
  { heading: 'Where', className: 'list-mark-column if-wide' },
]
const ANY = ''

export function ActionsList({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const listing = useListing()
  const [session, setSession] = useState(ANY)
  const [status, setStatus] = useState<Status>('live')
  const input = {
    ...listing.page,
    search: searchWords(listing.search, pack.code),
    session: session === ANY ? null : session,
    status: statusOf(status),
  }
  const found = useQuery(api.workshops.listActions.queryOptions({ input, placeholderData: keepPreviousData }))
  const { shown, open, close } = useOpened(found.data?.items)
  const narrow = (next: { session?: string; status?: Status }) => {
    if (next.session !== undefined) setSession(next.session)
    if (next.status !== undefined) setStatus(next.status)
    listing.restart()
  }
  return (
    <>
      <div className="row">
        <SearchBox label="Search the actions" hint="Words, owner or ref" value={listing.typed} onText={listing.type} />
        <Narrow
          label="Workshop"
          value={session}
          onChange={(next) => narrow({ session: next })}
          options={[
            { value: ANY, label: 'Every workshop' },
            ...workshopsOf(pack).map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Segments
          name="Which actions to show"
          value={status}
          onChange={(next) => narrow({ status: next })}
          options={STATUSES}
        />
      </div>
      <RecordList
        name="Actions"
        noun={{ one: 'action', many: 'actions' }}
        listing={listing}
        found={found}
        narrowed={listing.search !== '' || session !== ANY || status === 'withdrawn'}
        onWiden={() => {
          listing.type('')
          narrow({ session: ANY, status: 'all' })
        }}
        columns={COLUMNS}
        none={<p>No table has an action on its list yet.</p>}
      >
        {(action) => <ActionRow key={action.id} action={action} pack={pack} onOpen={() => open(action)} />}
      </RecordList>
      {shown === null ? null : (
        <ActionDialog key={shown.id} action={shown} pack={pack} onChanged={open} onClose={close} />
      )}
    </>
  )
}

function ActionRow({ action, pack, onOpen }: { action: ActionView; pack: EventPack; onOpen: () => void }) {
  const gaps = actionGaps(action)
  const reference = shownReference(pack.code, action.reference)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="list-open" aria-label={spokenName(reference, action.title)} onClick={onOpen}>
          {reference}
        </button>
      </th>
      <td>
        <span className="list-clip two-lines">{action.title}</span>
        {action.status === 'withdrawn' ? <Chip tone="warn">Withdrawn</Chip> : null}
        {gaps.includes('measure') && action.status === 'live' ? (
          <Chip tone="warn" icon={CircleHelp}>
            {GAP_QUESTIONS.measure}
          </Chip>
        ) : null}
      </td>
      <td>
        {gaps.includes('owner') ? (
          <Asked>{GAP_QUESTIONS.owner}</Asked>
        ) : (
          <span className="list-clip two-lines">{whoInWords(action)}</span>
        )}
      </td>
      <td>
        {gaps.includes('timescale') ? (
          <Asked said={action.timescale === '' ? '' : `“${action.timescale}”`}>{GAP_QUESTIONS.timescale}</Asked>
        ) : (
          <span className="list-clip two-lines">{byWhenWords(action)}</span>
        )}
      </td>
      <td className="if-wide">
        {tableName(pack, action.table)}
        <span className="list-under muted tiny two-lines">{sessionName(pack, action.session)}</span>
      </td>
    </tr>
  )
}

/** What is missing is asked, in amber, under what was said instead. */
function Asked({ said = '', children }: { said?: string; children: string }) {
  return (
    <>
      {said === '' ? null : <span className="list-clip two-lines">{said}</span>}
      <Chip tone="warn" icon={CircleHelp}>
        {children}
      </Chip>
    </>
  )
}
