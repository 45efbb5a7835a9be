/** What has been entered so far, the latest first: each line can be put right or taken back. */
import { FileCheck2, Hourglass, Pencil, RotateCcw, TriangleAlert, Undo2 } from 'lucide-react'
import type { PaperEntry } from '../../../../shared/contract/paper.ts'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { clockOf, dayOf } from '../../../words/times.ts'
import { weekdayInWords } from '../../../words/days.ts'
import type { Waiting } from './use-entering.ts'

type Props = {
  page: { total: number; items: PaperEntry[] } | undefined
  error: unknown
  waiting: readonly Waiting[]
  day: string
  offset: number
  atOnce: number
  onOffset: (offset: number) => void
  onCorrect: (entry: PaperEntry) => void
  onUndo: (entry: PaperEntry) => void
  onAgain: (line: Waiting) => void
}

const number = new Intl.NumberFormat('en-GB')
const timeOf = (at: string | null) => (at === null ? '–' : clockOf(new Date(at)))

export function EnteredList({
  page,
  error,
  waiting,
  day,
  offset,
  atOnce,
  onOffset,
  onCorrect,
  onUndo,
  onAgain,
}: Props) {
  const total = page?.total ?? 0
  const items = page?.items ?? []
  const first = offset + 1
  const end = Math.min(offset + atOnce, total)
  return (
    <section className="card paper-entered stack gap-0" aria-labelledby="paper-entered-title">
      <div className="paper-entered-head row apart">
        <h2 id="paper-entered-title">Entered so far: {number.format(total)}</h2>
        {total > atOnce ? (
          <div className="row">
            <span className="small muted">
              {number.format(first)} to {number.format(end)}
            </span>
            <Button look="quiet" busy={offset === 0} onClick={() => onOffset(Math.max(0, offset - atOnce))}>
              Later
            </Button>
            <Button look="quiet" busy={end >= total} onClick={() => onOffset(offset + atOnce)}>
              Earlier
            </Button>
          </div>
        ) : null}
      </div>
      {error === null ? null : <Sentence tone="bad">{sentenceOf(error)}</Sentence>}
      {total === 0 && waiting.length === 0 ? (
        <div className="empty">
          <FileCheck2 className="icon" aria-hidden />
          <p>Each line stands here once it is entered, and can be put right or taken back.</p>
        </div>
      ) : (
        <ul>
          {waiting.map((line) => (
            <li key={line.serial} className={line.state === 'failed' ? 'paper-entry failed' : 'paper-entry'}>
              <span className="paper-entry-who any-break row">
                <b>{line.form.name}</b>
                {line.state === 'sending' ? (
                  <Chip icon={Hourglass}>Entering…</Chip>
                ) : (
                  <Chip tone="bad" icon={TriangleAlert}>
                    Not entered
                  </Chip>
                )}
                {line.sentence === '' ? null : <span className="small">{line.sentence}</span>}
              </span>
              <span className="paper-entry-time">{line.form.in}</span>
              <span className="paper-entry-time">{line.form.out}</span>
              {line.state === 'sending' ? null : (
                <Button
                  look="quiet"
                  icon={RotateCcw}
                  aria-label={`Look again: ${line.form.name}`}
                  onClick={() => onAgain(line)}
                >
                  Look again
                </Button>
              )}
            </li>
          ))}
          {items.map((entry) => (
            <Entry
              key={`${entry.delegate} ${entry.entered}`}
              entry={entry}
              day={day}
              onCorrect={onCorrect}
              onUndo={onUndo}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Entry({ entry, day, onCorrect, onUndo }: { entry: PaperEntry } & Pick<Props, 'day' | 'onCorrect' | 'onUndo'>) {
  const on = dayOf(new Date(entry.in ?? entry.out ?? ''))
  return (
    <li className="paper-entry">
      <span className="paper-entry-who any-break row">
        <b className="two-lines">{entry.name}</b>
        {entry.added ? <Chip tone="info">added</Chip> : null}
        {entry.organisation === '' ? null : <span className="small muted two-lines">{entry.organisation}</span>}
        {on === day ? null : <span className="small muted">{weekdayInWords(on)}</span>}
      </span>
      <span className="paper-entry-time">
        <span className="unseen">in </span>
        {timeOf(entry.in)}
      </span>
      <span className="paper-entry-time">
        <span className="unseen">out </span>
        {timeOf(entry.out)}
      </span>
      {entry.last ? (
        <span className="paper-entry-do">
          <Button look="quiet" icon={Pencil} aria-label={`Correct: ${entry.name}`} onClick={() => onCorrect(entry)}>
            Correct
          </Button>
          <Button look="quiet" icon={Undo2} aria-label={`Undo: ${entry.name}`} onClick={() => onUndo(entry)}>
            Undo
          </Button>
        </span>
      ) : (
        <span className="paper-entry-do small muted">came or went since</span>
      )}
    </li>
  )
}
