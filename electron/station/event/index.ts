/** The event: its pack, and the stations that serve it. */
export { createEventChanges, type WantedChange } from './changing.ts'
export { createEvents } from './event.ts'
export { eventPart } from './facts.ts'
export { eventHistoryOf } from './history.ts'
export { createPacks, summaryOf } from './packs.ts'
