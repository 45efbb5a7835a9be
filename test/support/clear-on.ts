/** Opens a station, tries to clear away what was taken out of its data, and says what came of it. */
import { writeSync } from 'node:fs'
import { openStation } from '../../electron/station/app/station.ts'

const [folder = ''] = process.argv.slice(2)
const station = openStation(folder)
const say = (is: boolean, what: string): void => void writeSync(1, is ? what : `not ${what}`)
say(station.leftover.isDue(), 'due')
writeSync(1, ', ')
say(station.leftover.clear(), 'cleared')
writeSync(1, station.leftover.isDue() ? ', still due' : ', no more due')
station.close()
