/** The calls of the door without a steward. What somebody found is theirs on this screen alone, and until they go. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FoundOneself, ScannedOneself } from '../../../../shared/contract/self-service.ts'
import type { Screen } from '../../screen.ts'
import type { Station } from '../../station.ts'
import { ready } from '../../guard.ts'

/** Every answer to a name takes this long, so that its time does not tell how many bear it. Milliseconds. */
const EVEN = 150

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

const isSelfService = (station: Station): boolean =>
  station.described()?.duty === 'sign-in' && station.door().mode === 'self-service'

/** The one before has gone; who is found now stands here. */
function begin(screen: Screen, answer: FoundOneself | ScannedOneself): void {
  screen.endSitting()
  if (answer.code === 'found') screen.remember(answer.person.id)
}

export const selfServiceCalls = {
  find: ready.selfService.find.handler(async ({ input, context: { station, screen }, errors }) => {
    if (!isSelfService(station)) throw errors.NOT_ALLOWED(notHere)
    const even = wait(EVEN)
    const seconds = station.selfService.pace.take(screen)
    const answer: FoundOneself = seconds > 0 ? { code: 'wait', seconds } : station.selfService.find(input)
    begin(screen, answer)
    await even
    return answer
  }),
  scan: ready.selfService.scan.handler(({ input, context: { station, screen }, errors }) => {
    if (!isSelfService(station)) throw errors.NOT_ALLOWED(notHere)
    const seconds = station.selfService.pace.take(screen)
    const answer: ScannedOneself = seconds > 0 ? { code: 'wait', seconds } : station.selfService.scan(input.text)
    begin(screen, answer)
    return answer
  }),
  signIn: ready.selfService.signIn.handler(({ input, context: { station, screen, actor }, errors }) => {
    if (!isSelfService(station)) throw errors.NOT_ALLOWED(notHere)
    if (!screen.mine(input.person)) throw errors.NOT_ALLOWED(notYours)
    if (!station.selfService.isListed(input.person)) throw errors.NOT_FOUND(notListed)
    const answer = station.selfService.signIn(actor, input.person, input.details, input.needs)
    if (answer === null) throw errors.NOT_POSSIBLE(tooMuch)
    station.selfService.pace.giveBack(screen)
    return answer
  }),
  endSitting: ready.selfService.endSitting.handler(({ context }) => {
    context.screen.endSitting()
    return {}
  }),
}
