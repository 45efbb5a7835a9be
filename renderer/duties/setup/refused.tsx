/** What is shown where the tablet's data could not be opened: why, what to do, and what to start again from. */
import { useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { useSending } from '../../components/form/use-sending.ts'
import { Bar, Heading, Page } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { TabletCare } from '../../components/tablet-care.tsx'
import { momentInWords } from '../../words/times.ts'
import { StartAgain, type WayBack, WaysBack } from './start-again.tsx'

const toTheSecond = momentInWords({ timeStyle: 'medium' })

export function Refused({ state }: { state: StationState }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<WayBack | null>(null)
  const { busy, said, attempt } = useSending()
  /** When it was last tried in vain. */
  const [tried, setTried] = useState<Date>()
  const why = state.refused

  const tryAgain = () =>
    attempt(async () => {
      await client.station.reopen()
      await queries.invalidateQueries()
      setTried(new Date())
    })

  const ways = why?.waysBack ?? []
  return (
    <>
      <Bar title="Pledge Kiosk" />
      <Page width="narrow">
        <Heading>This tablet’s data could not be opened</Heading>
        <Sentence tone="bad">
          <p className="strong">{why?.sentence ?? 'The data could not be opened.'}</p>
          <p>{why?.todo}</p>
          {why?.passing === true ? <p>This tablet tries again by itself every few seconds.</p> : null}
        </Sentence>
        {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
        {why?.code === 'damaged' ? <WaysBack ways={ways} onChoose={setChosen} /> : null}
        <div className="row">
          <Button look="ghost" icon={RefreshCw} busy={busy} onClick={() => void tryAgain()}>
            Try again
          </Button>
          <span className="muted" role="status">
            {tried === undefined ? '' : `Tried at ${toTheSecond(tried)}: it still cannot be opened.`}
          </span>
        </div>
        <TabletCare platform={state.platform} />
      </Page>
      {chosen === null ? null : <StartAgain way={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
