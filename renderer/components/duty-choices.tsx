/** The five duties, as a person chooses between them. */
import { ClipboardList, DoorOpen, HeartHandshake, type LucideIcon, TreeDeciduous, Users } from 'lucide-react'
import { DUTIES, type Duty } from '../../shared/domain/duty.ts'

export const DUTY_WORDS: Record<Duty, { label: string; hint: string; icon: LucideIcon }> = {
  'sign-in': { label: 'Sign-in', hint: 'At the door, with a steward', icon: DoorOpen },
  pledges: { label: 'Pledges', hint: 'For delegates to make their pledge', icon: HeartHandshake },
  workshop: { label: 'Workshop', hint: 'On a table, for actions and ideas', icon: Users },
  wall: { label: 'Wall', hint: 'The pledge tree on the big screen', icon: TreeDeciduous },
  organiser: { label: 'Organiser', hint: 'Lists, corrections and the export', icon: ClipboardList },
}

export const dutyOptions = DUTIES.map((value) => {
  const { label, hint, icon: Icon } = DUTY_WORDS[value]
  return { value, label, hint, lead: <Icon className="icon duty-icon" aria-hidden /> }
})
