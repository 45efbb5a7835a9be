/** Another PIN or passphrase for this tablet: the passphrase as it is now, and the new one. */
import { type SubmitEvent, useId, useState } from 'react'
import { passphraseSchema, pinSchema } from '../../../../shared/contract/station.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorSummary, type Fault, faultOf, TextField } from '../../../components/fields.tsx'
import { notOpenedWords } from '../../../components/secret-words.ts'
import { Sentence } from '../../../components/sentence.tsx'

export type Secret = 'pin' | 'passphrase'

const WORDS = {
  pin: {
    title: 'Change the steward PIN',
    label: 'New steward PIN',
    hint: '4 to 8 digits. Whoever is in with the old one is asked for the new one.',
    schema: pinSchema,
  },
  passphrase: {
    title: 'Change the organiser passphrase',
    label: 'New organiser passphrase',
    hint: 'Three or four words, written down in a safe place: nobody can look them up for you.',
    schema: passphraseSchema,
  },
} as const

const [NOW, NEXT] = ['passphrase-now', 'secret-next']

export function ChangeSecret({ secret, onBack, onDone }: { secret: Secret; onBack: () => void; onDone: () => void }) {
  const { client } = useApi()
  const form = useId()
  const [passphrase, setPassphrase] = useState('')
  const [next, setNext] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const { title, label, hint, schema } = WORDS[secret]

  const change = async () => {
    const fault = schema.safeParse(next).error?.issues[0]?.message
    const found = [
      ...(passphrase === '' ? [{ id: NOW, message: 'Give the passphrase as it is now' }] : []),
      ...(fault === undefined ? [] : [{ id: NEXT, message: fault }]),
    ]
    setFaults(found)
    setProblem('')
    if (found.length > 0) return
    setBusy(true)
    try {
      const answer = await (secret === 'pin'
        ? client.staff.changePin({ passphrase, pin: next })
        : client.staff.changePassphrase({ passphrase, next }))
      if (answer.code === 'changed') onDone()
      else if (answer.code === 'same')
        setFaults([{ id: NEXT, message: 'That is the one you have now. Choose another.' }])
      else {
        setFaults([{ id: NOW, message: notOpenedWords(answer, 'organiser passphrase') }])
        setPassphrase('')
      }
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={title}
      onClose={onBack}
      foot={
        <>
          <Button look="ghost" onClick={onBack}>
            Leave it as it is
          </Button>
          <Button type="submit" form={form} busy={busy}>
            {busy ? 'Changing…' : 'Change it'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack gap-4"
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          if (!busy) void change()
        }}
      >
        <ErrorSummary faults={faults} />
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
        <TextField
          id={NOW}
          label="Organiser passphrase as it is now"
          type="password"
          autoComplete="off"
          autoFocus
          maxLength={300}
          value={passphrase}
          error={faultOf(faults, NOW)}
          onText={setPassphrase}
        />
        <TextField
          id={NEXT}
          label={label}
          hint={hint}
          autoComplete="off"
          inputMode={secret === 'pin' ? 'numeric' : undefined}
          maxLength={secret === 'pin' ? 8 : 200}
          className={secret === 'pin' ? 'short' : ''}
          value={next}
          error={faultOf(faults, NEXT)}
          onText={setNext}
        />
      </form>
    </Dialog>
  )
}
