/** The power goes while a long list is taken back: nobody is half gone, and what is left to do is said. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inLane } from '../support/lane.ts'
import { openTest, organiser, readyStation } from '../support/test-station.ts'

const takeBackOn = fileURLToPath(new URL('../support/take-back-on.ts', import.meta.url))
const PEOPLE = inLane(900, 4000)
/** After so many pages it is killed, wherever it is by then. */
const PAGES = 2

test('A program that is killed while it takes a list back leaves a list that says so, and everybody of it whole or gone', async () => {
  const station = await readyStation()
  const rows = Array.from({ length: PEOPLE }, (_, index) => `Odo Wrongly ${index},Another Town,No nuts,W${index}`)
  const list = ['Name,Organisation,Dietary needs,Barcode #', ...rows].join('\n')
  station.signIn.importer.run(organiser, 'wrong.csv', Buffer.from(list), {})
  station.close()
  const child = spawn(process.execPath, [takeBackOn, station.folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let pages = 0
  child.stdout.on('data', (dots: Buffer) => {
    pages += dots.length
    if (pages >= PAGES) child.kill('SIGKILL')
  })
  await ended
  expect(pages).toBeGreaterThanOrEqual(PAGES)

  const after = openTest(station.folder)
  const { importUndo } = after.signIn
  const left = after.signIn.counts().delegates
  expect(left).toBeLessThanOrEqual(PEOPLE - PAGES * 100)
  expect(after.check()).toMatchObject({ sound: true, findings: [] })
  const [made] = importUndo.imports()
  const before = importUndo.before(made?.id ?? '')
  // It may have come to the end before it was killed; else it is said that it did not.
  if (left === 0 && made?.undone !== null) return
  expect(made).toMatchObject({ undone: null, undoing: expect.stringMatching(/^2/) })
  expect(before).toMatchObject({ gone: { count: left }, back: { count: 0 }, stay: { count: 0 } })
  const asked = { id: made?.id ?? '', reason: 'The wrong list', seen: before?.seen ?? '' }
  expect(importUndo.undo(organiser, asked)).toEqual({ code: 'undone', gone: left, back: 0, stay: 0 })
  const said = [...after.journal.facts.told()].map(({ fields }) => fields).join('\n')
  expect(said).not.toMatch(/Wrongly|Another Town|No nuts/)
  expect(importUndo.imports()[0]).toMatchObject({ undone: expect.stringMatching(/^2/), undoing: null })
})
