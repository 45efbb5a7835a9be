/** The calls about the question at the way out. */
import { createGuard } from '../kernel/guard.ts'
import type { WayOut } from './way-out.ts'

const { ready } = createGuard<{ wayOut: WayOut }, { name: string }>()

export const wayOutCalls = {
  answer: ready.wayOut.answer.handler(({ input, context, errors }) => {
    const answer = context.station.wayOut.answer(context.session.name, input.answer)
    if (answer === null)
      throw errors.NOT_FOUND({ message: 'That is not asked at this event any more. Thank you all the same.' })
    return answer
  }),
  numbers: ready.wayOut.numbers.handler(({ context }) => context.station.wayOut.numbers()),
}
