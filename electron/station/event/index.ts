/** The event: its pack, and the stations that serve it. */
export { createEvents } from './event.ts'
export { eventPart } from './facts.ts'
export { createPacks, summaryOf } from './packs.ts'
