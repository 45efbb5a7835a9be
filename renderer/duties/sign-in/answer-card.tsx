/** The answer: one card that can be read at arm's length, told apart by colour, icon and words, and never in the next person's way. */
import {
  CircleAlert,
  CircleQuestionMark,
  Check,
  Clock,
  DoorOpen,
  Hand,
  type LucideIcon,
  IdCard,
  LogOut,
  MessageSquareText,
  PencilLine,
  QrCode,
  RotateCcw,
  ScanLine,
  Search,
  TicketX,
  Undo2,
  UserRound,
  UserRoundCheck,
  UserRoundPen,
  UserRoundPlus,
  UserRoundX,
  UsersRound,
} from 'lucide-react'
import { useState } from 'react'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import type { Answer, Described, NextStep } from './answers.ts'
import { NoteCard } from './note.tsx'
import { sectorName, tableWords, whatsOn } from '../../words/programme.ts'
import { UndoReasons } from './undo-reasons.tsx'
import type { Desk } from './use-desk.ts'

/** Longer facts take the whole width. Characters. */
const LONG_FACT = 44

/** An answer as it is shown now. */
export type Shown = { serial: number; answer: Answer; words: Described; now: Date }

const ICONS: Record<Answer['code'] | 'word', LucideIcon> = {
  word: MessageSquareText,
  'signed-in': Check,
  already: Clock,
  person: UserRound,
  withdrawn: Hand,
  'unknown-badge': CircleQuestionMark,
  'other-event': TicketX,
  'which-one': UsersRound,
  unread: ScanLine,
  nobody: UserRoundX,
  'signed-out': DoorOpen,
  'not-here': CircleAlert,
  undone: Undo2,
  'nothing-to-undo': CircleAlert,
  corrected: PencilLine,
  failed: CircleAlert,
}

type Doing = {
  desk: Desk
  onOpen: (delegate: DelegateView) => void
  onBadge: (delegate: DelegateView) => void
  onSearch: () => void
  onWalkIn: () => void
}

/** Before anyone has come: what this card is for. */
export function AnswerAwaited() {
  return (
    <section className="card sign-in-awaited" aria-label="Answer">
      <QrCode className="icon" aria-hidden />
      <h2>Ready for the next person</h2>
      <p className="muted">Scan a badge or a ticket, or type their name. The answer appears here.</p>
    </section>
  )
}

/** Give it the serial as its key: every answer is a new card. */
export function AnswerCard({
  shown,
  pack,
  waiting,
  ...doing
}: { shown: Shown; pack: EventPack; waiting: boolean } & Doing) {
  const { answer, words, now } = shown
  const [undoing, setUndoing] = useState(answer.code === 'person' && answer.undo === true)
  const delegate = 'delegate' in answer ? answer.delegate : null
  return (
    <section
      className={`card sign-in-answer ${words.tone} ${answer.code}`}
      aria-label="Answer"
      data-waiting={waiting || undefined}
    >
      <AnswerHead answer={answer} words={words} />
      <div className="sign-in-answer-body stack gap-3">
        <h2 className={`sign-in-name ${sizeOf(words.title)}`}>{words.title}</h2>
        {words.more === '' ? null : <p className="sign-in-more">{words.more}</p>}
        {delegate === null || delegate.note === '' || undoing ? null : (
          <NoteCard delegate={delegate} onDone={(noted) => doing.desk.learn(noted)} />
        )}
        {delegate === null || undoing ? null : <Facts delegate={delegate} pack={pack} now={now} whole={words.facts} />}
        {undoing && delegate !== null ? (
          <UndoReasons
            delegate={delegate}
            onReason={(reason) => void doing.desk.undo(delegate.id, reason)}
            onKeep={() => setUndoing(false)}
          />
        ) : (
          <Steps answer={answer} steps={words.steps} {...doing} onUndo={() => setUndoing(true)} />
        )}
      </div>
    </section>
  )
}

/** The answer in one line, for the pages where the card has no place. */
export function AnswerStrip({ shown: { answer, words } }: { shown: Shown }) {
  const Icon = ICONS[words.tone === 'word' ? 'word' : answer.code]
  return (
    <section className={`sign-in-answer strip ${words.tone}`} aria-label="Answer">
      <Icon className="icon" aria-hidden />
      <p>
        <b>{words.state}</b>
        <span>{words.title}</span>
      </p>
    </section>
  )
}

function AnswerHead({ answer, words }: { answer: Answer; words: Described }) {
  const Icon = ICONS[words.tone === 'word' ? 'word' : answer.code]
  return (
    <div className="sign-in-answer-head beside gap-4">
      <span className="sign-in-disc">
        <Icon className="icon" aria-hidden />
      </span>
      <p>
        <span className="sign-in-state">{words.state}</span>
        {words.where === '' ? null : <span className="sign-in-where">{words.where}</span>}
      </p>
    </div>
  )
}

type FactsProps = { delegate: DelegateView; pack: EventPack; now: Date; whole: boolean }

function Facts({ delegate, pack, now, whole }: FactsProps) {
  const next = whatsOn(pack, now)
  const facts = [
    { label: 'Organisation', value: delegate.organisation },
    { label: 'Service area', value: whole ? delegate.area : '' },
    ...(whole
      ? [
          { label: 'Sector', value: sectorName(pack, delegate.sector) },
          { label: 'Table', value: tableWords(pack, delegate.table) },
          { label: next?.when === 'now' ? 'On now' : 'Next', value: next?.words ?? '' },
        ]
      : [{ label: 'Role', value: delegate.role }]),
  ].filter(({ value }) => value !== '')
  if (facts.length === 0) return null
  return (
    <dl className="sign-in-facts">
      {facts.map(({ label, value }) => (
        <div key={label} className={value.length > LONG_FACT ? 'wide' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Steps({
  answer,
  steps,
  desk,
  onOpen,
  onBadge,
  onSearch,
  onWalkIn,
  onUndo,
}: Doing & { answer: Answer; steps: readonly NextStep[]; onUndo: () => void }) {
  if (steps.length === 0) return null
  const delegate = 'delegate' in answer ? answer.delegate : null
  const of = delegate === null ? '' : ` ${delegate.name}`
  const step = (next: NextStep) => {
    switch (next) {
      case 'sign-in':
        return (
          <Button
            key={next}
            icon={UserRoundCheck}
            aria-label={`Sign in${of}`}
            onClick={() => void (delegate && desk.signIn(delegate.id))}
          >
            Sign in
          </Button>
        )
      case 'sign-out':
        return (
          <Button
            key={next}
            look="ghost"
            icon={LogOut}
            aria-label={`Sign out${of}`}
            onClick={() => void (delegate && desk.signOut(delegate.id))}
          >
            Sign out
          </Button>
        )
      case 'undo':
        return (
          <Button key={next} look="ghost" icon={Undo2} aria-label={`Undo for${of}`} onClick={onUndo}>
            Undo
          </Button>
        )
      case 'open':
        return (
          <Button
            key={next}
            look="ghost"
            icon={UserRoundPen}
            aria-label={`Open${of}`}
            onClick={() => delegate && onOpen(delegate)}
          >
            Open
          </Button>
        )
      case 'badge':
        return (
          <Button
            key={next}
            look="ghost"
            icon={IdCard}
            aria-label={`Print the badge of${of}`}
            onClick={() => delegate && onBadge(delegate)}
          >
            Badge
          </Button>
        )
      case 'search':
        return (
          <Button key={next} look={answer.code === 'which-one' ? 'ghost' : 'main'} icon={Search} onClick={onSearch}>
            Search by name
          </Button>
        )
      case 'walk-in':
        return (
          <Button key={next} look="ghost" icon={UserRoundPlus} onClick={onWalkIn}>
            Add them
          </Button>
        )
      case 'which-one':
        return 'people' in answer
          ? answer.people.map((person) => (
              <Button key={person.id} icon={UserRoundCheck} onClick={() => void desk.signIn(person.id)}>
                {`Sign in ${person.name}${person.organisation === '' ? '' : `, ${person.organisation}`}`}
              </Button>
            ))
          : null
      case 'again':
        return (
          <Button key={next} icon={RotateCcw} onClick={() => answer.code === 'failed' && answer.again()}>
            Try again
          </Button>
        )
    }
  }
  return <div className="sign-in-steps row">{steps.map(step)}</div>
}

/** Long names step down in size rather than push everything else away. */
const sizeOf = (title: string): string => (title.length > 60 ? 'longest' : title.length > 28 ? 'long' : '')
