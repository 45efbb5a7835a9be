/** Where a delegate stands, as a small state. */
import { Check, LogOut, UserX } from 'lucide-react'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { Chip } from '../../../components/chip.tsx'
import { timeOf } from '../../../words/times.ts'

export function PresenceMark({ delegate, now }: { delegate: DelegateView; now: Date }) {
  const time = delegate.since === null ? '' : timeOf(delegate.since, now)
  if (delegate.withdrawn)
    return (
      <Chip tone="warn" icon={UserX}>
        Off the list
      </Chip>
    )
  switch (delegate.presence) {
    case 'here':
      return (
        <Chip tone="ok" icon={Check}>
          {['Here', time].filter(Boolean).join(', ')}
        </Chip>
      )
    case 'left':
      return <Chip icon={LogOut}>{['Left', time].filter(Boolean).join(', ')}</Chip>
    case 'expected':
      return <span className="muted">Not here yet</span>
  }
}
