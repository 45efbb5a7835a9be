/** The place where a person's own badge is printed as they sign themselves in. */
import type { SignedInOneself } from '../../../../shared/contract/self-service.ts'
import type { DoorSettings } from '../../../../shared/domain/door.ts'

type Props = { answer: SignedInOneself; door: DoorSettings }

export function OwnBadge({ answer, door }: Props) {
  // For whoever came in just now, where the door is set to; whoever was in before has theirs already.
  return answer.code === 'signed-in' && door.badges.onSignIn ? (
    <p className="self-hint">Please ask for your badge at the desk.</p>
  ) : null
}
