/** One printing of many badges: which of them did not come out, and printing those again. */
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, Printer } from 'lucide-react'
import { useState } from 'react'
import type { PrintLogLine } from '../../../../shared/contract/badges.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Tick } from '../../../components/fields.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { timeOf } from '../../../words/times.ts'
import { badgesWords } from './badge-words.ts'

type Props = {
  line: PrintLogLine
  now: Date
  onClose: () => void
  /** Answers false where it could not be written down. */
  onNotOut: (delegates: string[] | null) => Promise<boolean>
  onPrint: (delegates: string[]) => void
}

export function PrintingDialog({ line, now, onClose, onNotOut, onPrint }: Props) {
  const { api } = useApi()
  const people = useQuery(api.badges.job.queryOptions({ input: { job: line.job } }))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const all = people.data ?? []
  const chosen = all.filter(({ id }) => ticked.has(id)).map(({ id }) => id)
  const whole = chosen.length === all.length && all.length > 0

  const toggle = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  const finish = async (print: boolean) => {
    if (chosen.length === 0) return
    setBusy(true)
    const noted = await onNotOut(whole ? null : chosen)
    setBusy(false)
    if (noted && print) onPrint(chosen)
    if (noted) onClose()
  }
  return (
    <Dialog
      title={`${badgesWords(line.badges)}, printed ${timeOf(line.at, now)}`}
      onClose={onClose}
      roomy
      foot={
        <>
          <Button look="ghost" safe onClick={onClose}>
            Close
          </Button>
          {chosen.length === 0 ? null : (
            <>
              <Button look="ghost" busy={busy} onClick={() => void finish(false)}>
                Only note it
              </Button>
              <Button icon={Printer} busy={busy} onClick={() => void finish(true)}>
                Print {badgesWords(chosen.length)} again
              </Button>
            </>
          )}
        </>
      }
    >
      <p>Tick those that did not come out.</p>
      {people.data === undefined ? (
        people.error === null ? (
          <Waiting />
        ) : (
          <Sentence tone="bad">{sentenceOf(people.error)}</Sentence>
        )
      ) : (
        <div className="badges-people">
          <Tick
            label="None of them came out"
            checked={whole}
            onChange={(on) => setTicked(new Set(on ? all.map(({ id }) => id) : []))}
          />
          {all.map(({ id, name, organisation, failed }) => (
            <Tick
              key={id}
              label={name}
              hint={
                <>
                  {organisation}
                  {failed ? (
                    <Chip tone="bad" icon={CircleAlert}>
                      did not come out
                    </Chip>
                  ) : null}
                </>
              }
              checked={ticked.has(id)}
              onChange={(on) => toggle(id, on)}
            />
          ))}
        </div>
      )}
    </Dialog>
  )
}
