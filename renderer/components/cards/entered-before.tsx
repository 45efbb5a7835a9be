/** What was entered of this card or line already, and the way to it. */
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { Button } from '../button.tsx'
import { Sentence } from '../sentence.tsx'
import { beforeWords, recordOf } from './entry-words.ts'

type Props = { before: CardEntry | undefined; onChange: (entry: CardEntry) => void }

/** Nothing where it is the first time. */
export function EnteredBefore({ before, onChange }: Props) {
  if (before === undefined) return null
  return (
    <Sentence tone="warn">
      <div className="stack gap-3">
        <p>{beforeWords(before)}</p>
        <div className="row">
          <Button look="ghost" onClick={() => onChange(before)}>
            {recordOf(before).status === 'live' ? 'Show it, to change it' : 'Show it, to enter it again'}
          </Button>
        </div>
      </div>
    </Sentence>
  )
}
