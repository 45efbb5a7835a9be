/** Who is pledging: by badge, by name, for an organisation, or without a name. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Building2, ChevronRight, EyeOff, ScanLine } from 'lucide-react'
import { useState } from 'react'
import type { PublicPerson } from '../../../../shared/domain/delegate.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { type Fault, faultOf, TextField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { readPerson } from '../flow/answers.ts'
import { checkStep } from '../flow/checks.ts'
import { whoseWords } from '../flow/words.ts'
import type { FormView } from '../form-view.ts'
import { Shell } from '../shell.tsx'
import { Marked } from './marked.tsx'

/** Nothing is listed before this many letters, so that nobody can leaf through who is coming. */
const LETTERS_FIRST = 3

export function WhoPage({ form }: { form: FormView }) {
  const { api } = useApi()
  const [typed, setTyped] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const query = typed.trim()
  const asking = query.length >= LETTERS_FIRST
  // What one person typed is not kept for the next.
  const search = useQuery(
    api.signIn.findPublic.queryOptions({
      input: { query },
      enabled: asking,
      gcTime: 0,
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  )
  const found = asking ? search.data : undefined
  const whose = whoseWords(form.flow.answers)

  const choose = (person: PublicPerson) => form.onward({ type: 'person-chosen', person: readPerson(person) })
  const proceed = () => {
    const [only, ...others] = found ?? []
    if (only !== undefined && others.length === 0 && !search.isPlaceholderData) {
      choose(only)
      return
    }
    const missing =
      query === ''
        ? checkStep('who', form.flow.answers, form.pack)
        : [{ id: 'who', message: 'Choose your name from the list' }]
    setFaults(missing)
    if (missing.length === 0) form.onward()
  }

  return (
    <Shell form={form} question="Who is making this pledge?" faults={faults} onContinue={proceed}>
      <div className="pledges-who">
        <section className="card pad stack close" aria-label="Badge or name">
          <p className="pledges-scan">
            <ScanLine className="icon" aria-hidden />
            <span>
              <b>Scan your badge</b>, or type your name.
            </span>
          </p>
          <TextField
            id="who"
            label={whose === null ? 'Your name' : 'Somebody else’s name'}
            hint="The first three letters are enough to start."
            error={faultOf(faults, 'who')}
            maxLength={200}
            value={typed}
            onText={setTyped}
          />
          <div role="status" className="small muted">
            {found === undefined
              ? ''
              : found.length === 1
                ? 'One person found'
                : found.length > 1
                  ? `${found.length} people found`
                  : ''}
          </div>
          {search.error !== null && asking ? <Sentence tone="bad">{sentenceOf(search.error)}</Sentence> : null}
          {found === undefined ? null : found.length === 0 ? (
            <Sentence>
              Nobody of that name is on the list. Try another spelling, pledge for your organisation, or ask at the
              welcome desk to be added.
            </Sentence>
          ) : (
            <ul className="pledges-people">
              {found.map((person) => (
                <li key={person.id}>
                  <button type="button" className="pledges-person" onClick={() => choose(person)}>
                    <span className="choice-words">
                      <b>
                        <Marked text={person.name} marks={person.marks} />
                      </b>
                      {person.organisation === '' ? null : <span className="small muted">{person.organisation}</span>}
                    </span>
                    <ChevronRight className="icon" aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="stack close" aria-label="Other ways">
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
          <button type="button" className="pledges-way" onClick={() => form.onward({ type: 'organisation-chosen' })}>
            <Building2 className="icon" aria-hidden />
            <span className="choice-words">
              <b>For an organisation</b>
              <span className="small muted">A firm, a service, a school, a team, a charity</span>
            </span>
            <ChevronRight className="icon" aria-hidden />
          </button>
          <button type="button" className="pledges-way" onClick={() => form.onward({ type: 'anonymous-chosen' })}>
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
