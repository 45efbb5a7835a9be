/** Before a walk-in of the sheet is added twice: those on the list who may be the same person. */
import { UserRoundCheck, UserRoundPlus } from 'lucide-react'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { PresenceChip } from '../presence-chip.tsx'
import type { NewLine } from './use-entering.ts'

type Props = {
  line: NewLine
  likely: readonly DelegateView[]
  now: Date
  onThem: (delegate: DelegateView) => void
  onOther: () => void
  onClose: () => void
}

export function SameLine({ line, likely, now, onThem, onOther, onClose }: Props) {
  return (
    <Dialog
      title={likely.length === 1 ? 'Is this the same person?' : 'Is it one of these people?'}
      roomy
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" safe onClick={onClose}>
            Back to the line
          </Button>
          <Button look="ghost" icon={UserRoundPlus} onClick={onOther}>
            No, a different person: add them
          </Button>
        </>
      }
    >
      <p>
        The sheet says <b>{line.name}</b>
        {line.organisation === '' ? '' : `, ${line.organisation}`}. On the list already:
      </p>
      <ul className="stack gap-3">
        {likely.map((person) => (
          <li key={person.id} className="card paper-same row">
            <span className="grow">
              <b>{person.name}</b>
              <span className="muted">{person.organisation === '' ? '' : ` · ${person.organisation}`}</span>{' '}
              <PresenceChip delegate={person} now={now} />
            </span>
            <Button
              icon={UserRoundCheck}
              aria-label={`This is them: enter the line for ${person.name}`}
              onClick={() => onThem(person)}
            >
              This is them
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
