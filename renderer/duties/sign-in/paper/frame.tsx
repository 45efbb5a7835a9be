/** Both parts of the paper sheet stand in this: heading, the way between them, and the foot of the page. */
import { ArrowLeft, Keyboard, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Button } from '../../../components/button.tsx'
import { Dock, Heading } from '../../../components/page.tsx'
import '../../../components/lists/lists.css'

type Props = {
  part: 'print' | 'enter'
  heading: string
  /** What stands beside the heading. */
  beside?: ReactNode
  /** The part's own buttons at the foot. */
  dock?: ReactNode
  onLeave: () => void
  children: ReactNode
}

export function Frame({ part, heading, beside, dock, onLeave, children }: Props) {
  return (
    <>
      <main className="sign-in-page stack gap-4 paper-page">
        <div className="paper-head row">
          <Heading>{heading}</Heading>
          {beside}
          <nav className="list-segments paper-parts" aria-label="Paper sheet">
            <Link href="/paper" aria-label="Print the sheet" aria-current={part === 'print' ? 'page' : undefined}>
              <Printer className="icon" aria-hidden />
              <span>
                Print<span className="if-wide"> the sheet</span>
              </span>
            </Link>
            <Link href="/paper/enter" aria-label="Enter the sheet" aria-current={part === 'enter' ? 'page' : undefined}>
              <Keyboard className="icon" aria-hidden />
              <span>
                Enter<span className="if-wide"> the sheet</span>
              </span>
            </Link>
          </nav>
        </div>
        {children}
      </main>
      <Dock>
        {dock}
        <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
          Back to the desk
        </Button>
      </Dock>
    </>
  )
}
