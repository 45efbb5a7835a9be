/** The calls for what someone is typing. */
import { ready } from '../guard.ts'

export const draftCalls = {
  save: ready.drafts.save.handler(({ input, context }) => context.station.drafts.save(input.scope, input.body)),
  open: ready.drafts.open.handler(({ input, context }) => context.station.drafts.open(input.scope)),
  clear: ready.drafts.clear.handler(({ input, context }) => {
    context.station.drafts.clear(input.scope)
    return {}
  }),
  park: ready.drafts.park.handler(({ input, context }) => {
    context.station.drafts.park(input.scope)
    return {}
  }),
  parked: ready.drafts.parked.handler(({ context }) => context.station.drafts.parked()),
  resume: ready.drafts.resume.handler(({ input, context, errors }) => {
    const resumed = context.station.drafts.resume(input.id)
    if (resumed === null) throw errors.NOT_FOUND()
    return resumed
  }),
  discard: ready.drafts.discard.handler(({ input, context }) => {
    context.station.drafts.discard(input.id)
    return {}
  }),
}
