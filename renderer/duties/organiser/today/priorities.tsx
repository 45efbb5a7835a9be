/** Who serves each priority: a bar for each, and one for what serves none; each number leads to its rows. */
import { Link } from 'wouter'
import { Chip } from '../../../components/chip.tsx'
import { actionsWords, type PriorityBar, pledgesWords } from './today-words.ts'

export function Priorities({ bars }: { bars: readonly PriorityBar[] }) {
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="priorities-title">
      <h2 id="priorities-title">Who serves each priority</h2>
      <ul className="organiser-priorities">
        {bars.map(({ id, label, title, pledges, actions, gap, share, toPledges, toActions }) => (
          <li key={id}>
            <span className="organiser-priority-name">
              {label === '' ? null : <span className="tiny muted">{label}</span>}
              <span>{title}</span>
            </span>
            <span className="organiser-bar-track" aria-hidden>
              {pledges === 0 ? null : (
                <i className="pledges" style={{ inlineSize: `${(share.pledges * 100).toFixed(1)}%` }} />
              )}
              {actions === 0 ? null : (
                <i className="actions" style={{ inlineSize: `${(share.actions * 100).toFixed(1)}%` }} />
              )}
            </span>
            <span className="organiser-served">
              {gap === 'nobody' ? (
                <Chip tone="bad">Nobody yet</Chip>
              ) : gap === 'no-pledge' ? (
                <Chip tone="warn">No pledge yet</Chip>
              ) : (
                <Link href={toPledges}>{pledgesWords(pledges)}</Link>
              )}
              {actions === 0 ? null : <Link href={toActions}>{actionsWords(actions)}</Link>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
