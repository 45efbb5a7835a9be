/** The power goes while a long list is imported: nobody is half there, what is missing is said, and the same file brings it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inLane } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTest, organiser, readyStation } from '../support/test-station.ts'

const importOn = fileURLToPath(new URL('../support/import-on.ts', import.meta.url))
const PEOPLE = inLane(900, 4000)
/** After so many pages it is killed, wherever it is by then. */
const PAGES = 2

test('A program that is killed while it imports a list leaves a list that says so, and the same file brings the rest', async () => {
  const station = await readyStation()
  station.close()
  const rows = Array.from({ length: PEOPLE }, (_, index) => `Odo Many ${index},Town ${index},No nuts,W${index}`)
  const list = ['Name,Organisation,Dietary needs,Barcode #', ...rows].join('\n')
  const file = join(tempFolder(), 'list.csv')
  writeFileSync(file, list)
  const child = spawn(process.execPath, [importOn, station.folder, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let pages = 0
  child.stdout.on('data', (dots: Buffer) => {
    pages += dots.length
    if (pages >= PAGES) child.kill('SIGKILL')
  })
  await ended
  expect(pages).toBeGreaterThanOrEqual(PAGES)

  const after = openTest(station.folder)
  const { importer, importUndo } = after.signIn
  const there = after.signIn.counts().delegates
  expect(there).toBeGreaterThanOrEqual(PAGES * 40)
  expect(after.check()).toMatchObject({ sound: true, findings: [] })
  const whole = after.journal.facts.count()
  const [half] = importUndo.imports()
  // It may have come to the end before it was killed; else it is said that it did not.
  expect(half?.importing === null).toBe(there === PEOPLE)
  expect(importer.run(organiser, 'list.csv', Buffer.from(list), {})).toMatchObject({
    added: PEOPLE - there,
    unchanged: there,
  })
  expect(after.signIn.counts().delegates).toBe(PEOPLE)
  // For each who was missing that they are there and what they need, and that it is done.
  expect(after.journal.facts.count() - whole).toBe(there === PEOPLE ? 0 : 2 * (PEOPLE - there) + 1)
  expect(importUndo.imports()).toMatchObject([{ added: PEOPLE, importing: null }])
  expect(after.check()).toMatchObject({ sound: true, findings: [] })
})
