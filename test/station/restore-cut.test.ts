/** The power goes while data is put back: at every step of it. */
import { copyFileSync, cpSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

/** How many more steps the disk makes before the power goes. */
const power = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<Record<string, unknown>>()
  const changed: Record<string, unknown> = { ...real }
  for (const name of ['openSync', 'writeSync', 'fsyncSync', 'fdatasyncSync', 'mkdirSync', 'renameSync', 'rmSync']) {
    const make = real[name]
    if (typeof make !== 'function') throw new Error(`There is no ${name}`)
    changed[name] = (...given: unknown[]): unknown => {
      if (power.left <= 0) throw new Error('The power is gone')
      power.left -= 1
      const answer: unknown = Reflect.apply(make, null, given)
      return answer
    }
  }
  return changed
})

// Files of this kind share a process: what another has loaded has the disk as it is.
vi.resetModules()
const { tryRestore } = await import('../../electron/station/app/restore.ts')
const { databasePath, keyFile, openDatabase, shippedMigrations } =
  await import('../../electron/station/kernel/database/index.ts')
const { dayWithBackup } = await import('../support/day-with-backup.ts')
const { halfMadeName } = await import('../support/half-made-name.ts')
const { openTestKiosk } = await import('../support/test-client.ts')
const { PIN } = await import('../support/test-station.ts')
const { whenOpen } = await import('../support/when-open.ts')
afterAll(() => void vi.resetModules())

test('A restore that is cut off at any step leaves the tablet with a way to the same backup', async () => {
  const { folder: day, name, now } = await dayWithBackup()
  truncateSync(join(day, 'station.db'), 8192)

  let cuts = 0
  for (;;) {
    const folder = join(tempFolder(), 'station')
    cpSync(day, folder, { recursive: true })
    power.left = cuts
    const done = await tryRestore({ folder, now, keyStore: keyFile() }, name, PIN).then(
      () => true,
      (error: unknown) => {
        expect(String(error)).toContain('The power is gone')
        return false
      },
    )
    power.left = Number.POSITIVE_INFINITY
    const kiosk = await whenOpen(openTestKiosk(folder, { now }))
    const state = () => kiosk.state(kiosk.createSession())
    if (!done && state().phase === 'refused') {
      expect(state().refused?.waysBack.map((way) => way.name)).toContain(name)
      // The try that was cut off may have counted.
      now.pass(60_000)
      expect(await kiosk.restore(name, PIN)).toMatchObject({ code: 'restored' })
    }
    expect(state().phase).toBe('ready')
    expect(kiosk.station()?.plan.overview().pledges).toBe(1)
    expect(kiosk.station()?.check().sound).toBe(true)
    kiosk.close()
    expect(readdirSync(folder).filter((file) => file.startsWith('.'))).toEqual([])
    if (done) break
    cuts += 1
  }
  // The try is counted, copies are cleared and made, synced, put aside and renamed into place.
  expect(cuts).toBeGreaterThan(15)
})

/** A day whose data is lost, all but its newest backup, which holds one pledge. */
async function lostDay() {
  const { folder, name, now } = await dayWithBackup()
  return { folder, name, now, lose: () => rmSync(databasePath(folder)) }
}

/** The tablet goes on from the backup, with nothing of what lay beside it. */
async function expectGoesOnFromBackup({ folder, name, now }: Awaited<ReturnType<typeof lostDay>>): Promise<void> {
  const kiosk = openTestKiosk(folder, { now })
  const state = () => kiosk.state(kiosk.createSession())
  expect(state()).toMatchObject({ phase: 'refused', refused: { code: 'damaged', waysBack: [{ name }] } })
  expect(await kiosk.restore(name, PIN)).toMatchObject({ code: 'restored' })
  kiosk.close()
  const again = openTestKiosk(folder, { now })
  expect(again.station()?.plan.overview().pledges).toBe(1)
  expect(again.station()?.check()).toMatchObject({ sound: true, findings: [] })
  again.close()
  expect(readdirSync(folder).filter((file) => file.startsWith('.') || file.endsWith('-journal'))).toEqual([])
}

test('A journal that was left beside data that is lost is not rolled into the backup that takes its place', async () => {
  const day = await lostDay()
  const { db } = openDatabase(day.folder, keyFile(), shippedMigrations(), day.now)
  // As SQLite writes in every other way than ours: what stood there before goes into a journal first.
  db.pragma('journal_mode = DELETE')
  db.pragma('cache_size = 1')
  db.exec('BEGIN')
  for (const table of ['fact', 'pledge', 'chain', 'setting']) db.exec(`DELETE FROM ${table}`)
  const journal = `${databasePath(day.folder)}-journal`
  expect(existsSync(journal)).toBe(true)
  copyFileSync(journal, `${journal}.kept`)
  db.exec('ROLLBACK')
  db.close()
  day.lose()
  cpSync(`${journal}.kept`, journal)
  rmSync(`${journal}.kept`)
  await expectGoesOnFromBackup(day)
})

test('What restores that were cut off have left, half-made and their journals, is in the way of none and goes', async () => {
  const day = await lostDay()
  day.lose()
  const left = join(day.folder, halfMadeName('station.db'))
  for (const suffix of ['', '-journal', '-wal', '-shm']) writeFileSync(left + suffix, 'half')
  await expectGoesOnFromBackup(day)
})
