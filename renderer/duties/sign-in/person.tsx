/** One person's details: corrected with a reason; a note for staff, their needs and their badge a touch away. */
import { ArrowLeft, Check, HeartHandshake, IdCard, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { delegateDetails, type DelegateView } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { AreaField } from '../../components/area-field.tsx'
import { Button } from '../../components/button.tsx'
import { SelectField, TextField } from '../../components/fields.tsx'
import { readLike } from '../../components/form/check.ts'
import { correctionOf } from '../../components/form/details.ts'
import { FormHead } from '../../components/form/form-head.tsx'
import { useForm } from '../../components/form/use-form.ts'
import { Dock, Heading } from '../../components/page.tsx'
import { AnswerStrip, type Shown } from './answer-card.tsx'
import { NeedsDialog } from './needs-dialog.tsx'
import { NoteDialog } from './note.tsx'
import { OrganisationField } from './organisation-field.tsx'
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
  const [before] = useState(shown?.serial)
  const [beside, setBeside] = useState<'note' | 'needs' | null>(null)
  // What is known of them now, where a note was left since the page was opened.
  const [known, setKnown] = useState(delegate)
  const { begun, schema } = correctionOf(delegateDetails, delegate)
  const form = useForm(schema, {
    prefix: 'person',
    values: begun,
    draft: { scope: `delegate:${delegate.id}`, read: (body) => readLike(begun, body) },
    send: (change) => client.signIn.amend({ ...change, delegate: delegate.id }),
    onDone: (corrected) => {
      void queries.invalidateQueries({ queryKey: [['signIn', 'find']] })
      desk.show({ code: 'corrected', delegate: corrected })
      onLeave()
    },
  })
  const { text: field, busy, draft } = form

  return (
    <>
      <form className="fill stack gap-0" noValidate onSubmit={(event) => void form.submit(event)}>
        <main className="sign-in-page stack gap-4">
          <div className="sign-in-halves columns one-upright top sign-in-page-head">
            <Heading>{`Details of ${delegate.name}`}</Heading>
            {shown !== null && shown.serial !== before ? <AnswerStrip key={shown.serial} shown={shown} /> : null}
          </div>
          <FormHead
            form={form}
            offer={{
              words: 'Changes to these details were begun and not saved.',
              take: 'Bring them back',
              aside: 'Set them aside',
            }}
          />
          <div className="sign-in-halves columns one-upright top">
            <div className="stack gap-4">
              <TextField {...field('name')} label="Name" maxLength={400} />
              <TextField {...field('listName')} label="Name on the list, if another" maxLength={400} />
              <OrganisationField {...field('organisation')} label="Organisation" />
              <div className="sign-in-pair columns low">
                <AreaField {...field('area')} />
                <TextField {...field('role')} label="Role" maxLength={400} />
              </div>
            </div>
            <div className="stack gap-4">
              <TextField {...field('email')} label="E-mail" type="email" maxLength={400} />
              <div className="sign-in-pair columns low">
                <SelectField {...field('sector')} label="Sector" options={sectorChoices(pack, delegate.sector)} />
                <SelectField {...field('table')} label="Table" options={tableChoices(pack, delegate.table)} />
              </div>
              <div className="stack gap-3">
                <TextField {...field('reason')} label="Why the change?" maxLength={400} />
                <div className="sign-in-steps row">
                  {REASONS.map((reason) => (
                    <Button key={reason} look="ghost" onClick={() => form.put({ reason })}>
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
          <Button look="quiet" icon={ArrowLeft} onClick={() => void draft.clear().then(onLeave)}>
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
