/** Which other entry is meant: those that are likely, and whatever is searched for. */
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { Sentence } from '../../../components/sentence.tsx'

type Choice = { id: string; title: string; line: string }

type Props = {
  title: string
  /** What is shown before anything is searched for. */
  lead: string
  search: { label: string; hint: string; typed: string; onText: (text: string) => void }
  /** Undefined while they are being asked for. */
  choices: readonly Choice[] | undefined
  /** What is said where there are none. */
  none: string
  said?: ReactNode
  onChoose: (id: string) => void
  onBack: () => void
}

export function ChooseDialog({ title, lead, search, choices, none, said, onChoose, onBack }: Props) {
  return (
    <Dialog
      roomy
      title={title}
      onClose={onBack}
      foot={
        <Button look="ghost" safe onClick={onBack}>
          Back
        </Button>
      }
    >
      <div className="stack gap-4">
        <p>{lead}</p>
        <div className="row">
          <SearchBox label={search.label} hint={search.hint} value={search.typed} onText={search.onText} />
        </div>
        {said}
        <p className="unseen" role="status">
          {choices === undefined ? '' : choices.length === 0 ? none : `${choices.length} to choose from`}
        </p>
        {choices === undefined ? null : choices.length === 0 ? (
          <Sentence>{none}</Sentence>
        ) : (
          <ul className="one-choices stack gap-2">
            {choices.map(({ id, title: name, line }) => (
              <li key={id}>
                <button type="button" className="card one-choice any-break" onClick={() => onChoose(id)}>
                  <b>{name}</b>
                  {line === '' ? null : <span className="small muted two-lines">{line}</span>}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
