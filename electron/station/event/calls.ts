/** The calls about the event itself. */
import type { EventChangeAnswer, EventClash } from '../../../shared/contract/event.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import { createGuard } from '../kernel/guard.ts'
import type { EventHistoryLine } from './history.ts'
import type { WantedChange } from './changing.ts'

const { ready } = createGuard<{
  changeEvent(actor: Actor, wanted: WantedChange): EventChangeAnswer
  eventClashes(): EventClash[]
  eventHistory(): EventHistoryLine[]
}>()

export const eventCalls = {
  change: ready.event.change.handler(({ input, context }) => context.station.changeEvent(context.actor, input)),
  clashes: ready.event.clashes.handler(({ context }) => context.station.eventClashes()),
  history: ready.event.history.handler(({ context }) => context.station.eventHistory()),
}
