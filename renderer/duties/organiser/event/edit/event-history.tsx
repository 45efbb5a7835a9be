/** What was changed of the event: as it was and as it is, by whom and when. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../../api.tsx'
import { sentenceOf } from '../../../../client.ts'
import { Sentence } from '../../../../components/sentence.tsx'
import { dayInWords } from '../../../../words/days.ts'
import { timeOf } from '../../../../words/times.ts'

/** Days as people say them. */
export const withDays = (words: string): string => words.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayInWords(day))

export function EventHistory() {
  const { api } = useApi()
  const found = useQuery(api.event.history.queryOptions())
  const now = new Date()
  return (
    <section className="stack gap-4" aria-labelledby="changes-title">
      <h2 id="changes-title">What was changed</h2>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      <ol className="event-parts">
        {(found.data ?? []).map(({ at, by, station, changes }, index) => (
          <li key={`${at} ${index}`} className="card pad stack gap-3">
            <p>
              <b>{timeOf(at, now)}</b>{' '}
              <span className="muted">
                by {by}, {station}
              </span>
            </p>
            {changes.length === 0 ? <p>The event was loaded from its pack.</p> : null}
            {changes.map(({ what, before, after }, nth) => (
              <div key={`${what} ${nth}`} className="event-change">
                <p>
                  <b>{what}</b>
                </p>
                {before === '' && after === '' ? null : before === after ? (
                  <p className="small muted">It stays as it is: {withDays(after)}</p>
                ) : (
                  <dl className="event-before-after">
                    <div>
                      <dt className="small muted">Before</dt>
                      <dd>{before === '' ? 'Nothing' : withDays(before)}</dd>
                    </div>
                    <div>
                      <dt className="small muted">Since then</dt>
                      <dd>{after === '' ? 'Nothing' : withDays(after)}</dd>
                    </div>
                  </dl>
                )}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
