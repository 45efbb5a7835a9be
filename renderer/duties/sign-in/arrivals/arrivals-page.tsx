/** Who came and went, the latest first: to look somebody up, sign them out as they leave, or in as they come back. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ArrowLeft, LogOut, UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { Segments } from '../../../components/lists/segments.tsx'
import { useListing } from '../../../components/lists/use-listing.ts'
import { Dock, Heading } from '../../../components/page.tsx'
import type { DeskPage } from '../desk-page.ts'
import { tableWords } from '../../../words/programme.ts'
import { timeOf } from '../../../words/times.ts'
import '../../../components/lists/lists.css'

const WHO = [
  { value: 'all', label: 'All who came' },
  { value: 'here', label: 'Here now' },
  { value: 'left', label: 'Left' },
] as const
type Who = (typeof WHO)[number]['value']

export function ArrivalsPage({ pack, now, desk, onOpen, onLeave }: DeskPage) {
  const { api } = useApi()
  const listing = useListing()
  const [who, setWho] = useState<Who>('all')
  const found = useQuery({
    ...api.signIn.arrivals.queryOptions({
      input: { ...listing.page, search: listing.search, presence: who === 'all' ? null : who },
    }),
    placeholderData: keepPreviousData,
  })
  const choose = (next: Who) => {
    setWho(next)
    listing.restart()
  }
  return (
    <>
      <main className="sign-in-page stack gap-4">
        <Heading>Arrivals</Heading>
        <div className="row">
          <SearchBox
            label="Search the arrivals"
            hint="Name or organisation"
            value={listing.typed}
            onText={listing.type}
          />
          <Segments name="Who is listed" value={who} options={WHO} onChange={choose} />
        </div>
        <RecordList
          name="Arrivals"
          noun={{ one: 'person', many: 'people' }}
          listing={listing}
          found={found}
          narrowed={who !== 'all' || listing.search !== ''}
          onWiden={() => {
            choose('all')
            listing.type('')
          }}
          columns={[
            { heading: 'Name', className: 'list-third' },
            { heading: 'Organisation' },
            { heading: 'Now', className: 'sign-in-now-column' },
            { heading: 'Do', className: 'sign-in-do-column' },
          ]}
          none={<p>Nobody has come yet. Whoever signs in stands here, the latest first.</p>}
        >
          {(delegate) => (
            <tr key={delegate.id}>
              <th scope="row">
                <button type="button" className="list-open" onClick={() => onOpen(delegate)}>
                  {delegate.name}
                </button>
              </th>
              <td>
                {delegate.organisation}
                {delegate.table === '' ? null : (
                  <span className="list-under muted tiny two-lines">Table {tableWords(pack, delegate.table)}</span>
                )}
              </td>
              <td>
                <b>{delegate.presence === 'here' ? 'Here' : 'Left'}</b> {delegate.presence === 'here' ? 'since' : 'at'}{' '}
                {timeOf(delegate.since ?? '', now)}
                <span className="list-under muted tiny two-lines">{delegate.atStation}</span>
              </td>
              <td>
                <Step delegate={delegate} desk={desk} />
              </td>
            </tr>
          )}
        </RecordList>
      </main>
      <Dock>
        <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
          Back to the desk
        </Button>
      </Dock>
    </>
  )
}

/** Someone may have been taken off the list after they came: then there is nothing to do here. */
function Step({ delegate, desk }: { delegate: DelegateView; desk: DeskPage['desk'] }) {
  if (delegate.withdrawn) return null
  const here = delegate.presence === 'here'
  return (
    <Button
      look="ghost"
      className="sign-in-do"
      icon={here ? LogOut : UserRoundCheck}
      aria-label={`${here ? 'Sign out' : 'Sign in again'}: ${delegate.name}`}
      onClick={() => void (here ? desk.signOut(delegate.id) : desk.signIn(delegate.id))}
    >
      {here ? 'Sign out' : 'Sign in'}
    </Button>
  )
}
