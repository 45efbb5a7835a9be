/** The calls about following up. */
import { wholeFile } from '../../files/export/index.ts'
import { createGuard } from '../kernel/guard.ts'
import type { FollowUp } from './follow-up.ts'

const { ready } = createGuard<{ followUp: FollowUp }>()

const WHY_NOT = {
  'not-alike': 'One of these is not an offer of this kind and sector any more. Go back and look at the group again.',
  'too-few': 'A group needs two offers at least. Choose another one, or take the group apart.',
}

export const followUpCalls = {
  likeOffers: ready.followUp.likeOffers.handler(({ context }) => context.station.followUp.likeOffers()),
  offersOf: ready.followUp.offersOf.handler(({ input: { offset, ...which }, context }) =>
    context.station.followUp.offersOf(which, offset),
  ),
  confirmGroup: ready.followUp.confirmGroup.handler(({ input, context, errors }) => {
    const { group, refused } = context.station.followUp.confirm(context.actor, input)
    if (group === undefined) throw errors.NOT_POSSIBLE({ message: WHY_NOT[refused], data: { code: refused } })
    return group
  }),
  partGroup: ready.followUp.partGroup.handler(({ input: { reason, ...which }, context }) => ({
    parted: context.station.followUp.part(context.actor, which, reason),
  })),
  contacts: ready.followUp.contacts.handler(({ input, context }) => context.station.followUp.contacts(input)),
  contactsExport: ready.followUp.contactsExport.handler(async ({ input, context, signal }) => {
    const { people, pledges, ...file } = context.station.followUp.exportContacts(input.kind)
    return { file: await wholeFile(file, signal), people, pledges }
  }),
  numbers: ready.followUp.numbers.handler(({ context }) => context.station.followUp.numbers()),
}
