/** What two tablets changed differently: both are shown, and the organiser says which it is. */
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../../api.tsx'
import { Button } from '../../../../components/button.tsx'
import type { Said } from '../../../../components/form/use-sending.ts'
import { Sentence } from '../../../../components/sentence.tsx'
import { useClosing } from './use-closing.tsx'
import { withDays } from './event-history.tsx'

export function EventClashes() {
  const { api } = useApi()
  const clashes = useQuery(api.event.clashes.queryOptions()).data ?? []
  const [said, setSaid] = useState<Said>()
  const closing = useClosing(setSaid)
  return (
    <>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {closing.dialog}
      {clashes.length === 0 ? null : (
        <section className="card pad stack gap-4" aria-labelledby="clashes-title">
          <div>
            <h2 id="clashes-title" className="beside">
              <TriangleAlert className="icon" aria-hidden />
              Changed on two tablets at once
            </h2>
            <p className="muted">Neither had heard of the other. Say what it is; until then the later one counts.</p>
          </div>
          <ul className="event-parts">
            {clashes.map(({ path, what, stands, others }) => (
              <li key={path} className="stack gap-3">
                <h3 className="any-break">{what}</h3>
                {[stands, ...others].map(({ value, words }) => (
                  <div key={value} className="row">
                    <p className="grow any-break">
                      {withDays(words) || 'Nothing'}
                      {value === stands.value ? <span className="small muted"> (counts now)</span> : null}
                    </p>
                    <Button
                      look="quiet"
                      busy={closing.busy}
                      aria-label={`${value === stands.value ? 'Keep' : 'Take'} this: ${what}, “${withDays(words) || 'nothing'}”`}
                      onClick={() => void closing.change([{ path, before: stands.value, after: value }])}
                    >
                      {value === stands.value ? 'Keep this' : 'Take this'}
                    </Button>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
