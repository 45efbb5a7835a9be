/** The calls of the pledges duty. */
import type { PledgeView } from '../../../shared/domain/pledge.ts'
import type { LoadedEvent } from '../kernel/core.ts'
import { createGuard, isStaff } from '../kernel/guard.ts'
import type { ForAnyone } from '../sign-in/index.ts'
import type { Pledges } from './pledges.ts'
import { type Actor, mayAct, type Role } from '../../../shared/domain/fact.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import { visibilityOf } from '../../../shared/domain/visibility.ts'
import { leafIdOf } from './leaf-id.ts'

type Station = {
  event(): LoadedEvent
  pledges: Pledges
  forAnyone: ForAnyone
  drafts: { leave(screen: string): void }
}
type Session = { name: string; mine(id: string): boolean; remember(id: string): void; endVisit(): void }

const { ready } = createGuard<Station, Session>()

/** The person who made it in this visit may change it, unless an organiser has said since whose it is; after that, staff. */
const mayChange = (session: Session, pledges: Pledges, role: Role | 'station', id: string) =>
  (session.mine(id) && !pledges.isCorrected(id)) || (role !== 'station' && mayAct(role, 'steward'))

/** Whoever pledges in somebody’s name has said the name and no more; the rest of what is held of them is not theirs to read. */
const shownTo = (actor: Actor, pledge: PledgeView): PledgeView =>
  isStaff(actor) || pledge.byKind !== 'delegate' ? pledge : { ...pledge, organisation: '', area: '', sector: '' }

const notYours = {
  message: 'Only the person who has just made this pledge, or a member of staff, can see or change it.',
  data: { needs: 'steward' },
}

const oneAlready = { message: 'These are one pledge already. Look at it again.', data: { code: 'one' } }
const twoAlready = { message: 'These stand apart already. Look at them again.', data: { code: 'two' } }

export const pledgeCalls = {
  scan: ready.pledges.scan.handler(({ input, context: { station, actor } }) => {
    const seconds = isStaff(actor) ? 0 : station.forAnyone.waitForCode(input.text)
    if (seconds > 0) return { code: 'wait', seconds }
    const whose = station.forAnyone.whose(input)
    if (!('row' in whose)) return whose
    const { id, name, organisation, status } = whose.row
    return status === 'withdrawn' ? { code: 'unknown-badge' } : { code: 'found', person: { id, name, organisation } }
  }),
  make: ready.pledges.make.handler(({ input, context, errors }) => {
    const { pack } = context.station.event()
    if (!pack.pledgeTypes.some((type) => type.id === input.type))
      throw errors.NOT_FOUND({ message: 'That kind of pledge is not part of this event. Go back and choose another.' })
    const { made, again, refused } = context.station.pledges.make(context.actor, input, context.session.name)
    if (refused === 'unknown-person')
      throw errors.NOT_FOUND({ message: 'That person is not on the list any more. Go back and say who you are again.' })
    if (made === undefined)
      throw errors.NOT_POSSIBLE({
        message: 'That pledge could not be made twice. Look through your answers and press once more.',
        data: { code: 'taken' },
      })
    // Whoever only knows what was said has not made it here.
    if (!again) context.session.remember(made.id)
    const reference = formatReference(made.reference)
    return {
      id: made.id,
      leaf: leafIdOf(made.id),
      reference,
      qr: `pledge-kiosk:${pack.code}-${made.reference}`,
      due: made.due,
      dueDerived: made.dueDerived,
    }
  }),
  read: ready.pledges.read.handler(({ input, context, errors }) => {
    if (!mayChange(context.session, context.station.pledges, context.actor.role, input.id))
      throw errors.NOT_ALLOWED(notYours)
    const pledge = context.station.pledges.read(input.id)
    if (pledge === null) throw errors.NOT_FOUND()
    return shownTo(context.actor, pledge)
  }),
  amend: ready.pledges.amend.handler(({ input: { id, reason, ...changes }, context, errors }) => {
    if (!mayChange(context.session, context.station.pledges, context.actor.role, id)) throw errors.NOT_ALLOWED(notYours)
    if (context.station.pledges.read(id) === null) throw errors.NOT_FOUND()
    return shownTo(context.actor, context.station.pledges.amend(context.actor, id, changes, reason))
  }),
  withdraw: ready.pledges.withdraw.handler(({ input, context, errors }) => {
    if (!mayChange(context.session, context.station.pledges, context.actor.role, input.id))
      throw errors.NOT_ALLOWED(notYours)
    if (context.station.pledges.read(input.id) === null) throw errors.NOT_FOUND()
    return shownTo(context.actor, context.station.pledges.withdraw(context.actor, input.id, input.reason))
  }),
  restore: ready.pledges.restore.handler(({ input, context, errors }) => {
    if (!mayChange(context.session, context.station.pledges, context.actor.role, input.id))
      throw errors.NOT_ALLOWED(notYours)
    if (context.station.pledges.read(input.id) === null) throw errors.NOT_FOUND()
    return shownTo(context.actor, context.station.pledges.restore(context.actor, input.id, input.reason))
  }),
  endVisit: ready.pledges.endVisit.handler(({ context }) => {
    context.session.endVisit()
    context.station.drafts.leave(context.session.name)
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
      latest: context.station.pledges.latest().map(({ id, type, quantity, showName, byKind, name, organisation }) => {
        // The wall shows no address.
        const isPublic = visibilityOf({ showName, nameless: byKind === 'anonymous', email: '' }) === 'public'
        // Whoever pledges for an organisation has typed both. A delegate’s stands on our list alone.
        const who = byKind === 'delegate' ? name : [name, organisation].filter(Boolean).join(', ')
        return { id: leafIdOf(id), type, quantity, who: isPublic ? who : '' }
      }),
    }
  }),
  attribute: ready.pledges.attribute.handler(({ input: { id, by, samePerson, reason }, context, errors }) => {
    const { pledges } = context.station
    if (pledges.read(id) === null) throw errors.NOT_FOUND()
    const pledge = pledges.attribute(context.actor, id, by, samePerson, reason)
    if (pledge === null)
      throw errors.NOT_FOUND({ message: 'That person is not on the list any more. Look for them again.' })
    return pledge
  }),
  likelySame: ready.pledges.likelySame.handler(({ input, context, errors }) => {
    if (context.station.pledges.read(input.id) === null) throw errors.NOT_FOUND()
    return context.station.pledges.likelySame(input.id)
  }),
  compare: ready.pledges.compare.handler(({ input, context: { station }, errors }) => {
    const [one, other] = [station.pledges.read(input.one), station.pledges.read(input.other)]
    const together = one === null || other === null ? null : station.pledges.asOne(input.one, input.other)
    if (one === null || other === null || together === null) throw errors.NOT_FOUND()
    if (one.id === other.id) throw errors.NOT_POSSIBLE(oneAlready)
    return { one, other, together }
  }),
  merge: ready.pledges.merge.handler(({ input: { one, other, reason }, context, errors }) => {
    const { pledges } = context.station
    const [left, right] = [pledges.read(one), pledges.read(other)]
    if (left === null || right === null) throw errors.NOT_FOUND()
    if (left.id === right.id) throw errors.NOT_POSSIBLE(oneAlready)
    pledges.merge(context.actor, one, other, reason)
    return pledges.read(one) ?? left
  }),
  part: ready.pledges.part.handler(({ input, context, errors }) => {
    if (!context.station.pledges.part(context.actor, input.id, input.reason)) throw errors.NOT_POSSIBLE(twoAlready)
    return {}
  }),
  merges: ready.pledges.merges.handler(({ input, context: { station } }) =>
    station.pledges.mergesOf(input.id).map(({ id, one, other, reason }) => ({
      id,
      references: [station.pledges.referenceOf(one), station.pledges.referenceOf(other)] as [string, string],
      reason,
    })),
  ),
  list: ready.pledges.list.handler(({ input, context }) => context.station.pledges.list(input)),
}
