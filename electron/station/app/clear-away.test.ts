/** Clearing away what was taken out: what is left in pages and log and who is in the way. */
import { expect, onTestFinished, test } from 'vitest'
import { framesOf, pagesOf } from '../../../test/support/pages.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { createClearing } from './clear-away.ts'
import {
  databasePath,
  keyFile,
  openDatabase,
  openSnapshot,
  PATIENCE,
  shippedMigrations,
} from '../kernel/database/index.ts'
import { createSettings } from '../kernel/settings.ts'

function emptyData() {
  const folder = tempFolder()
  const { db, key } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  onTestFinished(() => void db.close())
  const path = databasePath(folder)
  const found = (pages: Buffer[]) => Buffer.concat(pages).toString('latin1').split('Quibble').length - 1
  return {
    folder,
    key,
    db,
    clearing: createClearing({ db, settings: createSettings(db) }),
    inPages: () => found(pagesOf(path, key)),
    inLog: () => found(framesOf(path, key)),
  }
}

/** Drafts are written and thrown away, so that SQLite puts pages together and moves what is on them; then a name is taken out of the rest. */
function comeAndGo({ db }: ReturnType<typeof emptyData>): void {
  const add = db.prepare("INSERT INTO draft (scope, state, body, saved) VALUES ('pledge', 'parked', ?, '')")
  db.transaction(() => {
    for (let nth = 0; nth < 2000; nth += 1) add.run(`Orsolya Quibble ${nth}${' '.repeat(nth % 300)}`)
  })()
  db.exec('DELETE FROM draft WHERE id % 3 = 0')
  db.exec('DELETE FROM draft WHERE id < 1200')
  db.exec("UPDATE draft SET body = replace(body, 'Orsolya Quibble', 'Somebody')")
}

test('where nothing was taken out nothing is written anew', () => {
  const data = emptyData()
  comeAndGo(data)
  expect([data.clearing.isDue(), data.clearing.clear()]).toEqual([false, true])
  expect(data.inLog()).toBeGreaterThan(100)
})

test('SQLite writes over what is deleted, and yet pieces of it are left in pages that it put together', () => {
  const data = emptyData()
  expect(data.db.pragma('secure_delete', { simple: true })).toBe(1)
  comeAndGo(data)
  expect(data.inLog()).toBeGreaterThan(100)
  data.db.pragma('wal_checkpoint(TRUNCATE)')
  expect(data.db.prepare("SELECT count(*) AS n FROM draft WHERE body LIKE '%Quibble%'").get()).toEqual({ n: 0 })
  expect([data.inPages() > 0, data.inPages() < 40, data.inLog()]).toEqual([true, true, 0])
  data.clearing.note()
  expect(data.clearing.clear()).toBe(true)
  expect([data.inPages(), data.inLog()]).toEqual([0, 0])
})

test('while another program reads, the log keeps what it reads, and the files are written anew once', () => {
  const data = emptyData()
  const { db, clearing } = data
  comeAndGo(data)
  clearing.note()
  const reader = openSnapshot(data.folder, data.key)
  expect(clearing.clear()).toBe(false)
  clearing.soon()
  const frames = framesOf(databasePath(data.folder), data.key).length
  expect(clearing.clear()).toBe(false)
  expect(framesOf(databasePath(data.folder), data.key).length).toBe(frames)
  expect([data.inLog() > 100, clearing.isDue()]).toEqual([true, true])
  reader.close()
  expect(clearing.clear()).toBe(true)
  expect([data.inPages(), data.inLog(), clearing.isDue()]).toEqual([0, 0, false])
  // Whoever writes next is waited for again.
  expect(db.pragma('busy_timeout', { simple: true })).toBe(PATIENCE)
})

test('while another program writes, or in the midst of a transaction, it is left for later', () => {
  const data = emptyData()
  const other = openDatabase(data.folder, keyFile(), shippedMigrations(), Date.now).db
  onTestFinished(() => void other.close())
  data.clearing.note()
  other.exec('BEGIN IMMEDIATE')
  expect(data.clearing.clear()).toBe(false)
  data.clearing.soon()
  other.exec('ROLLBACK')
  data.db.exec('BEGIN')
  expect(data.clearing.clear()).toBe(false)
  data.db.exec('ROLLBACK')
  expect(data.clearing.clear()).toBe(true)
})

test('what another program takes out while the files are written anew is still to be cleared away', () => {
  const data = emptyData()
  const settings = createSettings(data.db)
  let asked = 0
  const read: typeof settings.read = (key) => {
    const is = settings.read(key)
    if (key === 'takenOut') asked += 1
    // It has just been looked how far there is anything to clear away.
    if (asked === 3) settings.keep('takenOut', '2')
    return is
  }
  const clearing = createClearing({ db: data.db, settings: { ...settings, read } })
  clearing.note()
  expect(clearing.clear()).toBe(true)
  expect(clearing.isDue()).toBe(true)
})

test('data that takes long is left for a quiet moment, but its log is emptied at once', () => {
  const data = emptyData()
  data.db
    .prepare("INSERT INTO draft (scope, state, body, saved) VALUES ('pledge', 'parked', ?, '')")
    .run('x'.repeat(9_000_000))
  comeAndGo(data)
  data.clearing.note()
  data.clearing.soon()
  expect([data.clearing.isDue(), data.inLog()]).toEqual([true, 0])
  expect(data.inPages()).toBeGreaterThan(0)
  expect(data.clearing.clear({ onlySmall: true })).toBe(false)
  expect(data.clearing.clear()).toBe(true)
  expect(data.inPages()).toBe(0)
})

test('while rows of before stand aside, which go later, it waits for them', () => {
  const data = emptyData()
  comeAndGo(data)
  data.clearing.note()
  data.db.exec('CREATE TABLE folding (kinds TEXT)')
  expect(data.clearing.clear()).toBe(false)
  data.db.exec('DROP TABLE folding')
  expect(data.clearing.clear()).toBe(true)
})
