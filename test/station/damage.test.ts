/** Whatever is done to the files of a day: never new, never sound, where something that was answered is gone; and always a way back. */
import { randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { openStation } from '../../electron/station/app/station.ts'
import type { KioskClient } from '../../shared/contract/index.ts'
import { fc, runs } from '../support/chance.ts'
import { inLane } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTestKiosk, portClient } from '../support/test-client.ts'
import {
  anyone,
  aPledge,
  CHEAP,
  ewa,
  organiser,
  PASSPHRASE,
  PIN,
  readyStation,
  shippedPack,
  steward,
} from '../support/test-station.ts'

const [BEFORE, AFTER] = [12, 9]
const ALL = BEFORE + AFTER
/** `backups/` is its newest one. */
const FILES = [
  'station.db',
  'station.db-wal',
  'station.answered',
  'station.key',
  'station.key.copy',
  'backups/',
] as const
type File = (typeof FILES)[number]
type Harm = { file: File; how: 'lost' | 'emptied' | 'cut' | 'flipped'; at: number }

/** Made once; each test harms a copy. */
const made = mkdtempSync(join(tmpdir(), 'pledge-kiosk-day-'))
const day = join(made, 'day')
afterAll(() => rmSync(made, { recursive: true, force: true }))
/** The facts that the newest backup holds, and all that were answered. */
let held = { backup: 0, all: 0 }

beforeAll(async () => {
  const folder = join(made, 'station')
  const station = openStation(folder, { staffCost: CHEAP })
  await station.setUp({
    pack: shippedPack(),
    rehearsal: false,
    name: 'Table 7',
    duty: 'pledges',
    pin: PIN,
    passphrase: 'three kind words',
  })
  for (let nth = 0; nth < BEFORE; nth += 1) station.pledges.make(anyone, aPledge)
  station.backup()
  held.backup = station.journal.facts.count()
  for (let nth = 0; nth < AFTER; nth += 1) station.pledges.make(anyone, aPledge)
  held = { ...held, all: station.journal.facts.count() }
  // The power goes: the log is still beside the data.
  cpSync(folder, day, { recursive: true })
  rmSync(join(day, 'station.db-shm'), { force: true })
  station.close()
})

/** Null where there is no backup any more. */
function pathOf(folder: string, file: File): string | null {
  if (file !== 'backups/') return join(folder, file)
  const newest = readdirSync(join(folder, file)).toSorted().at(-1)
  return newest === undefined ? null : join(folder, file, newest)
}

function harm(folder: string, { file, how, at }: Harm): void {
  const path = pathOf(folder, file)
  if (path === null || !existsSync(path)) return
  const bytes = readFileSync(path)
  const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
  if (how === 'lost') rmSync(path)
  else if (how === 'emptied') truncateSync(path, 0)
  else if (how === 'cut') truncateSync(path, place)
  else {
    const byte = bytes[place]
    if (byte !== undefined) bytes[place] = byte ^ (1 << (place % 8))
    writeFileSync(path, bytes)
  }
}

/** Opens it, and waits until everything has been looked through, or it was closed. */
async function opened(folder: string): Promise<Kiosk> {
  const looked = Promise.withResolvers<void>()
  const kiosk = openTestKiosk(folder, {
    log: ({ call }) => call === 'background-check' && looked.resolve(),
  })
  if (stateOf(kiosk).phase !== 'ready') return kiosk
  await looked.promise
  return kiosk
}

const stateOf = (kiosk: Kiosk) => kiosk.state(kiosk.createSession())

/** What must be true whatever was harmed; throws otherwise. */
async function mustHold(folder: string, harms: readonly Harm[]): Promise<void> {
  const kiosk = await opened(folder)
  try {
    const { phase, refused } = stateOf(kiosk)
    const harmed = (file: File): boolean => harms.some((one) => one.file === file)
    if (phase === 'ready') {
      expect(kiosk.station()?.plan.overview().pledges).toBe(ALL)
      expect(kiosk.station()?.check().sound).toBe(true)
      return
    }
    expect(phase).toBe('refused')
    if (refused?.code === 'key') {
      // Nobody can read it without the key; with it everything is as it was.
      expect(harmed('station.key') && harmed('station.key.copy')).toBe(true)
      return
    }
    expect(refused?.code).toBe('damaged')
    const [best] = refused?.waysBack ?? []
    if (best === undefined) {
      // There is nothing left that could be gone back to.
      expect(harmed('backups/')).toBe(true)
      return
    }
    if (!harmed('backups/')) expect(best.facts).toBeGreaterThanOrEqual(held.backup)
    expect(await kiosk.restore(best.name, PIN)).toMatchObject({ code: 'restored' })
    expect(stateOf(kiosk).phase).toBe('ready')
    // Two more: that it goes on from another, and what it is called.
    expect(kiosk.station()?.journal.facts.count()).toBe(best.facts + 2)
    expect(kiosk.station()?.check().sound).toBe(true)
    kiosk.station()?.pledges.make(anyone, aPledge)
    kiosk.close()
    // What was given up is not missed again.
    const again = openTestKiosk(folder)
    expect(stateOf(again).phase).toBe('ready')
    again.close()
  } finally {
    kiosk.close()
  }
}

async function expectNoticed(harms: readonly Harm[]): Promise<void> {
  const folder = join(tempFolder(), 'station')
  cpSync(day, folder, { recursive: true })
  for (const one of harms) harm(folder, one)
  await mustHold(folder, harms)
  rmSync(folder, { recursive: true, force: true })
}

describe('the files of a day that was cut off', () => {
  test('untouched, everything that was answered is there', async () => {
    const folder = join(tempFolder(), 'station')
    cpSync(day, folder, { recursive: true })
    const kiosk = await opened(folder)
    expect(stateOf(kiosk).phase).toBe('ready')
    expect(kiosk.station()?.journal.facts.count()).toBe(held.all)
  })

  test.for(FILES.flatMap((file) => (['lost', 'emptied'] as const).map((how) => ({ file, how }))))(
    '$file is $how',
    async ({ file, how }) => expectNoticed([{ file, how, at: 0 }]),
  )

  test('only the database was copied, or only the log', async () => {
    const lost = (file: File): Harm => ({ file, how: 'lost', at: 0 })
    await expectNoticed([lost('station.db-wal'), lost('station.answered'), lost('backups/')])
    await expectNoticed([lost('station.db'), lost('station.answered')])
    await expectNoticed([lost('station.db'), lost('station.db-wal')])
  })

  test('Damage is noticed wherever it is, nothing that was answered is silently gone, and there is a way back', async () => {
    const places = inLane(6, 1000)
    for (const file of FILES)
      for (const how of ['flipped', 'cut'] as const)
        for (let place = 0; place < places; place += 1) await expectNoticed([{ file, how, at: (place + 0.5) / places }])
  })

  test('several things at once', async () => {
    const one: fc.Arbitrary<Harm> = fc.record({
      file: fc.constantFrom(...FILES),
      how: fc.constantFrom('lost', 'emptied', 'cut', 'flipped'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    await fc.assert(fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 3 }), expectNoticed), {
      numRuns: runs(10),
    })
  })
})

describe('what was written as JSON, read when it is none any more, is damage that closes the station, and there is a way back', () => {
  type Calls = { client: KioskClient; person: string; rollCall: string }
  /** A column, and a call that reads it. */
  const READ: { table: string; column: string; reads: (calls: Calls) => Promise<unknown> }[] = [
    { table: 'event', column: 'pack', reads: ({ client }) => client.plan.overview() },
    {
      table: 'fact',
      column: 'after',
      reads: ({ client, person }) => client.signIn.withdraw({ delegate: person, reason: 'Left' }),
    },
    { table: 'fact', column: 'fields', reads: ({ client }) => client.attendance.numbers() },
    {
      table: 'attendance',
      column: 'trail',
      reads: ({ client, person }) => client.signIn.signOut({ delegate: person }),
    },
    {
      table: 'badgePrint',
      column: 'trail',
      reads: ({ client }) => client.badges.log({ search: '', offset: 0, limit: 5 }),
    },
    {
      table: 'rollCallTick',
      column: 'ticks',
      reads: ({ client, rollCall }) => client.rollCall.people({ rollCall }),
    },
    { table: 'setting', column: 'value', reads: ({ client }) => client.signIn.door() },
  ]

  test.for(READ)('$column of $table', async ({ table, column, reads }) => {
    const folder = join(tempFolder(), 'station')
    const station = await readyStation({}, folder)
    const person = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, person)
    station.badges.printed(steward, [person], { layout: 'a6', why: 'alone', job: randomUUID() })
    const { rollCall } = station.rollCalls.start(steward, 'Sam Vale', null)
    station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: person, ticked: true, by: 'Sam Vale' })
    station.changeDoor({ sound: false })
    station.backup()
    const facts = station.journal.facts.count()
    station.close()

    const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
    const { changes } = db
      .prepare(
        `UPDATE ${table} SET ${column} = substr(${column}, 1, length(${column}) - 1) WHERE ${column} LIKE '%}%' OR ${column} LIKE '%]%'`,
      )
      .run()
    expect(changes).toBeGreaterThan(0)
    db.close()

    const kiosk = openTestKiosk(folder)
    const client = portClient(kiosk)
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE }).catch(() => null)
    await expect(reads({ client, person, rollCall: rollCall.id })).rejects.toMatchObject({
      code: expect.stringMatching(/^STORAGE$|^NOT_READY$/),
    })
    const { phase, refused } = await client.station.state()
    expect({ phase, code: refused?.code }).toEqual({ phase: 'refused', code: 'damaged' })
    const backup = refused?.waysBack.find(({ name }) => name.startsWith('station-'))
    if (backup === undefined) throw new Error('There is a backup')
    expect(await client.station.restore({ name: backup.name, secret: PIN })).toMatchObject({ code: 'restored' })
    expect((await client.station.state()).phase).toBe('ready')
    expect(kiosk.station()?.journal.facts.count()).toBe(facts + 2)
    expect(kiosk.station()?.check().sound).toBe(true)
  })
})
