/** One person's details: corrected with a reason; a note for staff, their needs and their badge a touch away. */
import { ArrowLeft, Check, HeartHandshake, IdCard, MessageSquareText } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { AreaField } from '../../components/area-field.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, type Fault, faultOf, SelectField, TextField } from '../../components/fields.tsx'
import { Dock, Heading } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { AnswerStrip, type Shown } from './answer-card.tsx'
import { NeedsDialog } from './needs-dialog.tsx'
import { NoteDialog } from './note.tsx'
import { OrganisationField } from './organisation-field.tsx'
import { checkCorrection, type CorrectionForm, correctionOf, readCorrection } from './person-forms.ts'
import { sectorChoices, tableChoices } from '../../words/programme.ts'
import type { Desk } from './use-desk.ts'

const REASONS = ['Spelling', 'They told us', 'Moved table']

type Props = {
  desk: Desk
  shown: Shown | null
  pack: EventPack
  delegate: DelegateView
  onBadge: (delegate: DelegateView) => void
  onLeave: () => void
}

export function Person({ desk, shown, pack, delegate, onBadge, onLeave }: Props) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [begun] = useState(() => correctionOf(delegate))
  const [form, setForm] = useState(begun)
  const draft = useDraft(`delegate:${delegate.id}`, form, begun, readCorrection)
  const [faults, setFaults] = useState<Fault[]>([])
  const [said, setSaid] = useState<{ tone: 'bad' | 'plain'; words: string }>()
  const [busy, setBusy] = useState(false)
  const [before] = useState(shown?.serial)
  const [beside, setBeside] = useState<'note' | 'needs' | null>(null)
  // What is known of them now, where a note was left since the page was opened.
  const [known, setKnown] = useState(delegate)
  const field = (name: keyof CorrectionForm) => ({
    id: `person-${name}`,
    value: form[name],
    error: faultOf(faults, `person-${name}`),
    onText: (text: string) => setForm((now) => ({ ...now, [name]: text })),
  })

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = checkCorrection(delegate, form)
    setFaults(checked === null || checked.ok ? [] : checked.faults)
    setSaid(checked === null ? { tone: 'plain', words: 'Nothing has been changed yet.' } : undefined)
    if (checked === null || !checked.ok) return
    setBusy(true)
    try {
      const corrected = await client.signIn.amend({ ...checked.value, delegate: delegate.id })
      await draft.clear()
      void queries.invalidateQueries({ queryKey: [['signIn', 'find']] })
      desk.show({ code: 'corrected', delegate: corrected })
      onLeave()
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
      setBusy(false)
    }
  }
  const leave = async () => {
    await draft.clear()
    onLeave()
  }

  return (
    <>
      <form className="fill stack gap-0" noValidate onSubmit={(event) => void save(event)}>
        <main className="sign-in-page stack gap-4">
          <div className="sign-in-halves columns one-upright top sign-in-page-head">
            <Heading>{`Details of ${delegate.name}`}</Heading>
            {shown !== null && shown.serial !== before ? <AnswerStrip key={shown.serial} shown={shown} /> : null}
          </div>
          {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
          {draft.found === null ? null : (
            <Sentence tone="warn">
              <div className="row">
                <span className="grow">Changes to these details were begun and not saved.</span>
                <Button
                  look="ghost"
                  onClick={() => {
                    if (draft.found !== null) setForm(draft.found.value)
                    draft.take()
                  }}
                >
                  Bring them back
                </Button>
                <Button look="quiet" onClick={draft.setAside}>
                  Set them aside
                </Button>
              </div>
            </Sentence>
          )}
          <ErrorSummary faults={faults} />
          <div className="sign-in-halves columns one-upright top">
            <div className="stack gap-4">
              <TextField {...field('name')} label="Name" maxLength={400} />
              <OrganisationField {...field('organisation')} label="Organisation" />
              <div className="sign-in-pair columns low">
                <AreaField {...field('area')} />
                <TextField {...field('role')} label="Role" maxLength={400} />
              </div>
            </div>
            <div className="stack gap-4">
              <TextField {...field('email')} label="E-mail" type="email" maxLength={400} />
              <div className="sign-in-pair columns low">
                <SelectField {...field('sector')} label="Sector" options={sectorChoices(pack)} />
                <SelectField {...field('table')} label="Table" options={tableChoices(pack, delegate.table)} />
              </div>
              <div className="stack gap-3">
                <TextField {...field('reason')} label="Why the change?" maxLength={400} />
                <div className="sign-in-steps row">
                  {REASONS.map((reason) => (
                    <Button key={reason} look="ghost" onClick={() => setForm((now) => ({ ...now, reason }))}>
                      {reason}
                    </Button>
                  ))}
                </div>
              </div>
              {known.note === '' ? null : (
                <p className="sign-in-note any-break row">
                  <MessageSquareText className="icon" aria-hidden />
                  <span>
                    <span className="unseen">Note for staff: </span>
                    {known.note}
                  </span>
                </p>
              )}
            </div>
          </div>
        </main>
        <Dock>
          <Button type="submit" icon={Check} busy={busy}>
            {busy ? 'Saving…' : 'Save the changes'}
          </Button>
          <Button look="quiet" icon={ArrowLeft} onClick={() => void leave()}>
            Back without saving
          </Button>
          <span className="push" />
          <Button look="quiet" icon={MessageSquareText} aria-label="Note for staff" onClick={() => setBeside('note')}>
            Note
          </Button>
          <Button
            look="quiet"
            icon={HeartHandshake}
            aria-label="Access and food needs"
            onClick={() => setBeside('needs')}
          >
            Needs
          </Button>
          <Button look="quiet" icon={IdCard} aria-label="Print the badge" onClick={() => onBadge(known)}>
            Badge
          </Button>
        </Dock>
      </form>
      {/* Outside the form: Enter in a dialog must not send the page behind it. */}
      {beside === 'note' ? (
        <NoteDialog
          delegate={known}
          onDone={(noted) => {
            setKnown(noted)
            desk.learn(noted)
          }}
          onClose={() => setBeside(null)}
        />
      ) : beside === 'needs' ? (
        <NeedsDialog delegate={known} onClose={() => setBeside(null)} />
      ) : null}
    </>
  )
}
