/** The calls of the door without a steward. What somebody found is theirs on this screen alone, and until they go. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FoundOneself, ScannedOneself } from '../../../../shared/contract/self-service.ts'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import type { Duty } from '../../../../shared/domain/duty.ts'
import { createGuard, isStaff } from '../../kernel/guard.ts'
import { EVEN } from '../for-anyone/even.ts'
import type { ForAnyone } from '../for-anyone/for-anyone.ts'
import type { SelfService } from './self-service.ts'

type Station = {
  described(): { duty: Duty } | null
  door(): DoorSettings
  forAnyone: ForAnyone
  selfService: SelfService
}
type Session = {
  mine(id: string): boolean
  hasBadgeOf(id: string): boolean
  remember(id: string, how: { byBadge: boolean }): void
  endVisit(): void
}

const { ready } = createGuard<Station, Session>()

const notHere = {
  message: 'This tablet does not sign people in by itself now. Please ask a member of staff.',
  data: { needs: 'steward' },
}
const notYours = {
  message: 'For your privacy this tablet has let go of your details. Please start again.',
  data: { needs: 'steward' },
}
const notListed = { message: 'Your name is not on the list any more. Please have a word with our staff at the desk.' }
const tooMuch = {
  message:
    'We have noted what you need, and there is no room to add this. Please tell our staff at the desk; take it out here to sign in.',
  data: { code: 'needs-full' },
}

/** The same, told to somebody of whom only a name is known: it does not say that anything was noted before. */
const noRoom = {
  message: 'There is no room here for that. Please tell our staff at the desk; take it out here to sign in.',
  data: { code: 'needs-full' },
}

const isSelfService = (station: Station): boolean =>
  station.described()?.duty === 'sign-in' && station.door().mode === 'self-service'

const needsBadge = {
  message:
    'To change your e-mail address, please scan your badge or the code you were sent, or ask our staff at the desk.',
  data: { needs: 'steward' },
}

/** The one before has gone; who is found now stands here. */
function begin(session: Session, answer: FoundOneself | ScannedOneself): void {
  session.endVisit()
  if (answer.code === 'found') session.remember(answer.person.id, { byBadge: answer.person.byBadge })
}

export const selfServiceCalls = {
  find: ready.selfService.find.handler(async ({ input, context: { station, session, actor }, errors }) => {
    if (!isSelfService(station)) throw errors.NOT_ALLOWED(notHere)
    const even = wait(EVEN)
    const seconds = isStaff(actor) ? 0 : station.forAnyone.waitForName(input)
    const answer: FoundOneself = seconds > 0 ? { code: 'wait', seconds } : station.selfService.find(input)
    begin(session, answer)
    await even
    return answer
  }),
  scan: ready.selfService.scan.handler(({ input, context: { station, session, actor }, errors }) => {
    if (!isSelfService(station)) throw errors.NOT_ALLOWED(notHere)
    const seconds = isStaff(actor) ? 0 : station.forAnyone.waitForCode(input.text)
    const answer: ScannedOneself = seconds > 0 ? { code: 'wait', seconds } : station.selfService.scan(input)
    begin(session, answer)
    return answer
  }),
  signIn: ready.selfService.signIn.handler(({ input, context: { station, session, actor }, errors }) => {
    if (!isSelfService(station)) throw errors.NOT_ALLOWED(notHere)
    if (!session.mine(input.person)) throw errors.NOT_ALLOWED(notYours)
    const known = isStaff(actor) || session.hasBadgeOf(input.person)
    if (!known && (input.details.email ?? '') !== '') throw errors.NOT_ALLOWED(needsBadge)
    if (!station.selfService.isListed(input.person)) throw errors.NOT_FOUND(notListed)
    const answer = station.selfService.signIn(actor, input.person, { ...input, byBadge: known })
    if (answer === null) throw errors.NOT_POSSIBLE(known ? tooMuch : noRoom)
    if (answer.code === 'signed-in') station.forAnyone.cameIn()
    return answer
  }),
  endVisit: ready.selfService.endVisit.handler(({ context }) => {
    context.session.endVisit()
    return {}
  }),
}
