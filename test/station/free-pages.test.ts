/** Whoever has the key and reads the files byte by byte: also where nothing stands any more, there is nothing of who was forgotten. */
import { cpSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import Database, { type Database as Db } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { databasePath, keyFile, openSnapshot, unlockWith } from '../../electron/station/kernel/database/index.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { sha256 } from '../../electron/station/kernel/journal/hash.ts'
import { guessed, likelyValues } from '../support/likely.ts'
import { carry } from '../support/merge.ts'
import { bytesOf, framesOf, pagesOf } from '../support/pages.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, ewa, handClock, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

const FIRST = ['Orsolya', 'Bertrand']
const LAST = ['Quibble', 'Hazelhurst']
const orsolya = { ...ewa, name: 'Orsolya Quibble', email: 'orsolya@quibble.example' }
const LIST = 'Name,Organisation,Email\nBertrand Hazelhurst,Hazelhurst Works,b@hazelhurst.example\n'
/** All that was said of anybody who goes has one of them. */
const WORDS = /orsolya|quibble|bertrand|hazelhurst/gi

const keyOf = (folder: string): string => keyFile().read(folder) ?? ''
const count = (bytes: Buffer): number =>
  (bytes.toString('latin1').match(WORDS) ?? []).length +
  [bytes, bytes.subarray(1)].flatMap((from) => from.toString('utf16le').match(WORDS) ?? []).length
/** How often a word of those who go stands in the pages of the data, and in those of its log. */
const found = (folder: string) => {
  const { data, log } = bytesOf(folder)
  return { data: count(data), log: count(log) }
}
const NOTHING = { data: 0, log: 0 }

function tablet(): Station {
  const station = openTest(tempFolder(), { now: handClock() })
  station.loadEvent(shippedPack(), false)
  return station
}
/** Somebody reads the data of a tablet at this moment. */
const reader = ({ folder }: Station) => openSnapshot(folder, keyOf(folder))

/** The data of a folder as any program with the key opens it. */
function dataOf(folder: string): Db {
  const db = new Database(databasePath(folder))
  unlockWith(db, keyOf(folder))
  return db
}

/** How far it is cleared away, and how far there is anything to clear away. */
function cleared(folder: string): unknown[] {
  const db = dataOf(folder)
  const all = db.prepare("SELECT key, value FROM setting WHERE key IN ('takenOut', 'cleared') ORDER BY key").all()
  db.close()
  return all
}

function sayOf(station: Station): string {
  const id = station.signIn.add(organiser, orsolya)
  station.signIn.recordNeeds(steward, id, { access: 'A ramp as at Quibble Hall', dietary: '' })
  station.signIn.note(steward, id, 'Ring Orsolya Quibble at two')
  station.pledges.make(anyone, {
    ...aPledge,
    by: { kind: 'delegate', delegate: id },
    wording: 'Orsolya Quibble will open one door',
    mayContact: true,
    email: orsolya.email,
  })
  station.drafts.save(`organiser-delegate:${id}`, '{"role":"Keeper of Quibble things"}', 'window-1')
  station.drafts.save('walk-in', `{"name":"Orsolya Quibble","email":"${'quibble '.repeat(900)}"}`, 'window-1')
  return id
}
function takeListBack(station: Station): void {
  const [made] = station.signIn.importUndo.imports()
  const seen = station.signIn.importUndo.before(made?.id ?? '')?.seen ?? ''
  expect(
    station.signIn.importUndo.undo(organiser, { id: made?.id ?? '', reason: 'Last year’s list', seen }),
  ).toMatchObject({ gone: 1 })
}

test('the pages that are looked at are those that SQLite has, free ones among them', () => {
  const station = tablet()
  sayOf(station)
  const { folder } = station
  station.close()
  const db = new Database(databasePath(folder), { readonly: true })
  unlockWith(db, keyOf(folder))
  const all = db.serialize()
  const pages = pagesOf(databasePath(folder), keyOf(folder))
  expect(pages.length).toBe(Number(db.pragma('page_count', { simple: true })))
  db.close()
  for (const [n, page] of pages.entries()) {
    const from = n === 0 ? 24 : 0
    expect(page.subarray(from).equals(all.subarray(n * 4096 + from, n * 4096 + page.length))).toBe(true)
  }
})

describe('what was taken out stands in no page and in no log', () => {
  test('a person with drafts and promises, needs, a list, and whom another tablet forgot', () => {
    const [west, east] = [tablet(), tablet()]
    const id = sayOf(west)
    west.signIn.importer.run(organiser, 'list.csv', Buffer.from(LIST), {})
    const needy = west.signIn.add(organiser, ewa)
    west.signIn.recordNeeds(steward, needy, { access: 'Orsolya Quibble pushes the chair', dietary: '' })
    carry(west, east)
    east.drafts.save(`organiser-delegate:${id}`, '{"role":"Keeper of Quibble things"}', 'window-1')
    for (const { folder } of [west, east]) {
      expect(found(folder).log).toBeGreaterThan(20)
      const db = dataOf(folder)
      db.pragma('wal_checkpoint(PASSIVE)')
      db.close()
      expect(found(folder).data).toBeGreaterThan(10)
    }

    const reads = [west, east].map(reader)
    takeListBack(west)
    west.signIn.purgeNeeds(organiser, 'The day is over')
    const words = west.beforeErasing(id).texts.map(({ subject, field }) => ({ subject, field, text: 'One door' }))
    west.eraseDelegate(organiser, id, 'They asked', words)
    carry(west, east)
    // Somebody reads what was there before: it is still there, and nobody is waited for.
    for (const station of [west, east]) {
      expect(found(station.folder).log).toBeGreaterThan(20)
      expect(station.leftover.isDue()).toBe(true)
      expect(station.leftover.clear()).toBe(false)
    }
    for (const db of reads) db.close()

    for (const station of [west, east]) {
      expect(station.leftover.clear()).toBe(true)
      expect(found(station.folder)).toEqual(NOTHING)
      station.pledges.make(anyone, aPledge)
      expect(station.check()).toMatchObject({ sound: true, findings: [] })
    }
    const said = [...Object.values(orsolya), 'Orsolya Quibble will open one door', 'b@hazelhurst.example']
    const values = [...likelyValues(said, FIRST, LAST)]
    expect(values.length).toBeGreaterThan(99_000)
    const places = [west, east].flatMap(({ folder }) => Object.values(bytesOf(folder)))
    const texts = places.map((bytes) => ({ text: bytes.toString('latin1') }))
    expect(guessed(texts, values)).toEqual([])
    expect(guessed([{ text: sha256(orsolya.email) }], values)).toEqual([orsolya.email])
  })

  test.each<[string, (station: Station) => () => void]>([
    [
      'somebody is forgotten',
      (station) => {
        const id = sayOf(station)
        const words = station
          .beforeErasing(id)
          .texts.map(({ subject, field }) => ({ subject, field, text: 'One door' }))
        return () => void station.eraseDelegate(organiser, id, 'They asked', words)
      },
    ],
    [
      'needs are no longer kept',
      (station) => {
        const id = station.signIn.add(organiser, ewa)
        station.signIn.recordNeeds(steward, id, { access: 'Orsolya Quibble pushes the chair', dietary: '' })
        return () => void station.signIn.purgeNeeds(organiser, 'The day is over')
      },
    ],
    [
      'a list is taken back',
      (station) => {
        station.signIn.importer.run(organiser, 'list.csv', Buffer.from(LIST), {})
        return () => takeListBack(station)
      },
    ],
  ])('%s: at the latest when the app is closed', (_, say) => {
    const station = tablet()
    const { folder } = station
    const takeOut = say(station)
    const db = reader(station)
    takeOut()
    db.close()
    expect(found(folder).log).toBeGreaterThan(2)
    station.close()
    expect(found(folder)).toEqual(NOTHING)
    expect(cleared(folder)).toMatchObject([{ key: 'cleared' }, { key: 'takenOut' }])
  })

  test('a draft that goes because others had forgotten whom it is about is cleared away, too', () => {
    const [west, east] = [tablet(), tablet()]
    const id = sayOf(west)
    carry(west, east)
    west.eraseDelegate(organiser, id, 'They asked')
    carry(west, east)
    expect(east.leftover.clear()).toBe(true)
    east.drafts.save(`organiser-delegate:${id}`, '{"role":"Keeper of Quibble things"}', 'window-1')
    expect(east.leftover.isDue()).toBe(false)
    carry(west, east)
    expect(east.drafts.texts()).toEqual([])
    expect(east.leftover.isDue()).toBe(true)
  })

  test('data in which an app that cleared nothing away forgot somebody is cleared once', () => {
    const station = tablet()
    const { folder } = station
    station.close()
    expect(cleared(folder)).toEqual([])
    const again = openTest(folder, { now: handClock() })
    again.eraseDelegate(organiser, sayOf(again), 'They asked')
    again.close()
    const db = dataOf(folder)
    db.exec("DELETE FROM setting WHERE key IN ('takenOut', 'cleared')")
    db.close()
    openTest(folder, { now: handClock() }).close()
    expect(cleared(folder)).toEqual([
      { key: 'cleared', value: '1' },
      { key: 'takenOut', value: '1' },
    ])
  })

  test('somebody is forgotten while nobody else reads: at once', () => {
    const station = tablet()
    const id = sayOf(station)
    station.eraseDelegate(
      organiser,
      id,
      'They asked',
      station.beforeErasing(id).texts.map(({ subject, field }) => ({ subject, field, text: 'One door' })),
    )
    expect(station.leftover.isDue()).toBe(false)
    expect(found(station.folder)).toEqual(NOTHING)
  })
})

describe('cut off while the files are written anew', () => {
  /** A tablet that forgot somebody while another program read, as its files were at that moment. */
  function forgetting() {
    const station = tablet()
    const id = sayOf(station)
    const db = reader(station)
    const words = station.beforeErasing(id).texts.map(({ subject, field }) => ({ subject, field, text: 'One door' }))
    // Together with other steps: nothing is cleared away in the midst of them.
    station.batch(() => void station.eraseDelegate(organiser, id, 'They asked', words))
    const facts = station.journal.facts.count()
    return { station, facts, db }
  }
  const copyOf = (station: Station): string => {
    const folder = join(tempFolder(), 'copy')
    cpSync(station.folder, folder, { recursive: true })
    return folder
  }
  function expectWhole(folder: string, facts: number): void {
    const again = openTest(folder, { now: handClock() })
    expect(again.journal.facts.count()).toBe(facts)
    expect(again.check()).toMatchObject({ sound: true, findings: [] })
    expect(again.leftover.isDue()).toBe(false)
    expect(found(folder)).toEqual({ ...NOTHING })
    again.close()
  }

  test('killed before it began, within it, and after it: nothing that was answered is gone, and the next opening does it', () => {
    const { station, facts, db } = forgetting()
    const before = copyOf(station)
    const frames = framesOf(databasePath(before), keyOf(before)).length
    expect(station.leftover.clear()).toBe(false)
    const after = copyOf(station)
    const all = framesOf(databasePath(after), keyOf(after)).length
    expect(all).toBeGreaterThan(frames + 20)
    const within = copyOf(station)
    truncateSync(`${databasePath(within)}-wal`, 32 + (24 + 4096) * (frames + 10))
    db.close()
    for (const folder of [before, within, after]) {
      expect(found(folder).log).toBeGreaterThan(20)
      expectWhole(folder, facts)
    }
  })
})
