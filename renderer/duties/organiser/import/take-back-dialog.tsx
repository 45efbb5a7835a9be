/** Taking a list back: whom that touches is named first. */
import { useEffect, useRef, useState } from 'react'
import type { BeforeUndoing, MadeImport, UndoneImport, UndoProgress } from '../../../../shared/contract/import.ts'
import { useApi } from '../../../api.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { WithdrawDialog } from '../record/withdraw-dialog.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { GROUPS, groupWords, undoingWords } from './take-back-words.ts'

const NOTHING_YET = 'so nothing was taken back yet'
const NO_MORE = 'so nothing more was taken back'

type Props = {
  list: MadeImport
  before: BeforeUndoing
  onBack: () => void
  onDone: (done: UndoneImport) => Promise<void>
}

export function TakeBackDialog({ list, before: first, onBack, onDone }: Props) {
  const { client } = useApi()
  const [before, setBefore] = useState(first)
  const [progress, setProgress] = useState<UndoProgress | null>(null)
  // Whoever leaves stops it between two steps; the list then says that it is not done.
  const asked = useRef<AbortController | null>(null)
  useEffect(() => () => asked.current?.abort(), [])
  const takeBack = async (reason: string): Promise<string | undefined> => {
    const turn = new AbortController()
    asked.current = turn
    const given = { id: list.id, reason, seen: before.seen }
    try {
      for await (const step of await client.signIn.undoImport(given, { signal: turn.signal })) {
        if (turn.signal.aborted) return undefined
        if (step.code === 'progress') {
          setProgress(step)
          continue
        }
        if (step.code === 'changed') {
          setBefore(step.before)
          return `Something has changed since you looked, ${list.undoing === null ? NOTHING_YET : NO_MORE}. This is how it stands now: look again.`
        }
        await onDone(step)
      }
      return undefined
    } finally {
      if (!turn.signal.aborted) setProgress(null)
    }
  }
  return (
    <WithdrawDialog
      title={`Take back “${list.name}”?`}
      button="Take this list back"
      hint="For example, “last year’s list”. A few words; they stay with the list."
      onBack={onBack}
      back={progress === null ? undefined : 'Stop here'}
      onReason={takeBack}
    >
      {progress === null ? null : (
        <ProgressBar progress={undoingWords(progress)} what="Taking the list back" onStop={null} atOnce />
      )}
      {(progress === null ? GROUPS : []).map((group) => {
        const { count, people } = before[group]
        const words = groupWords(group, count)
        return count === 0 ? null : (
          <div key={group} className="stack gap-2">
            <p>
              <b>{countWords(count)}</b> {words}.
            </p>
            {/* Whoever has no mouse can scroll it, too. */}
            <ul className="import-named any-break" tabIndex={0} aria-label={words}>
              {people.map(({ name, organisation }, index) => (
                <li key={index}>
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
