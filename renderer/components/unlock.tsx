/** Asking for the steward's PIN or the organiser's passphrase, which opens a screen where somebody's wrong PINs make stewards wait. */
import { useQueryClient } from '@tanstack/react-query'
import { FileKey, LockKeyhole } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { useApi } from '../api.tsx'
import { Button } from './button.tsx'
import { TextField } from './fields.tsx'
import { Sentence } from './sentence.tsx'
import { UseSheetDialog } from './use-sheet-dialog.tsx'
import { useSecret } from './use-secret.ts'
import { forgetWentBack, useWentBack } from './went-back.ts'

type Props = { role: 'steward' | 'organiser'; rehearsal: boolean; onDone?: () => void; cancel?: ReactNode }

const WORDS = {
  steward: {
    label: 'Steward PIN',
    hint: 'The 4 to 8 digits that stewards have. Lost? The organiser chooses new ones.',
    button: 'Unlock',
  },
  organiser: { label: 'Organiser passphrase', hint: 'The words that the organiser chose.', button: 'Open' },
}

export function UnlockForm({ role: wanted, rehearsal, onDone, cancel }: Props) {
  const { client } = useApi()
  const [role, setRole] = useState(wanted)
  const [withSheet, setWithSheet] = useState(false)
  const [renewed, setRenewed] = useState(false)
  const queries = useQueryClient()
  const wentBackTo = useWentBack()
  const words = WORDS[role]
  const { form, waits } = useSecret({
    name: words.label.toLowerCase(),
    ask: (given) => client.staff.unlock(role === 'steward' ? { role, pin: given } : { role, passphrase: given }),
    onOpen: async () => {
      forgetWentBack(queries)
      await queries.invalidateQueries()
      onDone?.()
    },
  })

  return (
    <>
      <form className="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <TextField
          key={role}
          {...form.text('secret')}
          label={words.label}
          hint={
            rehearsal
              ? role === 'steward'
                ? `This is a rehearsal: the PIN is ${REHEARSAL_SECRETS.pin}.`
                : `This is a rehearsal: the passphrase is “${REHEARSAL_SECRETS.passphrase}”.`
              : words.hint
          }
          type="password"
          inputMode={role === 'steward' ? 'numeric' : undefined}
          autoFocus
          className={role === 'steward' ? 'short' : ''}
        />
        <div className="row">
          <Button type="submit" icon={LockKeyhole} busy={form.busy}>
            {form.busy ? 'Checking…' : words.button}
          </Button>
          {role === 'steward' && waits ? (
            <Button
              look="ghost"
              onClick={() => {
                form.put({ secret: '' })
                setRole('organiser')
              }}
            >
              Use the organiser passphrase
            </Button>
          ) : null}
          {role === 'organiser' && !rehearsal ? (
            <Button
              look="quiet"
              icon={FileKey}
              onClick={() => {
                setRenewed(false)
                setWithSheet(true)
              }}
            >
              I have the recovery sheet
            </Button>
          ) : null}
          {cancel}
        </div>
      </form>
      {wentBackTo === undefined || renewed ? null : (
        <Sentence>This tablet went back to {wentBackTo}. Its PIN and its passphrase are those of that time.</Sentence>
      )}
      {renewed ? (
        <Sentence tone="ok">
          The new passphrase and PIN hold from now on. The sheet is used up: print a new one on the page about this
          tablet.
        </Sentence>
      ) : null}
      {withSheet ? (
        <UseSheetDialog
          onBack={() => setWithSheet(false)}
          onDone={() => {
            setWithSheet(false)
            setRenewed(true)
          }}
        />
      ) : null}
    </>
  )
}
