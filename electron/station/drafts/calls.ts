/** The calls for what someone is typing. */
import { mayAct, type Role } from '../../../shared/domain/fact.ts'
import { type CallContext, ready } from '../guard.ts'
import type { Holder } from './drafts.ts'

const holderOf = ({ screen }: CallContext): Holder => screen.window ?? screen

/** Who types in a form may read what is in it: at a table its own, at the desk those about people on the list. */
function readerOf(scope: string): Role {
  if (scope === 'pledge') return 'delegate'
  return /^(action|idea)\b/.test(scope) ? 'facilitator' : 'steward'
}

export const draftCalls = {
  save: ready.drafts.save.handler(({ input, context }) =>
    context.station.drafts.save(input.scope, input.body, holderOf(context)),
  ),
  open: ready.drafts.open.handler(({ input, context }) => {
    const { role } = context.actor
    const mayRead = role !== 'station' && mayAct(role, readerOf(input.scope))
    return mayRead ? context.station.drafts.open(input.scope, holderOf(context)) : null
  }),
  clear: ready.drafts.clear.handler(({ input, context }) => {
    context.station.drafts.clear(input.scope, holderOf(context))
    return {}
  }),
  park: ready.drafts.park.handler(({ input, context }) => {
    context.station.drafts.park(input.scope, holderOf(context))
    return {}
  }),
  parked: ready.drafts.parked.handler(({ context }) => context.station.drafts.parked()),
  resume: ready.drafts.resume.handler(({ input, context, errors }) => {
    const resumed = context.station.drafts.resume(input.id, holderOf(context))
    if (resumed === null) throw errors.NOT_FOUND()
    return resumed
  }),
  discard: ready.drafts.discard.handler(({ input, context }) => {
    context.station.drafts.discard(input.id)
    return {}
  }),
}
