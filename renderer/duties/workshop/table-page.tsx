/** One table at work: its priority, its actions in its own order, what young people said, and its ideas. */
import { openOf } from '../../../shared/domain/event-change/open.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, CircleHelp, Plus, Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ActionView, IdeaView } from '../../../shared/domain/action.ts'
import type { EventPack, Session } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Bar, Heading } from '../../components/page.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { ActionCard } from './action-card.tsx'
import { ActionForm } from './action-form.tsx'
import { GapsDialog } from './gaps-dialog.tsx'
import { IdeaBoard } from './idea-board.tsx'
import { IdeaForm } from './idea-form.tsx'
import { gapsLeft, timeLeft } from '../../words/workshop.ts'

type Doing =
  | { what: 'action'; action: ActionView | null }
  | { what: 'idea'; question: string; idea: IdeaView | null }
  | { what: 'gaps' }
  | null
type Said = { tone: 'ok' | 'bad'; words: string; undo?: () => Promise<unknown> } | null

export function TablePage({
  pack,
  session,
  table,
}: {
  pack: EventPack
  session: Session
  table: EventPack['tables'][number]
}) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [doing, setDoing] = useState<Doing>(null)
  const [said, setSaid] = useState<Said>(null)
  const place = { session: session.id, table: table.id }
  const board = useQuery(api.workshops.table.queryOptions({ input: place }))
  const actions = board.data?.actions ?? []
  const ideas = board.data?.ideas ?? []
  const priorities =
    session.priorities.length > 0
      ? openOf(pack.priorities).filter((priority) => session.priorities.includes(priority.id))
      : openOf(pack.priorities)
  const gaps = gapsLeft(actions)
  const isOpen = session.closed !== true && table.closed !== true

  const fresh = () => queries.invalidateQueries({ queryKey: api.workshops.key() })
  const act = async (work: () => Promise<unknown>, done: Said) => {
    try {
      await work()
      await fresh()
      setSaid(done)
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
    }
  }
  const withdrawAction = (action: ActionView) =>
    act(() => client.workshops.withdrawAction({ id: action.id, reason: 'Taken back by the table' }), {
      tone: 'ok',
      words: `“${shortened(action.title)}” was taken back.`,
      undo: () => client.workshops.restoreAction({ id: action.id, reason: '' }),
    })
  const withdrawIdea = (idea: IdeaView) =>
    act(() => client.workshops.withdrawIdea({ id: idea.id, reason: 'Taken back by the table' }), {
      tone: 'ok',
      words: 'The idea was taken back.',
      undo: () => client.workshops.restoreIdea({ id: idea.id, reason: '' }),
    })
  const saved = async (words: string) => {
    setDoing(null)
    await fresh()
    setSaid({ tone: 'ok', words })
  }

  return (
    <>
      <Bar
        saved
        title={`${session.title} · ${table.name}`}
        lead={
          <Button look="quiet" icon={ArrowLeft} onClick={() => go('/')}>
            Tables
          </Button>
        }
      >
        <Clock session={session} />
      </Bar>
      <main className="workshop any-break columns one-upright top">
        <Heading unseen>{`${session.title}, ${table.name}`}</Heading>
        <section className="stack gap-4" aria-label="Actions">
          <Priorities priorities={priorities} />
          {said === null ? null : (
            <Sentence tone={said.tone}>
              <div className="row">
                <span className="grow">{said.words}</span>
                {said.undo === undefined ? null : (
                  <Button
                    look="ghost"
                    onClick={() => void act(said.undo ?? (async () => undefined), { tone: 'ok', words: 'It is back.' })}
                  >
                    Undo
                  </Button>
                )}
              </div>
            </Sentence>
          )}
          {isOpen ? null : (
            <Sentence tone="warn">
              The organiser has closed {session.closed === true ? 'this workshop' : 'this table'}. What is here stays;
              write what is new at another one.
            </Sentence>
          )}
          {board.error === null ? null : <Sentence tone="bad">{sentenceOf(board.error)}</Sentence>}
          {actions.length === 0 && board.data !== undefined ? (
            <p className="workshop-first muted">
              What will happen, who will see to it, by when, and how will we know? Start with one thing this table can
              really do.
            </p>
          ) : null}
          <ol className="stack gap-4">
            {actions.map((action, index) => (
              <ActionCard
                key={action.id}
                action={action}
                number={index + 1}
                priority={
                  priorities.length > 1 ? pack.priorities.find((one) => one.id === action.priority)?.label : undefined
                }
                first={index === 0}
                last={index === actions.length - 1}
                onOpen={() => setDoing({ what: 'action', action })}
                onMove={(to) => void act(() => client.workshops.moveAction({ id: action.id, to }), null)}
                onWithdraw={() => void withdrawAction(action)}
              />
            ))}
          </ol>
          <div className="row">
            {isOpen ? (
              <Button icon={Plus} onClick={() => setDoing({ what: 'action', action: null })}>
                Add an action
              </Button>
            ) : null}
            {gaps === 0 ? null : (
              <Button look="ghost" icon={CircleHelp} onClick={() => setDoing({ what: 'gaps' })}>
                Before we finish: {gaps} {gaps === 1 ? 'gap' : 'gaps'}
              </Button>
            )}
          </div>
        </section>
        <aside className="stack gap-4">
          <Voice priorities={priorities} />
          <IdeaBoard
            questions={session.questions.filter(
              ({ id, closed }) => closed !== true || ideas.some((idea) => idea.question === id),
            )}
            isOpen={isOpen}
            ideas={ideas}
            onPost={(question) => setDoing({ what: 'idea', question, idea: null })}
            onOpen={(idea) => setDoing({ what: 'idea', question: idea.question, idea })}
            onWithdraw={(idea) => void withdrawIdea(idea)}
          />
        </aside>
      </main>
      {doing?.what === 'action' ? (
        <ActionForm
          place={place}
          priorities={priorities}
          eventDate={pack.dates.to}
          action={doing.action}
          onClose={() => setDoing(null)}
          onSaved={() =>
            void saved(doing.action === null ? 'The action is on the table’s list.' : 'The action is changed.')
          }
        />
      ) : null}
      {doing?.what === 'idea' ? (
        <IdeaForm
          place={place}
          question={session.questions.find((one) => one.id === doing.question)}
          idea={doing.idea}
          onClose={() => setDoing(null)}
          onSaved={() => void saved(doing.idea === null ? 'The idea is up.' : 'The idea is changed.')}
        />
      ) : null}
      {doing?.what === 'gaps' ? (
        <GapsDialog
          actions={actions}
          onClose={() => setDoing(null)}
          onOpen={(action) => setDoing({ what: 'action', action })}
        />
      ) : null}
    </>
  )
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

function Priorities({ priorities }: { priorities: EventPack['priorities'] }) {
  return (
    <section className="card workshop-priority stack gap-3" aria-label="What this table works on">
      {priorities.map((priority) => (
        <div key={priority.id} className={priorities.length > 1 ? 'workshop-one-of columns one-zoomed' : undefined}>
          <p className="small">{priority.label}</p>
          <h2>{priority.title}</h2>
        </div>
      ))}
    </section>
  )
}

/** What young people said, one at a time; the table turns it over when it likes. */
function Voice({ priorities }: { priorities: EventPack['priorities'] }) {
  const voices = priorities.flatMap((priority) => priority.voices)
  const [index, setIndex] = useState(0)
  const voice = voices[index % Math.max(1, voices.length)]
  if (voice === undefined) return null
  return (
    <figure className="card workshop-voice stack gap-1">
      <figcaption className="tiny muted">You said</figcaption>
      <blockquote>“{voice.words.replaceAll(/^[“"]|[”"]$/g, '')}”</blockquote>
      <div className="row">
        {voice.who === '' ? null : <span className="tiny muted grow">{voice.who}</span>}
        {voices.length > 1 ? (
          <Button look="quiet" onClick={() => setIndex(index + 1)}>
            Another voice
          </Button>
        ) : null}
      </div>
    </figure>
  )
}

function Clock({ session }: { session: Session }) {
  const [now, setNow] = useState(() => new Date())
  const [extra, setExtra] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000)
    return () => clearInterval(timer)
  }, [])
  const left = timeLeft(session, now, extra)
  if (left === null) {
    return (
      <span className="row small muted">
        <Timer className="icon" aria-hidden />
        {session.starts} to {session.ends}
      </span>
    )
  }
  return (
    <>
      <span className="row strong" role="timer">
        <svg className="workshop-ring" viewBox="0 0 40 40" aria-hidden>
          <circle cx="20" cy="20" r="15" />
          <circle
            cx="20"
            cy="20"
            r="15"
            pathLength="100"
            strokeDasharray={`${(100 * left.share).toFixed(1)} 100`}
            className="gone"
          />
        </svg>
        {left.minutes} {left.minutes === 1 ? 'minute' : 'minutes'} left
      </span>
      <Button look="quiet" icon={Plus} onClick={() => setExtra(extra + 5)}>
        5 more
      </Button>
    </>
  )
}
