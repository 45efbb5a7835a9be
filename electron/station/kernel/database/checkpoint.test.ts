/** The log is brought into the main file between the commits of long work, never within one. */
import { statSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { drain } from '../../../slices.ts'
import { withOwnCheckpoints } from './checkpoint.ts'
import { databasePath, keyFile, openDatabase, shippedMigrations } from './index.ts'

function opened() {
  const folder = tempFolder()
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), () => 0)
  onTestFinished(() => void db.close())
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('CREATE TABLE heap (text TEXT)')
  const add = db.prepare('INSERT INTO heap VALUES (?)')
  const after = () => Number(db.pragma('wal_autocheckpoint', { simple: true }))
  function* commits(count: number): Generator<number, string> {
    for (let done = 0; done < count; done += 1) {
      // As much as SQLite would bring in by itself.
      db.transaction(() => void add.run('x'.repeat(5_000_000)))()
      yield statSync(databasePath(folder)).size
    }
    return 'done'
  }
  return { db, commits, after }
}

test('no commit of the work brings in the log, and what is between them does', () => {
  const { db, commits, after } = opened()
  const sizes: number[] = []
  const work = withOwnCheckpoints(db, () => 0, commits(6))
  for (let step = work.next(); step.done !== true; step = work.next()) sizes.push(step.value)
  const [first, , , fourth, again, fifth] = sizes
  expect(fourth).toBe(first)
  // Told once more after the checkpoint, as it was before it.
  expect(again).toBe(first)
  expect(fifth).toBeGreaterThan((first ?? 0) + 15_000_000)
  expect(after()).toBe(1000)
})

test('afterwards it is as usual, also where the work fails or is left', () => {
  const { db, commits, after } = opened()
  const failing = withOwnCheckpoints(
    db,
    () => 0,
    (function* () {
      yield after()
      throw new Error('It failed')
    })(),
  )
  expect(failing.next().value).toBeGreaterThan(1000)
  expect(() => drain(failing)).toThrow('It failed')
  expect(after()).toBe(1000)
  const left = withOwnCheckpoints(db, () => 0, commits(2))
  left.next()
  left.return('left')
  expect(after()).toBe(1000)
})
