/** What is shown where the tablet's data could not be opened: why, what to do, and the backups to start again from. */
import { useQueryClient } from '@tanstack/react-query'
import { History, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Bar, Heading, Page } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { TabletCare } from '../staff/tablet-care.tsx'

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

export function Refused({ state }: { state: StationState }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const why = state.refused

  const tryTo = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setProblem('')
    try {
      await work()
      await queries.invalidateQueries()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setAsked(null)
      setBusy(false)
    }
  }

  // Only what is damaged can be mended by going back; a newer version or a missing key cannot.
  const backups = why?.code === 'damaged' ? why.backups : []
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
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
        {backups.length === 0 ? null : (
          <section className="stack close">
            <h2>Start again from a backup</h2>
            <p className="muted">
              The damaged files are kept in a folder of their own. What was written after the backup is in those.
            </p>
            <ul className="choices">
              {backups.slice(0, 6).map((backup, index) => (
                <li key={backup.name} className="card pad row">
                  <span className="strong">{when.format(new Date(backup.taken))}</span>
                  {index === 0 ? <span className="chip ok">The latest</span> : null}
                  <span className="push" />
                  <Button look={index === 0 ? 'main' : 'ghost'} icon={History} onClick={() => setAsked(backup.name)}>
                    Start from this one
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className="row">
          <Button look="ghost" icon={RefreshCw} busy={busy} onClick={() => void tryTo(() => client.station.reopen())}>
            Try again
          </Button>
        </div>
        <TabletCare host={state.host} />
      </Page>
      {asked === null ? null : (
        <Dialog
          title="Start again from this backup?"
          onClose={() => setAsked(null)}
          foot={
            <>
              <Button look="ghost" onClick={() => setAsked(null)}>
                Not yet
              </Button>
              <Button busy={busy} onClick={() => void tryTo(() => client.station.restore({ backup: asked }))}>
                Start from it
              </Button>
            </>
          }
        >
          <p>Nothing is deleted: the damaged files are put aside for whoever looks after the tablets.</p>
        </Dialog>
      )}
    </>
  )
}
