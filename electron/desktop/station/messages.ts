/** What the main process and the station’s own process say to each other: structured clones, and ports beside them. */
import type { LogLine } from '../../station/app/background-jobs.ts'

/** The numbers by which the station knows the app's windows: the one that people touch, and the wall on a second screen. */
export const WINDOWS = { first: 1, wall: 2 } as const

export type Opening = {
  folder: string
  resources: string
  /** True where only staff may close the app. */
  locked: boolean
  /** True where IT has named whose newer versions of the app are trusted. */
  updates: boolean
}

export type ToStation =
  /** First, once. Its port leads to what only the main process can do. */
  | { say: 'open'; opening: Opening }
  /** The page in this window has a new port: a new screen. */
  | { say: 'screen'; window: number }
  /** Are you there? */
  | { say: 'ping' }
  /** What only the main process can do, or has, is not what it was: screens ask again. */
  | { say: 'host-changed' }
  /** Lets the calls at work finish, for so many milliseconds at most, closes the station, and ends the process. */
  | { say: 'close'; patience: number }

export type FromStation =
  /** Yes. */
  | { say: 'pong' }
  /** How one call went. */
  | { say: 'called'; line: LogLine }
  /** What happened to the station as a whole. */
  | { say: 'happened'; event: string; outcome: string }
