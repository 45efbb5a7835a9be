/** A person's own badge, printed as they sign themselves in where the door is set to; nobody waits for it. */
import { useState } from 'react'
import type { SignedInOneself } from '../../../../shared/contract/self-service.ts'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import { PrintBadges } from '../badges/print-badges.tsx'

type Props = { answer: SignedInOneself; door: DoorSettings }

const WORDS = {
  printing: 'Your badge is being printed.',
  sent: 'Your badge is on its way out of the printer. If it does not come, please ask at the desk.',
  failed: 'Your badge did not print. Please ask for it at the desk.',
}

/** For whoever came in just now; whoever was in before has theirs already. */
export function OwnBadge({ answer, door }: Props) {
  const [state, setState] = useState<keyof typeof WORDS>('printing')
  if (answer.code !== 'signed-in' || !door.badges.onSignIn) return null
  return (
    <>
      {state === 'printing' ? (
        <PrintBadges
          delegates={[answer.id]}
          layout={door.badges.layout}
          why="arrival"
          onDone={({ code }) => setState(code)}
        />
      ) : null}
      <p className="self-hint" role="status">
        {WORDS[state]}
      </p>
    </>
  )
}
