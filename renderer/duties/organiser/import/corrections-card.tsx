/** What was put right on screen so far, and how to take it back. */
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { fixesOf, fixWords } from './fix-words.ts'
import type { Importing } from './use-import.ts'

const FIRST = 5
const MOST = 200

type Props = Pick<Importing, 'decisions' | 'decide' | 'busy'>

export function CorrectionsCard({ decisions: { fixes }, decide, busy }: Props) {
  const [all, setAll] = useState(false)
  const made = fixesOf(fixes)
  if (made.length === 0) return null
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="corrections-title">
      <div className="row">
        <h2 id="corrections-title" className="grow">
          Put right here <span className="muted">{countWords(made.length)}</span>
        </h2>
        {made.length < 2 ? null : (
          <Button
            look="quiet"
            icon={Undo2}
            busy={busy !== null}
            onClick={() => decide({ decide: 'take-back', fix: null })}
          >
            Take all of it back
          </Button>
        )}
      </div>
      <ul className="import-list small-fields near">
        {made.slice(0, all ? MOST : FIRST).map((one) => (
          <li key={fixWords(one)} className="row">
            <span className="grow import-words any-break">{fixWords(one)}</span>
            <Button
              look="quiet"
              icon={Undo2}
              busy={busy !== null}
              aria-label={`Take back: ${fixWords(one)}`}
              onClick={() => decide({ decide: 'take-back', fix: one })}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {all || made.length <= FIRST ? null : (
        <Button look="ghost" onClick={() => setAll(true)}>
          Show the others
        </Button>
      )}
    </section>
  )
}
