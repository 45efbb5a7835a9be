/** One record, opened from its list: what is known, what happened, and the ways to change it or take it back. */
import { Pencil, Trash2, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { type Said, useSending } from '../../../components/form/use-sending.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { Facts, type Known } from './facts.tsx'
import { History } from './history.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

export type RecordWords = {
  /** The button, the question it asks, and what the question means. */
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
  title: string
  /** Chips under the title: what state it is in. */
  chips: ReactNode
  facts: readonly Known[]
  words: RecordWords
  withdrawn: boolean
  onWithdraw: (reason: string) => Promise<void>
  /** Left out where it cannot be brought back here. */
  onRestore?: () => Promise<void>
  change: (changing: Changing) => ReactNode
  onClose: () => void
  children?: ReactNode
}

export function RecordDialog(props: Props) {
  const { subject, pack, title, chips, facts, words, withdrawn, onWithdraw, onRestore, change, onClose, children } =
    props
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
  if (doing === 'change')
    return change({ onDone: () => look({ tone: 'ok', words: 'The change is saved.' }), onBack: () => look() })
  if (doing === 'withdraw')
    return (
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
    )
  return (
    <Dialog
      key="look"
      roomy
      title={title}
      onClose={onClose}
      foot={
        <>
          {withdrawn ? null : (
            <Button look="quiet" icon={Trash2} onClick={() => setDoing('withdraw')}>
              {words.withdraw}
            </Button>
          )}
          {withdrawn && onRestore !== undefined ? (
            <Button look="quiet" icon={Undo2} busy={busy} onClick={() => void restore()}>
              Bring it back
            </Button>
          ) : null}
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
          <Button safe onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="organiser-sheet columns one-upright top">
        <div className="organiser-known stack gap-4">
          <div className="row organiser-chips">{chips}</div>
          {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
          <Facts facts={facts} />
          {children}
        </div>
        <History subject={subject} pack={pack} />
      </div>
    </Dialog>
  )
}
