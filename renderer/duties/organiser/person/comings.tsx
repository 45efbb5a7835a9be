/** When one person came and went, and at which tablet. */
import type { PersonPage } from '../../../../shared/contract/people.ts'
import { timeOf } from '../../../words/times.ts'

export function Comings({ steps }: Pick<PersonPage, 'steps'>) {
  const now = new Date()
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="comings-title">
      <h2 id="comings-title">Coming and going</h2>
      {steps.length === 0 ? <p className="muted">Not signed in yet.</p> : null}
      <ol className="organiser-lines">
        {steps.map(({ kind, at, station }, index) => (
          <li key={`${at} ${index}`}>
            <span className="strong">{timeOf(at, now)}</span>
            <span className="any-break">
              {kind === 'in' ? 'Signed in' : 'Signed out'} <span className="muted">at {station}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
