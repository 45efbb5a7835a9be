/** What else can be done at the desk, each behind one large touch. */
import {
  ArrowLeft,
  ChartColumn,
  FileText,
  IdCard,
  ListChecks,
  LockKeyhole,
  type LucideIcon,
  SlidersHorizontal,
  Users,
} from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../../../components/button.tsx'
import { Dock, Heading } from '../../../components/page.tsx'
import type { DeskPage } from '../desk-page.ts'

const WAYS: readonly { to: string; label: string; hint: string; icon: LucideIcon }[] = [
  { to: '/arrivals', label: 'Arrivals', hint: 'Who came and who left; sign people out or in again', icon: Users },
  { to: '/numbers', label: 'Numbers', hint: 'How many came, when, and from where', icon: ChartColumn },
  { to: '/badges', label: 'Badges', hint: 'Print them all, some or one again; the print log', icon: IdCard },
  {
    to: '/paper',
    label: 'Paper sheet',
    hint: 'Print it as a fallback; enter afterwards what was written',
    icon: FileText,
  },
  { to: '/roll-call', label: 'Roll call', hint: 'Who is in the building, for an evacuation', icon: ListChecks },
  {
    to: '/door',
    label: 'How this desk works',
    hint: 'With or without a steward; scanner, badges, sounds',
    icon: SlidersHorizontal,
  },
  { to: '/staff', label: 'Staff room', hint: 'What this tablet does; what was left unfinished', icon: LockKeyhole },
]

export function MorePage({ onLeave }: DeskPage) {
  return (
    <>
      <main className="sign-in-page stack gap-4">
        <Heading>What do you need?</Heading>
        <ul className="sign-in-ways">
          {WAYS.map(({ to, label, hint, icon: Icon }) => (
            <li key={to}>
              <Link href={to} className="card sign-in-way beside top gap-4">
                <Icon className="icon" aria-hidden />
                <span>
                  <b>{label}</b>
                  <span className="small muted">{hint}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </main>
      <Dock>
        <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
          Back to the desk
        </Button>
      </Dock>
    </>
  )
}
