/** Opens a station and takes back the newest list that was read in, a page at a time; says `.` for each, until whoever started this ends it. */
import { writeSync } from 'node:fs'
import { openStation } from '../../electron/station/app/station.ts'
import { organiser } from './test-station.ts'

const [folder = ''] = process.argv.slice(2)
const station = openStation(folder)
const { importUndo } = station.signIn
const id = importUndo.imports()[0]?.id ?? ''
const seen = importUndo.before(id)?.seen ?? ''
const steps = importUndo.inPages(organiser, { id, reason: 'The wrong list', seen })
for (let step = steps.next(); step.done !== true; step = steps.next())
  if (step.value.phase === 'taking-back') writeSync(1, '.')
station.close()
