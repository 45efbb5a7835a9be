/** Choosing the list to import: with a button, dropped where the button is, or pasted. */
import { ClipboardPaste, FileSpreadsheet, FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import type { Refusal } from './use-import.ts'

type Props = { refused: Refusal | null; busy: boolean; onFile: (file: File) => void; onPaste: () => void }

/** Why a list cannot be read, and what to do. */
export function Refused({ refused: { sentence, todo } }: { refused: Refusal }) {
  return (
    <Sentence tone="bad">
      <p className="strong">{sentence}</p>
      <p>{todo}</p>
      <p className="muted small">Nothing was imported.</p>
    </Sentence>
  )
}

export function ChooseFile({ refused, busy, onFile, onPaste }: Props) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <>
      {refused === null ? null : <Refused refused={refused} />}
      <div
        className={over ? 'organiser-drop stack gap-3 over' : 'organiser-drop stack gap-3'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileSpreadsheet className="icon" aria-hidden />
        <p className="strong">A CSV file or an Excel workbook, one row for each person</p>
        <p className="muted small">
          Exports from Eventbrite, pretix and Microsoft Forms are recognised. You see what would happen before anything
          does, and importing the same list again is harmless.
        </p>
        <label className="organiser-file file-button">
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-label="Choose a file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              // So that choosing the same file again, once it is mended, is noticed.
              event.currentTarget.value = ''
              if (file !== undefined && !busy) onFile(file)
            }}
          />
          <span className="btn big">
            <FileUp className="icon" aria-hidden />
            {busy ? 'Reading the file…' : 'Choose a file'}
          </span>
        </label>
        <p className="muted small">or drop it here</p>
        <Button look="ghost" icon={ClipboardPaste} onClick={onPaste}>
          Paste a list instead
        </Button>
      </div>
    </>
  )
}
