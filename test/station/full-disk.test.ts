/** A disk that takes no more: it is said to be full, whatever SQLite had no room for, and never that the data is damaged. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inLane } from '../support/lane.ts'
import { openTest, readyStation } from '../support/test-station.ts'

const writeOn = fileURLToPath(new URL('../support/write-on.ts', import.meta.url))

/** How many pledges were answered, and what ended that, where no file may have more than so many pieces of 512 bytes. */
const writeUntilFull = (folder: string, pieces: number) =>
  new Promise<{ answered: number; complaint: string }>((resolve) => {
    const command = [String(pieces), process.execPath, writeOn, folder]
    execFile('sh', ['-c', 'ulimit -f "$0" && exec "$@"', ...command], (_error, dots, complaint) =>
      resolve({ answered: dots.length, complaint }),
    )
  })

const every = (step: number, end: number): number[] => Array.from({ length: end / step }, (_, nth) => nth * step)

test('A disk that is full, before the data can be opened or after, has all that was answered, and says that it is full', async () => {
  const station = await readyStation()
  const { folder } = station
  station.close()
  let answered = 0
  // SQLite's own file beside the data has 64 of these pieces, so with fewer the data cannot even be opened.
  for (const pieces of inLane([0, 40, 200, 600], every(4, 1000))) {
    const more = await writeUntilFull(folder, pieces)
    expect(more.complaint).toContain('disk is full')
    if (pieces < 64) expect(more.answered).toBe(0)
    answered += more.answered
    const again = openTest(folder)
    expect(again.plan.overview().pledges).toBe(answered)
    expect(again.check()).toMatchObject({ sound: true, findings: [] })
    again.close()
  }
  expect(answered).toBeGreaterThan(5)
})
