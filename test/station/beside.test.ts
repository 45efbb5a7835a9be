/** Two programs on the same data, as where somebody types a command while the app is open. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openStation } from '../../electron/station/station.ts'
import { readyStation } from '../support/test-station.ts'

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
