/** What every capability of a station is given: its database and journal, time and chance, and the event it serves. */
import type { Database } from 'better-sqlite3'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Stopwatch } from '../../slices.ts'
import type { Journal, Random } from './journal/index.ts'

export type LoadedEvent = { id: string; pack: EventPack; rehearsal: boolean }

export type StationCore = {
  readonly db: Database
  /** The data as it is now, on a connection of its own for reading at leisure; to be closed afterwards. */
  readonly snapshot: () => Database
  readonly journal: Journal
  readonly random: Random
  /** A reference that nothing on this station has yet. */
  readonly newReference: () => string
  /** The wall clock, in milliseconds. */
  readonly now: () => number
  /** Measures what a piece of long work takes. */
  readonly stopwatch: Stopwatch
  /** The event this station serves; throws where none is loaded, which the guard of the calls has made sure of. */
  readonly event: () => LoadedEvent
}
