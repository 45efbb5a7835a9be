/** Taking a list back: whom that touches is named first. */
import { useState } from 'react'
import type { BeforeUndoing, MadeImport, UndoneImport } from '../../../../shared/contract/import.ts'
import { useApi } from '../../../api.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { WithdrawDialog } from '../record/withdraw-dialog.tsx'
import { GROUPS, groupWords } from './take-back-words.ts'

type Props = {
  list: MadeImport
  before: BeforeUndoing
  onBack: () => void
  onDone: (done: UndoneImport) => Promise<void>
}

export function TakeBackDialog({ list, before: first, onBack, onDone }: Props) {
  const { client } = useApi()
  const [before, setBefore] = useState(first)
  return (
    <WithdrawDialog
      title={`Take back “${list.name}”?`}
      button="Take this list back"
      hint="For example, “last year’s list”. A few words; they stay with the list."
      onBack={onBack}
      onReason={async (reason) => {
        const answer = await client.signIn.undoImport({ id: list.id, reason, seen: before.seen })
        if (answer.code === 'changed') {
          setBefore(answer.before)
          return 'Something has changed since you looked, so nothing was taken back yet. This is how it stands now: look again.'
        }
        await onDone(answer)
        return undefined
      }}
    >
      {GROUPS.map((group) => {
        const { count, people } = before[group]
        const words = groupWords(group, count)
        return count === 0 ? null : (
          <div key={group} className="import-group">
            <p>
              <b>{countWords(count)}</b> {words}.
            </p>
            {/* Whoever has no mouse can scroll it, too. */}
            <ul className="import-named" tabIndex={0} aria-label={words}>
              {people.map(({ name, organisation }, at) => (
                <li key={at}>
                  {name}
                  {organisation === '' ? null : <span className="muted">, {organisation}</span>}
                </li>
              ))}
              {count > people.length ? <li className="muted">and {countWords(count - people.length)} more</li> : null}
            </ul>
          </div>
        )
      })}
      <p className="muted small">
        Of those who go off the list nothing is kept on this tablet. Backups and files that were made before still hold
        them.
      </p>
    </WithdrawDialog>
  )
}
