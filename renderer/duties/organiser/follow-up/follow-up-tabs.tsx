/** The pages of following up: their one head, and the way from one to the other. */
import type { ReactNode } from 'react'
import { PageHead, Tabs } from '../shell.tsx'

const TABS = [
  { to: '/organiser/follow-up', label: 'Like offers' },
  { to: '/organiser/follow-up/contacts', label: 'Who to write to' },
  { to: '/organiser/follow-up/numbers', label: 'In numbers' },
] as const

/** `children`: what can be done, beside the heading. */
export function FollowUpHead({ title, line, children }: { title: string; line?: ReactNode; children?: ReactNode }) {
  return (
    <>
      <PageHead title={title} line={line}>
        {children}
      </PageHead>
      <div className="row">
        <Tabs name="Following up" tabs={TABS} />
      </div>
    </>
  )
}
