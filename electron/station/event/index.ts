/** The event: its pack, and the stations that serve it. */
export { createEventDesk } from './event.ts'
export { eventPart } from './facts.ts'
export { createPackShelf, summaryOf } from './packs.ts'
