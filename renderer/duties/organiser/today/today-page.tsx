/** The day as it stands: how many are here, what they promised, and what needs somebody. */
import { useQuery } from '@tanstack/react-query'
import { ArrowRight, CircleCheck, Download } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { Warning } from '../../../../shared/domain/warning.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { LeafDot } from '../../../components/leaf-dot.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { useBattery } from '../../../components/warnings/use-battery.ts'
import { dayOf } from '../../../words/times.ts'
import { useNow } from '../../../components/use-now.ts'
import { PageHead } from '../shell.tsx'
import { Figures } from './figures.tsx'
import { toPledges } from '../lists/links.ts'
import { PhaseCard } from './phase-card.tsx'
import { Priorities } from './priorities.tsx'
import { phaseOf } from './steps.ts'
import { type Need, dayLine, needsYou, pledgesWords, priorityBars, typeBars, venueInWords } from './today-words.ts'

export function TodayPage({ pack, warnings }: { pack: EventPack; warnings: readonly Warning[] }) {
  const { api } = useApi()
  const [, go] = useLocation()
  const now = useNow()
  const overview = useQuery(api.plan.overview.queryOptions())
  const parked = useQuery(api.drafts.parked.queryOptions()).data?.items.length ?? 0
  const clashes = useQuery(api.event.clashes.queryOptions()).data?.length ?? 0
  const told = useQuery(api.plan.today.queryOptions()).data
  const battery = useBattery()
  const tablet = battery === null ? warnings : [battery, ...warnings]
  const counted = overview.data
  return (
    <>
      <PageHead title={`Today at ${venueInWords(pack.venue)}`} line={dayLine(pack.dates, dayOf(now))}>
        <Button icon={Download} onClick={() => go('/organiser/plan')}>
          Export the action plan
        </Button>
      </PageHead>
      {overview.error === null ? null : <Sentence tone="bad">{sentenceOf(overview.error)}</Sentence>}
      {counted === undefined ? (
        overview.error === null ? (
          <Waiting />
        ) : null
      ) : (
        <>
          <Figures counted={counted} pack={pack} isOver={phaseOf(pack.dates, dayOf(now)) === 'after'} />
          {told === undefined ? null : (
            <PhaseCard phase={phaseOf(pack.dates, dayOf(now))} pack={pack} told={told} overview={counted} now={now} />
          )}
          <div className="organiser-halves columns one-upright top gap-5 alike">
            <PledgesByType types={counted.types} pack={pack} />
            <NeedsYou needs={needsYou(counted, pack, { parked, clashes, now, tablet })} />
          </div>
          <Priorities bars={priorityBars(counted, pack)} />
        </>
      )}
    </>
  )
}

function PledgesByType({ types, pack }: { types: Parameters<typeof typeBars>[0]; pack: EventPack }) {
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="types-title">
      <h2 id="types-title">Pledges by type</h2>
      <ul className="organiser-bars stack gap-0">
        {typeBars(types, pack).map((bar) => (
          <li key={bar.id} className={bar.pledges === 0 ? 'none' : undefined}>
            <LeafDot leaf={bar.leaf} icon={bar.icon} small />
            <span>{bar.title}</span>
            <span className="organiser-bar-track" aria-hidden>
              <i className={`leaf-${bar.leaf}`} style={{ inlineSize: `${(bar.share * 100).toFixed(1)}%` }} />
            </span>
            <Link
              className="number"
              href={toPledges({ type: bar.id })}
              aria-label={`${bar.title}: ${pledgesWords(bar.pledges)}`}
            >
              {countWords(bar.pledges)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NeedsYou({ needs }: { needs: readonly Need[] }) {
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="needs-title">
      <h2 id="needs-title">Needs you</h2>
      {needs.length === 0 ? (
        <p className="organiser-calm beside">
          <CircleCheck className="icon" aria-hidden />
          Nothing just now.
        </p>
      ) : (
        <ul className="organiser-needs lined">
          {needs.map((need) => (
            <li key={need.id}>
              {need.to === null ? (
                <div>
                  <NeedChip need={need} />
                  <p>
                    <b>{need.words}</b> {need.todo}
                  </p>
                </div>
              ) : (
                <Link href={need.to}>
                  <NeedChip need={need} />
                  <span className="grow">{need.words}</span>
                  <ArrowRight className="icon" aria-hidden />
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NeedChip({ need: { tone, chip } }: { need: Need }) {
  return <Chip tone={tone === 'plain' ? undefined : tone}>{chip}</Chip>
}
