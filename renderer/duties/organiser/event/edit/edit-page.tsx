/** Changing the event, before the day and on it: its sections, one at a time. */
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import type { EventPack } from '../../../../../shared/domain/event-pack.ts'
import { Button } from '../../../../components/button.tsx'
import type { Said } from '../../../../components/form/use-sending.ts'
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
  { to: `${HOME}/kinds`, label: 'Kinds of pledge' },
  { to: `${HOME}/priorities`, label: 'Priorities' },
  { to: `${HOME}/quotations`, label: 'Quotations' },
  { to: `${HOME}/privacy`, label: 'Privacy notice' },
  { to: `${HOME}/history`, label: 'What was changed' },
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
  const [, go] = useLocation()
  const [said, setSaid] = useState<Said>()
  const [section = '', session] = path.split('/')
  const workshop = pack.programme.find(({ id }) => id === session)
  const given = { pack, onSaid: setSaid }
  if (section === 'history') return <EventHistory />
  return (
    <>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {section === '' ? <AboutSection {...given} parts={ABOUT} /> : null}
      {section === 'privacy' ? <AboutSection {...given} parts={PRIVACY} /> : null}
      {section === 'quotations' ? <VoicesSection {...given} /> : null}
      {section === 'tables' ? <ListSection {...given} list="tables" words={WORDS.tables} /> : null}
      {section === 'kinds' ? <ListSection {...given} list="pledgeTypes" words={WORDS.kinds} /> : null}
      {section === 'priorities' ? <ListSection {...given} list="priorities" words={WORDS.priorities} /> : null}
      {section === 'programme' && session === undefined ? (
        <ListSection
          {...given}
          list="programme"
          words={WORDS.programme}
          beside={({ id, name }) =>
            pack.programme.find((one) => one.id === id)?.kind === 'workshop' ? (
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
      ) : null}
      {section === 'programme' && session !== undefined ? (
        workshop === undefined ? (
          <Redirect to={`${HOME}/programme`} replace />
        ) : (
          <>
            <p>
              <Link href={`${HOME}/programme`}>Programme</Link> · <b>{workshop.title}</b>
            </p>
            <ListSection {...given} list="questions" session={session} words={WORDS.questions} />
          </>
        )
      ) : null}
    </>
  )
}
