/** The calls by which a screen becomes a steward's or an organiser's. */
import { always, ready } from '../guard.ts'

export const staffCalls = {
  unlock: ready.staff.unlock.handler(async ({ input, context }) => {
    const answer = await context.station.staff.unlock(
      input.role,
      input.role === 'steward' ? input.pin : input.passphrase,
    )
    if (answer.code !== 'unlocked') return answer
    context.screen.unlock(input.role)
    if (input.role === 'organiser') await context.kiosk.passphraseGiven(context.station, input.passphrase)
    return { code: 'unlocked', role: input.role }
  }),
  lock: always.staff.lock.handler(({ context }) => {
    context.screen.lock()
    return {}
  }),
}
