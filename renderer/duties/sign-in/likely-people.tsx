/** Before someone is added twice: those on the list who may be the same person. */
import { ArrowLeft, UserRoundCheck, UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { Button } from '../../components/button.tsx'
import { Dock, Heading } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { PresenceChip } from './presence-chip.tsx'

type Props = {
  name: string
  likely: readonly DelegateView[]
  busy: boolean
  trouble: string | undefined
  strip: ReactNode
  now: Date
  onThem: (delegate: DelegateView) => void
  onOther: () => void
  onBack: () => void
}

export function LikelyPeople({ name, likely, busy, trouble, strip, now, onThem, onOther, onBack }: Props) {
  return (
    <>
      <main className="sign-in-page">
        <Heading>{likely.length === 1 ? 'Is this the same person?' : 'Is it one of these people?'}</Heading>
        <p>
          You are adding <b>{name.trim()}</b>.{' '}
          {likely.length === 1 ? 'Someone very like them is' : 'People very like them are'} on the list already.
        </p>
        {trouble === undefined ? null : <Sentence tone="bad">{trouble}</Sentence>}
        {strip}
        <ul className="stack close">
          {likely.map((person) => (
            <li key={person.id} className="card pad sign-in-likely">
              <div className="grow">
                <h2>{person.name}</h2>
                <p className="muted">{[person.organisation, person.role].filter((part) => part !== '').join(' · ')}</p>
                <PresenceChip delegate={person} now={now} />
              </div>
              <Button
                icon={UserRoundCheck}
                busy={busy}
                aria-label={`This is them: sign in ${person.name}`}
                onClick={() => onThem(person)}
              >
                This is them: sign in
              </Button>
            </li>
          ))}
        </ul>
      </main>
      <Dock>
        <Button look="ghost" icon={UserRoundPlus} busy={busy} onClick={onOther}>
          No, a different person: add them
        </Button>
        <Button look="quiet" icon={ArrowLeft} onClick={onBack}>
          Back to the form
        </Button>
      </Dock>
    </>
  )
}
