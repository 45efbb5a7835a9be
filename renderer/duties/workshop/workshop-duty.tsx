/** The workshop duty: which session and table this is, and then that table's page. */
import { useQuery } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { Otherwise } from '../../components/not-here.tsx'
import { PlacePage } from './place-page.tsx'
import { TablePage } from './table-page.tsx'
import './workshop.css'

const TABLES = { to: '/', label: 'Choose a table' }

export function WorkshopDuty({ state }: { state: StationState }) {
  const { api } = useApi()
  const pack = useQuery(api.station.event.queryOptions()).data
  if (pack === undefined) return <Waiting />
  return (
    <Switch>
      <Route path="/workshop/:session/:table">
        {({ session: sessionId, table: tableId }) => {
          const session = pack.programme.find((one) => one.id === sessionId && one.kind === 'workshop')
          const table = pack.tables.find((one) => one.id === tableId)
          return session === undefined || table === undefined ? (
            <Otherwise homes={[]} way={TABLES} within="nothing">
              {null}
            </Otherwise>
          ) : (
            <TablePage key={`${session.id} ${table.id}`} pack={pack} session={session} table={table} />
          )
        }}
      </Route>
      <Route>
        <Otherwise homes={['/']} way={TABLES} within="nothing">
          <PlacePage pack={pack} name={state.station?.name ?? ''} />
        </Otherwise>
      </Route>
    </Switch>
  )
}
