import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { REHEARSAL_SECRETS } from '../../../shared/domain/rehearsal.ts'
import { openStation } from './station.ts'
import type { Hold } from '../../../test/support/hold-data.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { aPledge, anAction, ewa, handClock, organiser, PASSPHRASE, PIN } from '../../../test/support/test-station.ts'
import { contract } from '../../../shared/contract/index.ts'
import { changeKinds } from '../../../shared/contract/station.ts'
import { keyFile, openDatabase, shippedMigrations } from '../kernel/database/index.ts'
import type { KioskDeps } from './kiosk.ts'
import { rehearsalFolder } from './rehearsal-beside.ts'

describe('the first screen of a new tablet', () => {
  test('it offers the packs that ship, and setting up makes it ready', async () => {
    const client = portClient(openTestKiosk())
    expect(await client.station.state()).toMatchObject({ phase: 'new', station: null, rehearsal: false })
    expect((await client.station.packs()).map((pack) => pack.id)).toEqual([
      'solihull-nec',
      'staffordshire-promises',
      'wolverhampton-2010',
    ])
    expect(await client.station.setUp(setUpAnswers)).toEqual({ code: 'ready' })
    expect(await client.station.state()).toMatchObject({
      phase: 'ready',
      station: { name: 'West door', duty: 'sign-in' },
      role: 'delegate',
    })
    expect((await client.station.event()).code).toBe('NEC')
  })

  test('a second set-up changes nothing, and a faulty pack is refused with every fault', async () => {
    const client = portClient(openTestKiosk())
    const refused = await client.station.setUp({
      ...setUpAnswers,
      pack: { kind: 'file', json: '{"format":"pledge-kiosk-event-pack"}' },
    })
    expect(refused.code).toBe('pack-refused')
    if (refused.code === 'pack-refused') expect(refused.errors.length).toBeGreaterThan(5)
    expect((await client.station.state()).phase).toBe('new')
    await client.station.setUp(setUpAnswers)
    expect(await client.station.setUp({ ...setUpAnswers, pin: '993999' })).toEqual({ code: 'already-set-up' })
    expect(await client.staff.unlock({ role: 'steward', pin: PIN })).toEqual({ code: 'unlocked', role: 'steward' })
  })

  test('a PIN that everybody tries first is refused by the station itself, whatever the page lets through', async () => {
    const client = portClient(openTestKiosk())
    for (const easy of [{ pin: '0000' }, { pin: REHEARSAL_SECRETS.pin }, { passphrase: REHEARSAL_SECRETS.passphrase }])
      await expect(client.station.setUp({ ...setUpAnswers, ...easy })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect((await client.station.state()).phase).toBe('new')
  })

  test('two presses at once set it up once', async () => {
    const client = portClient(openTestKiosk())
    const answers = await Promise.all([client.station.setUp(setUpAnswers), client.station.setUp(setUpAnswers)])
    expect(answers.map(({ code }) => code)).toEqual(['ready', 'already-set-up'])
  })

  test('before that, every call that needs a station says so', async () => {
    const client = portClient(openTestKiosk())
    await expect(client.pledges.tree()).rejects.toMatchObject({ code: 'NOT_READY' })
  })
})

describe('roles are held by the station, not by the screen', () => {
  test('whoever stands at a pledge screen can make a pledge and read no list', async () => {
    const client = portClient(openTestKiosk())
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    await client.pledges.make(aPledge)
    for (const call of [
      () => client.pledges.list({}),
      () => client.signIn.list({}),
      () => client.signIn.find({ query: 'ewa kaur' }),
      () => client.workshops.table({ session: 'workshop-1', table: 'table-1' }),
      () => client.plan.export({ kind: 'csv' }),
      () => client.station.backup(),
      () => client.station.changeDuty({ duty: 'organiser' }),
      () => client.drafts.parked(),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    }
  })

  test('a table’s tablet may record actions; only the organiser’s passphrase opens the lists', async () => {
    const client = portClient(openTestKiosk())
    await client.station.setUp({ ...setUpAnswers, duty: 'workshop' })
    await client.workshops.proposeAction(anAction)
    await expect(client.workshops.listActions({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    expect((await client.workshops.listActions({})).total).toBe(1)
    await client.staff.lock()
    await expect(client.workshops.listActions({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('staff who walk away are locked out after twenty quiet minutes, whatever the page asks by itself', async () => {
    const clock = handClock()
    const client = portClient(openTestKiosk(tempFolder(), { now: clock }))
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    for (let minutes = 0; minutes < 20; minutes += 1) {
      clock.pass(60_000)
      await client.station.state()
      await client.signIn.find({ query: 'ewa' })
      await client.signIn.walkIn({ ...ewa, name: `Ewa ${minutes}`, evenIfKnown: true })
      await client.sticks.list()
    }
    clock.pass(1)
    await expect(client.signIn.find({ query: 'ewa' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.here()
    await expect(client.signIn.find({ query: 'ewa' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('a steward who touches the screen now and then stays in all morning', async () => {
    const clock = handClock()
    const client = portClient(openTestKiosk(tempFolder(), { now: clock }))
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    for (let touches = 0; touches < 12; touches += 1) {
      clock.pass(19 * 60_000)
      await client.staff.here()
    }
    expect(await client.signIn.find({ query: 'ewa' })).toEqual([])
    clock.pass(20 * 60_000 + 1)
    // A touch that comes too late brings nobody back.
    await client.staff.here()
    expect((await client.station.state()).role).toBe('delegate')
  })

  test('anybody’s screen may ask how the door works; only a steward changes it, and it stays so over a restart', async () => {
    const folder = tempFolder()
    const kiosk = openTestKiosk(folder)
    const client = portClient(kiosk)
    await client.station.setUp(setUpAnswers)
    expect(await client.signIn.door()).toMatchObject({ mode: 'staffed', sound: true })
    await expect(client.signIn.changeDoor({ mode: 'self-service' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await expect(client.signIn.changeDoor({ scanner: { prefix: 'two words', end: 'tab' } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await client.signIn.changeDoor({ mode: 'self-service' })
    expect(await client.signIn.changeDoor({ sound: false })).toMatchObject({ mode: 'self-service', sound: false })
    kiosk.close()
    expect(await portClient(openTestKiosk(folder)).signIn.door()).toMatchObject({ mode: 'self-service', sound: false })
  })

  test('every call of the contract says who may make it', () => {
    const calls = Object.values(contract).flatMap((group) =>
      Object.entries<{ '~orpc': { meta: { who: string } } }>(group),
    )
    expect(calls.length).toBeGreaterThan(50)
    for (const [, call] of calls) expect(call['~orpc'].meta.who).toMatch(/^(delegate|facilitator|steward|organiser)$/)
  })
})

describe('a kiosk never shows one delegate what another typed', () => {
  test('a pledge can be read and changed by the person before the screen, and by nobody who comes after', async () => {
    const kiosk = openTestKiosk()
    const client = portClient(kiosk)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    const { id } = await client.pledges.make(aPledge)
    expect((await client.pledges.amend({ id, quantity: 6, reason: '' })).quantity).toBe(6)
    await expect(portClient(kiosk).pledges.read({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.pledges.endVisit()
    await expect(client.pledges.read({ id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(client.pledges.withdraw({ id, reason: '' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('the tree and the latest pledges name only those who said they may be named', async () => {
    const client = portClient(openTestKiosk())
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    const by = { kind: 'organisation' as const, organisation: 'Meriden Motors', sector: 'business', name: 'Kwame' }
    await client.pledges.make({ ...aPledge, by, showName: false })
    await client.pledges.make({ ...aPledge, by, showName: true })
    await client.pledges.make({ ...aPledge, showName: true, mayContact: true, email: 'someone@meriden.example' })
    const { latest } = await client.pledges.tree()
    expect(latest.map((pledge) => pledge.who)).toEqual(['', 'Kwame, Meriden Motors', ''])
    expect(JSON.stringify(await client.pledges.tree())).not.toContain('someone@')
  })

  test('a public search gives a whole name back, without an organisation, and nothing of a beginning', async () => {
    const kiosk = openTestKiosk()
    const client = portClient(kiosk)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    kiosk.station()?.signIn.add({ role: 'organiser', delegate: null }, ewa)
    expect(await client.signIn.findPublic({ name: 'Ewa' })).toEqual({ code: 'nobody' })
    expect(await client.signIn.findPublic({ name: 'kaur ewa' })).toEqual({
      code: 'found',
      people: [{ id: expect.any(String), name: 'Ewa Kaur', organisation: '' }],
    })
    // At the door it is not to be had at all.
    kiosk.station()?.changeDuty('sign-in')
    await expect(client.signIn.findPublic({ name: 'Ewa Kaur' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('a leaf keeps its place', () => {
  test('a withdrawn pledge leaves a gap, and coming back fills the same one', async () => {
    const client = portClient(openTestKiosk())
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    const made = []
    for (let n = 0; n < 3; n += 1) made.push(await client.pledges.make(aPledge))
    const second = made[1]?.id ?? ''
    await client.pledges.withdraw({ id: second, reason: 'Not now' })
    expect((await client.pledges.tree()).leaves.map((leaf) => leaf.ordinal)).toEqual([0, 2])
    await client.pledges.restore({ id: second, reason: '' })
    expect((await client.pledges.tree()).leaves.map(({ id }) => id)).toEqual(made.map(({ leaf }) => leaf))
  })

  test('on every tablet it is called the same, and never by the id that its pledge is asked for under', async () => {
    const id = '0190a000-0000-7000-8000-000000000001'
    const [here, there] = [portClient(openTestKiosk()), portClient(openTestKiosk())]
    for (const client of [here, there]) {
      await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
      await client.pledges.make({ ...aPledge, id })
    }
    const [ours, theirs] = [await here.pledges.tree(), await there.pledges.tree()]
    expect(ours.leaves).toEqual(theirs.leaves)
    expect(ours.latest.map((one) => one.id)).toEqual(ours.leaves.map((leaf) => leaf.id))
    expect(JSON.stringify(ours)).not.toContain(id)
  })
})

describe('a rehearsal is kept apart', () => {
  test('it opens filled, marked and beside the real data, and the real event is untouched after it', async () => {
    const folder = join(tempFolder(), 'station')
    const client = portClient(openTestKiosk(folder))
    await client.station.setUp(setUpAnswers)
    await expect(client.station.startRehearsal({ pack: null })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    expect(await client.station.state()).toMatchObject({ rehearsal: true, phase: 'ready' })
    expect(existsSync(join(rehearsalFolder(folder, 'solihull-nec'), 'station.db'))).toBe(true)
    expect(rehearsalFolder(folder, 'solihull-nec')).not.toContain(`${folder}/`)
    expect(await client.staff.unlock({ role: 'organiser', passphrase: REHEARSAL_SECRETS.passphrase })).toMatchObject({
      code: 'unlocked',
    })
    const { pledges, delegates, actions, ideas, here } = await client.plan.overview()
    for (const count of [pledges, delegates, actions, ideas, here]) expect(count).toBeGreaterThan(40)
    const { file } = await client.plan.export({ kind: 'csv' })
    expect(file.name).toContain('REHEARSAL')
    expect(await file.text()).toContain('Rehearsal – not live')
    await client.station.leaveRehearsal()
    expect(await client.station.state()).toMatchObject({ rehearsal: false, role: 'delegate' })
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    expect(await client.plan.overview()).toMatchObject({ pledges: 0, delegates: 0, actions: 0 })
  })
})

describe('the PIN of a rehearsal is known to everyone', () => {
  test('a screen it unlocked is locked again for the real event, also when another screen left the rehearsal', async () => {
    const kiosk = openTestKiosk(join(tempFolder(), 'station'))
    const client = portClient(kiosk)
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    const other = portClient(kiosk)
    await other.staff.unlock({ role: 'organiser', passphrase: REHEARSAL_SECRETS.passphrase })
    expect((await other.station.state()).role).toBe('organiser')
    await client.station.leaveRehearsal()
    expect((await other.station.state()).role).toBe('delegate')
    await expect(other.plan.overview()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('damaged data', () => {
  test('the screens say so and offer the last good backup, and the tablet goes on from it', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    const client = portClient(first)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    await client.pledges.make(aPledge)
    first.station()?.backup()
    first.close()
    truncateSync(join(folder, 'station.db'), 8192)
    const again = portClient(openTestKiosk(folder))
    const state = await again.station.state()
    expect(state).toMatchObject({ phase: 'refused', refused: { code: 'damaged' } })
    expect(state.refused?.waysBack).toHaveLength(1)
    const [{ name } = { name: '' }] = state.refused?.waysBack ?? []
    expect(await again.station.restore({ name, secret: '1357' })).toEqual({ code: 'wrong', left: 4 })
    expect(await again.station.state()).toEqual(state)
    expect(await again.station.restore({ name, secret: PIN })).toMatchObject({ code: 'restored' })
    expect(await again.station.state()).toMatchObject({ phase: 'ready' })
    expect((await again.pledges.tree()).pledges).toBe(1)
    await expect(again.station.restore({ name, secret: PIN })).rejects.toMatchObject({ code: 'NOT_POSSIBLE' })
  })
})

describe('damage that is met later', () => {
  /** A tablet in the middle of its day whose disk goes bad: what SQLite still has in memory it believes. */
  const badDisk = async (deps: Partial<KioskDeps> = {}) => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    await portClient(first).station.setUp({ ...setUpAnswers, duty: 'pledges' })
    first.station()?.backup()
    first.close()
    const looked = Promise.withResolvers<void>()
    const log: KioskDeps['log'] = ({ call }) => call === 'background-check' && looked.resolve()
    const kiosk = openTestKiosk(folder, { log, ...deps })
    const client = portClient(kiosk)
    expect((await client.station.state()).phase).toBe('ready')
    return { kiosk, client, folder, looked: looked.promise }
  }
  const spoil = (folder: string, first = 1) => {
    const path = join(folder, 'station.db')
    const bytes = readFileSync(path)
    for (let page = first; page * 4096 < bytes.length; page += 1)
      bytes[page * 4096 + 100] = (bytes[page * 4096 + 100] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const closed = { phase: 'refused', refused: { code: 'damaged', waysBack: [{ facts: expect.any(Number) }] } }

  test('by whoever looks through the data: the station is closed, and the backups are offered', async () => {
    const { client, folder, looked } = await badDisk()
    spoil(folder)
    await looked
    await expect.poll(() => client.station.state()).toMatchObject(closed)
  })

  test('by a call: it is refused, and the screens are told', async () => {
    const { kiosk, folder, looked } = await badDisk()
    await looked
    kiosk.close()
    const again = openTestKiosk(folder)
    const screen = portClient(again)
    expect((await screen.station.state()).phase).toBe('ready')
    const changes = await screen.station.changes()
    await changes.next()
    spoil(folder)
    const calls = [
      () => screen.staff.unlock({ role: 'steward', pin: PIN }),
      () => screen.pledges.make(aPledge),
      () => screen.pledges.tree(),
    ]
    const answers = await Promise.allSettled(calls.map((call) => call()))
    expect(answers.some(({ status }) => status === 'rejected')).toBe(true)
    expect((await changes.next()).value).toEqual(changeKinds.options)
    expect(await screen.station.state()).toMatchObject(closed)
    await changes.return(undefined)
  })

  test('by a backup', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { client, folder, looked } = await badDisk()
    await looked
    // SQLite reads everything again once another program has written.
    const terminal = openStation(folder)
    terminal.pledges.make({ role: 'delegate', delegate: null }, aPledge)
    terminal.close()
    spoil(folder)
    vi.advanceTimersByTime(15 * 60_000)
    expect(await client.station.state()).toMatchObject(closed)
  })

  test('in a rehearsal, by what is done by itself: the rehearsal is closed, and the real event goes on', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { kiosk, client, folder, looked } = await badDisk()
    await looked
    await client.pledges.make(aPledge)
    await kiosk.startRehearsal(null)
    expect(await client.station.state()).toMatchObject({ phase: 'ready', rehearsal: true })
    const beside = rehearsalFolder(folder, 'solihull-nec')
    const terminal = openStation(beside)
    terminal.pledges.make({ role: 'delegate', delegate: null }, aPledge)
    terminal.close()
    // Its first page too, which is the one that is read to hear whether somebody has written.
    spoil(beside, 0)
    vi.advanceTimersByTime(1000)
    expect(await client.station.state()).toMatchObject({ phase: 'ready', rehearsal: false, refused: null })
    expect((await client.pledges.tree()).pledges).toBe(1)
  })
})

describe('what kept the data from being opened has gone', () => {
  /** Another program keeps the data to itself from now on, until it lets go or for `most` milliseconds. */
  const holdData = async (folder: string, most: number) => {
    const letGo = new SharedArrayBuffer(4)
    const hold: Hold = { folder, letGo, most }
    const other = new Worker(new URL('../../../test/support/hold-data.ts', import.meta.url), { workerData: hold })
    onTestFinished(async () => void (await other.terminate()))
    const gone = once(other, 'exit')
    await once(other, 'message')
    return async (): Promise<void> => {
      Atomics.store(new Int32Array(letGo), 0, 1)
      Atomics.notify(new Int32Array(letGo), 0)
      await gone
    }
  }

  test('another program lets go of it, and the tablet opens by itself and tells its screens', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    await portClient(first).station.setUp(setUpAnswers)
    first.close()
    const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
    onTestFinished(() => void db.close())
    db.exec('BEGIN IMMEDIATE')
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const client = portClient(openTestKiosk(folder))
    const before = await client.station.state()
    expect(before).toMatchObject({ phase: 'refused', refused: { code: 'in-use', passing: true } })
    db.exec('ROLLBACK')
    // From now on it is not waited for: whoever stands at the screen is answered.
    const letGo = await holdData(folder, 4000)
    await client.station.reopen()
    expect(await client.station.state()).toEqual(before)
    await letGo()
    const changes = await client.station.changes()
    await changes.next()
    vi.advanceTimersByTime(5000)
    expect((await changes.next()).value).toContain('station')
    expect(await client.station.state()).toMatchObject({ phase: 'ready', refused: null })
    await changes.return(undefined)
    // Once it is open, every step waits as long for others as on any other day.
    await holdData(folder, 1000)
    expect((await client.pledges.make(aPledge)).reference).toBeTruthy()
  })

  test('the missing key is put back, and the tablet opens when somebody says so, not before', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    await portClient(first).station.setUp(setUpAnswers)
    first.close()
    const [key, aside] = [join(folder, 'station.key'), join(folder, 'aside')]
    renameSync(key, aside)
    rmSync(`${key}.copy`)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const kiosk = openTestKiosk(folder)
    const client = portClient(kiosk)
    const refused = { phase: 'refused', refused: { code: 'key', passing: false } }
    await client.station.reopen()
    expect(await client.station.state()).toMatchObject(refused)
    renameSync(aside, key)
    vi.advanceTimersByTime(60_000)
    expect(await client.station.state()).toMatchObject(refused)
    await client.station.reopen()
    expect(await client.station.state()).toMatchObject({ phase: 'ready', refused: null })
    // There is nothing to open again: what is open stays.
    const station = kiosk.station()
    await client.station.reopen()
    expect(kiosk.station()).toBe(station)
  })
})

describe('what happens by itself', () => {
  test('a quarter of an hour after a pledge there is a backup, and none where nothing happened', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const kiosk = openTestKiosk()
    const client = portClient(kiosk)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    await client.pledges.make(aPledge)
    expect(kiosk.station()?.backups()).toEqual([])
    vi.advanceTimersByTime(15 * 60_000)
    expect(kiosk.station()?.backups()).toHaveLength(1)
    vi.advanceTimersByTime(60 * 60_000)
    expect(kiosk.station()?.backups()).toHaveLength(1)
  })

  test('what was taken out is cleared away within a minute where that takes little, and by the next opening where it was cut off', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = join(tempFolder(), 'station')
    const lines: string[] = []
    const kiosk = openTestKiosk(folder, { log: ({ call, outcome }) => void lines.push(`${call} ${outcome}`) })
    const client = portClient(kiosk)
    await client.station.setUp(setUpAnswers)
    const station = kiosk.station()
    station?.signIn.purgeNeeds(organiser, 'The day is over')
    expect(station?.leftover.isDue()).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(station?.leftover.isDue()).toBe(false)
    expect(lines).toContain('clear-away ok')
    station?.signIn.purgeNeeds(organiser, 'The day is over')
    const killed = join(tempFolder(), 'station')
    cpSync(folder, killed, { recursive: true })
    const again = openTestKiosk(killed)
    expect(again.station()?.leftover.isDue()).toBe(false)
  })

  test('where it takes long it waits until nobody has asked for anything for a while, or for the next backup', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const clock = handClock()
    const kiosk = openTestKiosk(undefined, { now: clock })
    const client = portClient(kiosk)
    await client.station.setUp(setUpAnswers)
    const station = kiosk.station()
    const large = `"${'x'.repeat(900_000)}"`
    for (let nth = 0; nth < 10; nth += 1) {
      station?.drafts.save('walk-in', large, 'window-1')
      station?.drafts.park('walk-in', 'window-1')
    }
    const purge = () => void station?.signIn.purgeNeeds(organiser, 'The day is over')
    purge()
    clock.pass(10_000)
    await client.station.state()
    clock.pass(10_000)
    vi.advanceTimersByTime(60_000)
    expect(station?.leftover.isDue()).toBe(true)
    clock.pass(20_000)
    vi.advanceTimersByTime(60_000)
    expect(station?.leftover.isDue()).toBe(false)
    purge()
    await client.station.state()
    vi.advanceTimersByTime(12 * 60_000)
    expect(station?.leftover.isDue()).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(station?.leftover.isDue()).toBe(false)
  })

  test('the check in the background finds a record that was changed behind the facts’ back, and the screens are told', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    const client = portClient(first)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    await client.pledges.make(aPledge)
    first.close()
    const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
    db.prepare('UPDATE pledge SET quantity = 400').run()
    db.close()
    const again = portClient(openTestKiosk(folder))
    await expect
      .poll(async () => (await again.station.state()).findings.join(' '))
      .toContain('not what its facts add up to')
  })
})

describe('changes are heard as they happen', () => {
  test('a pledge on one screen wakes another', async () => {
    const kiosk = openTestKiosk()
    const client = portClient(kiosk)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    const stop = new AbortController()
    const changes = await portClient(kiosk).station.changes(undefined, { signal: stop.signal })
    await changes.next()
    await client.pledges.make(aPledge)
    expect((await changes.next()).value).toContain('pledges')
    stop.abort()
  })

  test('whoever begins to listen is told of everything, for what changed since they asked would never be told to them', async () => {
    const kiosk = openTestKiosk()
    const client = portClient(kiosk)
    await client.station.setUp({ ...setUpAnswers, duty: 'wall' })
    expect((await client.station.state()).station?.duty).toBe('wall')
    kiosk.station()?.changeDuty('sign-in')
    const changes = await client.station.changes()
    expect((await changes.next()).value).toEqual(changeKinds.options)
    await changes.return(undefined)
  })

  test('what the terminal writes while the app is open wakes its screens too', async () => {
    const folder = join(tempFolder(), 'station')
    const kiosk = openTestKiosk(folder)
    const client = portClient(kiosk)
    await client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    const stop = new AbortController()
    const changes = await portClient(kiosk).station.changes(undefined, { signal: stop.signal })
    // The first answer is of everything, pledges too.
    await changes.next()
    const heard: string[] = []
    const listening = (async () => {
      for await (const some of changes) heard.push(...some)
    })().catch(() => undefined)
    // News comes in turn: once this is heard, nothing of the set-up is left to be told.
    kiosk.station()?.changeDuty('wall')
    await expect.poll(() => heard).toContain('station')
    heard.length = 0
    const terminal = openStation(folder)
    terminal.pledges.make({ role: 'delegate', delegate: null }, aPledge)
    terminal.close()
    await expect.poll(() => heard).toContain('pledges')
    stop.abort()
    await listening
  })
})
