/** A roll call that is over: when, by whom, how many were accounted for, and who was not. */
import { useQuery } from '@tanstack/react-query'
import { ListRestart, Printer } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { RollCallView } from '../../../../shared/contract/roll-call.ts'
import type { StationState } from '../../../../shared/contract/station.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { standingOf, type Tally, tally } from '../../../../shared/domain/roll-call.ts'
import { useApi } from '../../../api.tsx'
import { leadsNowhere, sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { IdleGuard } from '../../../components/idle-guard.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { NotHere } from '../../../components/not-here.tsx'
import { Dock, Heading, Page } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useLock } from '../../../components/use-lock.ts'
import { timeOf } from '../../../words/times.ts'
import { useGoOn } from '../use-go-on.ts'
import { useNow } from '../../../components/use-now.ts'
import { PrintRoll } from './print-roll.tsx'
import { itemsOf, NO_ROLL, withoutNeeds } from './roll.ts'
import { RollList } from './roll-list.tsx'
import { usePlace } from './use-place.ts'
import { usePrintRoll } from './use-print-roll.ts'
import { useRoll } from './use-roll.ts'
import { countOf, lasted, markWords, people, startedWords } from './words.ts'

const NOTHING_PRESSED: ReadonlyMap<string, boolean> = new Map()
const NONE_KEPT: ReadonlySet<string> = new Set()
const QUIET = 600
/** After this long, whatever has happened is another emergency. Milliseconds. */
const STILL_THAT_ONE = 60 * 60 * 1000

type Props = { rollCall: string; pack: EventPack; state: StationState }

export function Summary({ rollCall, pack, state }: Props) {
  const { api, client } = useApi()
  const view = useQuery({ ...api.rollCall.read.queryOptions({ input: { rollCall } }), retry: false })
  const { roll, error: rollError } = useRoll(rollCall)
  const [place, move] = usePlace()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const printer = usePrintRoll(view.data ?? null)
  const [, go] = useLocation()
  const goOn = useGoOn()
  const endRole = useLock()
  const now = useNow()
  const held = useMemo(() => withoutNeeds(roll ?? NO_ROLL), [roll])
  const sectorName = useCallback(
    (id: string) => pack.sectors.find((sector) => sector.id === id)?.name ?? id,
    [pack.sectors],
  )
  const counts = useMemo(() => tally([...held.people.values()].map(standingOf)), [held.people])
  const items = useMemo(
    () => itemsOf(held, { grouping: 'standing', search: '', only: false, kept: NONE_KEPT }, standingOf, sectorName),
    [held, sectorName],
  )

  const readError = view.error ?? rollError
  if (view.data === undefined || roll === undefined)
    return readError === null ? (
      <Waiting />
    ) : leadsNowhere(readError) ? (
      <Page width="narrow" centred>
        <NotHere
          title="That roll call is not on this tablet"
          way={{ to: '/roll-call?see=earlier', label: 'To the earlier roll calls' }}
        >
          It may be on the tablet at another door, or the address is written wrongly.
        </NotHere>
      </Page>
    ) : (
      <main className="sign-in-page stack gap-4 narrow">
        <Heading>Roll call</Heading>
        <Sentence tone="bad">{sentenceOf(readError)}</Sentence>
      </main>
    )
  const { ended } = view.data
  // Opened again, here or at another door; or this is what was known before it ended.
  if (ended === null) return view.isFetching ? <Waiting /> : <Redirect to="/roll-call" />

  const reopen = async () => {
    if (busy) return
    setBusy(true)
    try {
      await client.rollCall.reopen({ rollCall, by: place.name === '' ? 'A steward' : place.name })
      move({ joined: place.name !== '' })
      goOn('/roll-call', '/roll-call')
    } catch (cause) {
      setError(sentenceOf(cause))
      setBusy(false)
    }
  }
  return (
    <>
      <main className="roll-summary stack gap-4">
        <Heading>{`Roll call of ${timeOf(view.data.started, now)}`}</Heading>
        <Facts view={view.data} ended={ended} counts={counts} now={now} />
        {error === undefined ? null : <Sentence tone="bad">{error}</Sentence>}
        {printer.error === undefined ? null : <Sentence tone="bad">{printer.error}</Sentence>}
        <RollList
          label="Who was accounted for"
          items={items}
          pressed={NOTHING_PRESSED}
          canTick={false}
          now={now}
          empty={
            <>
              <h2>Nobody was in the building</h2>
              <p>As far as this tablet knew, nobody was signed in.</p>
            </>
          }
        />
      </main>
      <Dock>
        <Button look="ghost" icon={Printer} busy={printer.busy} onClick={() => void printer.print(held)}>
          Print
        </Button>
        {now.getTime() - Date.parse(ended.at) > STILL_THAT_ONE ? null : (
          <Button look="quiet" icon={ListRestart} busy={busy} onClick={() => void reopen()}>
            Open it again
          </Button>
        )}
        <Button className="push" onClick={() => go('/')}>
          Back to sign-in
        </Button>
      </Dock>
      {printer.job === null ? null : (
        <PrintRoll
          key={printer.job.serial}
          roll={held}
          rollCall={view.data}
          pack={pack}
          station={state.station?.name ?? ''}
          rehearsal={state.rehearsal}
          standing={standingOf}
          undrawn={printer.job.undrawn}
          onDone={printer.done}
          onFailed={printer.failed}
        />
      )}
      <IdleGuard quiet={QUIET} onIdle={() => void endRole().catch((cause: unknown) => setError(sentenceOf(cause)))} />
    </>
  )
}

type FactsProps = { view: RollCallView; ended: NonNullable<RollCallView['ended']>; counts: Tally; now: Date }

function Facts({ view, ended, counts, now }: FactsProps) {
  const { knew } = ended
  const isMore = knew.accounted !== counts.accounted || knew.toFind !== counts.toFind
  return (
    <section className="card roll-facts columns one-upright" aria-label="Summary">
      <p className="roll-big">
        {counts.toFind === 0 ? (
          <span>{counts.accounted === 0 ? 'Nobody was on it' : 'Everybody was accounted for'}</span>
        ) : (
          <>
            <b>{countOf(counts.toFind)}</b> <span>not accounted for</span>
          </>
        )}
      </p>
      <div className="stack gap-1">
        <p>
          <b>{countOf(counts.accounted)}</b> accounted for
          {counts.left === 0 ? '' : `, ${countOf(counts.left)} signed out while it went on`}
        </p>
        <p className="small muted">
          {startedWords(view, now)} Ended at {markWords(ended, now)}, after {lasted(view.started, ended.at)}.
        </p>
        {isMore ? (
          <p className="small">
            When it was ended, that tablet knew of {people(knew.accounted)} accounted for and {countOf(knew.toFind)}{' '}
            not. What other tablets and later entries brought is counted here.
          </p>
        ) : null}
      </div>
    </section>
  )
}
