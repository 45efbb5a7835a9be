/** Another PIN or passphrase for this tablet: the passphrase as it is now, and the new one. */
import { z } from 'zod'
import { passphraseSchema, pinSchema } from '../../../../shared/contract/station.ts'
import { useApi } from '../../../api.tsx'
import { TextField } from '../../../components/fields.tsx'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { Stays, useForm } from '../../../components/form/use-form.ts'
import { notOpenedWords } from '../../../components/secret-words.ts'

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

export function ChangeSecret({ secret, onBack, onDone }: { secret: Secret; onBack: () => void; onDone: () => void }) {
  const { client } = useApi()
  const { title, label, hint, schema } = WORDS[secret]
  const form = useForm(z.object({ now: z.string().min(1, 'Give the passphrase as it is now'), next: schema }), {
    prefix: 'secret',
    values: { now: '', next: '' },
    send: async ({ now, next }) => {
      const answer = await (secret === 'pin'
        ? client.staff.changePin({ passphrase: now, pin: next })
        : client.staff.changePassphrase({ passphrase: now, next }))
      if (answer.code === 'changed') return undefined
      return answer.code === 'same'
        ? new Stays({ errors: { next: 'That is the one you have now. Choose another.' } })
        : new Stays({ errors: { now: notOpenedWords(answer, 'organiser passphrase') }, become: { now: '' } })
    },
    onDone,
  })
  return (
    <FormDialog
      form={form}
      title={title}
      back={{ words: 'Leave it as it is', onBack }}
      button={{ words: 'Change it', busy: 'Changing…' }}
    >
      <TextField
        {...form.text('now')}
        label="Organiser passphrase as it is now"
        type="password"
        autoFocus
        maxLength={300}
      />
      <TextField
        {...form.text('next')}
        label={label}
        hint={hint}
        inputMode={secret === 'pin' ? 'numeric' : undefined}
        maxLength={secret === 'pin' ? 8 : 200}
        className={secret === 'pin' ? 'short' : ''}
      />
    </FormDialog>
  )
}
