/** One action on the table's list: what, who, by when, how we will know; what is missing is asked in amber. */
import { Calendar, Check, ChevronDown, ChevronUp, CircleHelp, Flag, Pencil, Trash2 } from 'lucide-react'
import { type ActionView, actionGaps } from '../../../shared/domain/action.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { GAP_QUESTIONS, whenInWords, whoInWords } from '../../words/workshop.ts'

type Props = {
  action: ActionView
  number: number
  priority: string | undefined
  first: boolean
  last: boolean
  onOpen: () => void
  onMove: (to: 'up' | 'down') => void
  onWithdraw: () => void
}

export function ActionCard({ action, number, priority, first, last, onOpen, onMove, onWithdraw }: Props) {
  const gaps = actionGaps(action)
  const uncertain = gaps.includes('timescale') || action.dueDerived
  return (
    <li className="card workshop-action stack gap-3">
      <header>
        <span className="workshop-number" aria-hidden>
          {number}
        </span>
        <h3>{action.title}</h3>
        <span className="workshop-moves">
          <Button look="square" aria-label={`Move up: ${action.title}`} busy={first} onClick={() => onMove('up')}>
            <ChevronUp className="icon" aria-hidden />
          </Button>
          <Button look="square" aria-label={`Move down: ${action.title}`} busy={last} onClick={() => onMove('down')}>
            <ChevronDown className="icon" aria-hidden />
          </Button>
        </span>
      </header>
      <div className="workshop-chips any-break row gap-2">
        <Chip tone={gaps.includes('owner') ? 'warn' : 'ok'} icon={gaps.includes('owner') ? CircleHelp : Check}>
          {whoInWords(action)}
        </Chip>
        <Chip tone={uncertain ? 'warn' : 'ok'} icon={Calendar}>
          {whenInWords(action)}
        </Chip>
        <Chip tone={gaps.includes('measure') ? 'warn' : 'ok'} icon={Flag}>
          {action.measure === '' ? GAP_QUESTIONS.measure : action.measure}
        </Chip>
        {priority === undefined ? null : <Chip>{priority}</Chip>}
      </div>
      <div className="workshop-card-foot row gap-1">
        <Button look="quiet" icon={Pencil} aria-label={`Change: ${action.title}`} onClick={onOpen}>
          Change
        </Button>
        <Button look="quiet" icon={Trash2} aria-label={`Take back: ${action.title}`} onClick={onWithdraw}>
          Take back
        </Button>
      </div>
    </li>
  )
}
