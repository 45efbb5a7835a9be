/** How a test carries what one tablet knows to another, until tablets carry it themselves. */
import type { Fact } from '../../shared/domain/fact.ts'
import type { Station } from '../../electron/station/station.ts'
export { mergeFacts } from '../../electron/station/journal/merge.ts'

/** All that a tablet knows, its own and what came from others. */
export const factsOf = (station: Station): Fact[] =>
  station.journal.facts.heads().flatMap((head) => [...station.journal.facts.from(head.station, 0)])
