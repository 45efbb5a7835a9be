/** Forgetting a person for good: what goes with them, and whose words name them, for the organiser to change or keep. */
import { useState } from 'react'
import type { BeforeErasing, NamingText } from '../../../../shared/contract/erasing.ts'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { namedPerson } from '../../../../shared/domain/named-person.ts'
import { formatReference } from '../../../../shared/domain/reference.ts'
import { useApi } from '../../../api.tsx'
import { TextArea } from '../../../components/fields.tsx'
import { WithdrawDialog } from '../record/withdraw-dialog.tsx'

const KINDS: Record<NamingText['kind'], string> = { pledge: 'Pledge', action: 'Action', idea: 'Idea' }
const FIELDS: Record<NamingText['field'], string> = {
  wording: 'what is promised',
  timescale: 'by when',
  name: 'who to speak to',
  organisation: 'organisation',
  area: 'service area',
  title: 'what should happen',
  owner: 'owner',
  measure: 'measure of success',
  voice: 'young people’s words beside it',
  text: 'the words',
}

const keyOf = ({ subject, field }: NamingText): string => `${subject} ${field}`

type Props = { delegate: DelegateView; before: BeforeErasing; onBack: () => void; onDone: () => Promise<void> }

export function ForgetDialog({ delegate, before, onBack, onDone }: Props) {
  const { client } = useApi()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  /** Where their whole name stood when it was asked whether it shall: to leave it there is a second press. */
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const { whole } = namedPerson({ names: [delegate.name], marks: [] })
  const wordsOf = (text: NamingText): string => typed[keyOf(text)] ?? text.text
  return (
    <WithdrawDialog
      title={`Forget ${delegate.name} for good?`}
      button="Forget them for good"
      hint="For example, “asked by letter”. This stays; their name, if you write it, is taken out."
      onBack={onBack}
      onReason={async (reason) => {
        const standing = before.texts.filter((text) => whole.isIn(wordsOf(text))).map(keyOf)
        if (standing.some((key) => !asked.has(key))) {
          setAsked(new Set(standing))
          return stillWords(standing.length)
        }
        const words = before.texts.map((text) => ({ subject: text.subject, field: text.field, text: wordsOf(text) }))
        await client.signIn.erase({ delegate: delegate.id, reason, words })
        await onDone()
        return undefined
      }}
    >
      <p>
        Everything that was said of them is taken off this tablet: name, organisation, service area, e-mail, needs,
        notes, and why something of theirs was changed. Their pledges stay, without a name. This cannot be undone. Files
        that were exported before are not changed, and backups that were made before still hold them.
      </p>
      {before.drafts === 0 ? null : <p>{draftWords(before.drafts)}</p>}
      {before.texts.length === 0 ? null : (
        <div className="stack gap-3" role="group" aria-label="Words that name them">
          <p>
            Their name, or a part of it, stands in these words. Change what tells who they are; what you leave as it is
            stays.
          </p>
          {before.texts.map((text) => (
            <TextArea
              key={keyOf(text)}
              label={`${KINDS[text.kind]} ${formatReference(text.reference)}: ${FIELDS[text.field]}`}
              rows={2}
              maxLength={600}
              className="organiser-short"
              value={wordsOf(text)}
              onText={(next) => setTyped((all) => ({ ...all, [keyOf(text)]: next }))}
            />
          ))}
        </div>
      )}
    </WithdrawDialog>
  )
}

const draftWords = (drafts: number): string =>
  drafts === 1
    ? 'One form that was not finished is about them or names them. It goes too.'
    : `${drafts} forms that were not finished are about them or name them. They go too.`

const stillWords = (places: number): string =>
  `Their whole name still stands in ${places} of these words. Press once more to leave it there.`
