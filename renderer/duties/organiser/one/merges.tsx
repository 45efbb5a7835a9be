/** What an organiser has said to be one, and the way to say that they are two after all. */
import { Split } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { WithdrawDialog } from '../record/withdraw-dialog.tsx'

export type MergeShown = { id: string; names: readonly [string, string]; reason: string }

export function Merges({ merges, onPart }: { merges: readonly MergeShown[]; onPart: (merge: MergeShown) => void }) {
  return (
    <ul className="one-merges stack gap-3">
      {merges.map((merge) => (
        <li key={merge.id} className="row">
          <div className="grow any-break">
            <p>
              {merge.names[0] || 'Another entry'} and {merge.names[1] || 'another entry'}
            </p>
            {merge.reason === '' ? null : <p className="small muted">{merge.reason}</p>}
          </div>
          <Button
            look="quiet"
            icon={Split}
            aria-label={`They are two: ${merge.names[0]} and ${merge.names[1]}`}
            onClick={() => onPart(merge)}
          >
            They are two
          </Button>
        </li>
      ))}
    </ul>
  )
}

type PartProps = { merge: MergeShown; means: string; onReason: (reason: string) => Promise<void>; onBack: () => void }

export function PartDialog({ merge, means, onReason, onBack }: PartProps) {
  return (
    <WithdrawDialog title="Are they two after all?" button="They are two" onReason={onReason} onBack={onBack}>
      <p className="any-break">
        {merge.names[0]} and {merge.names[1]}
      </p>
      <p>{means}</p>
    </WithdrawDialog>
  )
}

/** Which merge is being taken back. */
export const useParting = () => useState<MergeShown | null>(null)
