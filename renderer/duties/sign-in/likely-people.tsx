/** Before someone is added twice: those on the list who may be the same person, beside what was typed. */
import { ArrowLeft, UserRoundCheck, UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { Button } from '../../components/button.tsx'
import { Dock, Heading } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import type { WalkInForm } from './person-forms.ts'
import { PresenceChip } from './presence-chip.tsx'

type Props = {
  form: WalkInForm
  likely: readonly DelegateView[]
  busy: boolean
  error: string | undefined
  strip: ReactNode
  now: Date
  onThem: (delegate: DelegateView) => void
  onOther: () => void
  onBack: () => void
}

export function LikelyPeople({ form, likely, busy, error, strip, now, onThem, onOther, onBack }: Props) {
  return (
    <>
      <main className="sign-in-page stack gap-4">
        <div className="sign-in-halves columns one-upright top sign-in-page-head">
          <Heading>{likely.length === 1 ? 'Is this the same person?' : 'Is it one of these people?'}</Heading>
          {strip}
        </div>
        {error === undefined ? null : <Sentence tone="bad">{error}</Sentence>}
        <div className="sign-in-halves columns one-upright top">
          <section className="stack gap-3 sign-in-likely-half" aria-labelledby="walk-in-known">
            <h2 id="walk-in-known">On the list already</h2>
            <ul className="stack gap-3">
              {likely.map((person) => (
                <li key={person.id} className="card pad sign-in-likely top stack gap-2">
                  <h3>{person.name}</h3>
                  <About {...person} />
                  <PresenceChip delegate={person} now={now} />
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
          </section>
          <section className="stack gap-3 sign-in-likely-half" aria-labelledby="walk-in-typed">
            <h2 id="walk-in-typed">As you wrote it</h2>
            <div className="card pad sign-in-likely top stack gap-2">
              <h3>{form.name.trim()}</h3>
              <About {...form} />
              <Button look="ghost" icon={UserRoundPlus} busy={busy} onClick={onOther}>
                No, a different person: add them
              </Button>
            </div>
          </section>
        </div>
      </main>
      <Dock>
        <Button look="quiet" icon={ArrowLeft} onClick={onBack}>
          Back to the form
        </Button>
      </Dock>
    </>
  )
}

function About({ organisation, area, role }: Pick<WalkInForm, 'organisation' | 'area' | 'role'>) {
  const about = [organisation.trim(), area.trim(), role.trim()].filter((part) => part !== '').join(' · ')
  return about === '' ? null : <p className="muted">{about}</p>
}
