/** The door: find or scan someone, see the answer, and how many have come. */
import { UserRoundPlus, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { FoundDelegate } from '../../../shared/contract/sign-in.ts'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import { ScanCamera } from '../../components/camera/scan-camera.tsx'
import { Dock, Heading } from '../../components/page.tsx'
import { AnswerAwaited, AnswerCard, type Shown } from './answer-card.tsx'
import { type Counts, CountsCard } from './counts-card.tsx'
import { Find } from './find.tsx'
import { Latest } from './latest.tsx'
import { LETTERS_FIRST, lettersIn } from './marks.ts'
import type { Desk } from './use-desk.ts'

type Props = {
  desk: Desk
  shown: Shown | null
  pack: EventPack
  now: Date
  counts: Counts | undefined
  text: string
  onText: (text: string) => void
  onOpen: (delegate: DelegateView) => void
  onBadge: (delegate: DelegateView) => void
  onWalkIn: () => void
}

export function Door({ desk, shown, pack, now, counts, text, onText, onOpen, onBadge, onWalkIn }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const search = () => field.current?.focus()
  const serial = shown?.serial
  // A button that was pressed may be gone with its answer: the keyboard goes back to the search, ready for the next person.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      field.current?.focus({ preventScroll: true })
  }, [serial])

  const choose = async (found: FoundDelegate) => {
    if (found.presence === 'here') {
      desk.show({ code: 'already', delegate: found, at: found.since ?? '', station: found.atStation })
      onText('')
      return
    }
    const answer = await desk.signIn(found.id)
    if (answer !== null && answer.code !== 'failed') onText('')
  }
  // Opened without anything being done: when they are closed again, the desk still says who it was about.
  const open = (found: FoundDelegate) => {
    desk.show({ code: 'person', delegate: found })
    onText('')
    onOpen(found)
  }
  const typedCode = async (code: string, or: FoundDelegate | undefined) => {
    const answer = await desk.scan(code, { mayShow: (isSomebodys) => isSomebodys || or === undefined })
    if ('delegate' in answer) onText('')
    else if (or !== undefined && answer.code !== 'failed') await choose(or)
  }
  const last = desk.entries[0]
  return (
    <>
      <main className="sign-in-door">
        <Heading unseen>Sign-in desk</Heading>
        <div className="sign-in-side stack gap-5">
          <Find
            field={field}
            text={text}
            now={now}
            onText={onText}
            onChoose={(found) => void choose(found)}
            onOpen={open}
            onCode={(code, or) => void typedCode(code, or)}
            onNobody={(searched) => desk.show({ code: 'nobody', text: searched })}
          />
          <ScanCamera onScan={(scanned, mayShow) => void desk.scan(scanned, { mayShow })} />
          {lettersIn(text) >= LETTERS_FIRST ? null : (
            <Latest entries={desk.entries} now={now} onShow={(delegate) => desk.show({ code: 'person', delegate })} />
          )}
        </div>
        <div className="sign-in-side stack gap-5">
          {shown === null ? (
            <AnswerAwaited />
          ) : (
            <AnswerCard
              key={shown.serial}
              shown={shown}
              pack={pack}
              waiting={desk.waiting}
              desk={desk}
              onOpen={onOpen}
              onBadge={onBadge}
              onSearch={search}
              onWalkIn={onWalkIn}
            />
          )}
          <div className="sign-in-counts-place">
            {counts === undefined ? null : <CountsCard counts={counts} now={now} />}
          </div>
        </div>
      </main>
      {/* Below everything that grows: what is pressed in a hurry stands where it stood. */}
      <Dock>
        <div className="sign-in-reach fill beside">
          <Button look="ghost" icon={UserRoundPlus} onClick={onWalkIn}>
            Not on the list
          </Button>
          <Button
            look="quiet"
            className="push"
            icon={Undo2}
            disabled={last === undefined}
            onClick={() => last && desk.show({ code: 'person', delegate: last.delegate, undo: true })}
          >
            <span className="sign-in-cut">
              {last === undefined ? 'Nothing to undo' : `Undo the last: ${last.delegate.name}`}
            </span>
          </Button>
        </div>
      </Dock>
    </>
  )
}
