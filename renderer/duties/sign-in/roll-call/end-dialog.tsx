/** Before a roll call ends: who would be left as not accounted for. */
import { useState } from 'react'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import type { Tally } from '../../../../shared/domain/roll-call.ts'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countOf, people } from './words.ts'

/** So many names are read at a glance; the list behind has them all. */
const SHOWN = 8

type Props = {
  counts: Tally
  missing: readonly RollCallPerson[]
  by: string
  onEnd: () => Promise<void>
  onClose: () => void
}

export function EndDialog({ counts, missing, by, onEnd, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const end = async () => {
    setBusy(true)
    try {
      await onEnd()
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }
  const more = missing.length - SHOWN
  return (
    <Dialog
      title="End the roll call?"
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" onClick={onClose}>
            Go on with it
          </Button>
          <Button busy={busy} onClick={() => void end()}>
            End it
          </Button>
        </>
      }
    >
      {missing.length === 0 ? (
        <p>
          {counts.accounted === 0
            ? 'Nobody was on it.'
            : `${people(counts.accounted)} accounted for, nobody still to find.`}
        </p>
      ) : (
        <>
          <p>
            {people(counts.accounted)} accounted for. <b>{countOf(missing.length)} still to find:</b>
          </p>
          <ul className="stack gap-1">
            {missing.slice(0, SHOWN).map(({ id, name, organisation }) => (
              <li key={id}>
                <b>{name}</b> <span className="muted">{organisation}</span>
              </li>
            ))}
            {more > 0 ? <li className="muted">and {countOf(more)} more</li> : null}
          </ul>
        </>
      )}
      <p className="small muted">
        The summary says that {by} ended it, and who was not accounted for. It can be opened again.
      </p>
      {fault === undefined ? null : <Sentence tone="bad">{fault}</Sentence>}
    </Dialog>
  )
}
