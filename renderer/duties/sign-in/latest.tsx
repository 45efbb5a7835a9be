/** The last few who came and went at this desk, newest first: one touch brings a person back to the answer card. */
import { Check, LogOut } from 'lucide-react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { Entry } from './desk-state.ts'
import { timeOf } from '../../words/times.ts'

type Props = { entries: readonly Entry[]; now: Date; onShow: (delegate: DelegateView) => void }

export function Latest({ entries, now, onShow }: Props) {
  if (entries.length === 0) return null
  return (
    <section className="card sign-in-latest" aria-labelledby="sign-in-latest">
      <h2 id="sign-in-latest">Last at this desk</h2>
      <ul>
        {entries.map(({ delegate, what, at }) => {
          const Icon = what === 'in' ? Check : LogOut
          const time = timeOf(at, now)
          return (
            <li key={`${delegate.id} ${at} ${what}`}>
              <button type="button" onClick={() => onShow(delegate)}>
                <Icon className={`icon ${what}`} aria-hidden />
                <span className="sign-in-cut">{delegate.name}</span>
                <span className="small muted">
                  <span className="unseen">signed {what} at </span>
                  {what === 'in' ? '' : <span aria-hidden>out </span>}
                  {time}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
