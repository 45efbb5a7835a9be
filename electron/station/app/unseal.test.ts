import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { REHEARSAL_SECRETS } from '../../../shared/domain/rehearsal.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { aPledge, CHEAP, handClock, openTest, PASSPHRASE, PIN } from '../../../test/support/test-station.ts'
import { copyOf, sealedKeyStore } from '../kernel/database/index.ts'
import type { KioskDeps } from './kiosk.ts'

const WRONG = 'three other words'

/** The sealed key and its copy. */
const keysIn = (folder: string): string[] => {
  const path = join(folder, 'station.key.sealed')
  return [path, copyOf(path)]
}

/** The desktop app on a system without a keychain, from one start to the next. */
function start(folder = join(tempFolder(), 'station'), deps: Partial<KioskDeps> = {}) {
  const log: string[] = []
  const kiosk = openTestKiosk(folder, {
    keyStore: sealedKeyStore({ folder, cost: CHEAP }),
    log: ({ call, outcome }) => log.push(`${call} ${outcome}`),
    ...deps,
  })
  return { folder, kiosk, log, client: portClient(kiosk) }
}

/** A tablet that was set up and had a pledge made at it, and has been started again since. */
async function startedAgain(deps: Partial<KioskDeps> = {}) {
  const first = start(undefined, deps)
  await first.client.station.setUp({ ...setUpAnswers, duty: 'pledges' })
  await first.client.pledges.make(aPledge)
  first.kiosk.station()?.backup()
  first.kiosk.close()
  return start(first.folder, deps)
}

describe('a tablet without a keychain is started in the morning', () => {
  test('Without a keychain the tablet is locked at each start, and opens with the organiser passphrase alone', async () => {
    const { client, folder } = await startedAgain()
    expect(existsSync(join(folder, 'station.key'))).toBe(false)
    expect(await client.station.state()).toMatchObject({ phase: 'locked', refused: null, station: null })
    await expect(client.pledges.tree()).rejects.toMatchObject({ code: 'NOT_READY' })
    expect(await client.station.unseal({ passphrase: PIN })).toEqual({ code: 'wrong', left: 4 })
    expect((await client.station.state()).phase).toBe('locked')
    expect(await client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'open' })
    expect(await client.station.state()).toMatchObject({
      phase: 'ready',
      key: 'passphrase',
      station: { duty: 'pledges' },
    })
    expect((await client.pledges.tree()).pledges).toBe(1)
  })

  test('whoever opened it is not the organiser for that: the lists ask for the passphrase again', async () => {
    const { client } = await startedAgain()
    await client.station.unseal({ passphrase: PASSPHRASE })
    expect((await client.station.state()).role).toBe('delegate')
    await expect(client.plan.overview()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('the other screens hear that it is open, and the thorough check runs as at every start', async () => {
    const { client, kiosk, log } = await startedAgain()
    const stop = new AbortController()
    const changes = await portClient(kiosk).station.changes(undefined, { signal: stop.signal })
    await changes.next()
    await client.station.unseal({ passphrase: PASSPHRASE })
    expect((await changes.next()).value).toEqual(['station'])
    stop.abort()
    await expect.poll(() => log).toContain('background-check ok')
  })

  test('two people give the passphrase at two screens at once, and it is opened once', async () => {
    const { folder, kiosk: before } = await startedAgain()
    before.close()
    const sealed = sealedKeyStore({ folder })
    let reads = 0
    const read = (asked: string) => {
      const key = sealed.read(asked)
      reads += 1
      return key
    }
    const { client, kiosk } = start(folder, { keyStore: { ...sealed, read } })
    const answers = [client, portClient(kiosk)].map((one) => one.station.unseal({ passphrase: PASSPHRASE }))
    expect(await Promise.all(answers)).toEqual([{ code: 'open' }, { code: 'open' }])
    // Whoever comes later has nothing to open, and is told nothing about what they typed.
    expect(await client.station.unseal({ passphrase: WRONG })).toEqual({ code: 'open' })
    expect([reads, existsSync(join(folder, 'station.key.tries'))]).toEqual([1, false])
    expect((await client.station.state()).phase).toBe('ready')
  })

  test('a station process that went down and still has its key from the shell asks nobody', async () => {
    const heard: string[] = []
    const folder = join(tempFolder(), 'station')
    const shell = { folder, cost: CHEAP, onKey: (key: string) => void heard.push(key) }
    const first = start(folder, { keyStore: sealedKeyStore(shell) })
    await first.client.station.setUp(setUpAnswers)
    first.kiosk.close()
    const again = start(folder, { keyStore: sealedKeyStore({ ...shell, held: heard[0] ?? null }) })
    expect((await again.client.station.state()).phase).toBe('ready')
  })

  test('a folder without anything in it is a new tablet, not a locked one', async () => {
    const folder = join(tempFolder(), 'station')
    mkdirSync(folder)
    expect(await start(folder).client.station.state()).toMatchObject({ phase: 'new', key: 'passphrase-soon' })
  })
})

describe('somebody tries passphrases', () => {
  test('Guessing the passphrase of a locked tablet is slowed down, also by pulling the plug', async () => {
    const clock = handClock()
    const { client, kiosk, folder } = await startedAgain({ now: clock })
    for (let left = 4; left > 0; left -= 1)
      expect(await client.station.unseal({ passphrase: WRONG })).toEqual({ code: 'wrong', left })
    expect(await client.station.unseal({ passphrase: WRONG })).toEqual({ code: 'wait', seconds: 30 })
    kiosk.close()
    clock.pass(10_000)
    const again = start(folder, { now: clock })
    expect(await again.client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'wait', seconds: 20 })
    clock.pass(20_000)
    expect(await again.client.station.unseal({ passphrase: WRONG })).toEqual({ code: 'wait', seconds: 60 })
    clock.pass(60_000)
    expect(await again.client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'open' })
    // The next morning everybody has five tries again.
    again.kiosk.close()
    const next = start(folder, { now: clock })
    expect(await next.client.station.unseal({ passphrase: WRONG })).toEqual({ code: 'wrong', left: 4 })
  })

  test('a try is counted before it is judged: the plug pulled in between wins nothing', async () => {
    const folder = join(tempFolder(), 'station')
    const counted: unknown[] = []
    const keyStore = sealedKeyStore({ folder, cost: CHEAP })
    const first = start(folder, { keyStore })
    await first.client.station.setUp(setUpAnswers)
    first.kiosk.close()
    const watched = {
      ...sealedKeyStore({ folder }),
      unseal: async () => {
        counted.push(JSON.parse(readFileSync(join(folder, 'station.key.tries'), 'utf8')))
        return false
      },
    }
    await start(folder, { keyStore: watched }).client.station.unseal({ passphrase: WRONG })
    expect(counted).toMatchObject([{ wrong: 1 }])
  })

  test('a clock that was set back years locks nobody out: they wait once, by the new clock', async () => {
    const clock = handClock()
    const { client } = await startedAgain({ now: clock })
    for (let n = 0; n < 5; n += 1) await client.station.unseal({ passphrase: WRONG })
    clock.set('2016-01-01T00:00:00.000Z')
    expect(await client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'wait', seconds: 30 })
    clock.pass(29_000)
    expect(await client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'wait', seconds: 1 })
    clock.pass(1000)
    expect(await client.station.unseal({ passphrase: PASSPHRASE })).toEqual({ code: 'open' })
  })

  test('a file of tries that says nothing locks nobody out', async () => {
    const { client, folder } = await startedAgain()
    writeFileSync(join(folder, 'station.key.tries'), 'half a li')
    expect(await client.station.unseal({ passphrase: WRONG })).toEqual({ code: 'wrong', left: 4 })
  })

  test('tries at many screens at once are counted one after another', async () => {
    const { kiosk } = await startedAgain()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => portClient(kiosk).station.unseal({ passphrase: WRONG })),
    )
    expect(answers.map((one) => (one.code === 'wrong' ? one.left : one.code))).toEqual([4, 3, 2, 1, 'wait', 'wait'])
  })
})

describe('when the key is sealed', () => {
  test('the plug is pulled after the set-up: the organiser’s next passphrase seals it, a steward’s PIN does not', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    await portClient(first).station.setUp(setUpAnswers)
    first.close()
    const { client, log } = start(folder)
    expect(await client.station.state()).toMatchObject({ phase: 'ready', key: 'passphrase-soon' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.staff.unlock({ role: 'organiser', passphrase: WRONG })
    expect(existsSync(join(folder, 'station.key'))).toBe(true)
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    expect(existsSync(join(folder, 'station.key'))).toBe(false)
    expect((await client.station.state()).key).toBe('passphrase')
    expect(log).toContain('key sealed')
  })

  test('the passphrase of a rehearsal, which everybody knows, never seals the real key', async () => {
    const folder = join(tempFolder(), 'station')
    const first = openTestKiosk(folder)
    await portClient(first).station.setUp(setUpAnswers)
    first.close()
    const { client } = start(folder)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    await client.staff.unlock({ role: 'organiser', passphrase: REHEARSAL_SECRETS.passphrase })
    expect(await client.station.state()).toMatchObject({ rehearsal: true, role: 'organiser', key: 'file' })
    expect(existsSync(join(folder, 'station.key'))).toBe(true)
  })

  test('a key that cannot be sealed is told to the log, and the tablet is set up all the same', async () => {
    const folder = join(tempFolder(), 'station')
    const full = Object.assign(new Error('no space left on /home/ewa'), { code: 'ENOSPC' })
    const keyStore = { ...sealedKeyStore({ folder, cost: CHEAP }), seal: () => Promise.reject(full) }
    const { client, log } = start(folder, { keyStore })
    expect(await client.station.setUp(setUpAnswers)).toEqual({ code: 'ready' })
    expect(await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })).toMatchObject({ code: 'unlocked' })
    expect(log.filter((line) => line.startsWith('key'))).toEqual(['key not sealed full', 'key not sealed full'])
    expect(await client.station.state()).toMatchObject({ phase: 'ready', key: 'passphrase-soon' })
  })

  test('in a browser the key stays in its file, as it is told; a sealed one it opens and leaves sealed', async () => {
    const folder = join(tempFolder(), 'station')
    const browser = openTestKiosk(folder)
    const client = portClient(browser)
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    expect((await client.station.state()).key).toBe('file')
    expect(existsSync(join(folder, 'station.key'))).toBe(true)

    const sealed = await startedAgain()
    sealed.kiosk.close()
    const other = portClient(openTestKiosk(sealed.folder))
    expect((await other.station.state()).phase).toBe('locked')
    await other.station.unseal({ passphrase: PASSPHRASE })
    expect(await other.station.state()).toMatchObject({ phase: 'ready', key: 'passphrase' })
    expect(existsSync(join(sealed.folder, 'station.key'))).toBe(false)
  })
})

describe('a locked tablet that has something else wrong', () => {
  test('the data is damaged: after the passphrase the backups are offered, and the tablet goes on from one', async () => {
    const { client, folder } = await startedAgain()
    truncateSync(join(folder, 'station.db'), 8192)
    await client.station.unseal({ passphrase: PASSPHRASE })
    const state = await client.station.state()
    expect(state).toMatchObject({ phase: 'refused', refused: { code: 'damaged' } })
    await client.station.restore({ name: state.refused?.waysBack[0]?.name ?? '', secret: PIN })
    expect((await client.station.state()).phase).toBe('ready')
    expect((await client.pledges.tree()).pledges).toBe(1)
  })

  test('nobody puts a backup in the place of data that is only locked', async () => {
    const { client, folder, kiosk } = await startedAgain()
    const backup = openTest(folder, { keyStore: await opened(folder) }).backups()[0]?.name ?? ''
    await expect(client.station.restore({ name: backup, secret: PIN })).rejects.toMatchObject({ code: 'NOT_POSSIBLE' })
    expect((await client.station.state()).phase).toBe('locked')
    kiosk.close()
  })

  test('the sealed key is damaged: the screen says so at once, and asks nobody for a passphrase', async () => {
    const { folder, kiosk } = await startedAgain()
    kiosk.close()
    for (const path of keysIn(folder)) writeFileSync(path, readFileSync(path).fill('x', 200, 210))
    expect(await start(folder).client.station.state()).toMatchObject({ phase: 'refused', refused: { code: 'key' } })
  })

  test('it is damaged while somebody looks for the passphrase: the try is answered in words, and the page says why', async () => {
    const { client, folder } = await startedAgain()
    for (const path of keysIn(folder)) writeFileSync(path, '{}')
    await expect(client.station.unseal({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'STORAGE',
      message: expect.stringContaining('station.key.sealed') as string,
    })
    expect(await client.station.state()).toMatchObject({ phase: 'refused', refused: { code: 'key' } })
  })

  test.for([0, 1])(
    'one of the two sealed keys is damaged or gone: it opens by the other, and both are whole again',
    async (which) => {
      const { folder, kiosk } = await startedAgain()
      kiosk.close()
      const [harmed, whole] = keysIn(folder).toSorted((one) => (one === keysIn(folder)[which] ? -1 : 1))
      if (harmed === undefined || whole === undefined) throw new Error('There are two')
      for (const harm of [() => rmSync(harmed), () => truncateSync(harmed, 40)]) {
        harm()
        const { client, kiosk: again } = start(folder)
        expect(await client.station.unseal({ passphrase: PASSPHRASE })).toMatchObject({ code: 'open' })
        expect((await client.pledges.tree()).pledges).toBe(1)
        expect(readFileSync(harmed)).toEqual(readFileSync(whole))
        again.close()
      }
    },
  )

  test('its sealed key is gone: the data is refused, not covered by a new key', async () => {
    const { folder, kiosk } = await startedAgain()
    kiosk.close()
    for (const path of keysIn(folder)) rmSync(path)
    expect(await start(folder).client.station.state()).toMatchObject({ phase: 'refused', refused: { code: 'key' } })
    expect(existsSync(join(folder, 'station.key'))).toBe(false)
  })

  test('a locked kiosk cannot be left, since there is no PIN to check; the support file can be had', async () => {
    const left: string[] = []
    const platform = {
      leave: async () => void left.push('left'),
      support: async () => [{ name: 'shell.log', text: 'a line\n' }],
    }
    const { client } = await startedAgain({ platform })
    expect((await client.station.state()).platform).toMatchObject({ canLeave: false, keepsLog: true })
    await expect(client.station.leave()).rejects.toMatchObject({ data: { code: 'no-station' } })
    expect(left).toEqual([])
    const files = unzipSync(new Uint8Array(await (await client.station.support()).file.arrayBuffer()))
    expect(JSON.parse(strFromU8(files['checks.json'] ?? new Uint8Array()))).toMatchObject({ refused: 'sealed' })
  })
})

async function opened(folder: string) {
  const keyStore = sealedKeyStore({ folder })
  await keyStore.unseal?.(folder, PASSPHRASE)
  return keyStore
}
