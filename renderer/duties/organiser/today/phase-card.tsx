/** The card that knows what day it is: what to prepare, what is moving, what to hand over. */
import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Circle, CircleCheck, Eye } from 'lucide-react'
import { Link } from 'wouter'
import type { Today } from '../../../../shared/contract/plan.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { timeOf } from '../../../words/times.ts'
import { toActions, toIdeas, toPledges } from '../lists/links.ts'
import { type Phase, type Step, stepsAfter, stepsBefore } from './steps.ts'
import '../lists/lines.css'

type Props = {
  phase: Phase
  pack: EventPack
  told: Today
  overview: { delegates: number; lastBackup: string | null }
  now: Date
}

export function PhaseCard({ phase, pack, told, overview, now }: Props) {
  const { api } = useApi()
  const sheet = useQuery({ ...api.staff.sheet.queryOptions(), enabled: phase === 'before' }).data?.made
  switch (phase) {
    case 'before':
      return <Steps title="Before the day" steps={stepsBefore({ pack, ...overview, told, sheet, now })} />
    case 'on':
      return <Moving told={told} now={now} />
    case 'after':
      return <Steps title="To hand over" steps={stepsAfter({ told, now })} />
  }
}

const MARKS = {
  done: { icon: CircleCheck, words: 'Done' },
  todo: { icon: Circle, words: 'To do' },
  look: { icon: Eye, words: 'To look at' },
} as const

function Steps({ title, steps }: { title: string; steps: readonly Step[] }) {
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="phase-title">
      <h2 id="phase-title">{title}</h2>
      <ul className="organiser-needs organiser-steps">
        {steps.map(({ id, state, words, to }) => {
          const { icon: Icon, words: mark } = MARKS[state]
          return (
            <li key={id} className={state}>
              <Link href={to}>
                <Icon className="icon" aria-hidden />
                <span className="unseen">{mark}: </span>
                <span className="grow">{words}</span>
                <ArrowRight className="icon" aria-hidden />
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Moving({ told: { since, lastHour, newest }, now }: { told: Today; now: Date }) {
  const counts = [
    { to: toPledges({ madeFrom: since }), count: lastHour.pledges, one: 'pledge', many: 'pledges' },
    { to: toActions({ madeFrom: since }), count: lastHour.actions, one: 'action', many: 'actions' },
    { to: toIdeas({ madeFrom: since }), count: lastHour.ideas, one: 'idea', many: 'ideas' },
  ]
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="phase-title">
      <h2 id="phase-title">In the last hour</h2>
      <ul className="organiser-moving">
        {counts.map(({ to, count, one, many }) => (
          <li key={many}>
            <Link href={to}>
              <b>{countWords(count)}</b> {count === 1 ? one : many}
            </Link>
          </li>
        ))}
      </ul>
      {newest.length === 0 ? (
        <p className="muted small">The first words are still to come.</p>
      ) : (
        <ol className="organiser-newest" aria-label="The newest words">
          {newest.map(({ id, words, made }) => (
            <li key={id}>
              <span className="muted tiny">{timeOf(made, now)}</span>
              <span className="lines-cut">{words}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
