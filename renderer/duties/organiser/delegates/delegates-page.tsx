/** Everyone on the list, a line each: found by name, organisation, service area, role or e-mail, and by whether they are here. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Combine, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { delegateList, type DelegateView } from '../../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { UndrawnOnList } from '../../../components/undrawn/undrawn-on-list.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { sectorName } from '../../../words/programme.ts'
import { Nothing } from '../lists/cells.tsx'
import { useChoices } from '../lists/choices.ts'
import type { Column } from '../lists/lines.tsx'
import { ListPage } from '../lists/list-page.tsx'
import { useList } from '../lists/use-list.ts'
import { DelegatePanel } from './delegate-panel.tsx'
import { PresenceMark } from './presence-mark.tsx'

const columnsOf = (pack: EventPack): readonly Column<DelegateView>[] => [
  { sort: 'name', className: 'lines-name', cell: ({ name }) => name },
  {
    sort: 'organisation',
    className: 'lines-what',
    cell: ({ organisation, area }) => organisation || area || <Nothing />,
  },
  { sort: 'role', className: 'lines-who if-roomy', cell: ({ role }) => role || <Nothing /> },
  { sort: 'sector', className: 'lines-who if-roomy', cell: ({ sector }) => sectorName(pack, sector) || <Nothing /> },
  { sort: 'table', className: 'lines-some', cell: ({ table }) => table || <Nothing /> },
  {
    heading: 'Here?',
    className: 'lines-here',
    cell: (delegate, now) => <PresenceMark delegate={delegate} now={now} />,
  },
]

export function DelegatesPage({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const state = useList(delegateList)
  const choices = useChoices(pack, 'delegates')
  const [forgotten, setForgotten] = useState<string>()
  const counts = useQuery(api.signIn.counts.queryOptions()).data
  const { listing, query } = state
  const input = { ...query, ...listing.page, search: listing.search }
  const found = useQuery(api.signIn.list.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <ListPage
      title="Delegates"
      name="Delegates"
      line={
        counts === undefined || counts.delegates === 0
          ? undefined
          : `${countWords(counts.here)} here of ${countWords(counts.delegates)}${counts.walkIns === 0 ? '' : `, ${countWords(counts.walkIns)} added at the door`}`
      }
      noun={{ one: 'person', many: 'people' }}
      search={{ label: 'Search the delegates', hint: 'Name, organisation or e-mail' }}
      state={state}
      found={found}
      choices={choices}
      columns={columnsOf(pack)}
      spoken={({ name }) => name}
      extra={
        <>
          <Button look="ghost" icon={Combine} onClick={() => go('/organiser/delegates/alike')}>
            Twice on the list?
          </Button>
          <Button icon={FileUp} onClick={() => go('/organiser/delegates/import')}>
            Import a list
          </Button>
        </>
      }
      said={
        <>
          {forgotten === undefined ? null : (
            <Sentence tone="ok">{forgotten} is forgotten. Export anew what you exported before.</Sentence>
          )}
          <UndrawnOnList />
        </>
      }
      none={
        <>
          <p>Nobody is on the list yet.</p>
          <Button icon={FileUp} onClick={() => go('/organiser/delegates/import')}>
            Import a list of delegates
          </Button>
          <p className="small">People who just turn up are added at the sign-in desk.</p>
        </>
      }
      detail={(delegate, chosen, head) => (
        <DelegatePanel
          key={delegate.id}
          delegate={delegate}
          pack={pack}
          head={head}
          onChanged={(changed) => {
            setForgotten(undefined)
            chosen.changed(changed)
          }}
          onForgotten={(name) => {
            // Their name would stand on in the search.
            listing.type('')
            chosen.clear()
            setForgotten(name)
          }}
        />
      )}
    />
  )
}
