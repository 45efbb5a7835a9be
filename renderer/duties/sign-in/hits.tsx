/** The people found: what was typed is marked in their names, and one touch signs them in. */
import { UserRoundPen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { FoundDelegate } from '../../../shared/contract/sign-in.ts'
import { Button } from '../../components/button.tsx'
import { segmentsOf } from './marks.ts'
import { PresenceChip } from './presence-chip.tsx'

type Props = {
  id: string
  hits: readonly FoundDelegate[]
  chosen: string | null
  more: boolean
  now: Date
  onChoose: (found: FoundDelegate) => void
  /** Before they are signed in: for a note, their needs, a correction, their badge. */
  onOpen: (found: FoundDelegate) => void
}

/** A grid, so that a screen reader can say who is chosen while the keyboard stays in the search, and each row can hold its button. */
export function Hits({ id, hits, chosen, more, now, onChoose, onOpen }: Props) {
  return (
    <div className="card sign-in-hits">
      <div id={id} role="grid" aria-label="People found">
        {hits.map((hit) => (
          <Hit
            key={hit.id}
            id={`${id}-${hit.id}`}
            hit={hit}
            chosen={hit.id === chosen}
            now={now}
            onChoose={() => onChoose(hit)}
            onOpen={() => onOpen(hit)}
          />
        ))}
      </div>
      {more ? (
        <p className="sign-in-hits-more small">
          These are the first twelve. Type more letters to find the right person.
        </p>
      ) : null}
    </div>
  )
}

type HitProps = { id: string; hit: FoundDelegate; chosen: boolean; now: Date; onChoose: () => void; onOpen: () => void }

function Hit({ id, hit, chosen, now, onChoose, onOpen }: HitProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const here = hit.presence === 'here'
  const whom = [hit.name, hit.organisation].filter((part) => part !== '').join(', ')
  return (
    <div ref={row} id={id} role="row" aria-selected={chosen} className={chosen ? 'sign-in-hit chosen' : 'sign-in-hit'}>
      <div role="gridcell">
        <b>
          {segmentsOf(hit.name, hit.marks).map(({ start, text, marked }) =>
            marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
          )}
        </b>{' '}
        <PresenceChip delegate={hit} now={now} />
        <div className="small muted">{[hit.organisation, hit.role].filter((part) => part !== '').join(' · ')}</div>
      </div>
      <div role="gridcell" className="row">
        {here ? null : (
          <Button
            look="quiet"
            icon={UserRoundPen}
            className="sign-in-hit-open"
            aria-label={`Open ${whom}`}
            onClick={onOpen}
          >
            Open
          </Button>
        )}
        <Button
          className="sign-in-hit-whole"
          look={here ? 'quiet' : chosen ? 'main' : 'ghost'}
          aria-label={`${here ? 'Open' : 'Sign in'} ${whom}`}
          onClick={onChoose}
        >
          {here ? 'Open' : 'Sign in'}
        </Button>
      </div>
    </div>
  )
}
