/** Asking for the steward's PIN or the organiser's passphrase. */
import { useQueryClient } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { useApi } from '../api.tsx'
import { Button } from './button.tsx'
import { TextField } from './fields.tsx'
import { useSecret } from './use-secret.ts'

type Props = { role: 'steward' | 'organiser'; rehearsal: boolean; onDone?: () => void; cancel?: ReactNode }

const WORDS = {
  steward: { label: 'Steward PIN', hint: 'The 4 to 8 digits chosen when this tablet was set up.', button: 'Unlock' },
  organiser: { label: 'Organiser passphrase', hint: 'The words chosen when this tablet was set up.', button: 'Open' },
}

export function UnlockForm({ role, rehearsal, onDone, cancel }: Props) {
  const { client } = useApi()
  const queries = useQueryClient()
  const words = WORDS[role]
  const { secret, fault, busy, submit, type } = useSecret({
    name: words.label.toLowerCase(),
    ask: (given) => client.staff.unlock(role === 'steward' ? { role, pin: given } : { role, passphrase: given }),
    onOpen: async () => {
      await queries.invalidateQueries()
      onDone?.()
    },
  })

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={words.label}
        hint={
          rehearsal
            ? role === 'steward'
              ? `This is a rehearsal: the PIN is ${REHEARSAL_SECRETS.pin}.`
              : `This is a rehearsal: the passphrase is “${REHEARSAL_SECRETS.passphrase}”.`
            : words.hint
        }
        error={fault?.words}
        type="password"
        inputMode={role === 'steward' ? 'numeric' : undefined}
        autoComplete="off"
        autoFocus
        className={role === 'steward' ? 'short' : ''}
        value={secret}
        onText={type}
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
