/** Pasting a list out of a spreadsheet. */
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { type ClipboardEvent, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { type FieldError, errorOf, TextArea } from '../../../components/fields.tsx'
import { Dock } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { Refused } from './choose-file.tsx'
import { linesIn, MOST_TYPED } from './paste.ts'
import type { Refusal } from './use-import.ts'

type Props = { refused: Refusal | null; busy: boolean; onPaste: (text: string) => void; onBack: () => void }

const NONE: FieldError[] = []

export function PasteStep({ refused, busy, onPaste, onBack }: Props) {
  const [text, setText] = useState('')
  /** A list too long for a text field, which would stand still under it. */
  const [long, setLong] = useState<string | null>(null)
  const [errors, setErrors] = useState(NONE)
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length <= MOST_TYPED) return
    event.preventDefault()
    setLong(pasted)
    setErrors(NONE)
  }
  const go = () => {
    const list = long ?? text
    if (list.trim() === '') {
      setErrors([{ id: 'pasted-list', message: 'Paste or write at least one name' }])
      document.getElementById('pasted-list')?.focus()
    } else onPaste(list)
  }
  return (
    <>
      {refused === null ? null : <Refused refused={refused} />}
      <section className="card organiser-card pad stack gap-3 import-paste">
        {long === null ? (
          <TextArea
            id="pasted-list"
            label="The list"
            hint="Select the cells in Excel, LibreOffice or Google Sheets, copy them, and paste them here. A name on each line is enough; “Name, organisation” is fine too."
            error={errorOf(errors, 'pasted-list')}
            value={text}
            rows={12}
            spellCheck={false}
            onText={setText}
            onPaste={paste}
          />
        ) : (
          <Sentence tone="ok">
            <p className="strong">{countWords(linesIn(long))} lines were pasted.</p>
            <p>That is too much to show here; you see it on the next page.</p>
            <Button
              look="quiet"
              icon={X}
              onClick={() => {
                setLong(null)
                setText('')
              }}
            >
              Take it out again
            </Button>
          </Sentence>
        )}
      </section>
      <Dock>
        <Button look="ghost" icon={ArrowLeft} onClick={onBack}>
          Choose a file instead
        </Button>
        <span className="push" />
        <Button big then={ArrowRight} busy={busy} onClick={go}>
          Look at the list
        </Button>
      </Dock>
    </>
  )
}
