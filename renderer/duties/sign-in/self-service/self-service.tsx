/** The door without a steward: people find themselves, look over their details, and are in. */
import './self-service.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StationState } from '../../../../shared/contract/station.ts'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import { assertNever } from '../../../../shared/domain/never.ts'
import { useApi } from '../../../api.tsx'
import { IdleGuard } from '../../../components/idle-guard.tsx'
import { PrivacyDialog } from '../../../components/privacy-dialog.tsx'
import { Unreachable, Waiting } from '../../../components/no-station.tsx'
import { AskPage } from './ask-page.tsx'
import { ChangePage } from './change-page.tsx'
import { DetailsPage } from './details-page.tsx'
import { DonePage } from './done-page.tsx'
import { IsThisYouPage } from './is-this-you-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { ScanPage } from './scan-page.tsx'
import type { SelfPage } from './self-page.ts'
import { StaffPage } from './staff-page.tsx'
import { useVisit } from './use-visit.ts'
import { WelcomePage } from './welcome-page.tsx'

/** A door is busier than any other screen: the next person waits behind this one. Seconds without a touch. */
const QUIET = 45

export function SelfService({ state, door }: { state: StationState; door: DoorSettings }) {
  const { api } = useApi()
  const event = useQuery(api.station.event.queryOptions({ staleTime: Infinity }))
  const desk = useVisit(door)
  const [reading, setReading] = useState(false)
  const [spoken, setSpoken] = useState('')
  const { page } = desk.visit
  const pack = event.data
  if (pack === undefined) return event.error === null ? <Waiting /> : <Unreachable />
  const leave = () => {
    setReading(false)
    desk.leave()
  }
  return (
    <div className="fill stack gap-0">
      <div className="unseen" aria-live="polite">
        {spoken}
      </div>
      <Shown
        desk={{ ...desk, leave }}
        state={state}
        door={door}
        pack={pack}
        onRead={() => setReading(true)}
        onSpeak={setSpoken}
      />
      {reading ? <PrivacyDialog pack={pack} onClose={() => setReading(false)} /> : null}
      {page.name === 'welcome' && !reading ? null : page.name === 'done' ? null : (
        <IdleGuard quiet={QUIET} onIdle={leave} kept={false} />
      )}
    </div>
  )
}

function Shown(props: SelfPage) {
  const { page } = props.desk.visit
  switch (page.name) {
    case 'welcome':
      return <WelcomePage {...props} />
    case 'scan':
      return <ScanPage {...props} />
    case 'ask':
      return <AskPage key={page.question} {...props} question={page.question} />
    case 'not-found':
      return <NotFoundPage {...props} />
    case 'is-this-you':
      return <IsThisYouPage key={page.person.id} {...props} person={page.person} wishes={page.wishes} />
    case 'details':
      return <DetailsPage {...props} person={page.person} wishes={page.wishes} />
    case 'change':
      return <ChangePage key={page.wish} {...props} person={page.person} wishes={page.wishes} wish={page.wish} />
    case 'done':
      return <DonePage {...props} answer={page.answer} />
    case 'staff':
      return <StaffPage {...props} />
    default:
      return assertNever(page)
  }
}
