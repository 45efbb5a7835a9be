/** A disk that takes no more: it is said to be full, whatever SQLite had no room for, and never that the data is damaged. */
import { execFile } from 'node:child_process'
import { cpSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  databasePath,
  emptyLog,
  keyFile,
  openDatabase,
  shippedMigrations,
} from '../../electron/station/kernel/database/index.ts'
import { inLane } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { ewa, openTest, organiser, readyStation } from '../support/test-station.ts'

const clearOn = fileURLToPath(new URL('../support/clear-on.ts', import.meta.url))
const writeOn = fileURLToPath(new URL('../support/write-on.ts', import.meta.url))

/** What a program says where no file may have more than so many pieces of 512 bytes. */
const inLittleRoom = (program: string, folder: string, pieces: number) =>
  new Promise<{ said: string; complaint: string }>((resolve) => {
    const command = [String(pieces), process.execPath, program, folder]
    execFile('sh', ['-c', 'ulimit -f "$0" && exec "$@"', ...command], (_error, said, complaint) =>
      resolve({ said, complaint }),
    )
  })
/** How many pledges were answered, and what ended that. */
const writeUntilFull = async (folder: string, pieces: number) => {
  const { said, complaint } = await inLittleRoom(writeOn, folder, pieces)
  return { answered: said.length, complaint }
}

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

test('A disk without room for the files anew: what was taken out is cleared away once there is room, and nothing is harmed', async () => {
  const station = await readyStation()
  const { folder } = station
  const id = station.signIn.add(organiser, ewa)
  // Together with other steps nothing is cleared away.
  station.batch(() => void station.eraseDelegate(organiser, id, 'They asked'))
  const facts = station.journal.facts.count()
  const full = join(tempFolder(), 'full')
  cpSync(folder, full, { recursive: true })
  const db = openDatabase(full, keyFile(), shippedMigrations(), Date.now).db
  emptyLog(db)
  db.close()
  const pieces = Math.floor(statSync(databasePath(full)).size / 512)
  // A few pages find room in the log, and all of the data does not.
  for (const room of [100, pieces - 50])
    expect(await inLittleRoom(clearOn, full, room)).toEqual({ said: 'due, not cleared, still due', complaint: '' })
  const again = openTest(full)
  expect(again.leftover.isDue()).toBe(false)
  expect(again.journal.facts.count()).toBe(facts)
  expect(again.check()).toMatchObject({ sound: true, findings: [] })
})
