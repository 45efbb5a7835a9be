/** The passphrase is lost: what stands on the recovery sheet, and another passphrase and PIN. */
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { passphraseSchema, pinSchema } from '../../shared/contract/station.ts'
import { useApi } from '../api.tsx'
import { TextField } from './fields.tsx'
import { FormDialog } from './form/form-dialog.tsx'
import { Stays, useForm } from './form/use-form.ts'
import { notOpenedWords } from './secret-words.ts'

const given = z.object({
  sheet: z.string().refine((text) => text.trim() !== '', 'Type or scan what stands on the sheet'),
  passphrase: passphraseSchema,
  pin: pinSchema,
})

export function UseSheetDialog({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const form = useForm(given, {
    prefix: 'sheet',
    values: { sheet: '', passphrase: '', pin: '' },
    send: async (secrets) => {
      const answer = await client.staff.openWithSheet(secrets)
      if (answer.code === 'changed') return undefined
      return new Stays({
        errors: {
          sheet:
            answer.code === 'not-a-sheet'
              ? 'One of the characters is not as it is printed. Compare each of the seven groups'
              : notOpenedWords(answer, 'sheet of this tablet, or it is void'),
        },
      })
    },
    onDone: () => {
      onDone()
      return queries.invalidateQueries()
    },
  })
  const { text } = form
  return (
    <FormDialog
      form={form}
      title="Use the recovery sheet"
      back={{ words: 'Back', onBack }}
      button={{ words: 'Use the new ones', busy: 'Checking…' }}
    >
      <TextField
        {...text('sheet')}
        label="What stands on the sheet"
        hint="The seven groups. Small letters and spaces do not matter; a scanner reads the square code."
        autoFocus
        maxLength={200}
      />
      <TextField
        {...text('passphrase')}
        label="New organiser passphrase"
        hint="Three or four words, written down in a safe place."
        maxLength={200}
      />
      <TextField
        {...text('pin')}
        label="New steward PIN"
        hint="4 to 8 digits."
        inputMode="numeric"
        className="short"
        maxLength={8}
      />
      <p className="muted">The sheet is used up then. Print a new one on the organiser’s page about this tablet.</p>
    </FormDialog>
  )
}
