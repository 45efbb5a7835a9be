/** The calls by which a screen becomes a steward's or an organiser's. */
import { readSheet } from '../../../shared/domain/recovery.ts'
import { createGuard } from '../kernel/guard.ts'
import type { Kiosk } from './kiosk.ts'
import type { Session } from './session.ts'
import type { Station } from './station.ts'

const { always, ready } = createGuard<Station, Session, Kiosk>()

const NOT_IN_A_REHEARSAL = {
  message: 'The PIN and the passphrase of a rehearsal are known to everybody, and stay as they are.',
  data: { code: 'rehearsal' },
}

export const staffCalls = {
  unlock: ready.staff.unlock.handler(async ({ input, context }) => {
    const answer = await context.station.staff.unlock(
      input.role,
      input.role === 'steward' ? input.pin : input.passphrase,
      context.session.name,
    )
    if (answer.code !== 'unlocked') return answer
    context.session.unlock(input.role, context.station.staff.holds(input.role))
    if (input.role === 'organiser') await context.kiosk.passphraseGiven(context.station, input.passphrase)
    return { code: 'unlocked', role: input.role }
  }),
  changePin: ready.staff.changePin.handler(async ({ input, context: { kiosk, station, session }, errors }) => {
    const { passphrase, pin } = input
    const done = await kiosk.changeSecret(station, { role: 'steward', passphrase, next: pin, session: session.name })
    if (done === null) throw errors.NOT_POSSIBLE(NOT_IN_A_REHEARSAL)
    return done
  }),
  changePassphrase: ready.staff.changePassphrase.handler(
    async ({ input, context: { kiosk, station, session }, errors }) => {
      const { passphrase, next } = input
      const done = await kiosk.changeSecret(station, { role: 'organiser', passphrase, next, session: session.name })
      if (done === null) throw errors.NOT_POSSIBLE(NOT_IN_A_REHEARSAL)
      // Whoever changed it knows both; every other screen that the old one opened is locked.
      if (done.code === 'changed') session.unlock('organiser', station.staff.holds('organiser'))
      return done
    },
  ),
  sheet: ready.staff.sheet.handler(({ context }) => {
    const made = context.station.staff.sheet.made()
    return { made: made === null ? null : new Date(made).toISOString() }
  }),
  makeSheet: ready.staff.makeSheet.handler(async ({ input, context: { kiosk, station, session }, errors }) => {
    const made = await kiosk.makeSheet(station, { ...input, session: session.name })
    if (made === null) throw errors.NOT_POSSIBLE(NOT_IN_A_REHEARSAL)
    return made
  }),
  openWithSheet: always.staff.openWithSheet.handler(async ({ input, context: { kiosk, session }, errors }) => {
    const sheet = readSheet(input.sheet)
    // Written down or read wrongly: that is no guess, and costs nothing.
    if (sheet === null) return { code: 'not-a-sheet' }
    const used = await kiosk.openWithSheet({ ...input, sheet, session: session.name })
    if (used.code === 'rehearsal') throw errors.NOT_POSSIBLE(NOT_IN_A_REHEARSAL)
    if (used.code === 'no-data')
      throw errors.NOT_POSSIBLE({
        message: 'There is no data here that the sheet could open.',
        data: { code: 'no-data' },
      })
    return used
  }),
  here: always.staff.here.handler(({ context }) => {
    context.session.here()
    return {}
  }),
  lock: always.staff.lock.handler(({ context }) => {
    context.session.lock()
    return {}
  }),
}
