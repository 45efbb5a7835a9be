/** Everyone on the list: found by name, organisation, service area, role or e-mail, and by whether they are here. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Combine, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DelegateView, Presence } from '../../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { UndrawnOnList } from '../../../components/undrawn/undrawn-on-list.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { useNow } from '../../../components/use-now.ts'
import { RecordList } from '../../../components/lists/record-list.tsx'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { Segments } from '../../../components/lists/segments.tsx'
import { useListing } from '../../../components/lists/use-listing.ts'
import { useOpened } from '../lists/use-opened.ts'
import { UnderLines } from '../lists/under-lines.tsx'
import { PageHead } from '../shell.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { PresenceMark } from './presence-mark.tsx'

type Shown = Presence | 'all'

const COLUMNS = [
  { heading: 'Name', className: 'list-third' },
  { heading: 'Organisation' },
  { heading: 'Table', className: 'list-short-column if-wide' },
  { heading: 'Here?', className: 'list-mark-column' },
]

export function DelegatesPage({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const now = useNow()
  const listing = useListing()
  const [forgotten, setForgotten] = useState<string>()
  const [presence, setPresence] = useState<Shown>('all')
  const counts = useQuery(api.signIn.counts.queryOptions()).data
  const input = { ...listing.page, search: listing.search, presence: presence === 'all' ? null : presence }
  const found = useQuery(api.signIn.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const { shown, open, close } = useOpened(found.data?.items)
  const show = (delegate: DelegateView) => {
    setForgotten(undefined)
    open(delegate)
  }
  const narrow = (next: Shown) => {
    setPresence(next)
    listing.restart()
  }
  const count = (number: number | undefined) => (number === undefined ? undefined : countWords(number))
  return (
    <>
      <PageHead
        title="Delegates"
        line={
          counts === undefined || counts.delegates === 0
            ? undefined
            : `${countWords(counts.here)} here of ${countWords(counts.delegates)}${counts.walkIns === 0 ? '' : `, ${countWords(counts.walkIns)} of them added at the door`}`
        }
      >
        <Button look="ghost" icon={Combine} onClick={() => go('/organiser/delegates/alike')}>
          Twice on the list?
        </Button>
        <Button icon={FileUp} onClick={() => go('/organiser/delegates/import')}>
          Import a list
        </Button>
      </PageHead>
      {forgotten === undefined ? null : (
        <Sentence tone="ok">{forgotten} is forgotten. Export anew what you exported before.</Sentence>
      )}
      <UndrawnOnList />
      <div className="row">
        <SearchBox
          label="Search the delegates"
          hint="Name, organisation or e-mail"
          value={listing.typed}
          onText={listing.type}
        />
        <Segments
          name="Who to show"
          value={presence}
          onChange={narrow}
          options={[
            { value: 'all', label: 'All' },
            { value: 'expected', label: 'Expected', count: count(counts?.expected) },
            { value: 'here', label: 'Here', count: count(counts?.here) },
            { value: 'left', label: 'Left', count: count(counts?.left) },
          ]}
        />
      </div>
      <RecordList
        name="Delegates"
        noun={{ one: 'person', many: 'people' }}
        listing={listing}
        found={found}
        narrowed={listing.search !== '' || presence !== 'all'}
        onWiden={() => {
          listing.type('')
          narrow('all')
        }}
        columns={COLUMNS}
        none={
          <>
            <p>Nobody is on the list yet.</p>
            <Button icon={FileUp} onClick={() => go('/organiser/delegates/import')}>
              Import a list of delegates
            </Button>
            <p className="small">People who just turn up are added at the sign-in desk.</p>
          </>
        }
      >
        {(delegate) => (
          <tr key={delegate.id}>
            <th scope="row">
              <button type="button" className="list-open" onClick={() => show(delegate)}>
                {delegate.name}
              </button>
            </th>
            <td>
              {delegate.organisation === '' ? <span className="muted">–</span> : delegate.organisation}
              <UnderLines lines={[delegate.area, delegate.role]} />
            </td>
            <td className="if-wide">{delegate.table === '' ? <span className="muted">–</span> : delegate.table}</td>
            <td>
              <PresenceMark delegate={delegate} now={now} />
            </td>
          </tr>
        )}
      </RecordList>
      {shown === null ? null : (
        <DelegateDialog
          key={shown.id}
          delegate={shown}
          pack={pack}
          onChanged={open}
          onForgotten={(name) => {
            // Their name would stand on in the search.
            listing.type('')
            setForgotten(name)
          }}
          onClose={close}
        />
      )}
    </>
  )
}
