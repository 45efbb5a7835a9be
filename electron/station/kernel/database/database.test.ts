import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { halfMadeName } from '../../../../test/support/half-made-name.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import {
  anyone,
  aPledge,
  ewa,
  steward,
  handClock,
  openTest,
  organiser,
  readyStation,
} from '../../../../test/support/test-station.ts'
import { factType } from '../journal/index.ts'
import { readAnswered } from './answered.ts'
import { isSoundCopy, listBackups, takeBackup } from './backup.ts'
import { keyFile } from './key.ts'
import { migrate, shippedMigrations } from './migrate.ts'
import { databasePath, openDatabase } from './open.ts'
import { StorageError } from './storage-error.ts'

/** What opening says; fails where it does not refuse. */
function refusal(open: () => unknown): StorageError {
  try {
    open()
  } catch (error) {
    if (error instanceof StorageError) return error
    throw error
  }
  throw new Error('It was opened')
}

const bytesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('station.db'))
    .map((name) => readFileSync(join(folder, name)))

describe('what is on the tablet is encrypted, and only its owner may read the key', () => {
  test('a stolen tablet’s files hold no name, no pledge and no draft', async () => {
    const station = await readyStation()
    station.signIn.add(organiser, ewa)
    station.pledges.make(anyone, { ...aPledge, wording: 'A spare room in Shirley' })
    station.drafts.save('pledge', '{"wording":"A half-typed promise"}', 'window-1')
    // Before closing: the write-ahead log is still there, and holds the newest pages.
    const everything = Buffer.concat(bytesIn(station.folder)).toString('latin1')
    // Long words only: three letters stand in random bytes by chance, once in some thirty runs.
    for (const word of ['Ewa Kaur', 'Shirley', 'half-typed', 'SQLite format 3']) expect(everything).not.toContain(word)
    expect(statSync(join(station.folder, 'station.key')).mode & 0o777).toBe(0o600)
  })

  test('the key file is missing: the data is refused, not replaced', async () => {
    const station = await readyStation()
    station.close()
    for (const name of ['station.key', 'station.key.copy']) rmSync(join(station.folder, name))
    const before = bytesIn(station.folder)
    expect(refusal(() => openTest(station.folder)).code).toBe('key')
    expect(existsSync(join(station.folder, 'station.key'))).toBe(false)
    expect(bytesIn(station.folder)).toEqual(before)
  })

  test('two programs begin on one folder at once: the second key is not written over the first', () => {
    const folder = tempFolder()
    const first = 'ab'.repeat(32)
    // It looked before the other had a key, and comes with its own after that.
    const late = { ...keyFile(), read: () => null }
    keyFile().keep(folder, first)
    expect(refusal(() => openDatabase(folder, late, shippedMigrations(), Date.now)).code).toBe('in-use')
    expect(keyFile().read(folder)).toBe(first)
  })

  test('another tablet’s key does not open it, and says so', async () => {
    const station = await readyStation()
    station.close()
    writeFileSync(join(station.folder, 'station.key'), 'ab'.repeat(32))
    expect(refusal(() => openTest(station.folder)).code).toBe('damaged')
  })
})

describe('data that cannot be opened is left untouched, and the person is told what to do', () => {
  test('the database was written by a newer version', async () => {
    const station = await readyStation()
    station.close()
    const migrations = [
      ...shippedMigrations(),
      { number: 9999, name: '9999-tomorrow.sql', sql: 'CREATE TABLE tomorrow (id TEXT NOT NULL) STRICT;' },
    ]
    openDatabase(station.folder, keyFile(), migrations, Date.now).db.close()
    const before = bytesIn(station.folder)
    const refused = refusal(() => openTest(station.folder))
    expect(refused.code).toBe('newer')
    expect(refused.todo).toContain('newer version')
    expect(bytesIn(station.folder)).toEqual(before)
  })

  test('half of the file is gone', async () => {
    const station = await readyStation()
    for (let n = 0; n < 40; n += 1) station.pledges.make(anyone, aPledge)
    station.close()
    truncateSync(databasePath(station.folder), 8192)
    const before = bytesIn(station.folder)
    expect(refusal(() => openTest(station.folder)).code).toBe('damaged')
    expect(bytesIn(station.folder)).toEqual(before)
  })

  test('the folder may not be written to', ({ skip }) => {
    const folder = join(tempFolder(), 'shut')
    mkdirSync(folder, { mode: 0o500 })
    onTestFinished(() => chmodSync(folder, 0o700))
    if (process.getuid?.() === 0) skip('root may write anywhere, so the refusal cannot be provoked here')
    expect(refusal(() => openTest(folder)).code).toBe('read-only')
  })

  test('a file stands where the data folder should be', () => {
    const folder = join(tempFolder(), 'station')
    writeFileSync(folder, 'not a folder')
    expect(() => openTest(folder)).toThrow(/EEXIST|ENOTDIR/)
    expect(readFileSync(folder, 'utf8')).toBe('not a folder')
  })

  test('SQLite can make no file beside the data: it is read all the same, and nothing of it is changed', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, aPledge)
    station.close()
    // As in a folder that may not be written, or on a disk without one free block.
    mkdirSync(join(station.folder, 'station.db-shm'))
    const before = readFileSync(databasePath(station.folder))
    const reading = openTest(station.folder, { reads: true })
    expect(reading.plan.overview().pledges).toBe(1)
    expect(reading.check().sound).toBe(true)
    expect(() => reading.pledges.make(anyone, aPledge)).toThrow('readonly')
    reading.close()
    expect(readFileSync(databasePath(station.folder))).toEqual(before)
  })

  test('what a reader left behind that was cut off goes with the next one', async () => {
    const station = await readyStation()
    station.close()
    // A name that SQLite can open in no way: it has to be read elsewhere.
    symlinkSync('nowhere', join(station.folder, 'station.db-shm'))
    const temporary = tempFolder()
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    mkdirSync(join(temporary, halfMadeName('pledge-kiosk-reading')))
    const reading = openTest(station.folder, { reads: true })
    expect(readdirSync(temporary)).toEqual([expect.stringContaining(`.${process.pid}.`)])
    reading.close()
    expect(readdirSync(temporary)).toEqual([])
  })

  test('the disk is full: the step is refused as a whole, and everything before it stands', async () => {
    const station = await readyStation()
    const { db } = openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now)
    db.close()
    station.pledges.make(anyone, aPledge)
    const facts = station.journal.facts.count()
    // SQLite's own way of having no room: no page may be added to the file.
    station.limitPages(0)
    const fill = () => {
      for (let n = 0; n < 200; n += 1) station.pledges.make(anyone, { ...aPledge, wording: 'x'.repeat(600) })
    }
    expect(fill).toThrow(/full/)
    const kept = station.journal.facts.count()
    expect(kept).toBeGreaterThanOrEqual(facts)
    station.limitPages(1_000_000)
    expect(station.check()).toMatchObject({ sound: true, facts: kept })
    station.pledges.make(anyone, aPledge)
    expect(station.journal.facts.count()).toBe(kept + 1)
  })
})

describe('what is told as answered', () => {
  test('what was undone within a larger step is never told as answered: the tablet opens again', async () => {
    const station = await readyStation()
    const { journal, folder } = station
    journal.atomically(() => {
      station.pledges.make(anyone, aPledge)
      expect(() =>
        journal.atomically(() => {
          station.pledges.make(anyone, aPledge)
          throw new Error('The second one is not to be')
        }),
      ).toThrow('not to be')
    })
    const chain = journal.facts.chain(station.id)
    expect(readAnswered(folder)).toEqual({ station: station.id, seq: chain?.seq, hash: chain?.hash })
    station.close()
    expect(openTest(folder).plan.overview().pledges).toBe(1)
  })
})

describe('backups', () => {
  test('a backup opens with the same key, holds everything, and is encrypted', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.pledges.make(anyone, { ...aPledge, wording: 'A spare room in Shirley' })
    const { name } = station.backup()
    const path = join(station.folder, 'backups', name)
    const key = keyFile().read(station.folder) ?? ''
    expect(isSoundCopy(path, key)).toBe(true)
    expect(isSoundCopy(path, 'cd'.repeat(32))).toBe(false)
    expect(readFileSync(path).toString('latin1')).not.toContain('Shirley')
    expect(readdirSync(join(station.folder, 'backups'))).toEqual([name])
  })

  test('the oldest ones go, the newest twelve stay', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    const { db, key } = openDatabase(station.folder, keyFile(), shippedMigrations(), clock)
    onTestFinished(() => void db.close())
    const taken = Array.from({ length: 15 }, () => {
      clock.pass(60_000)
      return takeBackup(db, key, station.folder, clock()).name
    })
    expect(listBackups(station.folder).map((backup) => backup.name)).toEqual(taken.toReversed().slice(0, 12))
  })

  test('a clock that is years behind removes no backup, least of all the one just made', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    const { db, key } = openDatabase(station.folder, keyFile(), shippedMigrations(), clock)
    onTestFinished(() => void db.close())
    const take = () => takeBackup(db, key, station.folder, clock()).name
    const before = Array.from({ length: 12 }, () => {
      clock.pass(60_000)
      return take()
    })
    clock.set('2016-01-01T00:00:00.000Z')
    const behind = take()
    expect(listBackups(station.folder).map(({ name }) => name)).toEqual([behind, ...before.toReversed().slice(0, 11)])
    expect(listBackups(station.folder)[0]?.taken).toBe('2016-01-01T00:00:00.000Z')
  })

  test('backups of an older version, which have no number, come before every one that is made now', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    const { name } = station.backup()
    const folder = join(station.folder, 'backups')
    const old = ['station-2031-01-01T00-00-00-000Z.db', 'station-2030-01-01T00-00-00-000Z.db']
    for (const one of old) copyFileSync(join(folder, name), join(folder, one))
    expect(listBackups(station.folder).map((backup) => backup.name)).toEqual([name, ...old])
    const next = station.backup().name
    expect(listBackups(station.folder).map((backup) => backup.name)).toEqual([next, name, ...old])
  })

  test('what a backup left behind that was cut off is cleared by the next one; one that is being made stays', async () => {
    const station = await readyStation()
    const folder = join(station.folder, 'backups')
    mkdirSync(folder)
    const gone = halfMadeName('station-000001-x.db')
    const growing = halfMadeName('station-000002-x.db', process.ppid)
    for (const one of [gone, `${gone}-journal`, growing]) writeFileSync(join(folder, one), 'half')
    const { name } = station.backup()
    expect(readdirSync(folder).toSorted()).toEqual([growing, name])
  })

  test('a migration takes a backup first, and a migration that fails changes nothing', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, aPledge)
    station.close()
    const broken = [
      ...shippedMigrations(),
      { number: 9999, name: '9999-broken.sql', sql: 'CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1);' },
    ]
    expect(() => openDatabase(station.folder, keyFile(), broken, Date.now)).toThrow('no such table')
    expect(listBackups(station.folder)).toHaveLength(1)
    const again = openTest(station.folder)
    expect(again.check()).toMatchObject({ sound: true })
    expect(again.plan.overview().pledges).toBe(1)
  })

  test('a migration that changes what a record holds has the records folded again at the next opening', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    station.signIn.signIn(steward, id)
    station.close()
    // As the columns of a migration stand before anything has folded into them.
    const { db } = openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now)
    db.prepare("UPDATE attendance SET firstHow = ''").run()
    db.prepare("UPDATE setting SET value = '1' WHERE key = 'folded'").run()
    db.close()
    const again = openTest(station.folder)
    expect(again.check()).toMatchObject({ sound: true })
    expect(again.signIn.delegate(id)?.presence).toBe('here')
  })

  test('what an earlier version kept with half an emoji in it is no damage, and reads as it would be written today', async () => {
    const station = await readyStation()
    const untidy = factType('delegate.added', 1, z.unknown())
    const body = { ...ewa, name: 'Ewa\u200b \ud83d', badge: 'PK1-NEC-0', ticket: '', walkIn: false }
    const { subject: id } = station.journal.commit(steward, (write) => write.begin(untidy, body))
    const fact = station.journal.facts.about(id)
    station.close()
    const { db } = openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now)
    db.prepare('UPDATE delegate SET name = ? WHERE id = ?').run(body.name, id)
    // The last schema of a version that tidied nothing.
    db.prepare("UPDATE setting SET value = '4' WHERE key = 'folded'").run()
    db.close()
    const again = openTest(station.folder)
    expect(again.check()).toMatchObject({ sound: true, findings: [] })
    expect(again.signIn.delegate(id)?.name).toBe('Ewa \ufffd')
    expect(again.journal.facts.about(id)).toEqual(fact)
    expect(fact[0]?.body).toEqual(body)
  })

  test('two programs bring one database up to date at once: each change is made once', () => {
    const folder = tempFolder()
    openDatabase(folder, keyFile(), shippedMigrations(), Date.now).db.close()
    const change = { number: 9999, name: '9999-tomorrow.sql', sql: 'CREATE TABLE tomorrow (id TEXT NOT NULL) STRICT;' }
    const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
    onTestFinished(() => void db.close())
    // The other is quicker, between the look at what is due and the change itself.
    migrate(db, [...shippedMigrations(), change], () =>
      openDatabase(folder, keyFile(), [...shippedMigrations(), change], Date.now).db.close(),
    )
    expect(db.pragma('user_version', { simple: true })).toBe(9999)
  })
})

describe('the shape of the database', () => {
  test('every table is strict, and every column that may be empty is meant to be', () => {
    const { db } = openDatabase(tempFolder(), keyFile(), shippedMigrations(), Date.now)
    onTestFinished(() => void db.close())
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(tables.filter((table) => table.strict !== 1)).toEqual([])
    const empty = tables.flatMap(({ name }) =>
      db
        .prepare<[string], { name: string; notnull: number; pk: number }>(
          'SELECT name, "notnull", pk FROM pragma_table_info(?)',
        )
        .all(name)
        .flatMap((column) => (column.notnull === 0 && column.pk === 0 ? [`${name}.${column.name}`] : [])),
    )
    expect(empty.toSorted()).toEqual([
      'action.due',
      'action.priority',
      'fact1.after',
      'fact1.body',
      'fact1.bodyHash',
      'pledge.delegate',
      'pledge.due',
      'pledge.priority',
      'pledge.quantity',
    ])
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
  })
})
