/** A day on a tablet that is closed: a pledge, a backup that holds it, and one more pledge. */
import { aPledge, anyone, handClock, readyStation } from './test-station.ts'

export async function dayWithBackup() {
  const now = handClock()
  const station = await readyStation({ now })
  station.pledges.make(anyone, aPledge)
  const { name } = station.backup()
  station.pledges.make(anyone, aPledge)
  station.close()
  return { folder: station.folder, id: station.id, name, now }
}
