/** An update that folds records in another way: they are folded again beside the old ones, whoever cuts it off or writes meanwhile. */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { pledgeWithdrawn } from '../../electron/station/pledges/facts.ts'
import { stationShutOut } from '../../electron/station/kernel/journal/rulings.ts'
import { openInSteps, type Station } from '../../electron/station/app/station.ts'
import { foldChanged, OLD_WORDING, pledge } from '../support/fold-changed.ts'
import { openTestKiosk, portClient } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, ewa, openTest, organiser, readyStation, steward } from '../support/test-station.ts'

/** More than five pages, and more than is cleared away at once. */
const MANY = 1100

/** What stands in the file itself: every row of the pledges, and every name of a table, index or trigger. */
function inFile(folder: string): { wordings: string[]; names: string[] } {
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  try {
    return {
      wordings: db.prepare<[], string>('SELECT wording FROM pledge ORDER BY reference').pluck().all(),
      names: db.prepare<[], string>('SELECT name FROM sqlite_schema ORDER BY name').pluck().all(),
    }
  } finally {
    db.close()
  }
}

function sound(station: Station): void {
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
}

const PROMISES = Array.from({ length: MANY }, (_, nth) => `Promise ${nth}`)

/** A tablet with many pledges, closed; and what stands in its file. */
async function tablet(): Promise<{ folder: string; before: ReturnType<typeof inFile> }> {
  const station = await readyStation()
  pledge(station, MANY)
  station.close()
  return { folder: station.folder, before: inFile(station.folder) }
}

/** Opens it step by step; `between` has its turn after each, with what was told of it. */
function openSlowly(
  folder: string,
  between: (at: { what: string; done: number; of: number }) => void = () => undefined,
): Station {
  const steps = openInSteps(folder)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      const station = step.value
      onTestFinished(() => station.close())
      return station
    }
    between(step.value)
  }
}

test('only the records whose fold has changed are folded again, and nothing of it is left but they', async () => {
  const { folder, before } = await tablet()
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  // Nobody should look at this one: what is wrong in it stays wrong.
  db.prepare("UPDATE station SET name = 'Another name'").run()
  db.close()
  foldChanged(folder)
  const told: { what: string; done: number; of: number }[] = []
  const station = openSlowly(folder, (at) => void told.push(at))
  expect(inFile(folder)).toEqual(before)
  expect(before.wordings.toSorted()).toEqual(PROMISES.toSorted())
  expect(told.map(({ what, of }) => [what, of])).toEqual(told.map(() => ['lists', MANY]))
  expect(told.length).toBeGreaterThan(2)
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((one, other) => one - other))
  expect(told.at(-1)?.done).toBe(MANY)
  expect(station.check().findings).toEqual([expect.stringMatching(/^The station .* is not what its facts add up to/)])
})

test('it is cut off after any page: the old rows stand whole, and the next opening goes on from there', async () => {
  const { folder, before } = await tablet()
  foldChanged(folder)
  const cuts: { copy: string; done: number }[] = []
  openSlowly(folder, ({ done }) => {
    const copy = join(tempFolder(), 'copy')
    // As it stands on the disk at this moment, write-ahead log included.
    cpSync(folder, copy, { recursive: true })
    cuts.push({ copy, done })
  })
  const stood = cuts.map(({ copy }) => {
    const wordings = inFile(copy).wordings.toSorted()
    if (wordings.every((one) => one === OLD_WORDING)) return 'old'
    expect(wordings).toEqual(PROMISES.toSorted())
    return 'new'
  })
  // First the old ones, to the last page; then the new ones, while what is left of the old is cleared away.
  expect(stood.join(' ')).toMatch(/^(old ){3,}new( new)*$/)
  for (const { copy, done } of cuts) {
    const told: number[] = []
    const station = openSlowly(copy, (at) => void (at.of > 0 && at.done < MANY && told.push(at.done)))
    expect(told).toEqual([...new Set(cuts.map((cut) => cut.done))].filter((one) => one > done && one < MANY))
    expect(inFile(copy)).toEqual(before)
    sound(station)
  }
})

test('another version’s program writes meanwhile: nothing of it is lost, and who is forgotten stays so', async () => {
  const other = await readyStation()
  const ids = pledge(other, MANY)
  const gone = other.signIn.add(steward, ewa)
  const by = { kind: 'delegate' as const, delegate: gone }
  other.pledges.make(anyone, { ...aPledge, by, wording: 'Ewa Kaur will' })
  foldChanged(other.folder)
  let turn = 0
  const withdrawn = ids.slice(0, 2)
  const station = openSlowly(other.folder, ({ done, of }) => {
    turn += 1
    if (turn === 1) other.pledges.make(anyone, { ...aPledge, wording: 'Made meanwhile' })
    if (turn === 2) other.eraseDelegate(organiser, gone, 'They asked')
    // After the last page: nobody comes to these again but for the note. Two in one commit.
    if (done === of && withdrawn.length > 0)
      other.journal.commit(organiser, (write) => {
        for (const id of withdrawn.splice(0)) write.about(pledgeWithdrawn, id, { reason: 'Made twice' })
      })
  })
  expect(turn).toBeGreaterThan(2)
  sound(station)
  const { wordings } = inFile(other.folder)
  expect(wordings).toContain('Made meanwhile')
  expect(wordings).toHaveLength(MANY + 2)
  const lines = [...station.journal.records.lines()]
  expect(lines.filter((line) => line.includes('"status":"withdrawn"'))).toHaveLength(2)
  expect(lines.filter((line) => line.includes('Ewa'))).toEqual([])
})

test('somebody decides meanwhile which facts count at all: everything is folded once more', async () => {
  const other = await readyStation()
  pledge(other, MANY)
  foldChanged(other.folder)
  const told: number[] = []
  const station = openSlowly(other.folder, ({ done }) => {
    told.push(done)
    if (told.length === 1)
      other.journal.commit(organiser, (write) => {
        const body = { station: other.id, last: 100, reason: 'It was in a bag' }
        void write.about(stationShutOut, other.event().id, body)
      })
  })
  expect(told.filter((done) => done === 0)).toHaveLength(1)
  sound(station)
  expect(inFile(other.folder).wordings.length).toBeLessThan(MANY)
})

test('two programs open it at once: they share the work, and both are open at the end', async () => {
  const { folder, before } = await tablet()
  foldChanged(folder)
  const told: number[] = []
  const other = openInSteps(folder)
  let step = other.next()
  const first = openSlowly(folder, ({ done }) => {
    told.push(done)
    if (step.done === true) return
    told.push(step.value.done)
    step = other.next()
  })
  while (step.done !== true) step = other.next()
  const second = step.value
  onTestFinished(() => second.close())
  const pages = told.filter((done) => done < MANY)
  expect(pages.length).toBeGreaterThan(2)
  // Nobody did again what the other had done.
  expect(new Set(pages).size).toBe(pages.length)
  expect(inFile(folder)).toEqual(before)
  for (const station of [first, second]) sound(station)
})

/** Screens of a tablet whose update is held after each step until the test lets it go on. */
function heldKiosk(folder: string) {
  let go: (() => void) | null = null
  const kiosk = openTestKiosk(folder, { moment: () => new Promise<void>((resolve) => void (go = resolve)) })
  return {
    kiosk,
    client: portClient(kiosk),
    /** One step further; false once there is none to wait for. */
    step(): boolean {
      const next = go
      go = null
      next?.()
      return next !== null
    },
  }
}

test('screens are told how far it is, nothing is taken meanwhile, and the tablet is open by itself', async () => {
  const { folder, before } = await tablet()
  foldChanged(folder)
  const { kiosk, client, step } = heldKiosk(folder)
  const first = await client.station.state()
  expect(first).toMatchObject({ phase: 'opening', refused: null, broughtUp: { what: 'lists', of: MANY } })
  await expect(client.pledges.make(aPledge)).rejects.toMatchObject({
    code: 'NOT_READY',
    message: 'This tablet is being brought up to date. It opens by itself as soon as that is done.',
  })
  const changes = await client.station.changes()
  await changes.next()
  step()
  expect((await changes.next()).value).toContain('station')
  const next = await client.station.state()
  expect(next.broughtUp?.done).toBeGreaterThan(first.broughtUp?.done ?? MANY)
  // Somebody who tries again meanwhile, or sets it up, waits for the same opening.
  const again = client.station.reopen()
  while (step()) await client.station.state()
  await again
  expect(await client.station.state()).toMatchObject({ phase: 'ready', broughtUp: null, refused: null })
  await changes.return(undefined)
  expect((await client.pledges.make(aPledge)).reference).toBeTruthy()
  kiosk.close()
  expect(inFile(folder).wordings).toHaveLength(before.wordings.length + 1)
})

test('the app is closed half-way, and goes on at the next start', async () => {
  const { folder, before } = await tablet()
  foldChanged(folder)
  const { kiosk, step } = heldKiosk(folder)
  step()
  kiosk.close()
  // Whoever has it open last takes this file away.
  expect(existsSync(join(folder, 'station.db-wal'))).toBe(false)
  expect(new Set(inFile(folder).wordings)).toEqual(new Set([OLD_WORDING]))
  sound(openTest(folder))
  expect(inFile(folder)).toEqual(before)
})
