/** The calls about roll calls. */
import { createGuard } from '../kernel/guard.ts'
import type { RollCalls } from './roll-call.ts'

const { ready } = createGuard<{ rollCalls: RollCalls }>()

const gone = { message: 'That roll call is not on this tablet. Go back and look at the earlier ones again.' }

export const rollCallCalls = {
  state: ready.rollCall.state.handler(({ context }) => context.station.rollCalls.state()),
  read: ready.rollCall.read.handler(({ input, context, errors }) => {
    if (!context.station.rollCalls.has(input.rollCall)) throw errors.NOT_FOUND(gone)
    return context.station.rollCalls.view(input.rollCall)
  }),
  earlier: ready.rollCall.earlier.handler(({ input, context }) => context.station.rollCalls.earlier(input)),
  people: ready.rollCall.people.handler(({ input, context, errors }) => {
    if (input.rollCall !== null && !context.station.rollCalls.has(input.rollCall)) throw errors.NOT_FOUND(gone)
    return context.station.rollCalls.people(input)
  }),
  forPaper: ready.rollCall.forPaper.handler(({ input, context }) => context.station.rollCalls.forPaper(input.from)),
  start: ready.rollCall.start.handler(({ input, context }) =>
    context.station.rollCalls.start(context.actor, input.by, input.insteadOf),
  ),
  tick: ready.rollCall.tick.handler(({ input, context, errors }) => {
    if (!context.station.rollCalls.has(input.rollCall)) throw errors.NOT_FOUND(gone)
    return context.station.rollCalls.tick(context.actor, input)
  }),
  end: ready.rollCall.end.handler(({ input, context, errors }) => {
    if (!context.station.rollCalls.has(input.rollCall)) throw errors.NOT_FOUND(gone)
    return context.station.rollCalls.end(context.actor, input.rollCall, input.by)
  }),
  reopen: ready.rollCall.reopen.handler(({ input, context, errors }) => {
    if (!context.station.rollCalls.has(input.rollCall)) throw errors.NOT_FOUND(gone)
    if (!context.station.rollCalls.reopen(context.actor, input.rollCall, input.by))
      throw errors.NOT_POSSIBLE({
        message: 'Another roll call is open now. Go on with that one.',
        data: { code: 'another-open' },
      })
    return context.station.rollCalls.view(input.rollCall)
  }),
}
