/** Two programs on the same data, as where somebody types a command while the app is open. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { openStation } from '../../electron/station/app/station.ts'
import type { HeldSignIn } from '../support/sign-in-held.ts'
import { organiser, readyStation } from '../support/test-station.ts'

const writeOn = fileURLToPath(new URL('../support/write-on.ts', import.meta.url))
const OPENINGS = 15

test('A tablet opens, and finds nothing wrong with itself, while another program writes to its data', async () => {
  const { folder } = await readyStation()
  const writer = spawn(process.execPath, [writeOn, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void writer.kill('SIGKILL'))
  let written = 0
  writer.stdout.on('data', (dots: Buffer) => void (written += dots.length))
  const someMore = async () => {
    const before = written
    await expect.poll(() => written).toBeGreaterThan(before)
  }
  const checked: unknown[] = []
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await someMore()
    const station = openStation(folder)
    checked.push(station.check().findings)
    station.close()
  }
  await someMore()
  expect(writer.exitCode).toBeNull()
  expect(checked).toEqual(Array.from({ length: OPENINGS }, () => []))
})

test('Somebody is signed in by another program while their list is taken back: they stay, with their needs', async () => {
  const station = await readyStation()
  station.signIn.importer.run(organiser, 'list.csv', Buffer.from('Name\nAnn Came\nBea Nothing\n'), {})
  const [list] = station.signIn.importUndo.imports()
  const seen = station.signIn.importUndo.before(list?.id ?? '')?.seen ?? ''
  const ann = station.signIn.find('Ann Came')[0]?.id ?? ''
  const workerData: HeldSignIn = { folder: station.folder, delegate: ann, most: 300 }
  const other = new Worker(new URL('../support/sign-in-held.ts', import.meta.url), { workerData })
  await once(other, 'message')
  const ended = once(other, 'exit')
  const answer = station.signIn.importUndo.undo(organiser, { id: list?.id ?? '', reason: 'The wrong list', seen })
  await ended
  expect(answer).toMatchObject({ code: 'changed', before: { gone: { count: 1 }, stay: { count: 1 } } })
  expect(station.signIn.delegate(ann)).toMatchObject({ presence: 'here' })
  expect(station.signIn.needs(ann)).toMatchObject({ access: 'A ramp' })
})
