/** Opens a station and makes pledges at it without a pause, until whoever started this ends it, or a pledge is refused, which it says. */
import { writeSync } from 'node:fs'
import { storageErrorOf } from '../../electron/station/kernel/database/index.ts'
import { openStation } from '../../electron/station/app/station.ts'
import { aPledge, anyone } from './test-station.ts'

const [folder = ''] = process.argv.slice(2)
const station = openStation(folder)
try {
  for (;;) {
    station.pledges.make(anyone, aPledge)
    // Not by `process.stdout`, which keeps what it is given until there is a pause.
    writeSync(1, '.')
  }
} catch (error) {
  throw storageErrorOf(error) ?? error
}
