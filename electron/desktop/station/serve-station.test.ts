import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { KioskClient } from '../../../shared/contract/index.ts'
import { setUpAnswers } from '../../../test/support/test-client.ts'
import { CHEAP, PIN } from '../../../test/support/test-station.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { OWN_FOLDERS } from '../../places.ts'
import { platformRouter } from './platform-calls.ts'
import type { FromStation } from './messages.ts'
import { serveStation } from './serve-station.ts'

/** What the main process does for it, with a keychain that turns letters round, or none; and what it was asked for. */
function hostOf(keychain: boolean) {
  const left: string[] = []
  const printed: unknown[] = []
  const shown: boolean[] = []
  const router = platformRouter({
    leave: () => void left.push('left'),
    support: () => [{ name: 'shell.log', text: 'a line\n' }],
    keychain: {
      isAsyncEncryptionAvailable: async () => keychain,
      encryptStringAsync: async (plain) => Buffer.from([...plain].toReversed().join('')),
      decryptStringAsync: async (wrapped) => ({ result: [...wrapped.toString()].toReversed().join('') }),
      getSelectedStorageBackend: () => 'gnome_libsecret',
    },
    updates: {
      look: async () => ({
        current: '0.1.0',
        last: null,
        found: { code: 'offered', id: 'a', stick: 'KINGSTON', version: '0.2.0', byHand: false },
      }),
      install: async (id) => {
        left.push(`installing ${id}`)
        return { code: 'installing' }
      },
    },
    wall: { displays: () => 2, show: (on) => void shown.push(on) },
    printing: {
      printers: async () => [{ name: 'labels', title: 'Label printer' }],
      print: async (window, job) => {
        printed.push([window, job])
        return { code: 'printed' }
      },
    },
  })
  return { router, left, printed, shown }
}

/** The station’s process without a process: what it is told, what it tells, and how it ends. */
function open({ folder = join(tempFolder(), 'station'), locked = false, updates = false, host = hostOf(true) } = {}) {
  const told: FromStation[] = []
  const ended = Promise.withResolvers<number>()
  const hear = serveStation({ tell: (said) => void told.push(said), end: ended.resolve, secretCost: CHEAP })
  const channel = () => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    onTestFinished(() => port2.close())
    return { ours: port1, theirs: port2 as unknown as MessagePortMain }
  }
  const { ours, theirs } = channel()
  new RPCHandler(host.router).upgrade(ours)
  ours.start()
  const opening = { folder, resources: OWN_FOLDERS.resources, locked, updates }
  /** A page in this window, from the port that it brings. */
  const page = (window = 1, closed: () => void = () => undefined): KioskClient => {
    const { ours: port, theirs: given } = channel()
    port.on('close', closed)
    port.start()
    hear({ say: 'screen', window }, [given])
    return createORPCClient(new RPCLink({ port }))
  }
  onTestFinished(() => hear({ say: 'close', patience: 0 }, []))
  const begin = () => hear({ say: 'open', opening }, [theirs])
  return { ...host, hear, told, ended: ended.promise, page, folder, begin }
}

describe('the station in a process of its own', () => {
  test('a page that comes before the station is open is answered once it is', async () => {
    const { page, begin } = open()
    const early = page().station.state()
    begin()
    expect((await early).phase).toBe('new')
  })

  test('its key is wrapped by the keychain, which only the other process reaches', async () => {
    const { page, begin, folder, told } = open()
    begin()
    await page().station.state()
    expect(existsSync(join(folder, 'station.key.wrapped'))).toBe(true)
    expect(existsSync(join(folder, 'station.key'))).toBe(false)
    expect(told).toContainEqual({ say: 'happened', event: 'keychain', outcome: 'ok' })
  })

  test('after a reload a page is a new, locked screen, and the port of the one before is closed', async () => {
    const { page, begin } = open()
    begin()
    const closed = Promise.withResolvers<string>()
    const client = page(1, () => closed.resolve('closed'))
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.station.state()).role).toBe('steward')
    expect((await page().station.state()).role).toBe('delegate')
    expect(await closed.promise).toBe('closed')
  })

  test('nor is a visitor’s wrong PIN in another window one of the touched window’s, also after that was loaded again', async () => {
    const { page, begin } = open()
    begin()
    await page(1).station.setUp(setUpAnswers)
    const wall = page(2)
    for (let tries = 0; tries < 5; tries += 1) await wall.staff.unlock({ role: 'steward', pin: '9071' })
    expect((await wall.staff.unlock({ role: 'steward', pin: PIN })).code).toBe('wait')
    expect(await page(1).staff.unlock({ role: 'steward', pin: PIN })).toEqual({ code: 'unlocked', role: 'steward' })
  })

  test('another window’s page is another screen, and both go on', async () => {
    const { page, begin } = open()
    begin()
    const touched = page(1)
    await touched.station.setUp(setUpAnswers)
    await touched.staff.unlock({ role: 'steward', pin: PIN })
    expect((await page(2).station.state()).role).toBe('delegate')
    expect((await touched.station.state()).role).toBe('steward')
  })

  test('leaving a locked tablet and its log go through the other process', async () => {
    const { page, begin, left } = open({ locked: true })
    begin()
    const client = page()
    expect((await client.station.state()).platform).toEqual({ canLeave: true, keepsLog: true, takesUpdates: false })
    expect((await client.station.support()).file.size).toBeGreaterThan(200)
    await client.station.leave()
    expect(left).toEqual(['left'])
  })

  test('a page prints the window that it is in, on the printer that the steward chose', async () => {
    const { page, begin, printed } = open()
    begin()
    const [touched, other] = [page(1), page(3)]
    await touched.station.setUp(setUpAnswers)
    for (const client of [touched, other]) await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await touched.badges.printers()).toEqual([{ name: 'labels', title: 'Label printer' }])
    const badges = { delegates: ['00000000-0000-7000-8000-000000000000'], layout: 'roll-62' as const }
    expect(await touched.badges.print(badges)).toEqual({ code: 'ask' })
    const { badges: usual } = await touched.signIn.door()
    await touched.signIn.changeDoor({ badges: { ...usual, printer: 'labels' } })
    expect(await touched.badges.print(badges)).toEqual({ code: 'printed' })
    expect(await other.badges.print({ ...badges, layout: 'sheet-8' })).toEqual({ code: 'printed' })
    expect(printed).toEqual([
      [1, { printer: 'labels', paper: { width: 62, height: 100 } }],
      [3, { printer: 'labels', paper: { width: 210, height: 297 } }],
    ])
  })

  test('the wall’s page is anybody’s, whatever the tablet’s duty and whoever unlocks; its switch goes through the other process', async () => {
    const { page, begin, hear, shown } = open()
    begin()
    const [touched, wall] = [page(1), page(2)]
    await touched.station.setUp({ ...setUpAnswers, duty: 'workshop' })
    expect((await touched.station.state()).role).toBe('facilitator')
    await wall.staff.unlock({ role: 'steward', pin: PIN })
    expect((await wall.station.state()).role).toBe('delegate')
    await expect(wall.wall.show({ on: true })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await touched.staff.unlock({ role: 'steward', pin: PIN })
    expect(await touched.wall.beside()).toEqual({ displays: 2, on: false })
    expect(await touched.wall.show({ on: true })).toEqual({ displays: 2, on: true })
    expect(shown).toEqual([false, true])
    const changes = await touched.station.changes()
    await changes.next()
    const news = changes.next()
    hear({ say: 'host-changed' }, [])
    expect((await news).value).toContain('station')
    await changes.return(undefined)
  })

  test('a newer version is looked for and installed by the other process, where IT allows it', async () => {
    const { page, begin, left, folder } = open({ updates: true })
    begin()
    const client = page()
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.station.state()).platform.takesUpdates).toBe(true)
    expect((await client.updates.look()).found).toMatchObject({ code: 'offered', version: '0.2.0' })
    expect(await client.updates.install({ id: 'a' })).toEqual({ code: 'installing' })
    expect(left).toEqual(['installing a'])
    expect(existsSync(join(folder, 'backups'))).toBe(true)
  })

  test('how each call went is told to the process that keeps the log', async () => {
    const { page, begin, told } = open()
    begin()
    await page().station.state()
    expect(told).toContainEqual({
      say: 'called',
      line: { call: 'station.state', outcome: 'ok', ms: expect.any(Number) as number },
    })
  })

  test('closing lets what is at work finish, refuses what comes later, and ends the process', async () => {
    const { page, begin, hear, told, ended } = open()
    begin()
    const client = page()
    await client.station.state()
    const settingUp = client.station.setUp(setUpAnswers)
    // Calls are heard in the order they are made, so this answer says that the one before is at work.
    await client.station.packs()
    hear({ say: 'close', patience: 10_000 }, [])
    await expect(client.station.state()).rejects.toMatchObject({ code: 'NOT_READY' })
    expect(await settingUp).toEqual({ code: 'ready' })
    expect(await ended).toBe(0)
    expect(told.at(-1)).toEqual({ say: 'happened', event: 'closed', outcome: 'ok' })
  })

  test('without a keychain the passphrase is asked once for as long as the main process lives', async () => {
    const host = hostOf(false)
    const first = open({ host })
    first.begin()
    await first.page().station.setUp(setUpAnswers)
    expect(existsSync(join(first.folder, 'station.key.sealed'))).toBe(true)
    expect(existsSync(join(first.folder, 'station.key'))).toBe(false)
    first.hear({ say: 'close', patience: 0 }, [])
    await first.ended
    // The station’s process is started again by the same main process, and then by another one.
    const again = open({ folder: first.folder, host })
    again.begin()
    expect((await again.page().station.state()).phase).toBe('ready')
    again.hear({ say: 'close', patience: 0 }, [])
    await again.ended
    const restarted = open({ folder: first.folder, host: hostOf(false) })
    restarted.begin()
    expect((await restarted.page().station.state()).phase).toBe('locked')
  })
})
