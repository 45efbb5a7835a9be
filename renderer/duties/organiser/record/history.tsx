/** Everything that happened to one record, oldest first. */
import { useQuery } from '@tanstack/react-query'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { timeOf } from '../../../words/times.ts'
import { historyValue, shownDetails } from './history-words.ts'

export function History({ subject, pack }: { subject: string; pack: EventPack }) {
  const { api } = useApi()
  const found = useQuery(api.plan.history.queryOptions({ input: { subject } }))
  const now = new Date()
  return (
    <section className="organiser-history stack gap-3" aria-labelledby="history-title">
      <h3 id="history-title">What happened</h3>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      <ol>
        {(found.data ?? []).map(({ details, ...line }, index) => (
          <li key={`${line.at} ${index}`}>
            <p>
              <b>{line.what}</b> <span className="muted">{timeOf(line.at, now)}</span>
            </p>
            <p className="tiny muted">
              by {line.by}, {line.station}
            </p>
            {shownDetails(details).length === 0 ? null : (
              <dl className="organiser-details stack gap-1">
                {shownDetails(details).map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{historyValue(pack, name, value)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
