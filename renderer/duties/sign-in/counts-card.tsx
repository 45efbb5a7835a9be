/** How many have come, as numbers and as a picture of the arrivals. */
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { contract } from '../../../shared/contract/index.ts'
import { barsOf } from './arrivals.ts'
import { clockOf } from '../../words/times.ts'

export type Counts = InferContractRouterOutputs<typeof contract>['signIn']['counts']

/** The bars of the picture, in its own units: one unit a bar across, 100 up. */
const HEIGHT = 100
const STUB = 3

export function CountsCard({ counts, now }: { counts: Counts; now: Date }) {
  const { bars, most, sentence, caption } = barsOf(counts.arrivals, now)
  const first = bars[0]
  const last = bars.at(-1)
  const numbers = [
    { value: counts.here, label: 'here' },
    { value: counts.expected, label: 'expected' },
    { value: counts.walkIns, label: counts.walkIns === 1 ? 'walk-in' : 'walk-ins' },
    ...(counts.left > 0 ? [{ value: counts.left, label: 'left' }] : []),
  ]
  return (
    <section className="card sign-in-counts stack gap-2" aria-label="How many have come">
      <ul className="sign-in-numbers">
        {numbers.map(({ value, label }) => (
          <li key={label}>
            <b>{value}</b> <span className="muted small">{label}</span>
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={sentence}>
        {bars.map(({ from, count, when }, index) => {
          const height = Math.max(STUB, most === 0 ? 0 : (count / most) * HEIGHT)
          return (
            <rect
              key={from}
              className={count === 0 ? 'none' : when}
              x={index + 0.1}
              width={0.8}
              y={HEIGHT - height}
              height={height}
            />
          )
        })}
      </svg>
      <p className="sign-in-axis tiny muted">
        <span aria-hidden>{first === undefined ? '' : clockOf(new Date(first.from))}</span>
        <span>{caption}</span>
        <span aria-hidden>{last === undefined ? '' : clockOf(new Date(last.from))}</span>
      </p>
    </section>
  )
}
