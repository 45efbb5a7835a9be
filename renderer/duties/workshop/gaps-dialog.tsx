/** Before the table finishes: every question it has left open, and the way to each. */
import { type ActionView, actionGaps } from '../../../shared/domain/action.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { GAP_QUESTIONS } from '../../words/workshop.ts'

export function GapsDialog({
  actions,
  onClose,
  onOpen,
}: {
  actions: readonly ActionView[]
  onClose: () => void
  onOpen: (action: ActionView) => void
}) {
  const open = actions.filter((action) => actionGaps(action).length > 0)
  return (
    <Dialog
      roomy
      title="Before we finish"
      onClose={onClose}
      foot={
        <Button safe onClick={onClose}>
          Back to the table
        </Button>
      }
    >
      <p className="muted">A board can follow an action up when it knows these. An honest “not yet” is fine.</p>
      <ul className="stack gap-3">
        {open.map((action) => (
          <li key={action.id} className="card pad row">
            <div className="grow stack gap-1">
              <p className="strong">{action.title}</p>
              <div className="workshop-chips any-break row gap-2">
                {actionGaps(action).map((gap) => (
                  <Chip key={gap} tone="warn">
                    {GAP_QUESTIONS[gap]}
                  </Chip>
                ))}
              </div>
            </div>
            <Button look="ghost" aria-label={`Answer for: ${action.title}`} onClick={() => onOpen(action)}>
              Answer
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
