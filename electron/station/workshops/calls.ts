/** The calls of the workshop duty. */
import { createGuard } from '../kernel/guard.ts'
import type { Workshops } from './workshops.ts'

const { ready } = createGuard<{ workshops: Workshops }>()

const gone = { message: 'That entry is not on this tablet any more. Go back to the table and look again.' }

export const workshopCalls = {
  table: ready.workshops.table.handler(({ input, context }) => context.station.workshops.table(input)),
  proposeAction: ready.workshops.proposeAction.handler(({ input, context }) =>
    context.station.workshops.propose(context.actor, input),
  ),
  amendAction: ready.workshops.amendAction.handler(({ input: { id, reason, ...changes }, context, errors }) => {
    if (context.station.workshops.actionOf(id) === null) throw errors.NOT_FOUND(gone)
    return context.station.workshops.amendAction(context.actor, id, changes, reason)
  }),
  moveAction: ready.workshops.moveAction.handler(({ input, context, errors }) => {
    if (context.station.workshops.actionOf(input.id) === null) throw errors.NOT_FOUND(gone)
    return { moved: context.station.workshops.moveAction(context.actor, input.id, input.to) }
  }),
  withdrawAction: ready.workshops.withdrawAction.handler(({ input, context, errors }) => {
    if (context.station.workshops.actionOf(input.id) === null) throw errors.NOT_FOUND(gone)
    return context.station.workshops.withdrawAction(context.actor, input.id, input.reason)
  }),
  restoreAction: ready.workshops.restoreAction.handler(({ input, context, errors }) => {
    if (context.station.workshops.actionOf(input.id) === null) throw errors.NOT_FOUND(gone)
    return context.station.workshops.restoreAction(context.actor, input.id, input.reason)
  }),
  postIdea: ready.workshops.postIdea.handler(({ input, context }) =>
    context.station.workshops.postIdea(context.actor, input),
  ),
  amendIdea: ready.workshops.amendIdea.handler(({ input: { id, reason, ...changes }, context, errors }) => {
    if (context.station.workshops.ideaOf(id) === null) throw errors.NOT_FOUND(gone)
    return context.station.workshops.amendIdea(context.actor, id, changes, reason)
  }),
  withdrawIdea: ready.workshops.withdrawIdea.handler(({ input, context, errors }) => {
    if (context.station.workshops.ideaOf(input.id) === null) throw errors.NOT_FOUND(gone)
    return context.station.workshops.withdrawIdea(context.actor, input.id, input.reason)
  }),
  restoreIdea: ready.workshops.restoreIdea.handler(({ input, context, errors }) => {
    if (context.station.workshops.ideaOf(input.id) === null) throw errors.NOT_FOUND(gone)
    return context.station.workshops.restoreIdea(context.actor, input.id, input.reason)
  }),
  listActions: ready.workshops.listActions.handler(({ input, context }) =>
    context.station.workshops.listActions(input),
  ),
  listIdeas: ready.workshops.listIdeas.handler(({ input, context }) => context.station.workshops.listIdeas(input)),
}
