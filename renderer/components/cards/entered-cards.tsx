/** What was entered from paper so far, the latest first: each can be put right or taken back. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileCheck2, Pencil, RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { timeOf } from '../../words/times.ts'
import { Button } from '../button.tsx'
import { Chip } from '../chip.tsx'
import { Sentence } from '../sentence.tsx'
import { countWords } from '../tree-totals.ts'
import { useNow } from '../use-now.ts'
import { placeOf, recordOf, whoOf, wordsOf } from './entry-words.ts'
import type { useTakingBack } from './use-taking-back.ts'

const AT_ONCE = 20

type Props = { undo: ReturnType<typeof useTakingBack>; onChange: (entry: CardEntry) => void }

export function EnteredCards({ undo, onChange }: Props) {
  const { api } = useApi()
  const [offset, setOffset] = useState(0)
  const input = { offset, limit: AT_ONCE }
  const found = useQuery(api.cards.entered.queryOptions({ input, placeholderData: keepPreviousData }))
  const total = found.data?.total ?? 0
  const end = Math.min(offset + AT_ONCE, total)
  return (
    <section className="card cards-entered stack gap-0" aria-labelledby="cards-entered-title">
      <div className="cards-entered-head row apart">
        <h2 id="cards-entered-title">Entered so far: {countWords(total)}</h2>
        {total > AT_ONCE ? (
          <div className="row">
            <span className="small muted">
              {countWords(offset + 1)} to {countWords(end)}
            </span>
            <Button look="quiet" busy={offset === 0} onClick={() => setOffset(Math.max(0, offset - AT_ONCE))}>
              Later
            </Button>
            <Button look="quiet" busy={end >= total} onClick={() => setOffset(offset + AT_ONCE)}>
              Earlier
            </Button>
          </div>
        ) : null}
      </div>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {total === 0 ? (
        <div className="empty">
          <FileCheck2 className="icon" aria-hidden />
          <p>Each card and each line stands here once it is entered, and can be put right or taken back.</p>
        </div>
      ) : (
        <ul>
          {(found.data?.items ?? []).map((entry) => (
            <Entry key={recordOf(entry).id} entry={entry} undo={undo} onChange={onChange} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Entry({ entry, undo, onChange }: Props & { entry: CardEntry }) {
  const now = useNow()
  const { status, made } = recordOf(entry)
  const isLive = status === 'live'
  const place = placeOf(entry)
  return (
    <li className="cards-entry">
      <span className="stack gap-half any-break">
        <span className="row gap-2">
          <b>{place}</b>
          <span className="small muted">written {timeOf(made, now)}</span>
          {isLive ? null : <Chip tone="warn">Taken back</Chip>}
          {entry.elsewhere.length === 0 ? null : (
            <Chip tone="warn">Entered at {entry.elsewhere.join(', ')} as well: compare with the paper</Chip>
          )}
        </span>
        <span className="two-lines">{wordsOf(entry)}</span>
        {whoOf(entry) === '' ? null : <span className="small muted two-lines">{whoOf(entry)}</span>}
      </span>
      <span className="row cards-entry-do">
        <Button look="quiet" icon={Pencil} aria-label={`Change: ${place}`} onClick={() => onChange(entry)}>
          Change
        </Button>
        {isLive ? (
          <Button
            look="quiet"
            icon={Undo2}
            aria-label={`Take back: ${place}`}
            onClick={() => void undo.takeBack(entry)}
          >
            Take back
          </Button>
        ) : (
          <Button
            look="quiet"
            icon={RotateCcw}
            aria-label={`Bring back: ${place}`}
            onClick={() => void undo.bringBack(entry)}
          >
            Bring back
          </Button>
        )}
      </span>
    </li>
  )
}
