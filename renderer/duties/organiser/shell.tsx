/** The organiser's side: the pages to choose from, and the way out; the page itself stands beside it. */
import {
  ChartColumn,
  ClipboardList,
  FileText,
  HeartHandshake,
  Leaf,
  Lightbulb,
  MailCheck,
  LockKeyhole,
  type LucideIcon,
  Settings,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../components/button.tsx'
import { DisplayButton } from '../../components/display-button.tsx'
import { Heading } from '../../components/page.tsx'
import '../../components/lists/lists.css'

const PAGES: readonly { to: string; label: string; icon: LucideIcon }[] = [
  { to: '/organiser', label: 'Today', icon: Leaf },
  { to: '/organiser/delegates', label: 'Delegates', icon: Users },
  { to: '/organiser/attendance', label: 'Attendance', icon: ChartColumn },
  { to: '/organiser/pledges', label: 'Pledges', icon: HeartHandshake },
  { to: '/organiser/workshops', label: 'Workshops', icon: Lightbulb },
  { to: '/organiser/cards', label: 'On paper', icon: FileText },
  { to: '/organiser/plan', label: 'Action plan', icon: ClipboardList },
  { to: '/organiser/follow-up', label: 'Follow up', icon: MailCheck },
  { to: '/organiser/event', label: 'Event & tablet', icon: Settings },
]

/** The page that an address belongs to; any other address shows today. */
const pageAt = (path: string): string =>
  PAGES.slice(1).find(({ to }) => path === to || path.startsWith(`${to}/`))?.to ?? '/organiser'

export function Shell({ name, onLock, children }: { name: string; onLock: () => void; children: ReactNode }) {
  const [path] = useLocation()
  const current = pageAt(path)
  return (
    <div className="organiser">
      <header className="organiser-side no-print">
        <div className="organiser-brand">
          <b>Pledge Kiosk</b>
          <span className="tiny">{name}</span>
        </div>
        <nav className="organiser-pages" aria-label="Organiser">
          {PAGES.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              href={to}
              aria-current={to === current ? 'page' : undefined}
              // The heading of the new page takes the focus once nothing else holds it.
              onClick={(event) => event.currentTarget.blur()}
            >
              <Icon className="icon" aria-hidden />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <div className="organiser-foot">
          <DisplayButton />
          <Button look="quiet" icon={LockKeyhole} onClick={onLock}>
            Lock
          </Button>
        </div>
      </header>
      <main className="organiser-main stack gap-5">{children}</main>
    </div>
  )
}

/** The head of every page: its one heading, a quiet line under it, and what can be done. */
export function PageHead({ title, line, children }: { title: string; line?: ReactNode; children?: ReactNode }) {
  return (
    <div className="organiser-head row">
      <div className="grow">
        <Heading>{title}</Heading>
        {line === undefined ? null : <p className="muted small">{line}</p>}
      </div>
      {children === undefined ? null : <div className="row">{children}</div>}
    </div>
  )
}

/** Two or three pages that belong together. `name` says what they are pages of. */
export function Tabs({ name, tabs }: { name: string; tabs: readonly { to: string; label: string }[] }) {
  const [path] = useLocation()
  // Of a page and those below it, the nearest.
  const current = tabs
    .map(({ to }) => to)
    .filter((to) => path === to || path.startsWith(`${to}/`))
    .toSorted((one, other) => other.length - one.length)[0]
  return (
    <nav className="list-segments" aria-label={name}>
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          href={to}
          aria-current={to === current ? 'page' : undefined}
          onClick={(event) => event.currentTarget.blur()}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
