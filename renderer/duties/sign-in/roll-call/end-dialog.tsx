/** Before a roll call ends: who would be left as not accounted for. */
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import type { Tally } from '../../../../shared/domain/roll-call.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
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
  const { busy, said, attempt } = useSending()
  const more = missing.length - SHOWN
  return (
    <Dialog
      title="End the roll call?"
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" safe onClick={onClose}>
            Go on with it
          </Button>
          <Button busy={busy} onClick={() => void attempt(onEnd)}>
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
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
    </Dialog>
  )
}
