/** One record beside its list: what is known, what happened, and the ways to change it or take it back. */
import { Pencil, Trash2, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { type Said, useSending } from '../../../components/form/use-sending.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { Facts, type Known } from './facts.tsx'
import { History } from './history.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import '../lists/lines.css'

export type RecordWords = {
  /** The button here, the question that it leads to, the button there, and what the question means. */
  ask: string
  withdraw: string
  withdrawTitle: string
  withdrawMeans: string
  /** What is said once it is done. */
  withdrawn: string
}

/** What a change dialog is told: where to say that it is done, and the way back. */
export type Changing = { onDone: () => void; onBack: () => void }

type Props = {
  subject: string
  pack: EventPack
  title: ReactNode
  /** Beside the title: the ways to the records before and after. */
  head: ReactNode
  /** Chips under the title: what state it is in. */
  chips: ReactNode
  facts: readonly Known[]
  words: RecordWords
  withdrawn: boolean
  onWithdraw: (reason: string) => Promise<void>
  /** Left out where it cannot be brought back here. */
  onRestore?: () => Promise<void>
  change: (changing: Changing) => ReactNode
  children?: ReactNode
}

export function RecordPanel(props: Props) {
  const { subject, pack, title, head, chips, facts, words, withdrawn, onWithdraw, onRestore, change, children } = props
  const [doing, setDoing] = useState<'look' | 'change' | 'withdraw'>('look')
  const { busy, said, say, attempt } = useSending()
  const look = (now?: Said) => {
    say(now)
    setDoing('look')
  }
  const restore = () =>
    attempt(async () => {
      await onRestore?.()
      say({ tone: 'ok', words: 'It is back.' })
    })
  return (
    <>
      <div className="lines-record">
        <div className="lines-record-head">
          <h2 tabIndex={-1} data-record-title>
            {title}
          </h2>
          {head}
        </div>
        <div className="row organiser-chips">{chips}</div>
        {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
        <div className="lines-record-parts">
          <div className="stack gap-4">
            <Facts facts={facts} />
            {children}
          </div>
          <History subject={subject} pack={pack} />
        </div>
      </div>
      <div className="lines-record-foot">
        <Button
          look="ghost"
          icon={Pencil}
          onClick={() => {
            say(undefined)
            setDoing('change')
          }}
        >
          Change
        </Button>
        {withdrawn ? null : (
          <Button look="quiet" icon={Trash2} onClick={() => setDoing('withdraw')}>
            {words.ask}
          </Button>
        )}
        {withdrawn && onRestore !== undefined ? (
          <Button look="quiet" icon={Undo2} busy={busy} onClick={() => void restore()}>
            Bring it back
          </Button>
        ) : null}
      </div>
      {doing === 'change'
        ? change({ onDone: () => look({ tone: 'ok', words: 'The change is saved.' }), onBack: () => look() })
        : null}
      {doing === 'withdraw' ? (
        <WithdrawDialog
          key="withdraw"
          title={words.withdrawTitle}
          button={words.withdraw}
          onBack={() => look()}
          onReason={async (reason) => {
            await onWithdraw(reason)
            look({ tone: 'ok', words: words.withdrawn })
          }}
        >
          <p>{words.withdrawMeans}</p>
        </WithdrawDialog>
      ) : null}
    </>
  )
}
