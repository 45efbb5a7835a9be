/** Asking for the steward's PIN or the organiser's passphrase. */
import { useQueryClient } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { useApi } from '../api.tsx'
import { sentenceOf } from '../client.ts'
import { Button } from './button.tsx'
import { TextField } from './fields.tsx'

type Props = { role: 'steward' | 'organiser'; rehearsal: boolean; onDone?: () => void; cancel?: ReactNode }

const WORDS = {
  steward: { label: 'Steward PIN', hint: 'The 4 to 8 digits chosen when this tablet was set up.', button: 'Unlock' },
  organiser: { label: 'Organiser passphrase', hint: 'The words chosen when this tablet was set up.', button: 'Open' },
}

export function UnlockForm({ role, rehearsal, onDone, cancel }: Props) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [secret, setSecret] = useState('')
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const words = WORDS[role]

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    try {
      const answer = await client.staff.unlock(
        role === 'steward' ? { role, pin: secret } : { role, passphrase: secret },
      )
      if (answer.code === 'unlocked') {
        await queries.invalidateQueries()
        onDone?.()
        return
      }
      setSecret('')
      setFault(
        answer.code === 'wait'
          ? `Too many wrong tries. Wait ${waitInWords(answer.seconds)}, then try again.`
          : `That is not the ${words.label.toLowerCase()}. ${answer.left} more ${answer.left === 1 ? 'try' : 'tries'} before a pause.`,
      )
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={words.label}
        hint={
          rehearsal
            ? role === 'steward'
              ? `This is a rehearsal: the PIN is ${REHEARSAL_SECRETS.pin}.`
              : `This is a rehearsal: the passphrase is “${REHEARSAL_SECRETS.passphrase}”.`
            : words.hint
        }
        error={fault}
        type="password"
        inputMode={role === 'steward' ? 'numeric' : undefined}
        autoComplete="off"
        autoFocus
        className={role === 'steward' ? 'short' : ''}
        value={secret}
        onText={(text) => {
          setSecret(text)
          setFault(undefined)
        }}
      />
      <div className="row">
        <Button type="submit" icon={LockKeyhole} busy={busy}>
          {busy ? 'Checking…' : words.button}
        </Button>
        {cancel}
      </div>
    </form>
  )
}

const waitInWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
