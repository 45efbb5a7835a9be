/** The rehearsal of a kiosk: beside the real data, never inside it. */
import { existsSync } from 'node:fs'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { databasePath } from '../kernel/database/index.ts'
import { openStation, rehearseIn, type Station, type StationDeps } from './station.ts'

/** Enough that every screen has something to show. */
const CROWD = { delegates: 248, pledges: 142, actions: 57, seed: 1 }

/** Each event's rehearsal has a folder of its own. */
export const rehearsalFolder = (folder: string, event: string): string =>
  `${folder.replace(/[/\\]+$/, '')}-rehearsal-${event}`

/** False also for a rehearsal whose filling was cut off before it was set up. */
function isFilled(beside: string, deps: StationDeps): boolean {
  if (!existsSync(databasePath(beside))) return false
  const station = openStation(beside, deps)
  const filled = station.isSetUp()
  station.close()
  return filled
}

/**
 * Opens the rehearsal of this pack beside the data in `folder`, filled the first time with what `resources` holds. `now` in
 * milliseconds.
 */
export async function openRehearsal(
  folder: string,
  given: { pack: EventPack; now: number; resources: string },
  deps: StationDeps,
): Promise<Station> {
  const beside = rehearsalFolder(folder, given.pack.id)
  if (!isFilled(beside, deps)) await rehearseIn(beside, { ...given, ...CROWD }, deps)
  return openStation(beside, deps)
}
