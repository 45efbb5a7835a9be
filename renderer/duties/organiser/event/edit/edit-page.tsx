/** Changing the event, before the day and on it: its sections, one at a time. */
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { EventPack } from '../../../../../shared/domain/event-pack.ts'
import { Button } from '../../../../components/button.tsx'
import type { Said } from '../../../../components/form/use-sending.ts'
import { NotHere, Otherwise } from '../../../../components/not-here.tsx'
import { Sentence } from '../../../../components/sentence.tsx'
import { PageHead, Tabs } from '../../shell.tsx'
import { EVENT_TABS } from '../event-tabs.ts'
import { ABOUT, AboutSection, PRIVACY } from './about-section.tsx'
import { EventClashes } from './event-clashes.tsx'
import { EventHistory } from './event-history.tsx'
import { ListSection } from './list-section.tsx'
import { VoicesSection } from './voices-section.tsx'
import './edit.css'

const HOME = '/organiser/event/edit'
const SECTIONS = [
  { to: HOME, label: 'Name and days' },
  { to: `${HOME}/programme`, label: 'Programme' },
  { to: `${HOME}/tables`, label: 'Tables' },
  { to: `${HOME}/kinds`, label: 'Kinds' },
  { to: `${HOME}/priorities`, label: 'Priorities' },
  { to: `${HOME}/quotations`, label: 'Quotations' },
  { to: `${HOME}/privacy`, label: 'Privacy' },
  { to: `${HOME}/history`, label: 'Changes' },
]

const WORDS = {
  programme: {
    title: 'Programme',
    lead: 'What happens when. Tables write in workshops; each has its own questions.',
    add: 'Add a session',
    change: 'Change a session',
  },
  tables: {
    title: 'Tables',
    lead: 'Where people sit and write.',
    add: 'Add a table',
    change: 'Change a table',
  },
  kinds: {
    title: 'Kinds of pledge',
    lead: 'What people can choose from, in this order.',
    add: 'Add a kind of pledge',
    change: 'Change a kind of pledge',
  },
  priorities: {
    title: 'Priorities',
    lead: 'What every pledge and every action can serve.',
    add: 'Add a priority',
    change: 'Change a priority',
  },
  questions: {
    title: 'Questions',
    lead: 'What its tables answer with short ideas.',
    add: 'Add a question',
    change: 'Change a question',
  },
}

export function EditPage({ pack }: { pack: EventPack }) {
  const [path] = useLocation()
  return (
    <>
      <PageHead
        title="Change the event"
        line="Every screen shows it at once. What people wrote stays, whatever is changed."
      >
        <Tabs name="Event and tablet" tabs={EVENT_TABS} />
      </PageHead>
      <div className="event-sections">
        <Tabs name="What can be changed" tabs={SECTIONS} />
      </div>
      <EventClashes />
      <Section key={path} pack={pack} path={path.slice(HOME.length + 1)} />
    </>
  )
}

function Section({ pack, path }: { pack: EventPack; path: string }) {
  const [said, setSaid] = useState<Said>()
  const given = { pack, onSaid: setSaid }
  const session = /^programme\/([^/]+)$/.exec(path)?.[1]
  if (path === 'history') return <EventHistory />
  return (
    <>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {session === undefined ? <Shown {...given} section={path} /> : <Questions {...given} session={session} />}
    </>
  )
}

type Given = { pack: EventPack; onSaid: (said: Said | undefined) => void }

function Shown({ section, ...given }: Given & { section: string }) {
  switch (section) {
    case 'privacy':
      return <AboutSection {...given} parts={PRIVACY} />
    case 'quotations':
      return <VoicesSection {...given} />
    case 'tables':
      return <ListSection {...given} list="tables" words={WORDS.tables} />
    case 'kinds':
      return <ListSection {...given} list="pledgeTypes" words={WORDS.kinds} />
    case 'priorities':
      return <ListSection {...given} list="priorities" words={WORDS.priorities} />
    case 'programme':
      return <Programme {...given} />
    default:
      return (
        <Otherwise homes={[HOME]} way={{ to: HOME, label: 'To the name and days' }} within="headed page">
          <AboutSection {...given} parts={ABOUT} />
        </Otherwise>
      )
  }
}

function Programme(given: Given) {
  const [, go] = useLocation()
  return (
    <ListSection
      {...given}
      list="programme"
      words={WORDS.programme}
      beside={({ id, name }) =>
        given.pack.programme.find((one) => one.id === id)?.kind === 'workshop' ? (
          <Button
            look="ghost"
            icon={MessageCircleQuestion}
            aria-label={`Questions of ${name}`}
            onClick={() => go(`${HOME}/programme/${id}`)}
          >
            Questions
          </Button>
        ) : null
      }
    />
  )
}

function Questions({ session, ...given }: Given & { session: string }) {
  const workshop = given.pack.programme.find(({ id, kind }) => id === session && kind === 'workshop')
  if (workshop === undefined)
    return (
      <NotHere
        below
        title="No workshop is at this address"
        way={{ to: `${HOME}/programme`, label: 'To the programme' }}
      >
        Only a workshop has questions, and it may be another part of the programme by now.
      </NotHere>
    )
  return (
    <>
      <p>
        <Link href={`${HOME}/programme`}>Programme</Link> · <b>{workshop.title}</b>
      </p>
      <ListSection {...given} list="questions" session={session} words={WORDS.questions} />
    </>
  )
}
