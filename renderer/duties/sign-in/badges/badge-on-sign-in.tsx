/** Prints the badge of everyone who has just been signed in, one after the other, where this desk is set to; nobody waits for it. */
import { Printer, PrinterX } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import { Button } from '../../../components/button.tsx'
import type { Answer } from '../answers.ts'
import type { Entry } from '../desk-state.ts'
import { type Arrival, afterPrint, failuresSeen, readQueue, withArrivals } from './arrival-queue.ts'
import { badgesWords } from './badge-words.ts'
import { PrintBadges } from './print-badges.tsx'

/** Kept in this tab only, ids without names, so that loading the page again loses no badge and prints none twice. */
const KEY = 'pledge-kiosk-arrival-badges'

const NOBODY: readonly Entry[] = []

type Props = {
  shown: { serial: number; answer: Answer } | null
  /** Who came and went at this desk, newest first: several may be answered between two drawings of the page. */
  entries?: readonly Entry[]
  door: DoorSettings
}

export function BadgeOnSignIn({ shown, entries = NOBODY, door }: Props) {
  const [queue, setQueue] = useState(() => readQueue(sessionStorage.getItem(KEY)))
  const { layout, onSignIn } = door.badges
  const answer = shown?.answer
  const came: Arrival[] = entries
    .filter(({ what }) => what === 'in')
    .map(({ delegate, at }) => ({ delegate: delegate.id, at }))
    .toReversed()
  if (answer?.code === 'signed-in') came.push({ delegate: answer.delegate.id, at: answer.at })
  const withLatest = withArrivals(queue, came, onSignIn)
  if (withLatest !== queue) setQueue(withLatest)
  useEffect(() => sessionStorage.setItem(KEY, JSON.stringify(queue)), [queue])

  const next = queue.waiting[0]
  const { failed } = queue
  const first = entries.find(({ delegate }) => delegate.id === failed[0]?.delegate)
  return (
    <>
      {next === undefined ? null : (
        <PrintBadges
          key={`${next.delegate} ${next.at}`}
          delegates={[next.delegate]}
          layout={layout}
          why="arrival"
          onDone={({ code }) => setQueue((now) => afterPrint(now, next, code === 'sent'))}
        />
      )}
      {failed.length === 0 ? null : (
        <section className="badges-notice row no-print" aria-label="Badges that did not print">
          <PrinterX className="icon" aria-hidden />
          <p role="status" className="grow">
            {failed.length === 1 && first !== undefined
              ? `The badge of ${first.delegate.name} did not print.`
              : `${badgesWords(failed.length)} did not print.`}{' '}
            Signing in goes on.
          </p>
          <Button look="quiet" icon={Printer} onClick={() => setQueue((now) => failuresSeen(now, true))}>
            Print again
          </Button>
          <Link href="/badges" className="btn quiet">
            Badges
          </Link>
          <Button look="quiet" onClick={() => setQueue((now) => failuresSeen(now, false))}>
            Leave it
          </Button>
        </section>
      )}
    </>
  )
}
