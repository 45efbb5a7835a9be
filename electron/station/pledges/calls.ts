/** The calls of the pledges duty. */
import type { CallContext } from '../guard.ts'
import { ready } from '../guard.ts'
import { mayAct, type Role } from '../../../shared/domain/fact.ts'
import { formatReference } from '../../../shared/domain/reference.ts'

/** The person who made it in this sitting may change it; after that, staff. */
const mayChange = (screen: CallContext['screen'], role: Role | 'station', id: string) =>
  screen.mine(id) || (role !== 'station' && mayAct(role, 'steward'))

const notYours = {
  message: 'Only the person who has just made this pledge, or a member of staff, can see or change it.',
  data: { needs: 'steward' },
}

export const pledgeCalls = {
  scan: ready.pledges.scan.handler(({ input, context }) => {
    const whose = context.station.signIn.whose(input.text)
    if (!('delegate' in whose)) return whose
    const { id, name, organisation } = whose.delegate
    return { code: 'found', person: { id, name, organisation } }
  }),
  make: ready.pledges.make.handler(({ input, context, errors }) => {
    const { pack } = context.station.event()
    if (!pack.pledgeTypes.some((type) => type.id === input.type))
      throw errors.NOT_FOUND({ message: 'That kind of pledge is not part of this event. Go back and choose another.' })
    const { made, refused } = context.station.pledges.make(context.actor, input)
    if (refused === 'unknown-person')
      throw errors.NOT_FOUND({ message: 'That person is not on the list any more. Go back and say who you are again.' })
    if (made === undefined)
      throw errors.NOT_POSSIBLE({
        message: 'That pledge could not be made twice. Look through your answers and press once more.',
        data: { code: 'taken' },
      })
    context.screen.remember(made.id)
    const reference = formatReference(made.reference)
    return {
      id: made.id,
      reference,
      qr: `pledge-kiosk:${pack.code}-${made.reference}`,
      due: made.due,
      dueDerived: made.dueDerived,
    }
  }),
  read: ready.pledges.read.handler(({ input, context, errors }) => {
    if (!mayChange(context.screen, context.actor.role, input.id)) throw errors.NOT_ALLOWED(notYours)
    const pledge = context.station.pledges.read(input.id)
    if (pledge === null) throw errors.NOT_FOUND()
    return pledge
  }),
  amend: ready.pledges.amend.handler(({ input: { id, reason, ...changes }, context, errors }) => {
    if (!mayChange(context.screen, context.actor.role, id)) throw errors.NOT_ALLOWED(notYours)
    if (context.station.pledges.read(id) === null) throw errors.NOT_FOUND()
    return context.station.pledges.amend(context.actor, id, changes, reason)
  }),
  withdraw: ready.pledges.withdraw.handler(({ input, context, errors }) => {
    if (!mayChange(context.screen, context.actor.role, input.id)) throw errors.NOT_ALLOWED(notYours)
    if (context.station.pledges.read(input.id) === null) throw errors.NOT_FOUND()
    return context.station.pledges.withdraw(context.actor, input.id, input.reason)
  }),
  restore: ready.pledges.restore.handler(({ input, context, errors }) => {
    if (!mayChange(context.screen, context.actor.role, input.id)) throw errors.NOT_ALLOWED(notYours)
    if (context.station.pledges.read(input.id) === null) throw errors.NOT_FOUND()
    return context.station.pledges.restore(context.actor, input.id, input.reason)
  }),
  endSitting: ready.pledges.endSitting.handler(({ context }) => {
    context.screen.endSitting()
    return {}
  }),
  tree: ready.pledges.tree.handler(({ context }) => {
    const types = new Map(context.station.event().pack.pledgeTypes.map((type) => [type.id, type]))
    const totals = context.station.pledges.totals()
    return {
      leaves: context.station.pledges
        .leaves()
        .map((leaf) => ({ ...leaf, leaf: types.get(leaf.type)?.leaf ?? 'other' })),
      pledges: totals.reduce((sum, total) => sum + total.pledges, 0),
      types: totals,
      latest: context.station.pledges.latest().map(({ id, type, quantity, showName, name, organisation }) => ({
        id,
        type,
        quantity,
        // Their organisation is as much a name as their own.
        who: showName ? [name, organisation].filter(Boolean).join(', ') : '',
      })),
    }
  }),
  list: ready.pledges.list.handler(({ input, context }) => context.station.pledges.list(input)),
}
