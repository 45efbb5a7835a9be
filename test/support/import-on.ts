/** Opens a station and imports a list, a page at a time; says `.` for each, until whoever started this ends it. */
import { readFileSync, writeSync } from 'node:fs'
import { openStation } from '../../electron/station/app/station.ts'
import { AS_FOUND } from '../../shared/domain/import-decisions.ts'
import { NO_TIME, organiser } from './test-station.ts'

const [folder = '', file = ''] = process.argv.slice(2)
const station = openStation(folder, { stopwatch: NO_TIME })
const { importer } = station.signIn
const office = {}
const seen = await importer.analyse(office, { name: 'list.csv', bytes: readFileSync(file) }, AS_FOUND)
if (seen.code !== 'analysis') throw new Error(seen.sentence)
const steps = importer.commit(organiser, office, seen.id)
if (steps === null || steps === 'busy') throw new Error('It is held')
for (let step = steps.next(); step.done !== true; step = steps.next()) if (step.value.done > 0) writeSync(1, '.')
station.close()
