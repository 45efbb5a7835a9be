/** A tablet’s program is killed at any step of a day: nothing that was answered is gone, nothing stays half-made, and the day goes on. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyOfCopy, partsOf, writeDatabase } from '../../electron/station/app/carried-copy.ts'
import { isSoundCopy, keyFile } from '../../electron/station/kernel/database/index.ts'
import { writeExport } from '../../electron/files/export/index.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { newTablet, OLD_PLAN, ROWS, SET_UP, setUpTablet, tabletForACopy, updatedTablet } from '../support/cuts/days.ts'
import type { Doing, Told } from '../support/cuts/day.ts'
import { amidst, answered, cut, type Day, doing, largestOf, type Left, photograph } from '../support/cuts/run-day.ts'
import { inLane, SEED } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTestKiosk } from '../support/test-client.ts'
import { whenOpen } from '../support/when-open.ts'
import { anyone, aPledge, handClock, organiser, PASSPHRASE, shippedPack } from '../support/test-station.ts'

const stateOf = (kiosk: Kiosk) => kiosk.state(kiosk.createSession())

function openLeft({ home }: Left): Kiosk {
  const stick = { id: 'a1', name: 'KINGSTON', free: 9e9, size: 16e9, path: join(home, 'stick') }
  return openTestKiosk(join(home, 'station'), { sticks: async () => [stick], now: handClock() })
}

const planOf = (station: Station): string => Buffer.concat([...station.plan.export('csv').chunks]).toString()

/** Throws where it is not whole. */
async function expectWholeCopy(path: string, station: Station): Promise<void> {
  const parts = partsOf(readFileSync(path))
  if ('sentence' in parts) throw new Error(parts.sentence)
  const theirKey = await keyOfCopy(parts, PASSPHRASE)
  if (theirKey === null) throw new Error('It is another passphrase')
  const [folder, ownKey] = [tempFolder(), 'ab'.repeat(32)]
  writeDatabase(parts, { path: join(folder, 'copy.db'), folder, theirKey, ownKey })
  expect(theirKey).toBe(keyFile().read(station.folder))
}

/** Everything that was answered is there, and whatever else is there is whole. */
async function expectAnswered(left: Left, station: Station): Promise<void> {
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
  for (const what of ['person', 'pledge'])
    for (const id of answered(left, what)) expect(station.journal.facts.about(id)).not.toEqual([])
  for (const body of answered(left, 'draft')) expect(station.drafts.open('pledge', 'window-1')?.body).toBe(body)
  for (const id of answered(left, 'erased')) {
    expect(station.signIn.delegate(id)).toBeNull()
    // Of a list everybody is there, or nobody.
    const people = answered(left, 'imported').length > 0 ? [1 + ROWS] : [1, 1 + ROWS]
    expect(people).toContain(station.signIn.counts().delegates)
  }

  const backups = station.backups().map(({ name }) => name)
  // Twelve are kept, and one that nobody was told of may be among them.
  expect(backups).toEqual(expect.arrayContaining(answered(left, 'backup').slice(-11)))
  const key = keyFile().read(station.folder) ?? ''
  for (const name of backups) expect(isSoundCopy(join(station.folder, 'backups', name), key)).toBe(true)

  const stick = join(left.home, 'stick')
  const files = readdirSync(stick).filter((name) => !name.startsWith('.'))
  expect(files).toEqual(expect.arrayContaining(['plan.csv', ...answered(left, 'on the stick')]))
  for (const name of files)
    if (name.endsWith('.pledges')) await expectWholeCopy(join(stick, name), station)
    else {
      const mayBeOld = name === 'plan.csv' && answered(left, 'export').length === 0
      expect(mayBeOld ? [OLD_PLAN, planOf(station)] : [planOf(station)]).toContain(
        readFileSync(join(stick, name), 'utf8'),
      )
    }
}

type Again = { left: Left; day: Day; kiosk: Kiosk; station: Station }

/** What was cut off is done again. */
const AGAIN: Partial<Record<Doing, (again: Again) => Promise<void> | void>> = {
  importing: ({ day, station }) => {
    const answer = station.signIn.importer.run(organiser, 'list.csv', Buffer.from(day.list), {})
    expect(answer).toMatchObject({ code: 'imported', rows: ROWS, faulty: 0, duplicates: 0 })
    expect(station.signIn.counts().delegates).toBe(1 + ROWS)
  },
  exporting: async ({ left, station }) => {
    const path = join(left.home, 'stick', 'plan.csv')
    expect(await writeExport(path, station.plan.export('csv').chunks)).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe(planOf(station))
  },
  'saving on a stick': async ({ kiosk, station }) => {
    const plan = new File([planOf(station)], 'plan.csv')
    expect(await kiosk.sticks.save('a1', plan)).toMatchObject({ code: 'saved' })
  },
  'backing up': ({ station }) => expect(station.backups().map(({ name }) => name)).not.toContain(station.backup().name),
  copying: async ({ kiosk, station }) =>
    expect(await kiosk.sticks.save('a1', await station.saveCopy(PASSPHRASE))).toMatchObject({ code: 'saved' }),
}

const writeAgain = ({ station }: Again): void => {
  const facts = station.journal.facts.count()
  station.pledges.make(anyone, aPledge)
  expect(station.journal.facts.count()).toBe(facts + 1)
}

const OWN = /^(station\.(db|key(\.copy)?|answered|erased)|backups|backups\/station-\d{6}-[\dTZ-]+\.db)$/
/** The data of a tablet that was new, kept for a while where a copy has taken its place. */
const ASIDE = /^set-aside-[\dTZ-]+(\/station\.db)?$/
/** That somebody tried a passphrase, and when; no more is in it, and the next try writes over it. */
const A_TRY = /^station\.copy\.tries(\.new)?$/
/** What SQLite has beside data that is open. */
const OPEN = /^station\.db-(wal|shm)$/
const nobodys = (names: string[]): string[] =>
  names.filter((name) => ![OWN, ASIDE, A_TRY].some((one) => one.test(name)))
const TAKEN_ALONG = /^(plan( \(\d+\))?\.csv|pledge-kiosk .+\.pledges)$/

/** Makes a tablet ready that is as new as before; answers with what is on it then. */
type Begin = (kiosk: Kiosk) => Promise<Told[]>

const setUpAnew: Begin = async (kiosk) => {
  expect(await kiosk.setUp({ ...SET_UP, pack: shippedPack() })).toEqual({ code: 'ready' })
  return []
}

/** `held` is on the tablet as soon as it is ready. */
type Expected = { day: Day; begin?: Begin; held?: Told[] }

async function expectGoesOn(left: Left, { day, begin = setUpAnew, held = [] }: Expected): Promise<void> {
  const first = await whenOpen(openLeft(left))
  const isNew = stateOf(first).phase === 'new'
  if (isNew) expect([...answered(left, 'set up'), ...answered(left, 'put back')]).toEqual([])
  const told = [...left.told, ...(isNew ? await begin(first) : held)]
  expect(stateOf(first).phase).toBe('ready')
  const station = first.station()
  if (station === null) throw new Error('It is ready')
  await expectAnswered({ ...left, told }, station)
  // Beside the data nothing that was cut off waits for somebody to do it again.
  expect(nobodys(readdirSync(station.folder)).filter((name) => !OPEN.test(name))).toEqual([])
  await (AGAIN[doing(left)] ?? writeAgain)({ left, day, kiosk: first, station })
  const facts = station.journal.facts.count()
  first.close()

  const again = await whenOpen(openLeft(left))
  expect(stateOf(again).phase).toBe('ready')
  expect(again.station()?.journal.facts.count()).toBe(facts)
  again.close()
  // Nothing half-made is left for good.
  expect(nobodys(readdirSync(station.folder, { recursive: true }).map(String))).toEqual([])
  expect(readdirSync(join(left.home, 'stick')).filter((name) => !TAKEN_ALONG.test(name))).toEqual([])
  rmSync(left.home, { recursive: true, force: true })
}

/** The same, and says where it was cut off. */
const expectGoesOnFrom = (left: Left, expected: Expected): Promise<void> =>
  expectGoesOn(left, expected).catch((error: unknown) => {
    throw new Error(`Cut off while ${doing(left)}, before “${left.step}”`, { cause: error })
  })

function fromSeed(): () => number {
  let drawn = SEED
  return () => (drawn = (drawn * 1664525 + 1013904223) >>> 0) / 2 ** 32
}

/** So many whole numbers from 1 to `most`, a drawn one in each of as many equal parts. */
const spread = (places: number, most: number, draw: () => number): number[] =>
  Array.from({ length: places }, (_, place) => Math.floor(1 + ((place + draw()) * most) / places))

/** Cuts the day off wherever it can be, and lets it die so often. `states`: in how many its files were between steps; `amid`: how often in the middle of one. */
async function expectWhereverItIsCut(
  expected: Expected,
  { steps: atSteps, writes }: { steps: number; writes: number },
): Promise<{ states: number; amid: number }> {
  const { day } = expected
  const draw = fromSeed()
  const { left, steps } = await photograph(day)
  const largest = largestOf(left)
  expect(left.map(doing)).toEqual(expect.arrayContaining(day.story))
  let amids = 0
  for (const [index, one] of left.entries()) {
    const next = left[index + 1]
    for (let moment = 0; moment < inLane(1, 10); moment += 1) {
      const amid = next === undefined ? null : amidst(one, next, draw)
      if (amid === null) break
      amids += 1
      await expectGoesOnFrom(amid, expected)
    }
    await expectGoesOnFrom(one, expected)
  }

  // It is the same where a process really dies: before a step, or in the middle of a write, SQLite's own too.
  const deaths = [
    ...spread(inLane(atSteps, Math.min(steps, 120)), steps, draw).map((dies) => ({ dies })),
    // No further than that: by chance, a file has a few pages more or less each time.
    ...spread(inLane(writes, 80), 0.95 * largest, draw).map((disk) => ({ disk })),
  ]
  for (const where of deaths) {
    const dead = await cut(day, where)
    if (dead === null) throw new Error(`It came to its end before ${JSON.stringify(where)}`)
    await expectGoesOnFrom(dead, expected)
  }
  return { states: left.length, amid: amids }
}

test('A tablet that is cut off while it is set up is new, or set up, and nothing between', async () => {
  const { states, amid } = await expectWhereverItIsCut({ day: newTablet() }, { steps: 0, writes: 1 })
  expect(states).toBeGreaterThan(20)
  expect(amid).toBeGreaterThan(5)
})

test('A day that is cut off goes on from all that was answered, and what was cut off can be done again', async () => {
  const { states, amid } = await expectWhereverItIsCut({ day: await setUpTablet() }, { steps: 1, writes: 2 })
  expect(states).toBeGreaterThan(40)
  expect(amid).toBeGreaterThan(5)
})

test('A tablet that is cut off while an update brings its data up to date has all of it', async () => {
  const { states, amid } = await expectWhereverItIsCut({ day: updatedTablet() }, { steps: 1, writes: 0 })
  expect(states).toBeGreaterThan(10)
  expect(amid).toBeGreaterThan(5)
})

test('A new tablet that is cut off while it takes over a copy is as new as before, or has all that is in it', async () => {
  const { day, held } = await tabletForACopy()
  let times = 0
  const begin: Begin = async (kiosk) => {
    times += 1
    // The same copy again, or another beginning.
    if (times % 2 === 0) return setUpAnew(kiosk)
    expect(await kiosk.putBack(readFileSync(day.copy ?? ''), PASSPHRASE)).toEqual({ code: 'put-back' })
    return held
  }
  const { states, amid } = await expectWhereverItIsCut({ day, begin, held }, { steps: 1, writes: 0 })
  expect(states).toBeGreaterThan(15)
  expect(amid).toBeGreaterThan(5)
})
