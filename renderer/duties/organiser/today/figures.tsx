/** The numbers of the day, large enough to be read from the doorway; each leads to what it counts. */
import { Link } from 'wouter'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { countWords, largestTypes, unitOf } from '../../../components/tree-totals.ts'
import { toDelegates, toPledges } from '../lists/links.ts'
import { type Counted, pledgesWords } from './today-words.ts'

type Props = {
  counted: Counted & { here: number; delegates: number; pledgesWithdrawn: number; ideas: number }
  pack: EventPack
  /** The day is over: whoever did not sign out has gone home all the same. */
  isOver: boolean
}

export function Figures({ counted, pack, isOver }: Props) {
  const { here, delegates, pledges, pledgesWithdrawn, actions, actionsWithGaps, ideas } = counted
  const [largest] = largestTypes({ types: [...counted.types] }, pack.pledgeTypes, 1)
  return (
    <ul className="organiser-kpis">
      <Figure
        to={toDelegates({ presence: 'here' })}
        number={here}
        words={`${here === 1 ? 'person' : 'people'} ${isOver ? 'not signed out,' : 'here'} of ${countWords(delegates)}`}
      />
      <Figure
        to="/organiser/pledges"
        number={pledges}
        words={`${pledges === 1 ? 'pledge' : 'pledges'}${pledgesWithdrawn === 0 ? '' : `, ${countWords(pledgesWithdrawn)} withdrawn`}`}
      />
      <Figure
        to="/organiser/workshops"
        number={actions}
        words={`${actions === 1 ? 'action' : 'actions'}${actionsWithGaps === 0 ? '' : `, ${countWords(actionsWithGaps)} with gaps`}`}
      />
      <Figure to="/organiser/workshops/ideas" number={ideas} words={ideas === 1 ? 'idea' : 'ideas'} />
      {largest === undefined ? null : (
        <Figure
          to={toPledges({ type: largest.type.id })}
          number={largest.quantity}
          words={`${unitOf(largest.type, largest.quantity)}, in ${pledgesWords(counted.types.find(({ type }) => type === largest.type.id)?.pledges ?? 0)}`}
        />
      )}
    </ul>
  )
}

function Figure({ to, number, words }: { to: string; number: number; words: string }) {
  return (
    <li>
      <Link href={to} className="card organiser-kpi figures">
        <b>{countWords(number)}</b> <span className="muted small">{words}</span>
      </Link>
    </li>
  )
}
