/** Who is pledging: by badge, by their whole name, for an organisation, or without a name. */
import { Building2, ChevronRight, EyeOff, ScanLine, Search } from 'lucide-react'
import { useState } from 'react'
import type { PublicPerson } from '../../../../shared/domain/delegate.ts'
import { Button } from '../../../components/button.tsx'
import { type FieldError, errorOf, TextField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { FOUND_BY_BADGE, isJustSo } from '../flow/find-words.ts'
import { checkStep } from '../questions/all.ts'
import { readPerson, whoseWords } from '../questions/who.ts'
import type { FormView } from '../form-view.ts'
import { Shell } from '../shell.tsx'
import { type Looked, useWholeName } from '../use-whole-name.ts'

const NOTHING_TYPED: FieldError = { id: 'who', message: 'Type your first name and your family name' }
const CHOOSE: FieldError = { id: 'who', message: 'Press your name below, if it is there' }

export function WhoPage({ form }: { form: FormView }) {
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { looked, look, forget } = useWholeName()
  const query = typed.trim()
  const looking = looked?.state === 'looking'
  const whose = whoseWords(form.flow.answers)

  const choose = (person: PublicPerson) =>
    form.act({ type: 'onward', chosen: { type: 'person-chosen', person: readPerson(person) } })
  const find = async (): Promise<Looked | null> => {
    setErrors(query === '' ? [NOTHING_TYPED] : [])
    return query === '' || looking ? null : look(query)
  }
  /** Goes on at once where the only one who was found is called just as was typed; else there is something to look at first. */
  const proceed = async () => {
    if (query === '') {
      const missing = checkStep('who', form.flow.answers, form.pack)
      setErrors(missing)
      if (missing.length === 0) form.act({ type: 'onward' })
      return
    }
    const seen = looked?.state === 'found'
    const next = seen ? looked : await find()
    if (next?.state !== 'found') return
    const [only, another] = next.people
    if (only !== undefined && another === undefined && (seen || isJustSo(only.name, query))) choose(only)
    else if (seen) setErrors([CHOOSE])
  }

  return (
    <Shell form={form} question="Who is making this pledge?" errors={errors} onContinue={() => void proceed()}>
      <div className="pledges-who columns one-upright top">
        <section className="card pad stack gap-3" aria-label="Badge or name">
          <p className="pledges-scan beside">
            <ScanLine className="icon" aria-hidden />
            <span>
              <b>Scan your badge</b>, or type your whole name and press Find.
            </span>
          </p>
          <div className="pledges-find">
            <TextField
              id="who"
              label={whose === null ? 'Your whole name' : 'Somebody else’s whole name'}
              hint="First name and family name. The code you were sent will do too."
              error={errorOf(errors, 'who')}
              maxLength={200}
              autoCapitalize="words"
              autoCorrect="off"
              enterKeyHint="go"
              value={typed}
              onText={(text) => {
                setTyped(text)
                setErrors([])
                forget()
              }}
            />
            <Button icon={Search} busy={looking} onClick={() => void find()}>
              {looking ? 'Looking…' : 'Find'}
            </Button>
          </div>
          {looked?.state === 'said' ? <Sentence tone={looked.tone}>{looked.words}</Sentence> : null}
          {looked?.state === 'found' ? <People people={looked.people} onChoose={choose} /> : null}
          {looked?.state === 'said' ? null : <p className="small muted">{FOUND_BY_BADGE}</p>}
        </section>
        <section className="stack gap-3" aria-label="Other ways">
          {whose === null ? null : (
            <Sentence tone="ok">
              You are pledging{' '}
              {form.flow.answers.by === 'organisation' ? 'for ' : form.flow.answers.by === 'delegate' ? 'as ' : ''}
              <b>
                {form.flow.answers.by === 'anonymous'
                  ? 'without a name'
                  : [whose.name, whose.organisation].filter(Boolean).join(', ')}
              </b>
              . Press Continue if that is right.
            </Sentence>
          )}
          <button
            type="button"
            className="pledges-way beside gap-4"
            onClick={() => form.act({ type: 'onward', chosen: { type: 'organisation-chosen' } })}
          >
            <Building2 className="icon" aria-hidden />
            <span className="choice-words">
              <b>For an organisation</b>
              <span className="small muted">A firm, a service, a school, a team, a charity</span>
            </span>
            <ChevronRight className="icon" aria-hidden />
          </button>
          <button
            type="button"
            className="pledges-way beside gap-4"
            onClick={() => form.act({ type: 'onward', chosen: { type: 'anonymous-chosen' } })}
          >
            <EyeOff className="icon" aria-hidden />
            <span className="choice-words">
              <b>Without giving a name</b>
              <span className="small muted">Your pledge counts just the same</span>
            </span>
            <ChevronRight className="icon" aria-hidden />
          </button>
        </section>
      </div>
    </Shell>
  )
}

function People({ people, onChoose }: { people: readonly PublicPerson[]; onChoose: (person: PublicPerson) => void }) {
  return (
    <>
      <p role="status" className="small">
        {people.length === 1 ? 'Is this you? Press your name.' : `${people.length} people have that name. Press yours.`}
      </p>
      <ul className="pledges-people stack gap-0">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="pledges-person beside gap-4" onClick={() => onChoose(person)}>
              <span className="choice-words">
                <b>{person.name}</b>
                {person.organisation === '' ? null : <span className="small muted">{person.organisation}</span>}
              </span>
              <ChevronRight className="icon" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
