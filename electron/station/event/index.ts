/** The event: its pack, and the stations that serve it. */
export { createEventDesk, type EventDesk } from './event.ts'
export { eventPart } from './facts.ts'
export { createPackShelf, type PackShelf, summaryOf } from './packs.ts'
export { stationCalls } from './calls.ts'
