/** The calls about printed pledge cards and action sheets. */
import type { LoadedEvent } from '../kernel/core.ts'
import { createGuard } from '../kernel/guard.ts'
import type { Cards } from './cards.ts'

const { ready } = createGuard<{ event(): LoadedEvent; cards: Cards }>()

export const cardCalls = {
  codes: ready.cards.codes.handler(({ input, context }) => ({ codes: context.station.cards.codes(input) })),
  look: ready.cards.look.handler(({ input, context }) => context.station.cards.look(input.text)),
  enterPledge: ready.cards.enterPledge.handler(({ input, context: { station, actor }, errors }) => {
    if (!station.event().pack.pledgeTypes.some((type) => type.id === input.type))
      throw errors.NOT_FOUND({ message: 'That kind of pledge is not part of this event. Choose another.' })
    const answer = station.cards.enterPledge(actor, input)
    if (answer === null)
      throw errors.NOT_FOUND({ message: 'That person is not on the list any more. Search for them again.' })
    return answer
  }),
  enterAction: ready.cards.enterAction.handler(({ input, context: { station, actor } }) =>
    station.cards.enterAction(actor, input),
  ),
  enterIdea: ready.cards.enterIdea.handler(({ input, context: { station, actor } }) =>
    station.cards.enterIdea(actor, input),
  ),
  entered: ready.cards.entered.handler(({ input, context }) => context.station.cards.entered(input)),
}
