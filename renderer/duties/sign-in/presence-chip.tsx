/** Says of someone found that they are here already, or have left; nothing of those still expected. */
import { Clock, LogOut } from 'lucide-react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { Chip } from '../../components/chip.tsx'
import { timeOf } from '../../words/times.ts'

export function PresenceChip({ delegate: { presence, since }, now }: { delegate: DelegateView; now: Date }) {
  if (presence === 'expected') return null
  const time = timeOf(since ?? '', now)
  return presence === 'here' ? (
    <Chip tone="warn" icon={Clock}>
      already here, {time}
    </Chip>
  ) : (
    <Chip icon={LogOut}>left at {time}</Chip>
  )
}
