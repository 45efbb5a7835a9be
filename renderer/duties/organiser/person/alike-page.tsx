/** Everybody who is probably on the list twice, two by two, for an organiser to look at. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
import { Waiting } from '../../../components/no-station.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { type BothPeople, MergePeople } from '../one/merge-people.tsx'
import { whyWords } from '../one/one-words.ts'
import { PageHead } from '../shell.tsx'
import '../one/one.css'

export function AlikePage({ pack }: { pack: EventPack }) {
  const { api, client } = useApi()
  const { said, attempt } = useSending()
  const [, go] = useLocation()
  const [looking, setLooking] = useState<BothPeople | null>(null)
  const [done, setDone] = useState('')
  const found = useQuery(api.people.likelySame.queryOptions())
  const look = (one: string, other: string) =>
    void attempt(async () => setLooking(await client.people.compare({ one, other })))
  const { pairs = [], more = 0 } = found.data ?? {}
  return (
    <>
      <PageHead
        title="Twice on the list?"
        line={
          found.data === undefined || pairs.length === 0
            ? undefined
            : `${countWords(pairs.length)} ${pairs.length === 1 ? 'pair' : 'pairs'} that may be one person${more === 0 ? '' : `, and ${countWords(more)} more once these are done`}`
        }
      >
        <Button look="quiet" icon={ArrowLeft} onClick={() => go('/organiser/delegates')}>
          Delegates
        </Button>
      </PageHead>
      {done === '' ? null : <Sentence tone="ok">{done}</Sentence>}
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {found.data === undefined ? (
        found.error === null ? (
          <Waiting />
        ) : null
      ) : pairs.length === 0 ? (
        <div className="card empty">
          <CircleCheck className="icon" aria-hidden />
          <p>Nobody seems to be on the list twice.</p>
          <p className="small">Where you know better, open a person and choose “Twice on the list?”.</p>
        </div>
      ) : (
        <ul className="card organiser-card pad one-pairs stack gap-3" aria-label="Who may be one person">
          {pairs.map(({ one, other, why }) => (
            <li key={`${one.id} ${other.id}`} className="row">
              <div className="grow stack gap-1">
                <div className="one-pair columns one-upright top">
                  <Entry person={one} />
                  <Entry person={other} />
                </div>
                <p className="small muted">Alike: {whyWords(why)}</p>
              </div>
              <Button
                look="ghost"
                aria-label={`Look at both: ${one.name} and ${other.name}`}
                onClick={() => look(one.id, other.id)}
              >
                Look at both
              </Button>
            </li>
          ))}
        </ul>
      )}
      {looking === null ? null : (
        <MergePeople
          both={looking}
          pack={pack}
          onBack={() => setLooking(null)}
          onDone={(together) => {
            setLooking(null)
            setDone(`They are one person now, listed as ${together.name}.`)
          }}
        />
      )}
    </>
  )
}

function Entry({ person }: { person: DelegateView }) {
  return (
    <div className="any-break">
      <Link href={`/organiser/delegates/person/${person.id}`} className="strong one-name">
        {person.name}
      </Link>
      <span className="muted small">{[person.organisation, person.email, person.role].filter(Boolean).join(', ')}</span>
    </div>
  )
}
