/** The calls about the station itself: its state, its set-up, its rehearsal, its safety. */
import type { ChangeKind } from '../../../shared/contract/station.ts'
import { mayAct } from '../../../shared/domain/fact.ts'
import { createGuard, needSteward } from '../kernel/guard.ts'
import type { Kiosk } from './kiosk.ts'
import type { Session } from './session.ts'
import type { Station } from './station.ts'

const { always, ready } = createGuard<Station, Session, Kiosk>()

export const stationCalls = {
  state: always.station.state.handler(({ context }) => context.kiosk.state(context.session)),
  packs: always.station.packs.handler(({ context }) => context.kiosk.packs()),
  checkPack: always.station.checkPack.handler(({ input, context }) => {
    const reading = context.kiosk.choosePack(input)
    return reading.ok ? { ok: true, pack: context.kiosk.summaryOf(reading.pack) } : reading
  }),
  setUp: always.station.setUp.handler(async ({ input, context }) => {
    const reading = context.kiosk.choosePack(input.pack)
    if (!reading.ok) return { code: 'pack-refused', errors: reading.errors }
    const done = await context.kiosk.setUp({ ...input, pack: reading.pack })
    if (done.code === 'ready' && context.session.name !== null)
      context.kiosk.station()?.staff.letIn(context.session.name)
    return done
  }),
  unseal: always.station.unseal.handler(({ input, context }) => context.kiosk.unseal(input.passphrase)),
  event: ready.station.event.handler(({ context }) => context.station.event().pack),
  changes: always.station.changes.handler(async function* ({ context, signal }): AsyncGenerator<ChangeKind[]> {
    yield* context.kiosk.changes(signal)
  }),
  startRehearsal: always.station.startRehearsal.handler(async ({ input, context, errors }) => {
    // On a new tablet anybody may look round; one that stands in the hall is not taken from it without staff.
    const station = context.kiosk.station()
    if (station !== null && !mayAct(context.session.role(station.baseRole()), 'steward'))
      throw errors.NOT_ALLOWED({
        message: 'A rehearsal needs a steward, once a tablet is set up.',
        data: { needs: 'steward' },
      })
    const reading = input.pack === null ? null : context.kiosk.choosePack(input.pack)
    if (reading !== null && !reading.ok) return { code: 'pack-refused', errors: reading.errors }
    await context.kiosk.startRehearsal(reading === null ? null : reading.pack)
    return { code: 'open' }
  }),
  leaveRehearsal: always.station.leaveRehearsal.handler(({ context }) => {
    context.session.lock()
    context.kiosk.leaveRehearsal()
    return {}
  }),
  changeDuty: ready.station.changeDuty.handler(({ input, context }) => {
    context.station.changeDuty(input.duty)
    return {}
  }),
  rename: ready.station.rename.handler(({ input, context }) => {
    context.station.rename(context.actor, input.name)
    return {}
  }),
  clock: ready.station.clock.handler(({ context }) => context.station.clock()),
  sayTime: ready.station.sayTime.handler(({ input, context }) => {
    context.station.sayTime(context.actor, Date.parse(input.right))
    return {}
  }),
  check: ready.station.check.handler(({ context, signal }) => context.station.checkInSlices(signal)),
  backup: ready.station.backup.handler(({ context }) => context.station.backup()),
  backups: ready.station.backups.handler(({ context }) => context.station.backups()),
  saveCopy: ready.station.saveCopy.handler(async ({ input, context }) => {
    const answer = await context.station.staff.unlock('organiser', input.passphrase, context.session.name)
    if (answer.code !== 'unlocked') return answer
    const file = await context.station.saveCopy(input.passphrase)
    context.station.plan.left('copySaved')
    return { code: 'saved', file }
  }),
  putBack: always.station.putBack.handler(async ({ input, context, errors }) => {
    const bytes = Buffer.from(await input.file.arrayBuffer())
    const answer = await context.kiosk.putBack(bytes, input.passphrase)
    if (answer === null)
      throw errors.NOT_POSSIBLE({
        message: 'A copy can be put back on a new tablet only, and this one is in use.',
        data: { code: 'set-up' },
      })
    return answer
  }),
  reopen: always.station.reopen.handler(async ({ context }) => {
    await context.kiosk.reopen()
    return {}
  }),
  restore: always.station.restore.handler(async ({ input, context, errors }) => {
    const answer = await context.kiosk.restore(input.name, input.secret)
    if (answer === null)
      throw errors.NOT_POSSIBLE({
        message: 'The data on this tablet is not damaged, so there is nothing to put back.',
        data: { code: 'sound' },
      })
    return answer
  }),
  leave: always.station.leave.handler(async ({ context, errors }) => {
    const { kiosk } = context
    const why = kiosk.whyNotLeave()
    if (why !== null) throw errors.NOT_POSSIBLE({ message: STAY[why], data: { code: why } })
    needSteward(context, errors)
    await kiosk.platform.leave?.()
    return {}
  }),
  support: always.station.support.handler(async ({ context, errors }) => {
    needSteward(context, errors)
    return { file: await context.kiosk.support() }
  }),
}

const STAY = {
  'not-locked': 'This tablet is not locked. Close Pledge Kiosk as you close any other window.',
  'no-station': 'The PIN cannot be checked, because this tablet’s data could not be opened.',
  rehearsal: 'Leave the rehearsal first: its PIN is known to everybody.',
}
