/** Data of format 1 is written anew: who else wants it is told so in words, and a kill in the middle costs neither data nor backups. */
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keyFile, openDatabase, shippedMigrations, StorageError } from '../../electron/station/kernel/database/index.ts'
import { openInSteps, openStation } from '../../electron/station/app/station.ts'
import { leaveFormatOne, moreOfFormatOne } from '../support/format-one.ts'
import { foldChanged } from '../support/fold-changed.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { handClock, openTest } from '../support/test-station.ts'

const THEN = '2023-12-12T09:26:00.000Z'
/** Milliseconds: whoever has to wait in vain need not wait long for it. */
const SHORT = 20
/** So many more ideas than on the golden day: they are written anew in several steps. */
const MORE = 600

const backups = (folder: string): string[] => readdirSync(join(folder, 'backups'))

function refusal(open: () => unknown): StorageError {
  try {
    open()
  } catch (error) {
    if (error instanceof StorageError) return error
    throw error
  }
  throw new Error('It was opened')
}

function oldFolder(): string {
  const folder = join(tempFolder(), 'station')
  leaveFormatOne(folder)
  moreOfFormatOne(folder, MORE)
  return folder
}

test('while facts are written anew, another program is told what is going on, and that it may try again', () => {
  const folder = oldFolder()
  const now = handClock(THEN)
  const steps = openInSteps(folder, { now })
  const first = steps.next()
  expect(first.value).toMatchObject({ what: 'facts', done: 0 })
  for (const reads of [false, true]) {
    const why = refusal(() => openStation(folder, { now, patience: SHORT, reads }))
    expect([why.code, why.sentence, why.todo]).toEqual([
      'in-use',
      'This tablet’s data is being brought up to date by another window or command.',
      'Let it finish, and try again in a minute. Nothing is lost.',
    ])
  }
  const told: unknown[] = []
  for (let step = steps.next(); step.done !== true; step = steps.next()) told.push(step.value)
  expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'facts', done: 500 })]))
  expect(openTest(folder, { now }).check()).toMatchObject({ sound: true, findings: [] })
})

test('a program that keeps data to itself which is up to date is another program, and no update', async () => {
  const folder = join(tempFolder(), 'station')
  const first = openTestKiosk(folder)
  await portClient(first).station.setUp(setUpAnswers)
  first.close()
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  onTestFinished(() => void db.close())
  db.exec('BEGIN IMMEDIATE')
  expect(refusal(() => openStation(folder, { patience: SHORT })).sentence).toBe(
    'Another program is using this tablet’s data.',
  )
  db.exec('ROLLBACK')
  foldChanged(folder)
  db.exec('BEGIN IMMEDIATE')
  expect(refusal(() => openStation(folder, { patience: SHORT })).sentence).toMatch(/is being brought up to date/)
})

test('the plug is pulled at any step of it: the next opening comes to the same, and no second copy of before is made', () => {
  const folder = oldFolder()
  const now = handClock(THEN)
  // Killed after the copy and before the first migration: the data is as it was.
  const early = join(tempFolder(), 'early')
  cpSync(folder, early, { recursive: true })
  const copies = [early]
  const steps = openInSteps(folder, { now })
  let step = steps.next()
  cpSync(join(folder, 'backups'), join(early, 'backups'), { recursive: true })
  for (; step.done !== true; step = steps.next()) {
    const copy = join(tempFolder(), 'copy')
    cpSync(folder, copy, { recursive: true })
    copies.push(copy)
  }
  const whole = step.value
  onTestFinished(() => whole.close())
  expect(copies.length).toBeGreaterThan(4)
  const plan = (station: ReturnType<typeof openTest>) => station.plan.overview()
  for (const copy of copies) {
    expect(backups(copy)).toHaveLength(1)
    const station = openTest(copy, { now })
    expect(backups(copy)).toHaveLength(1)
    expect(plan(station)).toEqual(plan(whole))
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  }
})

test('a copy of before that lacks what came since is not taken for one: another is made', () => {
  const folder = oldFolder()
  const early = join(tempFolder(), 'early')
  cpSync(folder, early, { recursive: true })
  openTest(folder, { now: handClock(THEN) })
  cpSync(join(folder, 'backups'), join(early, 'backups'), { recursive: true })
  const { db } = openDatabase(early, keyFile(), shippedMigrations().slice(0, 9), Date.now)
  expect(db.prepare("UPDATE setting SET value = 'Another door' WHERE key = 'name'").run().changes).toBe(1)
  db.close()
  openTest(early, { now: handClock(THEN) })
  expect(backups(early)).toHaveLength(2)
})
