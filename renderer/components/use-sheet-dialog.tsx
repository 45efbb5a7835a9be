/** The passphrase is lost: what stands on the recovery sheet, and another passphrase and PIN. */
import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useId, useState } from 'react'
import { passphraseSchema, pinSchema } from '../../shared/contract/station.ts'
import { useApi } from '../api.tsx'
import { sentenceOf } from '../client.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorSummary, type Fault, faultOf, TextField } from './fields.tsx'
import { notOpenedWords } from './secret-words.ts'
import { Sentence } from './sentence.tsx'

const [SHEET, PASSPHRASE, PIN] = ['sheet-groups', 'sheet-passphrase', 'sheet-pin']

export function UseSheetDialog({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const form = useId()
  const [given, setGiven] = useState({ sheet: '', passphrase: '', pin: '' })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const put = (next: Partial<typeof given>) => setGiven((before) => ({ ...before, ...next }))

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const found = [
      { id: SHEET, message: given.sheet.trim() === '' ? 'Type or scan what stands on the sheet' : undefined },
      { id: PASSPHRASE, message: passphraseSchema.safeParse(given.passphrase).error?.issues[0]?.message },
      { id: PIN, message: pinSchema.safeParse(given.pin).error?.issues[0]?.message },
    ].flatMap(({ id, message }) => (message === undefined ? [] : [{ id, message }]))
    setFaults(found)
    setProblem('')
    if (found.length > 0) return
    setBusy(true)
    try {
      const answer = await client.staff.openWithSheet(given)
      if (answer.code === 'changed') {
        onDone()
        await queries.invalidateQueries()
      } else
        setFaults([
          {
            id: SHEET,
            message:
              answer.code === 'not-a-sheet'
                ? 'One of the characters is not as it is printed. Compare each of the seven groups'
                : notOpenedWords(answer, 'sheet of this tablet, or it is void'),
          },
        ])
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="Use the recovery sheet"
      onClose={onBack}
      foot={
        <>
          <Button look="ghost" onClick={onBack}>
            Back
          </Button>
          <Button type="submit" form={form} busy={busy}>
            {busy ? 'Checking…' : 'Use the new ones'}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary faults={faults} />
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
        <TextField
          id={SHEET}
          label="What stands on the sheet"
          hint="The seven groups. Small letters and spaces do not matter; a scanner reads the square code."
          autoComplete="off"
          autoFocus
          maxLength={200}
          value={given.sheet}
          error={faultOf(faults, SHEET)}
          onText={(sheet) => put({ sheet })}
        />
        <TextField
          id={PASSPHRASE}
          label="New organiser passphrase"
          hint="Three or four words, written down in a safe place."
          autoComplete="off"
          maxLength={200}
          value={given.passphrase}
          error={faultOf(faults, PASSPHRASE)}
          onText={(passphrase) => put({ passphrase })}
        />
        <TextField
          id={PIN}
          label="New steward PIN"
          hint="4 to 8 digits."
          autoComplete="off"
          inputMode="numeric"
          className="short"
          maxLength={8}
          value={given.pin}
          error={faultOf(faults, PIN)}
          onText={(pin) => put({ pin })}
        />
        <p className="muted">The sheet is used up then. Print a new one on the organiser’s page about this tablet.</p>
      </form>
    </Dialog>
  )
}
