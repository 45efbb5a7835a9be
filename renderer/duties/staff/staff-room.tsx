/** The staff room of a tablet: behind the steward's PIN, what it does can be changed and what was left can be found. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, DoorOpen, FileText, LockKeyhole, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import type { StationState } from '../../../shared/contract/station.ts'
import type { Duty } from '../../../shared/domain/duty.ts'
import { mayAct } from '../../../shared/domain/fact.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { RadioList } from '../../components/fields.tsx'
import { type Said, useSending } from '../../components/form/use-sending.ts'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Bar, Heading, Page } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { Soundness } from '../../components/soundness.tsx'
import { UnlockForm } from '../../components/unlock.tsx'
import { useLock } from '../../components/use-lock.ts'
import { WarningList } from '../../components/warnings/warning-list.tsx'
import { dutyOptions } from '../../components/duty-choices.tsx'
import { leftWords, madeWayWords } from './parked-words.ts'
import { SecondScreen } from './second-screen.tsx'
import { TabletCare } from '../../components/tablet-care.tsx'
import { cardsHeading } from '../../components/cards/cards-heading.ts'
import { lazyPage } from '../../components/late.tsx'
import { Otherwise } from '../../components/not-here.tsx'
import { Waiting } from '../../components/no-station.tsx'
import { UpdatesSection } from './updates-section.tsx'

const CardsPages = lazyPage(async () => (await import('../../components/cards/cards-pages.tsx')).CardsPages)

const CARDS = '/staff/cards'

export function StaffRoom({ state }: { state: StationState }) {
  const lock = useLock()
  const [path, go] = useLocation()
  const leave = async () => {
    await lock().catch(() => undefined)
    go('/')
  }
  if (!mayAct(state.role, 'steward')) {
    return (
      <>
        <Bar title={state.station?.name} lead={<BackButton onClick={() => go('/')} />} />
        <Page width="narrow" centred>
          <Heading>Staff only from here</Heading>
          <UnlockForm role="steward" rehearsal={state.rehearsal} />
        </Page>
        <IdleGuard onIdle={() => go('/')} />
      </>
    )
  }
  const isAtCards = path.startsWith(CARDS)
  return (
    <>
      <Bar
        title={`Staff · ${state.station?.name ?? ''}`}
        saved
        lead={<BackButton onClick={() => go(isAtCards ? '/staff' : '/')} />}
      >
        <Button look="quiet" icon={LockKeyhole} onClick={() => void leave()}>
          Lock
        </Button>
      </Bar>
      <Switch>
        <Route path="/staff/cards/*?">
          <Page>
            <Heading>{cardsHeading(path)}</Heading>
            <Cards rehearsal={state.rehearsal} />
          </Page>
        </Route>
        <Route>
          <Otherwise homes={['/staff']} way={{ to: '/staff', label: 'To the staff room' }} within="bar">
            <Page>
              {state.findings.length === 0 ? null : (
                <Sentence tone="bad">
                  <p className="strong">
                    Something on this tablet is not as it was written. Export the action plan now, and tell whoever
                    looks after the tablets.
                  </p>
                  <p className="small">{state.findings.join(' ')}</p>
                </Sentence>
              )}
              <WarningList warnings={state.warnings} />
              <Heading>What should this tablet do?</Heading>
              <DutyChoice duty={state.station?.duty ?? 'pledges'} onChanged={() => void leave()} />
              <PaperAndWayOut />
              <SecondScreen />
              <ParkedDrafts />
              <Soundness className="stack gap-3" />
              <UpdatesSection state={state} />
              <TabletCare platform={state.platform} />
            </Page>
          </Otherwise>
        </Route>
      </Switch>
      <IdleGuard quiet={300} onIdle={() => void leave()} />
    </>
  )
}

function Cards({ rehearsal }: { rehearsal: boolean }) {
  const { api } = useApi()
  const event = useQuery(api.station.event.queryOptions())
  if (event.error !== null) return <Sentence tone="bad">{sentenceOf(event.error)}</Sentence>
  return event.data === undefined ? <Waiting /> : <CardsPages pack={event.data} rehearsal={rehearsal} base={CARDS} />
}

/** What any tablet can do beside its duty. */
function PaperAndWayOut() {
  const { api } = useApi()
  const asked = useQuery(api.station.event.queryOptions()).data?.wayOut
  return (
    <section className="stack gap-3" aria-labelledby="paper-title">
      <h2 id="paper-title">Paper, and the way out</h2>
      <div className="row">
        <Link href={CARDS} className="btn ghost">
          <FileText className="icon" aria-hidden />
          Pledge cards and action sheets
        </Link>
        {asked === undefined ? null : (
          <Link href="/way-out" className="btn ghost">
            <DoorOpen className="icon" aria-hidden />
            Ask the question at the way out here
          </Link>
        )}
      </div>
    </section>
  )
}

function BackButton({ onClick }: { onClick: () => void }) {
  return (
    <Button look="quiet" icon={ArrowLeft} onClick={onClick}>
      Back
    </Button>
  )
}

function DutyChoice({ duty, onChanged }: { duty: Duty; onChanged: () => void }) {
  const { client } = useApi()
  const [chosen, setChosen] = useState(duty)
  const { said, attempt } = useSending()
  const change = () =>
    attempt(async () => {
      await client.station.changeDuty({ duty: chosen })
      onChanged()
    })
  return (
    <section className="stack gap-3">
      <RadioList
        legend="Duty"
        legendUnseen
        name="duty"
        columns="two"
        value={chosen}
        onChange={setChosen}
        options={dutyOptions}
      />
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      <div className="row">
        <Button onClick={() => void change()}>{chosen === duty ? 'Go on as it is' : 'Change and lock'}</Button>
      </div>
    </section>
  )
}

const NOTHING_LEFT = { items: [], most: 0, madeWay: null }

function ParkedDrafts() {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const parked = useQuery(api.drafts.parked.queryOptions())
  const [said, setSaid] = useState<Said | null>(null)
  const act = async (work: () => Promise<unknown>, words: string) => {
    try {
      await work()
      setSaid({ tone: 'ok', words })
      await queries.invalidateQueries({ queryKey: api.drafts.key() })
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
    }
  }
  const { items: drafts, most, madeWay } = parked.data ?? NOTHING_LEFT
  return (
    <section className="stack gap-3" aria-labelledby="parked-title">
      <h2 id="parked-title">Left unfinished</h2>
      <p className="muted">
        {drafts.length === 0
          ? 'Nothing. What somebody was typing when they walked away is kept here.'
          : 'Bring one back only when the person it belongs to is here.'}
      </p>
      {madeWay === null ? null : (
        <Sentence tone="warn">
          <p>{madeWayWords(madeWay, most)}</p>
        </Sentence>
      )}
      {said === null ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      <ul className="stack gap-3">
        {drafts.map((draft) => (
          <li key={draft.id} className="card pad row">
            <span className="grow">
              <b>{draft.called}</b> <span className="muted">left {leftWords(draft.saved)}</span>
            </span>
            <Button
              look="ghost"
              icon={Undo2}
              onClick={() =>
                void act(
                  () => client.drafts.resume({ id: draft.id }),
                  'It is open again. Go back to the tablet’s own page to carry on.',
                )
              }
            >
              Bring it back
            </Button>
            <Button
              look="quiet"
              icon={Trash2}
              onClick={() => void act(() => client.drafts.discard({ id: draft.id }), 'Thrown away.')}
            >
              Throw away
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
