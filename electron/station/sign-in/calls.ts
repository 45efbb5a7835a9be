/** The calls of the sign-in desk, and of the list of delegates. */
import { setTimeout as wait } from 'node:timers/promises'
import type { PublicFind } from '../../../shared/contract/sign-in.ts'
import type { BeforeErasing, Erased, NewWords } from '../../../shared/contract/erasing.ts'
import type { DoorSettings } from '../../../shared/domain/door.ts'
import type { Duty } from '../../../shared/domain/duty.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import { createGuard, isStaff } from '../kernel/guard.ts'
import { EVEN } from './for-anyone/even.ts'
import type { ForAnyone } from './for-anyone/for-anyone.ts'
import { importUndoCalls } from './import/calls.ts'
import type { SignIn } from './sign-in.ts'

export { attendanceCalls } from './attendance/calls.ts'
export { importCalls } from './import/calls.ts'
export { paperCalls } from './paper/calls.ts'
export { selfServiceCalls } from './self-service/calls.ts'

type Station = {
  described(): { duty: Duty } | null
  door(): DoorSettings
  changeDoor(change: Partial<DoorSettings>): DoorSettings
  forAnyone: ForAnyone
  signIn: SignIn
  beforeErasing(delegate: string): BeforeErasing
  eraseDelegate(actor: Actor, delegate: string, reason: string, words: NewWords[]): Erased
}

const { ready } = createGuard<Station>()

const atTheDoor = {
  message: 'Names are not listed on a tablet at the door. Please ask a member of staff.',
  data: { needs: 'steward' },
}
const notListed = { message: 'That person is not on the list any more. Search for them again.' }

export const signInCalls = {
  find: ready.signIn.find.handler(({ input, context }) => context.station.signIn.find(input.query)),
  findPublic: ready.signIn.findPublic.handler(
    async ({ input, context: { station, actor }, errors }): Promise<PublicFind> => {
      // At a door that anyone may stand at people find themselves another way.
      if (station.described()?.duty === 'sign-in') throw errors.NOT_ALLOWED(atTheDoor)
      const staff = isStaff(actor)
      const even = wait(EVEN)
      const seconds = staff ? 0 : station.forAnyone.waitForName(input)
      const people = seconds > 0 ? [] : station.forAnyone.find(input.name, staff)
      await even
      if (seconds > 0) return { code: 'wait', seconds }
      return people.length === 0 ? { code: 'nobody' } : { code: 'found', people }
    },
  ),
  scan: ready.signIn.scan.handler(({ input, context }) =>
    context.station.signIn.scan(context.actor, input.text, input.capsLock),
  ),
  door: ready.signIn.door.handler(({ context }) => context.station.door()),
  changeDoor: ready.signIn.changeDoor.handler(({ input, context }) => context.station.changeDoor(input)),
  read: ready.signIn.read.handler(({ input, context, errors }) => {
    const delegate = context.station.signIn.delegate(input.delegate)
    if (delegate === null) throw errors.NOT_FOUND(notListed)
    return delegate
  }),
  arrivals: ready.signIn.arrivals.handler(({ input, context }) => context.station.signIn.arrivals(input)),
  note: ready.signIn.note.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.note(context.actor, input.delegate, input.note)
  }),
  recordNeeds: ready.signIn.recordNeeds.handler(({ input: { delegate, ...given }, context, errors }) => {
    if (context.station.signIn.delegate(delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.recordNeeds(context.actor, delegate, given)
  }),
  signIn: ready.signIn.signIn.handler(({ input, context, errors }) => {
    const answer = context.station.signIn.signIn(context.actor, input.delegate)
    if (answer === null) throw errors.NOT_FOUND(notListed)
    return answer
  }),
  signOut: ready.signIn.signOut.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.signOut(context.actor, input.delegate)
  }),
  undo: ready.signIn.undo.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.undo(context.actor, input.delegate, input.reason)
  }),
  walkIn: ready.signIn.walkIn.handler(({ input: { needs, evenIfKnown, ...details }, context }) => {
    const likely = evenIfKnown ? [] : context.station.signIn.likely(details)
    if (likely.length > 0) return { code: 'possible-duplicates', likely }
    const delegate = context.station.signIn.walkIn(context.actor, details, needs ?? { access: '', dietary: '' })
    return { code: 'signed-in', delegate, at: delegate.since ?? '' }
  }),
  counts: ready.signIn.counts.handler(({ context }) => context.station.signIn.counts()),
  organisations: ready.signIn.organisations.handler(({ input, context }) =>
    context.station.signIn.organisations(input.query, isStaff(context.actor)),
  ),
  badge: ready.signIn.badge.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return { code: context.station.signIn.badge(input.delegate) }
  }),
  list: ready.signIn.list.handler(({ input, context }) => context.station.signIn.list(input)),
  amend: ready.signIn.amend.handler(({ input: { delegate, reason, ...changes }, context, errors }) => {
    if (context.station.signIn.delegate(delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.amend(context.actor, delegate, changes, reason)
  }),
  withdraw: ready.signIn.withdraw.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.withdraw(context.actor, input.delegate, input.reason)
  }),
  restore: ready.signIn.restore.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.signIn.restore(context.actor, input.delegate, input.reason)
  }),
  beforeErasing: ready.signIn.beforeErasing.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.beforeErasing(input.delegate)
  }),
  erase: ready.signIn.erase.handler(({ input, context, errors }) => {
    if (context.station.signIn.delegate(input.delegate) === null) throw errors.NOT_FOUND(notListed)
    return context.station.eraseDelegate(context.actor, input.delegate, input.reason, input.words)
  }),
  needs: ready.signIn.needs.handler(({ input, context }) => context.station.signIn.needs(input.delegate)),
  purgeNeeds: ready.signIn.purgeNeeds.handler(({ input, context }) => ({
    purged: context.station.signIn.purgeNeeds(context.actor, input.reason),
  })),
  ...importUndoCalls,
}
