/** Someone who is not on the list: a short form, a look for the same person, and they are in. */
import type { z } from 'zod'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { ArrowLeft, History, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { Stays, useForm } from '../../components/form/use-form.ts'
import { Dock, Heading } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { AnswerStrip, type Shown } from './answer-card.tsx'
import { LikelyPeople } from './likely-people.tsx'
import { EMPTY_WALK_IN, nameFromSearch, readWalkIn, walkInSchema } from './person-forms.ts'
import type { Desk } from './use-desk.ts'
import { WalkInFields } from './walk-in-fields.tsx'

type Props = {
  desk: Desk
  shown: Shown | null
  pack: EventPack
  now: Date
  search: string
  onSearched: () => void
  onLeave: () => void
}

export function WalkIn({ desk, shown, pack, now, search, onSearched, onLeave }: Props) {
  const { client } = useApi()
  const [likely, setLikely] = useState<DelegateView[] | null>(null)
  // A badge may be scanned while a walk-in is being typed; what came before this page is no news here.
  const [before] = useState(shown?.serial)
  const strip = shown !== null && shown.serial !== before ? <AnswerStrip key={shown.serial} shown={shown} /> : null

  const over = () => {
    onSearched()
    onLeave()
  }
  const add = async (details: z.output<typeof walkInSchema>, evenIfKnown: boolean) => {
    const answer = await client.signIn.walkIn({ ...details, evenIfKnown })
    if (answer.code === 'possible-duplicates') {
      setLikely(answer.likely)
      return new Stays({})
    }
    desk.show(answer)
    return undefined
  }
  const form = useForm(walkInSchema, {
    prefix: 'walk-in',
    values: { ...EMPTY_WALK_IN, name: nameFromSearch(search) },
    draft: { scope: 'walk-in', read: readWalkIn },
    send: (details) => add(details, likely !== null),
    onDone: over,
  })
  const { draft, busy, said } = form
  const thisIsThem = (delegate: DelegateView) =>
    form.attempt(async () => {
      desk.show(await client.signIn.signIn({ delegate: delegate.id }))
      await draft.clear()
      over()
    })

  if (draft.found !== null) {
    const { value } = draft.found
    return (
      <main className="sign-in-page stack gap-4 narrow">
        <Heading>Someone was being added here</Heading>
        <p>
          {value.name === '' ? 'A walk-in' : <b>{value.name}</b>} was begun {ageInWords(draft.found.age)} and not
          finished.
        </p>
        <div className="row">
          <Button
            icon={History}
            onClick={() => {
              form.put(value)
              draft.take()
            }}
          >
            Carry on with it
          </Button>
          <Button look="ghost" icon={UserRoundPlus} onClick={draft.setAside}>
            Start afresh
          </Button>
          <Button look="quiet" icon={ArrowLeft} onClick={onLeave}>
            Back to the desk
          </Button>
        </div>
        {strip}
      </main>
    )
  }
  if (likely !== null) {
    return (
      <LikelyPeople
        form={form.values}
        likely={likely}
        busy={busy}
        error={said?.words}
        strip={strip}
        now={now}
        onThem={(delegate) => void thisIsThem(delegate)}
        onOther={() => void form.submit()}
        onBack={() => setLikely(null)}
      />
    )
  }
  return (
    <form className="fill stack gap-0" noValidate onSubmit={(event) => void form.submit(event)}>
      <main className="sign-in-page stack gap-4">
        <div className="sign-in-halves columns one-upright top sign-in-page-head">
          <Heading>Who is not on the list?</Heading>
          {strip}
        </div>
        {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
        {draft.looking ? null : <WalkInFields form={form} pack={pack} />}
      </main>
      <Dock>
        <Button type="submit" icon={UserRoundPlus} busy={busy}>
          {busy ? 'Adding…' : 'Add and sign in'}
        </Button>
        <Button look="quiet" icon={ArrowLeft} onClick={onLeave}>
          Back to the desk
        </Button>
      </Dock>
    </form>
  )
}

/** How long ago, roughly; `age` in seconds. */
function ageInWords(age: number): string {
  if (age < 90) return 'a moment ago'
  if (age < 90 * 60) return `${Math.round(age / 60)} minutes ago`
  return age < 36 * 3600 ? `${Math.round(age / 3600)} hours ago` : `${Math.round(age / 86_400)} days ago`
}
