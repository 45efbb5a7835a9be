/** Someone who is not on the list: a short form, a look for the same person, and they are in. */
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { ArrowLeft, History, UserRoundPlus } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import type { Fault } from '../../components/fields.tsx'
import { Dock, Heading } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { AnswerStrip, type Shown } from './answer-card.tsx'
import { LikelyPeople } from './likely-people.tsx'
import { checkWalkIn, EMPTY_WALK_IN, nameFromSearch, readWalkIn } from './person-forms.ts'
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
  const [begun] = useState(() => ({ ...EMPTY_WALK_IN, name: nameFromSearch(search) }))
  const [form, setForm] = useState(begun)
  const draft = useDraft('walk-in', form, begun, readWalkIn)
  const [faults, setFaults] = useState<Fault[]>([])
  const [likely, setLikely] = useState<DelegateView[] | null>(null)
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  // A badge may be scanned while a walk-in is being typed; what came before this page is no news here.
  const [before] = useState(shown?.serial)
  const strip = shown !== null && shown.serial !== before ? <AnswerStrip key={shown.serial} shown={shown} /> : null

  const done = async () => {
    await draft.clear()
    onSearched()
    onLeave()
  }
  const guarded = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setTrouble(undefined)
    try {
      await work()
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const add = (evenIfKnown: boolean) =>
    guarded(async () => {
      const checked = checkWalkIn(form)
      setFaults(checked.ok ? [] : checked.faults)
      if (!checked.ok) return
      const answer = await client.signIn.walkIn({ ...checked.value, evenIfKnown })
      if (answer.code === 'possible-duplicates') {
        setLikely(answer.likely)
        return
      }
      desk.show(answer)
      await done()
    })
  const thisIsThem = (delegate: DelegateView) =>
    guarded(async () => {
      desk.show(await client.signIn.signIn({ delegate: delegate.id }))
      await done()
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
              setForm(value)
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
        form={form}
        likely={likely}
        busy={busy}
        trouble={trouble}
        strip={strip}
        now={now}
        onThem={(delegate) => void thisIsThem(delegate)}
        onOther={() => void add(true)}
        onBack={() => setLikely(null)}
      />
    )
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void add(false)
  }
  return (
    <form className="fill stack gap-0" noValidate onSubmit={submit}>
      <main className="sign-in-page stack gap-4">
        <div className="sign-in-halves columns one-upright top sign-in-page-head">
          <Heading>Who is not on the list?</Heading>
          {strip}
        </div>
        {trouble === undefined ? null : <Sentence tone="bad">{trouble}</Sentence>}
        {draft.looking ? null : <WalkInFields form={form} pack={pack} faults={faults} onForm={setForm} />}
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
